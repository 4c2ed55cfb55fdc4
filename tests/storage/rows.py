"""Rows to start from: one workspace, Alice in it, and an interview of hers."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from bot.interview.interview import Stage
from storage import people
from storage.tables import Interview, Person, Workspace

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def workspace(session: Session) -> Workspace:
    return people.workspace(session, "", "T1")


def alice(session: Session) -> Person:
    return people.person(session, workspace(session).id, "UALICE", "Alice")


def interview(
    session: Session, interview_id: str = "i1", *, question: str = "disagreement", **fields: object
) -> Interview:
    """Keep an interview of Alice's; `fields` are columns of its table."""
    columns = {"place": "private", "stage": Stage.NOTICED, "touched_at": NOON, "nudged": []}
    row = Interview(
        id=interview_id,
        person_id=alice(session).id,
        question=question,
        **{**columns, **fields},
    )
    session.add(row)
    session.flush()
    return row
