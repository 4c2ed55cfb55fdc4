"""What somebody is shown of the schedule at once, when they ask."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.explaining import explain
from bot.desk.outlook import previews
from bot.desk.planning import next_prompts
from bot.schedule.participant import Preferences
from bot.schedule.shown import Explanation, PauseReason, Preview, TeamShown, TeamState
from storage import people, teams
from storage.database import Database
from storage.plans import plan_of, preferences_of
from storage.tables import Person, Team

UNKNOWN_ZONE = "UTC"
USUAL_HOUR = "09:30"

Whose = tuple[str, str, str]
"""(enterprise or empty, team, user)."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Looks up what a person may see of the schedule."""

    database: Database

    def teams(self, whose: Whose) -> list[TeamShown]:
        """Return the teams in whose channels somebody is."""
        with self.database.transaction() as session:
            person = _person(session, whose)
            return [_shown(session, team) for team in teams.of_person(session, person.id)]

    def team_of_channel(self, whose: Whose, channel: str) -> TeamShown | None:
        """Return the team that a channel is, if it still practises."""
        with self.database.transaction() as session:
            person = _person(session, whose)
            team = teams.of_channel(session, person.workspace_id, channel)
            known = team is not None and team.state != TeamState.ENDED
            return _shown(session, team) if team is not None and known else None

    def team(self, whose: Whose, number: str) -> TeamShown | None:
        """Return a team by its number, if the person is in its channel."""
        with self.database.transaction() as session:
            person = _person(session, whose)
            team = teams.by_number(session, person.workspace_id, number)
            if team is None or not teams.is_member(session, team, person):
                return None
            return _shown(session, team)

    def preferences(self, whose: Whose) -> tuple[Preferences, str, str]:
        """Return (what somebody chose, their zone, their team's hour)."""
        with self.database.transaction() as session:
            person = _person(session, whose)
            plans = [plan_of(team) for team in teams.of_person(session, person.id)]
            hour = plans[0].at if plans else USUAL_HOUR
            return preferences_of(person.preferences), person.zone or UNKNOWN_ZONE, hour

    def why(self, whose: Whose, now: datetime) -> list[Explanation]:
        """Return why somebody was invited this week, or was not."""
        with self.database.transaction() as session:
            return explain(session, _person(session, whose), now)

    def previews(self, whose: Whose) -> tuple[list[Preview], str]:
        """Return (somebody's next slots, their zone)."""
        with self.database.transaction() as session:
            person = _person(session, whose)
            return previews(session, person), person.zone or UNKNOWN_ZONE


def _person(session: Session, whose: Whose) -> Person:
    enterprise, team, user = whose
    workspace = people.workspace(session, enterprise, team)
    return people.person(session, workspace.id, user)


def _shown(session: Session, team: Team) -> TeamShown:
    return TeamShown(
        team_id=team.id,
        channel=team.channel,
        plan=plan_of(team),
        state=TeamState(team.state),
        why=PauseReason(team.paused_for) if team.paused_for else None,
        next=next_prompts(session, team),
    )
