"""What is said while somebody answers: the notice, the five questions, nudges, help."""

from slack_sdk.models.blocks import ButtonElement, ConfirmObject, Option, StaticSelectElement

from bot import actions as act
from bot.actions import carry
from bot.interview.effects import (
    AskOwnRating,
    AskSection,
    Nudge,
    Reason,
    SayResumed,
    ShowHelp,
    ShowSection,
    Tell,
)
from bot.interview.events import Place
from bot.interview.scene import Scene
from bot.questions.question import Question, Section
from bot.slack.views.message import (
    TEXT_LIMIT,
    Message,
    actions,
    bullets,
    button,
    context,
    say,
    section,
    shorten,
)
from bot.text import encode

OWN_LEVELS = (
    "1 · hardly there",
    "2 · partly there",
    "3 · mostly there",
    "4 · strong",
)
HOW = (
    "Write as many messages as you like in this thread. Press *Next* when the section is complete."
)


TOLD = {
    Reason.NOT_BEGUN: "Press *Begin* first. What you wrote waits for you for 24 hours.",
    Reason.OTHER_SECTION: "That section is closed already. You are in *{title}* now.",
    Reason.NOTHING_BEFORE: "*{title}* is the first section, so there is nothing to go back to.",
    Reason.PAUSED: "This interview is paused. Press *Resume* first.",
    Reason.SECTIONS_CLOSED: "All sections are closed. Press *Back* to change one.",
    Reason.ADDED_TO_LAST: "I added that to *{title}*.",
    Reason.SECTIONS_OPEN: "*{title}* is still open. Finish it first, then rate yourself.",
    Reason.SCORED: (
        "This answer has its feedback already, so I did not add anything. "
        "To go on, press *Try the weakest section again* or *Start over* under the feedback."
    ),
    Reason.SET_ASIDE: "This interview was set aside. Press *Resume* to go on with it.",
    Reason.OVER: "This interview is over. Start a new one with {command}.",
    Reason.RUNNING: "This interview is under way. You are in *{title}*.",
}


def thread(scene: Scene, question: Question) -> Message:
    """The message under which an interview is held."""
    if scene.place is Place.CHANNEL:
        return say(
            f"<@{scene.user}> is practising: *{question.title}*. Follow along in the thread."
        )
    return say(
        f"*{question.title}*\n{encode(question.prompt)}\nYour practice is in this thread. Open it to go on."
    )


def notice(scene: Scene, question: Question) -> Message:
    """What is kept, how long, and who sees it: said before anything is stored."""
    seen = "Nobody else is shown them. Whoever runs me could open my database."
    parts = []
    if scene.place is Place.CHANNEL:
        seen = "Your scores and feedback are shown to you alone. Whoever runs me could open my database."
        parts.append("*Everybody in this channel can read what you write here.*")
    if not scene.informed:
        parts += [
            f"Before you begin *{question.title}*:",
            bullets(
                (
                    "I keep what you write in the interview, your ratings and my feedback, until "
                    "you delete them.",
                    seen,
                    "*Stop and delete* removes it at any time. Editing or deleting a message of "
                    "yours changes what I keep.",
                )
            ),
        ]
    parts.append("Shall we begin?")
    return say(
        "\n".join(parts),
        button("Begin", act.BEGIN, scene.interview_id, style="primary"),
        button("Not for me", act.DECLINE, scene.interview_id),
    )


def ask(effect: AskSection, scene: Scene, question: Question) -> Message:
    """One section: which of how many, what is asked, what a strong one tells."""
    part = question.section(effect.section)
    again = " (open again)" if effect.again else ""
    lead = f"*{effect.number} of {effect.of} · {part.title}*{again}\n{encode(part.ask)}"
    tells = f"A strong one tells:\n{bullets([encode(line) for line in part.tells])}"
    carried = carry(scene.interview_id, effect.section)
    first = [button("Next", act.NEXT, carried, style="primary")]
    if effect.number > 1:
        first.append(button("Back", act.BACK, carried))
    first += [button("Look", act.LOOK, carried), button("Help", act.HELP, carried)]
    second = [
        button("Skip", act.SKIP, carried),
        button("Pause", act.PAUSE, scene.interview_id),
        stop(scene),
    ]
    return Message(
        text=f"{lead}\n{tells}\n{HOW}",
        blocks=(section(lead), context(f"{tells}\n{HOW}"), actions(*first), actions(*second)),
    )


