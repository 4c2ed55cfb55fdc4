"""What the schedule has to say, as imperatives. Moments are aware, in UTC."""

from dataclasses import dataclass
from datetime import datetime

from bot.schedule.participant import Preferences
from bot.schedule.plan import Plan
from bot.schedule.shown import PauseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """Invite somebody in their direct message at their own hour."""

    channel: str  # of the team
    round_id: int
    questions: tuple[str, ...]
    closes: datetime  # for this person


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindToBegin:
    """Remind once, in the middle of a round, somebody who has not begun."""

    channel: str
    round_id: int
    questions: tuple[str, ...]
    closes: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUp:
    """Say in the prompts' thread that a round has closed. Figures and sections only from four up."""

    took_part: int | None = None
    of: int | None = None  # those who were invited
    strong: tuple[str, str] | None = None  # (question, section) that the team did best
    weak: tuple[str, str] | None = None  # and the one to practise next


@dataclass(frozen=True, slots=True, kw_only=True)
class SayTeamSet:
    """Say in the channel when its prompts will come."""

    plan: Plan
    first: datetime | None  # the first prompts


@dataclass(frozen=True, slots=True, kw_only=True)
class SayTeamChanged:
    """Tell who changed a schedule what holds now, and from when."""

    channel: str
    plan: Plan
    next: datetime | None
    under_way: bool  # a round is open, and keeps what held before


@dataclass(frozen=True, slots=True, kw_only=True)
class SayNotSaved:
    """Tell who changed a schedule that nothing was changed, and what is wrong with it."""

    channel: str
    reasons: tuple[str, ...]  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class SayTeamPaused:
    """Tell an organiser that a team's prompts have stopped for now, and why."""

    channel: str
    why: PauseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class SayTeamResumed:
    """Tell who resumed a team when its next prompts come."""

    channel: str
    next: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SayTeamEnded:
    """Tell who ended a team that no more prompts will come."""

    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SayLeftOut:
    """Tell an organiser once that people who were named can no longer take part."""

    channel: str
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SayNotThisWeek:
    """Confirm that nothing more comes this week."""

    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SayPreferences:
    """Confirm what somebody chose about their own invitations."""

    preferences: Preferences
    next: datetime | None  # their next invitation, if one is to be expected


Notice = (
    Invite
    | RemindToBegin
    | WrapUp
    | SayTeamSet
    | SayTeamChanged
    | SayNotSaved
    | SayTeamPaused
    | SayTeamResumed
    | SayTeamEnded
    | SayLeftOut
    | SayNotThisWeek
    | SayPreferences
)
