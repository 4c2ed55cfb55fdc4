"""Drafts: messages written outside any interview."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from storage.tables import Draft, Person


def find(session: Session, person_id: int, channel: str, ts: str) -> Draft | None:
    """Return the draft that a message is."""
    return session.scalar(
        select(Draft).where(Draft.person_id == person_id, Draft.channel == channel, Draft.ts == ts)
    )


def pending(session: Session, person_id: int) -> Sequence[Draft]:
    """Return somebody's drafts that still hold a text, in order."""
    query = select(Draft).where(
        Draft.person_id == person_id, Draft.erased.is_(False), Draft.text != ""
    )
    return session.scalars(query.order_by(Draft.ts)).all()


def erase(session: Session, person_id: int, channel: str, ts: str, now: datetime) -> None:
    """Empty the draft that a message is, or is still to be if its delete was heard first."""
    draft = find(session, person_id, channel, ts)
    draft = draft or Draft(person_id=person_id, channel=channel, ts=ts, kept_at=now)
    draft.text, draft.erased = "", True
    session.add(draft)
    session.flush()


def empty(kept: Sequence[Draft]) -> None:
    """Forget what drafts say. The rows stay, so that a later edit does not bring it back."""
    for draft in kept:
        draft.text, draft.erased = "", True


def empty_all(session: Session, person_id: int) -> None:
    """Forget all that somebody wrote outside interviews."""
    empty(session.scalars(select(Draft).where(Draft.person_id == person_id)).all())


def empty_old(session: Session, *, unconsented: datetime, others: datetime) -> None:
    """Forget drafts kept since before a moment; an earlier one holds for those who agreed."""
    agreed = select(Person.id).where(Person.agreed_at.is_not(None))
    old = or_(
        Draft.kept_at < others,
        and_(Draft.kept_at < unconsented, Draft.person_id.not_in(agreed)),
    )
    session.execute(update(Draft).where(old).values(text="", erased=True))