def stop(scene: Scene) -> ButtonElement:
    """The button that ends an interview for good; Slack asks once more."""
    sure = ConfirmObject(
        title="Stop and delete?",
        text="I will delete everything I keep of this interview. It cannot be undone.",
        confirm="Delete it",
        deny="Keep it",
    )
    sure.style = "danger"
    return button("Stop and delete", act.STOP, scene.interview_id, style="danger", confirm=sure)


def nudge(effect: Nudge, question: Question) -> Message:
    """The one thing that the section just closed wholly lacks."""
    part = question.section(effect.section)
    line = encode(part.criterion(effect.criterion).nudge)
    return say(f"About *{part.title}*: {line} Press *Back* to add it, or just go on.")


def help_with(effect: ShowHelp, question: Question) -> Message:
    """What a strong section tells, and a template to start from."""
    part = question.section(effect.section)
    text = (
        f"*Help with {part.title}*\nA strong one tells:\n{bullets([encode(t) for t in part.tells])}\n"
        f"To start from:\n> {encode(part.template)}"
    )
    return say(text)


def look(effect: ShowSection, question: Question) -> Message:
    """What a section holds so far."""
    title = question.section(effect.section).title
    if not effect.text:
        return say(f"*{title}* is empty so far.")
    count = "1 message" if effect.messages == 1 else f"{effect.messages} messages"
    text = f"*{title}* so far ({count}):"
    return Message(
        text=shorten(f"{text}\n{encode(effect.text)}", TEXT_LIMIT),
        blocks=(section(text), section(encode(effect.text))),
    )


def paused(scene: Scene, question: Question) -> Message:
    """The interview waits."""
    return say(
        f"Paused. Your answer to *{question.title}* is kept. "
        "Press *Resume*, or write in the thread, when you want to go on.",
        button("Resume", act.RESUME, scene.interview_id, style="primary"),
    )


def resumed(effect: SayResumed, question: Question) -> Message:
    """The interview goes on because somebody wrote in it."""
    return say(f"Welcome back. I added that to *{question.section(effect.section).title}*.")


def own_rating(effect: AskOwnRating, scene: Scene, question: Question) -> Message:
    """How good does the person find each section, before they see the score?"""
    whole = len(effect.sections) > 1
    lead = "That is all five." if whole else "Thank you."
    lead += " Before you see the feedback: how strong do you find what you wrote? Rate, or skip."
    rows = [
        section(f"*{question.section(name).title}*", _choice(scene, question.section(name)))
        for name in effect.sections
    ]
    titles = ", ".join(question.section(name).title for name in effect.sections)
    row = [button("Show my feedback", act.REVEAL, scene.interview_id, style="primary")]
    row += [button("Back", act.BACK, scene.interview_id), stop(scene)]
    return Message(
        text=f"{lead} Sections: {titles}. Press *Show my feedback* to skip the rest.",
        blocks=(section(lead), *rows, actions(*row)),
    )


def _choice(scene: Scene, part: Section) -> StaticSelectElement:
    options = [
        Option(value=carry(scene.interview_id, part.slug, str(level)), text=label)
        for level, label in enumerate(OWN_LEVELS, start=1)
    ]
    options.append(Option(value=carry(scene.interview_id, part.slug, "skip"), text="Skip this one"))
    return StaticSelectElement(
        placeholder=f"Rate {part.title}", action_id=act.RATE, options=options
    )


def tell(effect: Tell, scene: Scene, question: Question) -> Message:
    """Why a press or a message did nothing, and what to do instead."""
    title = question.section(effect.section).title if effect.section else ""
    words = TOLD[effect.reason].format(title=title, command=act.COMMAND)
    match effect.reason:
        case Reason.PAUSED | Reason.SET_ASIDE:
            return say(words, button("Resume", act.RESUME, scene.interview_id))
        case Reason.NOT_BEGUN:
            return say(words, button("Begin", act.BEGIN, scene.interview_id, style="primary"))
        case Reason.SECTIONS_CLOSED:
            return say(words, button("Back", act.BACK, scene.interview_id))
        case _:
            return say(words)
