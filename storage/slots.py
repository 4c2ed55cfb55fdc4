"""Slots: everybody's place in a round, invited once and reminded at most once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, func, insert, select, update
from sqlalchemy.orm import Session

from bot.schedule.days import OF_A_DAY, Reason
from bot.schedule.shown import SlotState
from bot.schedule.slots import Slot
from storage.tables import Interview, Person, Round, Slot as Row, Team

CHUNK = 1000
"""So many in one transaction: others can write in between, and memory does not grow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """People who are to be invited to the same, and for whom it closes at the same moment."""

    of: Round
    team: Team
    closes_at: datetime
    users: Sequence[str]


def open_all(session: Session, round_id: int, slots: Sequence[tuple[int, Slot]]) -> None:
    """Write the slots of a round that has just opened; each comes with its person's id."""
    for first in range(0, len(slots), CHUNK):
        rows = [_row(round_id, *each) for each in slots[first : first + CHUNK]]
        # Not by the session itself, which would sort the rows by which values they lack.
        session.connection().execute(insert(Row), rows)


def of_person(session: Session, round_id: int, person_id: int) -> Row | None:
    """Return somebody's slot in a round."""
    return session.scalar(select(Row).where(Row.round_id == round_id, Row.person_id == person_id))


def waiting_of(session: Session, person_id: int) -> Sequence[tuple[Row, Round]]:
    """Return somebody's slots that are still to come, each with its round, the next one first."""
    return _with_rounds(session, Row.person_id == person_id, Row.state == SlotState.WAITING)


def free_of(session: Session, person_id: int, now: datetime) -> Sequence[tuple[Row, Round]]:
    """Return somebody's slots in open rounds that were skipped because they were to be free."""
    return _with_rounds(
        session,
        Row.person_id == person_id,
        Row.state == SlotState.SKIPPED,
        Row.why.in_((*OF_A_DAY, Reason.TURNED_OFF)),
        Row.invited_at.is_(None),
        Row.closes_at > now,
    )


def _with_rounds(session: Session, *which: ColumnElement[bool]) -> Sequence[tuple[Row, Round]]:
    query = select(Row, Round).join(Round, Round.id == Row.round_id).where(*which)
    return [(slot, of) for slot, of in session.execute(query.order_by(Row.due_at))]


def open_of(session: Session, team: Team, person_id: int, now: datetime) -> Row | None:
    """Return somebody's slot in a team's round that has not closed for them."""
    query = select(Row).where(Row.person_id == person_id, Row.closes_at > now, of_team(team))
    return session.scalar(query.order_by(Row.due_at).limit(1))


def take_up(session: Session, team: Team, people: Iterable[int], now: datetime) -> None:
    """Let slots to come wait again that were dropped because their people had left."""
    session.execute(
        update(Row)
        .where(
            Row.person_id.in_(list(people)),
            Row.state == SlotState.SKIPPED,
            Row.why == Reason.LEFT,
            Row.due_at > now,
            of_team(team),
        )
        .values(state=SlotState.WAITING, why=None)
    )


def lose(session: Session, round_id: int, user: str) -> None:
    """Note that an invitation which was to be said could not be said in time."""
    somebody = select(Person.id).where(Person.user == user)
    session.execute(
        update(Row)
        .where(
            Row.round_id == round_id, Row.person_id.in_(somebody), Row.state == SlotState.INVITED
        )
        .values(state=SlotState.MISSED, why=Reason.SLACK_DOWN, remind_at=None)
    )


def miss(session: Session, now: datetime, grace: timedelta) -> int:
    """Give up invitations that are too late; return how many.

    What was missed by a clock that was wrong, and set back since, is taken up again.
    """
    session.execute(
        update(Row)
        .where(
            Row.state == SlotState.MISSED,
            Row.why == Reason.DOWN,
            Row.due_at >= now - grace,
            Row.closes_at > now,
        )
        .values(state=SlotState.WAITING, why=None)
    )
    late = (Row.due_at < now - grace) | (Row.closes_at <= now)
    missed = update(Row).where(Row.state == SlotState.WAITING, Row.due_at <= now, late)
    lost = missed.values(state=SlotState.MISSED, why=Reason.DOWN, remind_at=None)
    return len(session.scalars(lost.returning(Row.id)).all())


