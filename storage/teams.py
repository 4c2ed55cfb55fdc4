"""Teams, and the rounds of prompts that were posted to them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.machine import insert
from storage.tables import Round, Team


def all_teams(session: Session) -> Sequence[Team]:
    """Return every team of every workspace."""
    return session.scalars(select(Team).order_by(Team.id)).all()


def of_workspace(session: Session, workspace_id: int) -> Sequence[Team]:
    """Return the teams of a workspace."""
    return session.scalars(select(Team).where(Team.workspace_id == workspace_id)).all()


def of_channel(session: Session, workspace_id: int, channel: str) -> Team | None:
    """Return the team that a channel is."""
    return session.scalar(
        select(Team).where(Team.workspace_id == workspace_id, Team.channel == channel)
    )


def of_round(session: Session, workspace_id: int, round_number: str) -> Team | None:
    """Return the team whose round it is, if it is one of this workspace."""
    if not round_number.isdecimal():
        return None
    return session.scalar(
        select(Team)
        .join(Round, Round.team_id == Team.id)
        .where(Round.id == int(round_number), Team.workspace_id == workspace_id)
    )


def has_round(session: Session, team: Team, week: str) -> bool:
    """Say whether a team's prompts of a week were posted."""
    query = select(Round.id).where(Round.team_id == team.id, Round.week == week)
    return session.scalar(query) is not None


def open_round(session: Session, team: Team, week: str, now: datetime) -> Round | None:
    """Open a team's round of a week; return it if it is new, else None."""
    new = insert(session, Round).values(team_id=team.id, week=week, opened_at=now)
    number = session.scalar(new.on_conflict_do_nothing().returning(Round.id))
    return session.get(Round, number) if number is not None else None
