"""What a round says: invitations at everybody's own hour, one reminder, what came of it."""

from slack_sdk.models.blocks import InteractiveElement

from bot import actions as act
from bot.actions import carry
from bot.questions import reader
from bot.schedule.notices import Invite, RemindToBegin, SayNotThisWeek, WrapUp
from bot.slack.views.describing import titles
from bot.slack.views.message import BUTTON_LIMIT, Message, bullets, button, say, shorten, when
from bot.text import encode

TIP = (
    "*A tip for next time*\nName one thing that somebody else could check: "
    "a date, a figure, or a person who was there."
)
LATE = (
    "You can still answer: press *Practise in private* under a prompt. "
    "A late answer counts, and is labelled late."
)


def invite(effect: Invite) -> Message:
    """The week's invitation, at a person's own hour."""
    each = "" if len(effect.questions) == 1 else " each"
    return say(
        f"This week's practice in <#{effect.channel}>: {titles(effect.questions)}, ten minutes{each}. "
        f"You answer here, in private, and nobody else sees it. Open until {when(effect.closes)}.",
        *_start(effect.questions, effect.round_id),
        _not_this_week(effect.round_id),
        button("My invitations", act.INVITATIONS, "-"),
    )


def remind(effect: RemindToBegin) -> Message:
    """The one reminder to begin: no pressure."""
    return say(
        f"If you find ten minutes: this week's practice in <#{effect.channel}>, "
        f"{titles(effect.questions)}, is open until {when(effect.closes)}. "
        "If not, that is fine too.",
        *_start(effect.questions, effect.round_id),
        _not_this_week(effect.round_id),
    )


def wrap_up(effect: WrapUp) -> Message:
    """A round has closed: what the team did well and what to try next, and nobody by name."""
    parts = [f"*This week's round has closed.* {_thanks(effect)}"]
    if effect.strong:
        parts.append(f"*What went best*\n{_section(effect.strong)}")
    if effect.weak:
        question, slug = effect.weak
        first = reader.load(question).section(slug).tells[0]
        parts.append(f"*What to try next*\n{_section(effect.weak)}")
        parts.append(f"A strong one tells, for a start:\n{bullets([encode(first)])}")
    else:
        parts.append(TIP)
    return say("\n".join([*parts, LATE]))


def not_this_week(effect: SayNotThisWeek) -> Message:
    """Nothing more comes this week."""
    return say(
        f"All right, nothing more from <#{effect.channel}> this week. "
        "If you change your mind, the buttons above still work."
    )


def _start(questions: tuple[str, ...], round_id: int) -> list[InteractiveElement]:
    alone = len(questions) == 1
    return [
        button(
            "Practise now" if alone else _label(slug),
            f"{act.PRACTISE_PRIVATE}.{slug}",
            carry(slug, str(round_id)),
            style="primary" if alone else None,
        )
        for slug in questions
    ]


def _label(slug: str) -> str:
    return shorten(f"Practise: {reader.load(slug).title}", BUTTON_LIMIT)


def _not_this_week(round_id: int) -> InteractiveElement:
    return button("Not this week", act.NOT_THIS_WEEK, str(round_id))


def _thanks(effect: WrapUp) -> str:
    if effect.took_part is None:
        return "Thank you to everybody who took part."
    # Those who answer a prompt in the channel need no invitation, so there can be more of them.
    invited = effect.of is not None and effect.of >= effect.took_part
    of = f" of {effect.of}" if invited else ""
    return f"{effect.took_part}{of} people took part. Thank you!"


def _section(where: tuple[str, str]) -> str:
    question = reader.load(where[0])
    return f"*{encode(question.section(where[1]).title)}*, in {encode(question.title)}"