def pass_over(session: Session, now: datetime) -> None:
    """Leave out, of those due now, who has begun before their hour."""
    session.execute(
        update(Row)
        .where(Row.state == SlotState.WAITING, Row.due_at <= now, _begun())
        .values(state=SlotState.BEGUN, remind_at=None)
    )


def take_due(session: Session, now: datetime) -> list[Due]:
    """Return a chunk of those who are due, marked as invited; others who ask get other ones."""
    # Nothing is joined: that would be done for a whole crowd again with every chunk.
    query = (
        select(Row.id, Row.person_id, Row.round_id, Row.closes_at)
        .where(Row.state == SlotState.WAITING, Row.due_at <= now)
        .order_by(Row.due_at)
        .limit(CHUNK)
        .with_for_update(skip_locked=True)
    )
    taken = session.execute(query).all()
    if not taken:
        return []
    marked = update(Row).where(Row.id.in_([row.id for row in taken]))
    session.execute(marked.values(state=SlotState.INVITED, invited_at=now))
    people = Person.id.in_([row.person_id for row in taken])
    users = dict(session.execute(select(Person.id, Person.user).where(people)).all())
    alike = defaultdict[tuple[int, datetime], list[str]](list)
    for row in taken:
        alike[row.round_id, row.closes_at].append(users[row.person_id])
    return [_due(session, *which, invited) for which, invited in alike.items()]


def take_to_remind(session: Session, now: datetime) -> Sequence[tuple[Row, Person, Round, Team]]:
    """Return a chunk of the invited whose reminder is due, if they have not begun."""
    session.execute(
        update(Row)
        .where(
            Row.remind_at <= now,
            (Row.state != SlotState.INVITED) | (Row.closes_at <= now) | _begun(),
        )
        .values(remind_at=None)
    )
    query = select(Row).where(Row.remind_at <= now).order_by(Row.remind_at).limit(CHUNK)
    taken = session.scalars(query.with_for_update(skip_locked=True)).all()
    found = select(Person).where(Person.id.in_([slot.person_id for slot in taken]))
    people = {person.id: person for person in session.scalars(found)}
    rounds = [session.get_one(Round, slot.round_id) for slot in taken]
    return [
        (slot, people[slot.person_id], of, session.get_one(Team, of.team_id))
        for slot, of in zip(taken, rounds, strict=True)
    ]


def drop(session: Session, why: Reason, *which: ColumnElement[bool]) -> None:
    """Skip slots that wait, and remind of none of them."""
    session.execute(
        update(Row)
        .where(Row.state == SlotState.WAITING, *which)
        .values(state=SlotState.SKIPPED, why=why)
    )
    session.execute(update(Row).where(Row.remind_at.is_not(None), *which).values(remind_at=None))


def of_team(team: Team) -> ColumnElement[bool]:
    """Return the condition that a slot is in a round of a team's."""
    return Row.round_id.in_(select(Round.id).where(Round.team_id == team.id))


def next_of(session: Session) -> datetime | None:
    """Return the next moment at which somebody is invited or reminded."""
    invited = select(func.min(Row.due_at)).where(Row.state == SlotState.WAITING)
    reminded = select(func.min(Row.remind_at))
    found = [session.scalar(invited), session.scalar(reminded)]
    return min((moment for moment in found if moment is not None), default=None)


def _row(round_id: int, person_id: int, slot: Slot) -> dict[str, Any]:
    return {
        "round_id": round_id,
        "person_id": person_id,
        "zone": slot.zone,
        "at": slot.at,
        "due_at": slot.due,
        "closes_at": slot.closes,
        "remind_at": slot.remind,
        "state": SlotState.SKIPPED if slot.skipped else SlotState.WAITING,
        "why": slot.off.why if slot.off else None,
        "holiday": slot.off.name or None if slot.off else None,
    }


def _due(session: Session, round_id: int, closes_at: datetime, users: Sequence[str]) -> Due:
    of = session.get_one(Round, round_id)
    team = session.get_one(Team, of.team_id)
    return Due(of=of, team=team, closes_at=closes_at, users=users)


def _begun() -> ColumnElement[bool]:
    return exists().where(Interview.round_id == Row.round_id, Interview.person_id == Row.person_id)
