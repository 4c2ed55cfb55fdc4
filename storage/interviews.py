"""Interviews: kept as rows, read as the pure `Interview` that the conversation knows."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from pydantic import TypeAdapter
from sqlalchemy import Delete, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from bot.interview import events
from bot.interview.interview import OPEN_STAGES, Interview, Piece, Stage
from bot.questions.question import Question
from storage import outbox
from storage.tables import (
    Interview as InterviewRow,
    Judgement,
    MoveMade,
    PieceWritten,
    Revision,
    Said,
)

MOVES: Mapping[str, TypeAdapter[events.Move]] = {
    move.__name__: TypeAdapter(move) for move in events.Move.__args__
}
"""How each kind of move is read from JSON and written to it."""


DELETED_WITH_IT = (
    "AskOwnRating",
    "Nudge",
    "Remind",
    "SayPaused",
    "SaySetAside",
    "ShowFeedback",
    "ShowSection",
)
"""What we said that quotes an interview, or whose buttons mean nothing without it."""


def load(session: Session, row: InterviewRow, question: Question) -> Interview:
    """Read an interview with its whole history."""
    moves = session.scalars(
        select(MoveMade).where(MoveMade.interview_id == row.id).order_by(MoveMade.id)
    )
    pieces = session.scalars(select(PieceWritten).where(PieceWritten.interview_id == row.id))
    return Interview(
        id=row.id,
        question=question,
        moves=tuple(MOVES[move.kind].validate_python(move.body) for move in moves),
        pieces=MappingProxyType({piece.ts: _piece(piece) for piece in pieces}),
        nudged=frozenset((attempt, section) for attempt, section in row.nudged),
    )


def save(session: Session, row: InterviewRow, before: Interview, after: Interview) -> None:
    """Write what came to an interview since it was read."""
    for move in after.moves[len(before.moves) :]:
        kind = type(move).__name__
        body = MOVES[kind].dump_python(move, mode="json")
        session.add(MoveMade(interview_id=row.id, kind=kind, body=body))
    for ts in before.pieces.keys() - after.pieces.keys():
        session.execute(_pieces_of(row.id).where(PieceWritten.ts == ts))
    for ts, piece in after.pieces.items():
        if before.pieces.get(ts) != piece:
            _write(session, row.id, piece)
    row.nudged = sorted([attempt, section] for attempt, section in after.nudged)


def open_of(session: Session, person_id: int, question: str | None = None) -> list[InterviewRow]:
    """Return somebody's open interviews, oldest first; at most one a question."""
    query = select(InterviewRow).where(
        InterviewRow.person_id == person_id, InterviewRow.stage.in_(OPEN_STAGES)
    )
    if question is not None:
        query = query.where(InterviewRow.question == question)
    return list(session.scalars(query.order_by(InterviewRow.touched_at)))


def waiting_of(session: Session, person_id: int) -> list[InterviewRow]:
    """Return somebody's interviews that are open or set aside, newest first."""
    stages = (*OPEN_STAGES, Stage.SET_ASIDE)
    query = select(InterviewRow).where(
        InterviewRow.person_id == person_id, InterviewRow.stage.in_(stages)
    )
    return list(session.scalars(query.order_by(InterviewRow.touched_at.desc())))


def left_alone(session: Session, *, remind: datetime, set_aside: datetime) -> list[InterviewRow]:
    """Return open interviews untouched since one moment, or unreminded since the other."""
    due = or_(
        InterviewRow.touched_at <= set_aside,
        and_(InterviewRow.touched_at <= remind, InterviewRow.reminded.is_(False)),
    )
    query = select(InterviewRow).where(InterviewRow.stage.in_(OPEN_STAGES), due)
    return list(session.scalars(query.order_by(InterviewRow.touched_at)))


def by_thread(session: Session, workspace_id: int, channel: str, ts: str) -> InterviewRow | None:
    """Return the interview that is held in a thread."""
    return session.scalar(
        select(InterviewRow)
        .join(Said, Said.id == InterviewRow.root_id)
        .where(
            Said.workspace_id == workspace_id, Said.posted_channel == channel, Said.posted_ts == ts
        )
    )


def by_piece(session: Session, person_id: int, ts: str) -> InterviewRow | None:
    """Return the interview that holds a message which was written somewhere else."""
    return session.scalar(
        select(InterviewRow)
        .join(PieceWritten, PieceWritten.interview_id == InterviewRow.id)
        .where(InterviewRow.person_id == person_id, PieceWritten.ts == ts)
    )


def forget(session: Session, row: InterviewRow) -> list[Said]:
    """Delete what a person said and did in an interview; return our messages that go with it.

    The row itself stays, empty, so that a late message in its thread is known and dropped.
    """
    quoting = outbox.standing(session, row.id, DELETED_WITH_IT)
    session.execute(delete(MoveMade).where(MoveMade.interview_id == row.id))
    session.execute(_pieces_of(row.id))
    session.execute(delete(Judgement).where(Judgement.interview_id == row.id))
    session.execute(delete(Revision).where(Revision.interview_id == row.id))
    outbox.empty_bodies(session, row.id)
    return quoting


def write_revision(session: Session, revision: Revision) -> None:
    """Add the newest ratings of an attempt; older ones keep their levels and lose their quotes."""
    older = (Revision.interview_id == revision.interview_id, Revision.attempt == revision.attempt)
    session.execute(update(Revision).where(*older).values(sheet=None))
    numbers: Iterable[int] = session.scalars(select(Revision.number).where(*older))
    revision.number = max(numbers, default=0) + 1
    session.add(revision)


def newest_revision(session: Session, interview_id: str, attempt: int) -> Revision | None:
    """Return the ratings of an attempt as they stand."""
    return session.scalar(
        select(Revision)
        .where(Revision.interview_id == interview_id, Revision.attempt == attempt)
        .order_by(Revision.number.desc())
        .limit(1)
    )


def _piece(row: PieceWritten) -> Piece:
    return Piece(ts=row.ts, at=row.at, text=row.text, version=row.version, erased=row.erased)


def _write(session: Session, interview_id: str, piece: Piece) -> None:
    row = session.scalar(
        select(PieceWritten).where(
            PieceWritten.interview_id == interview_id, PieceWritten.ts == piece.ts
        )
    )
    row = row or PieceWritten(interview_id=interview_id, ts=piece.ts)
    row.at, row.text = piece.at, piece.text
    row.version, row.erased = piece.version, piece.erased
    session.add(row)


def _pieces_of(interview_id: str) -> Delete:
    return delete(PieceWritten).where(PieceWritten.interview_id == interview_id)
