"""What is said outside an interview: prompts, offers, short human answers."""

from slack_sdk.models.blocks import ActionsBlock, InteractiveElement

from bot import actions as act
from bot.actions import carry
from bot.interview.announcements import (
    Greet,
    Introduce,
    Mention,
    OfferDraft,
    OfferPlaces,
    PointTo,
    PostPrompt,
    SayDraftGone,
    SayDraftTaken,
    ThankForJudgement,
    WarnWordless,
)
from bot.questions import reader
from bot.questions.question import Question
from bot.slack.views.message import Message, actions, button, context, say, section
from bot.text import encode

WHO_SEES = "In private nobody else sees it. Answer here, and everybody in this channel can read it."

GREETINGS = {
    "hello": "Hello! I help you practise behavioural interviews, ten minutes at a time.",
    "thanks": "You are welcome.",
    "help": (
        "I ask one of two questions, section by section. You answer in a thread, in as many messages "
        "as you like, and I give you feedback with your own words quoted.\n"
        f"• Start: press *Practise in private* under a prompt, or type {act.COMMAND}.\n"
        "• In a thread: *Next* goes on, *Back* goes back, *Pause* waits, *Stop and delete* removes it.\n"
        f"• {act.COMMAND} schedule: set up or change a channel's weekly prompts. Invite me there first.\n"
        f"• {act.COMMAND} invitations: your own hour and days off, or no invitations at all.\n"
        f"• {act.COMMAND} preview: your next invitations. {act.COMMAND} why: why you got this week's, "
        "or did not."
    ),
}


def prompt(effect: PostPrompt, question: Question) -> Message:
    """One question of the week, in the team's channel."""
    carried = carry(question.slug, str(effect.round_id))
    lead = f"*This week: {question.title}*\n{encode(question.prompt)}"
    return Message(
        text=f"{lead}\n{WHO_SEES}",
        blocks=(section(lead), context(WHO_SEES), _places(carried)),
    )


def offer_places(effect: OfferPlaces, question: Question) -> Message:
    """For somebody who replied under a prompt: both ways to go on with that text."""
    carried = carry(question.slug, str(effect.round_id))
    text = (
        f"I kept what you wrote under *{question.title}* as a draft of your first section, for 24 "
        f"hours. How do you want to go on? {WHO_SEES}"
    )
    return Message(text=text, blocks=(section(text), _places(carried)))


def introduction(effect: Introduce) -> Message:
    """Said once in a channel that the bot was invited into."""
    return say(
        "Hello! I am Starling. Each week I can post interview questions here. Whoever likes answers "
        "in a thread, in private or in this channel, and gets feedback with their own words quoted. "
        "Nobody is ranked. Shall we set the day?",
        button("Set up", act.SCHEDULE, effect.channel, style="primary"),
    )


def offer_draft(effect: OfferDraft) -> Message:
    """A text was written outside any thread: where does it belong?"""
    kept = "that" if effect.messages == 1 else f"those {effect.messages} messages"
    days, hours = divmod(effect.hours, 24)
    long = f"{days} days" if days > 1 else f"{hours or effect.hours} hours"
    text = f"I kept {kept} as a draft for {long}. Where does it belong?"
    buttons: list[InteractiveElement] = [
        button(f"Add to {_name(mention)}", f"{act.DRAFT_ADD}.{i}", mention.interview_id)
        for i, mention in enumerate(effect.interviews)
    ]
    buttons += [
        button(f"Start a new one: {reader.load(slug).title}", f"{act.DRAFT_NEW}.{slug}", slug)
        for slug in effect.questions
    ]
    buttons.append(button("Throw it away", act.DRAFT_DISCARD, "draft"))
    return say(text, *buttons)


def draft_taken(effect: SayDraftTaken, link: str | None) -> Message:
    """The draft is in an interview now."""
    where = f"<{link}|Go on there>." if link else "Go on in its thread."
    return say(f"Done: that is now in *{_name(effect.interview)}*. {where}")


def greeting(effect: Greet) -> Message:
    """A short human answer."""
    words = GREETINGS[effect.to]
    return say(words) if effect.to == "thanks" else say(words, *start_buttons())


def start_buttons() -> list[InteractiveElement]:
    """A button for each question."""
    questions = [reader.load(slug) for slug in reader.ALL]
    return [button(f"Start: {q.title}", f"{act.HOME_START}.{q.slug}", q.slug) for q in questions]


def pointer(effect: PointTo) -> Message:
    """An interview on this question is open already."""
    title = reader.load(effect.interview.question).title
    link = effect.interview.link
    where = f"<{link}|Go to it>." if link else "You find it in your direct messages with me."
    return say(f"Your answer to *{title}* is open already. {where}")


def direct_pointer(link: str | None) -> Message:
    """Said in the channel: the rest is in the direct message."""
    return say(
        f"I wrote to you in our direct messages. {f'<{link}|Open it>' if link else ''}".strip()
    )


def channel_pointer(link: str | None) -> Message:
    """Said in the direct message: the interview goes on in the channel."""
    return say(f"It goes on in the channel. {f'<{link}|Open it>' if link else ''}".strip())


def wordless(effect: WarnWordless) -> Message:
    """A message without words."""
    if effect.files:
        return say("I can only read words, so I did not take the file. Please type your answer.")
    return say("I found no words in that message, so I did not add it.")


def not_yours() -> Message:
    """Somebody pressed a button in another person's interview."""
    return say(f"That interview belongs to somebody else. Start your own with {act.COMMAND}.")


def outdated() -> Message:
    """A button or form about something that is gone."""
    return say(f"That is no longer there, so nothing was changed. Start anew with {act.COMMAND}.")


def draft_gone(effect: SayDraftGone) -> Message:
    """A draft was thrown away, or has run out."""
    if effect.discarded:
        return say("Thrown away. I keep nothing of it.")
    return say("I no longer have that draft. Please write it again.")


def thanks_for_judgement(effect: ThankForJudgement) -> Message:
    """Yes or no to the feedback."""
    if effect.fair:
        return say("Thank you. That helps to keep the feedback honest.")
    out = " It is left out of team figures." if effect.left_out else ""
    return say(f"Thank you for saying so. I noted it.{out}")


def _places(carried: str) -> ActionsBlock:
    return actions(
        button("Practise in private", act.PRACTISE_PRIVATE, carried, style="primary"),
        button("Answer here", act.PRACTISE_HERE, carried),
    )


def _name(mention: Mention) -> str:
    question = reader.load(mention.question)
    if mention.section is None:
        return question.title
    return f"{question.title}, {question.section(mention.section).title}"
