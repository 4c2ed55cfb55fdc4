"""What listeners may look up; they keep nothing themselves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from slack_sdk.models.views import View

from bot.schedule.participant import Preferences
from bot.schedule.shown import Explanation, Preview, TeamShown

Whose = tuple[str, str, str]
"""(enterprise or empty, team, user)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """What a listener may look up before it opens a form or answers."""

    rubric: Callable[[Whose, str], View | None]  # by what the button carries, if it is theirs
    teams: Callable[[Whose], Sequence[TeamShown]]
    team_of_channel: Callable[[Whose, str], TeamShown | None]
    team: Callable[[Whose, str], TeamShown | None]  # by its id
    preferences: Callable[[Whose], tuple[Preferences, str, str]]  # with their zone, the team's hour
    why: Callable[[Whose], Sequence[Explanation]]
    previews: Callable[[Whose], tuple[Sequence[Preview], str]]  # with the zone to show them in
    now: Callable[[], datetime]  # aware
