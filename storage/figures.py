"""What a round's answers add up to. Late answers, and those left out by their writers, do not count."""

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from bot.schedule.shown import SlotState
from storage.tables import Interview, Judgement, Revision, Slot


def invited(session: Session, round_id: int) -> int:
    """Count who was invited to a round, or had begun before; who was away does not count."""
    states = (SlotState.INVITED, SlotState.BEGUN)
    query = select(func.count()).where(Slot.round_id == round_id, Slot.state.in_(states))
    return session.scalar(query) or 0


def took_part(session: Session, round_id: int) -> int:
    """Count the people who have finished an answer in a round in time."""
    query = select(func.count(Interview.person_id.distinct())).where(
        _in_time(round_id), Interview.id.in_(select(Revision.interview_id))
    )
    return session.scalar(query) or 0


def levels(session: Session, round_id: int) -> list[tuple[str, dict[str, int]]]:
    """Return (question, level by criterion) of everybody's newest answer to each question."""
    left_out = select(Judgement.interview_id).where(Judgement.left_out.is_(True))
    query = (
        select(Interview.person_id, Interview.question, Interview.id, Revision.levels)
        .join(Revision, Revision.interview_id == Interview.id)
        .where(_in_time(round_id), Revision.outcome == "scored", Interview.id.not_in(left_out))
        .order_by(Interview.touched_at, Interview.id, Revision.attempt, Revision.number)
    )
    found: dict[tuple[int, str], tuple[str, dict[str, int]]] = {}
    for person_id, question, interview_id, rated in session.execute(query):
        whole, so_far = found.get((person_id, question), (interview_id, {}))
        earlier = so_far if whole == interview_id else {}
        found[person_id, question] = (interview_id, {**earlier, **rated})
    return [(question, newest) for (_, question), (_, newest) in found.items()]


def _in_time(round_id: int) -> ColumnElement[bool]:
    return and_(Interview.round_id == round_id, Interview.late.is_(False))
