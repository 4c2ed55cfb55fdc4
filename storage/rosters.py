"""Rosters: who is in a team's channel, as Slack told it last."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.schedule.roster import Kind, Member
from storage.machine import insert as insert_new
from storage.tables import Membership, Person, Team

T = TypeVar("T")


def asked_since(session: Session, team: Team, moment: datetime) -> frozenset[str]:
    """Return the members of a team whom Slack has described since a moment."""
    query = (
        select(Person.user)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.team_id == team.id, Person.seen_at >= moment)
    )
    return frozenset(session.scalars(query))


def meet(session: Session, workspace_id: int, members: Iterable[Member], now: datetime) -> None:
    """Keep what Slack told of some people."""
    told = {member.user: member for member in members}
    _make(session, workspace_id, told)
    for person in people(session, workspace_id, told):
        member = told[person.user]
        person.kind, person.zone, person.seen_at = member.kind, member.zone or person.zone, now


def replace_members(session: Session, team: Team, users: Iterable[str]) -> None:
    """Make some people the members of a team, and nobody else."""
    wanted = set(users)
    _make(session, team.workspace_id, wanted)
    ids = {person.id for person in people(session, team.workspace_id, wanted)}
    there = set(session.scalars(select(Membership.person_id).where(Membership.team_id == team.id)))
    left = there - ids
    for some in _chunks(sorted(left)):
        session.execute(
            delete(Membership).where(Membership.team_id == team.id, Membership.person_id.in_(some))
        )
    new = [{"team_id": team.id, "person_id": number} for number in sorted(ids - there)]
    for rows in _chunks(new):
        session.execute(insert_new(session, Membership).values(rows).on_conflict_do_nothing())


def taking_part(session: Session, team: Team) -> frozenset[str]:
    """Return the full members of the workspace who are in a team's channel."""
    query = (
        select(Person.user)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.team_id == team.id, Person.kind == Kind.MEMBER)
    )
    return frozenset(session.scalars(query))


def people(session: Session, workspace_id: int, users: Iterable[str]) -> Iterable[Person]:
    """Yield the rows of some people, by id."""
    for some in _chunks(sorted(users)):
        query = select(Person).where(Person.workspace_id == workspace_id, Person.user.in_(some))
        yield from session.scalars(query)


def _make(session: Session, workspace_id: int, users: Iterable[str]) -> None:
    rows = [{"workspace_id": workspace_id, "user": user, "name": ""} for user in sorted(users)]
    for some in _chunks(rows):
        session.execute(insert_new(session, Person).values(some).on_conflict_do_nothing())


def _chunks(rows: list[T], size: int = 500) -> Iterable[list[T]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))
