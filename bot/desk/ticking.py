"""What happens because time passed: interviews are reminded of and set aside, drafts forgotten."""

import logging
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.desk.drafting import KEPT, KEPT_AGREED
from bot.desk.interviews import take
from bot.desk.work import Work
from bot.interview.conversation import REMIND_AFTER, SET_ASIDE_AFTER
from bot.interview.events import LeftUntouched, SetAside
from storage import drafts, interviews
from storage.tables import Heard, Interview as Row, PieceWritten

log = logging.getLogger(__name__)
ASIDE_KEPT = timedelta(days=7)


def untouched(session: Session, now: datetime) -> list[Row]:
    """Return the interviews that nobody touched long enough to say or do something about it."""
    return interviews.left_alone(
        session, remind=now - REMIND_AFTER, set_aside=now - SET_ASIDE_AFTER
    )


def let_pass(work: Work, row: Row) -> None:
    """Remind of an interview, or set it aside if it has been left for fourteen days."""
    if row.touched_at <= work.now - SET_ASIDE_AFTER:
        take(work, row, SetAside(at=work.at))
    elif row.touched_at <= work.now - REMIND_AFTER and not row.reminded:
        row.reminded = True
        take(work, row, LeftUntouched(at=work.at))


def forget_old(session: Session, now: datetime) -> None:
    """Delete what is kept for a time only: drafts, words before Begin, facts set aside."""
    drafts.empty_old(session, unconsented=now - KEPT, others=now - KEPT_AGREED)
    stale = select(Row.id).where(Row.stage == "noticed", Row.touched_at < now - KEPT)
    session.execute(
        update(PieceWritten)
        .where(PieceWritten.interview_id.in_(stale))
        .values(text="", erased=True)
    )
    session.execute(
        update(Heard)
        .where(Heard.state == "aside", Heard.filed_at < now - ASIDE_KEPT)
        .values(body=None)
    )
