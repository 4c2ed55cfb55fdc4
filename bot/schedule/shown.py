"""What people are shown of the schedule when they ask. Moments are aware, in UTC."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.schedule.days import Off
from bot.schedule.plan import Plan
from bot.schedule.preview import Upcoming


class TeamState(StrEnum):
    """Whether a team's prompts come."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class PauseReason(StrEnum):
    """Why they do not."""

    ASKED = "asked"  # an organiser paused it
    ARCHIVED = "archived"  # the channel was
    NOT_INVITED = "not_invited"  # the bot is no longer in the channel
    SHARED = "shared"  # with another company
    GONE = "gone"  # the channel is not there, or is private
    EMPTY = "empty"  # nobody can take part


class SlotState(StrEnum):
    """What became of somebody's slot."""

    WAITING = "waiting"
    INVITED = "invited"
    BEGUN = "begun"  # before their own hour, so that no invitation was needed
    MISSED = "missed"
    SKIPPED = "skipped"


class NoSlot(StrEnum):
    """Why somebody has no slot in this week's round."""

    NOT_OPEN_YET = "not_open_yet"
    BEFORE_FIRST = "before_first"
    SET_LATER = "set_later"  # the team's hour had passed when it was set up or resumed
    PAUSED = "paused"
    NOT_NAMED = "not_named"
    JOINED_LATER = "joined_later"
    GUEST = "guest"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamShown:
    """A team as its organiser sees it in the list."""

    team_id: int
    channel: str
    plan: Plan
    state: TeamState
    why: PauseReason | None = None
    next: datetime | None = None  # prompts in the channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why somebody was invited this week, or was not: the rule, the row, the reason."""

    channel: str
    week: str  # ISO, "2026-W48"
    plan: Plan  # the rule, as it was frozen or as it stands
    zone: str  # in which the hour is meant for this person
    at: str  # the hour for this person, "09:30"
    due: datetime | None = None
    closes: datetime | None = None
    invited: datetime | None = None  # when the invitation was sent
    round_id: int | None = None  # the rows
    slot_id: int | None = None
    state: SlotState | None = None  # None where there is no slot
    off: Off | None = None  # why it was moved, skipped or missed
    no_slot: NoSlot | None = None
    pause: PauseReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Somebody's next slots in one team."""

    channel: str
    upcoming: tuple[Upcoming, ...]
    pause: PauseReason | None = None  # nothing comes while it lasts
