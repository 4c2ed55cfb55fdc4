"""A schedule in words: its day and hour, its questions and people, and why it is paused."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot import actions as act
from bot.questions import reader
from bot.schedule.plan import Plan, Turn
from bot.schedule.shown import PauseReason
from bot.schedule.weeks import WEEKDAYS
from bot.text import encode

SCHEDULES = f"`{act.COMMAND} schedule`"
INVITATIONS = f"`{act.COMMAND} invitations`"
ZONE_UNKNOWN = "UTC"
EVERYBODY = "everybody in the channel"

PAUSED: Mapping[PauseReason, str] = {
    PauseReason.ASKED: "an organiser asked for it",
    PauseReason.ARCHIVED: "the channel was archived",
    PauseReason.NOT_INVITED: "I am no longer in the channel",
    PauseReason.SHARED: "the channel is shared with another company, which would see the answers",
    PauseReason.GONE: "I can no longer see the channel, which was deleted or made private",
    PauseReason.EMPTY: "nobody is left who can take part",
}
TO_RESUME: Mapping[PauseReason, str] = {
    PauseReason.ASKED: f"To go on, type {SCHEDULES} and press *Resume*.",
    PauseReason.ARCHIVED: f"Unarchive it, then type {SCHEDULES} and press *Resume*.",
    PauseReason.NOT_INVITED: f"Invite me there again, then type {SCHEDULES} and press *Resume*.",
    PauseReason.SHARED: f"Type {SCHEDULES} and set up a channel of your own workspace instead.",
    PauseReason.GONE: f"Type {SCHEDULES} and set up another channel instead.",
    PauseReason.EMPTY: f"Type {SCHEDULES}, press *Edit* and choose who takes part; then *Resume*.",
}


def rhythm(plan: Plan, weekday: int | None = None, at: str = "") -> str:
    """Return `Each Monday at 09:30`; another weekday or hour where they differ from the plan's."""
    return f"Each {WEEKDAYS[plan.weekday if weekday is None else weekday]} at {at or plan.at}"


def asked(plan: Plan) -> str:
    """Return which questions come: `*A mistake*`, or several and how they take turns."""
    if len(plan.questions) == 1:
        return titles(plan.questions)
    match plan.turn:
        case Turn.ALL:
            return titles(plan.questions)
        case Turn.ALTERNATE:
            return f"{titles(plan.questions, 'or')}, in turn"
        case Turn.POOL:
            return f"{titles(plan.questions, 'or')}, by lot"


def titles(questions: Sequence[str], link: str = "and") -> str:
    """Return `*A disagreement* and *A mistake*`."""
    return listed([f"*{encode(reader.load(slug).title)}*" for slug in questions], link)


def who(plan: Plan) -> str:
    """Return who takes part; people who were chosen are counted, not named."""
    if not plan.people:
        return EVERYBODY
    return "one chosen person" if len(plan.people) == 1 else f"{len(plan.people)} chosen people"


def days(count: int) -> str:
    """Return `1 day` or `4 days`."""
    return "1 day" if count == 1 else f"{count} days"


def on(day: date) -> str:
    """Return `Mon 2 Nov 2026`."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def clock(moment: datetime) -> str:
    """Return `Mon 2 Nov 2026, 09:30 (UTC+01:00)` of a moment in the zone that it carries."""
    offset = moment.isoformat(timespec="minutes")[-len("+00:00") :]
    return f"{on(moment.date())}, {moment:%H:%M} (UTC{offset})"


def listed(parts: Sequence[str], link: str = "and") -> str:
    """Return `a, b and c`."""
    *before, last = parts
    return f"{', '.join(before)} {link} {last}" if before else last
