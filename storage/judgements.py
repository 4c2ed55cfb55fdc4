"""What people think of the feedback."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.tables import Judgement


def judge(
    session: Session,
    interview_id: str,
    attempt: int,
    *,
    fair: bool,
    why: str = "",
    left_out: bool = False,
) -> None:
    """Keep an opinion on the feedback to one attempt; the last one holds."""
    row = session.scalar(
        select(Judgement).where(
            Judgement.interview_id == interview_id, Judgement.attempt == attempt
        )
    )
    row = row or Judgement(interview_id=interview_id, attempt=attempt)
    row.fair, row.why, row.left_out = fair, why, left_out
    session.add(row)
