"""What is there to be looked up: nothing, but for what a test says."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.schedule.participant import Preferences
from bot.schedule.shown import TeamShown, TeamState
from bot.slack.listeners.lookups import Lookups
from tests.slack.plans import USUAL

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOTHING = Lookups(
    rubric=lambda _whose, _value: None,
    teams=lambda _whose: (),
    team_of_channel=lambda _whose, _channel: None,
    team=lambda _whose, _team_id: None,
    preferences=lambda _whose: (Preferences(), "Europe/Berlin", "09:30"),
    why=lambda _whose: (),
    previews=lambda _whose: ((), "Europe/Berlin"),
    now=lambda: NOON,
)


def of_one_team(channel: str, team_id: int = 7, user: str | None = None) -> Lookups:
    """One team, which everybody may see; or one user alone."""
    team = TeamShown(team_id=team_id, channel=channel, plan=USUAL, state=TeamState.RUNNING)

    def may(who: str) -> bool:
        return user in (None, who)

    return replace(
        NOTHING,
        teams=lambda whose: (team,) if may(whose[2]) else (),
        team_of_channel=lambda whose, place: team if may(whose[2]) and place == channel else None,
        team=lambda whose, number: team if may(whose[2]) and number == str(team_id) else None,
    )
