"""Teams: who is in them, and when their next round opens."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from bot.schedule.participant import Participant
from bot.schedule.roster import Kind
from bot.schedule.shown import TeamState
from storage.plans import plan_of, preferences_of
from storage.tables import Membership, Person, Round, Slot, Team

DIGITS_MOST = 9
"""Of a row's number; more would not fit the database."""


def of_channel(
    session: Session, workspace_id: int, channel: str, *, lock: bool = False
) -> Team | None:
    """Return the team that a channel is; with `lock` nobody else changes it meanwhile."""
    query = select(Team).where(Team.workspace_id == workspace_id, Team.channel == channel)
    return session.scalar(_locked(query, lock=lock))


def of_person(session: Session, person_id: int, *, lock: bool = False) -> Sequence[Team]:
    """Return the teams in whose channels somebody is, but those that have ended.

    With `lock` nobody else changes them before this transaction is over.
    """
    query = (
        select(Team)
        .join(Membership, Membership.team_id == Team.id)
        .where(Membership.person_id == person_id, Team.state != TeamState.ENDED)
    )
    return session.scalars(_locked(query.order_by(Team.id), lock=lock)).all()


def of_round(session: Session, workspace_id: int, round_number: str) -> Team | None:
    """Return the team whose round it is, if it is one of this workspace."""
    number = number_of(round_number)
    if number is None:
        return None
    return session.scalar(
        select(Team)
        .join(Round, Round.team_id == Team.id)
        .where(Round.id == number, Team.workspace_id == workspace_id)
    )


def by_number(
    session: Session, workspace_id: int, carried: str, *, lock: bool = False
) -> Team | None:
    """Return a team by the number that a button carries, if it is one of this workspace.

    With `lock` nobody else changes it before this transaction is over.
    """
    number = number_of(carried)
    found = session.get(Team, number, with_for_update=lock) if number is not None else None
    return found if found is not None and found.workspace_id == workspace_id else None


def number_of(carried: str) -> int | None:
    """Return the row number that a button carries, or None where it can be none."""
    is_one = carried.isascii() and carried.isdecimal() and len(carried) <= DIGITS_MOST
    return int(carried) if is_one else None


def is_member(session: Session, team: Team, person: Person) -> bool:
    """Say whether somebody is in a team's channel, as a full member of the workspace."""
    there = session.get(Membership, (team.id, person.id)) is not None
    return there and person.kind not in (Kind.GUEST, Kind.BOT, Kind.GONE)


def has_members(session: Session, team: Team) -> bool:
    """Say whether Slack has told yet who is in a team's channel."""
    query = select(Membership.person_id).where(Membership.team_id == team.id)
    return session.scalar(query.limit(1)) is not None


def participants(session: Session, team: Team) -> list[tuple[int, Participant]]:
    """Return (person id, participant) of everybody who takes part in a team's next round."""
    named = frozenset(plan_of(team).people)
    query = (
        select(Person.id, Person.user, Person.zone, Person.preferences)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.team_id == team.id, Person.kind == Kind.MEMBER)
    )
    return [
        (number, Participant(user=user, zone=zone, preferences=preferences_of(kept)))
        for number, user, zone, kept in session.execute(query.order_by(Person.id))
        if not named or user in named
    ]


def weeks(session: Session, team: Team) -> frozenset[str]:
    """Return the weeks of which a team had its round."""
    return frozenset(session.scalars(select(Round.week).where(Round.team_id == team.id)))


def due_to_open(session: Session, now: datetime) -> Team | None:
    """Return a team whose next round is due, held against others who open rounds."""
    query = select(Team).where(Team.opens_at <= now, Team.state == TeamState.RUNNING)
    query = query.order_by(Team.opens_at).limit(1)
    return session.scalar(query.with_for_update(skip_locked=True))


def next_opening(session: Session) -> datetime | None:
    """Return when the next round of any team opens."""
    return session.scalar(select(func.min(Team.opens_at)))


def take_to_ask(session: Session, now: datetime, again: datetime) -> Sequence[Team]:
    """Return the teams of which it is time to ask Slack who is in their channel, to one caller only.

    Args:
        session: of the transaction.
        now: aware.
        again: when somebody else asks, should this caller never answer.
    """
    due = update(Team).where(Team.roster_due_at <= now, Team.state == TeamState.RUNNING)
    taken = due.values(roster_due_at=again).returning(Team)
    return session.scalars(taken, execution_options={"populate_existing": True}).all()


def open_to(session: Session, person_id: int, now: datetime) -> Sequence[Team]:
    """Return the teams in whose round somebody has a slot that has not closed for them."""
    there = (
        select(Round.team_id)
        .join(Slot, Slot.round_id == Round.id)
        .where(Slot.person_id == person_id, Slot.closes_at > now)
    )
    return session.scalars(select(Team).where(Team.id.in_(there)).order_by(Team.id)).all()


def _locked(query: Select[Team], *, lock: bool) -> Select[Team]:
    return query.with_for_update() if lock else query
