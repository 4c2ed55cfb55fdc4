"""Somebody who takes part: where they are, and what they chose for themselves."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What each person chooses about their own invitations."""

    invited: bool = True
    at: str = ""  # own local time, "17:00"; empty is the plan's
    days_off: tuple[int, ...] = ()  # weekdays, 0 is Monday
    away_until: date | None = None  # the day on which they are back
    country: str = ""  # of public holidays; empty is the plan's


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One person, as the schedule sees them."""

    user: str  # U… or W…
    zone: str = ""  # IANA; empty if Slack told none
    preferences: Preferences = field(default_factory=Preferences)
