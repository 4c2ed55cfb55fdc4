"""When a team's next round opens: worked out anew whenever its plan or its people change."""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy.orm import Session

from bot.schedule.days import Reason
from bot.schedule.participant import Participant
from bot.schedule.rounds import PlannedRound, planned_round, weeks_to_come
from bot.schedule.shown import PauseReason, TeamState
from storage import rounds, slots, teams
from storage.plans import plan_of
from storage.tables import Person, Team

WEEKS_MOST = 120
"""So far ahead a round is looked for; a break lasts a year at most."""
Loaded = Sequence[tuple[int, Participant]]
"""(person id, participant) of everybody who takes part in a team's next round."""


def replan(session: Session, team: Team, people: Loaded | None = None) -> None:
    """Work out when a team's next round opens; no round opens before Slack has told who is there.

    Args:
        session: of the transaction.
        team: the one.
        people: who takes part in it, where that is loaded already.
    """
    if team.state != TeamState.RUNNING or team.roster_at is None:
        team.next_week, team.opens_at = None, None
        return
    if people is None:
        people = teams.participants(session, team)
    team.next_week = next_week(session, team)
    team.opens_at = planned(team, people, team.next_week).opens


def replan_changed(
    session: Session, team: Team, now: datetime, people: Loaded | None = None
) -> None:
    """Work it out after somebody changed something; who loses their hour by it is served at once.

    Where the opening is overdue, the bot was down, and it is the grace time that decides.
    """
    if team.opens_at is None or team.opens_at > now:
        team.changed_at = now
    replan(session, team, people)


def replan_teams_of(session: Session, person: Person, now: datetime) -> None:
    """Work it out for all teams of somebody who moved, or changed their mind."""
    session.flush()
    for team in teams.of_person(session, person.id, lock=True):
        replan_changed(session, team, now)


def next_week(session: Session, team: Team) -> str:
    """Return the ISO week of a team's next round."""
    return next(weeks_to_come(plan_of(team), team.since, teams.weeks(session, team)))


def planned(team: Team, people: Loaded, week: str) -> PlannedRound:
    """Return a team's round of a week, as it would be frozen now."""
    participants = (participant for _, participant in people)
    return planned_round(plan_of(team), participants, week, team.changed_at)


def next_prompts(session: Session, team: Team) -> datetime | None:
    """Return when a team's next prompts come in the channel; None while it is paused."""
    if team.state != TeamState.RUNNING:
        return None
    plan, opened = plan_of(team), teams.weeks(session, team)
    waiting = rounds.next_prompts(session, team)
    if waiting is not None:
        return waiting
    for week in islice(weeks_to_come(plan, team.since, opened), WEEKS_MOST):
        prompts = planned_round(plan, (), week, team.changed_at).prompts
        if not prompts.skipped:
            return prompts.due
    return None


def stop(session: Session, team: Team, state: TeamState, now: datetime) -> None:
    """Let nothing more come of a team: no round, and no invitation of the one under way."""
    team.state = state
    rounds.drop_prompts(session, team, now)
    slots.drop(session, Reason.PAUSED, slots.of_team(team))
    replan(session, team)


def pause(session: Session, team: Team, why: PauseReason, now: datetime) -> None:
    """Pause a team until somebody resumes it."""
    team.paused_for = why
    stop(session, team, TeamState.PAUSED, now)
