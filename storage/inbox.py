"""The inbox: facts that Slack delivered, kept until somebody took them in."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from storage.machine import insert, machine_now_s
from storage.tables import Claim, Heard

WAITING, DONE, ASIDE = "waiting", "done", "aside"
LANE = "in:"  # what claims on the inbox's lanes begin with
MOST_TRIES = 6


def file(session: Session, *, lane: str, body: dict[str, Any], now: datetime, **keys: Any) -> bool:
    """File a fact; say whether it is new. A second delivery, by either key, is the same row."""
    row = {"lane": lane, "body": body, "filed_at": now, "state": WAITING}
    statement = insert(session, Heard).values(**row, **keys).on_conflict_do_nothing()
    return session.execute(statement.returning(Heard.id)).first() is not None


def is_known(session: Session, key: str) -> bool:
    """Say whether a fact was ever filed."""
    return session.scalar(select(Heard.id).where(Heard.key == key)) is not None


def forget_thread(session: Session, lane: str, thread_ts: str) -> None:
    """Empty what was set aside of somebody's messages in a thread."""
    aside = select(Heard).where(Heard.lane == lane, Heard.state == ASIDE, Heard.body.is_not(None))
    for row in session.scalars(aside):
        if row.body and row.body.get("thread_ts") == thread_ts:
            row.body = None


def next_lane(session: Session) -> str | None:
    """Return the unclaimed lane whose oldest fact has waited longest, or None."""
    now_s = machine_now_s(session)
    claimed = select(func.substr(Claim.lane, len(LANE) + 1)).where(
        Claim.leased_until_s >= now_s, Claim.lane.startswith(LANE)
    )
    return session.scalar(
        select(Heard.lane)
        .where(Heard.state == WAITING, Heard.not_before_s <= now_s, Heard.lane.not_in(claimed))
        .order_by(Heard.at)
        .limit(1)
    )


def next_fact(session: Session, lane: str) -> Heard | None:
    """Return a lane's earliest fact by Slack's instant that may be taken now."""
    now_s = machine_now_s(session)
    return session.scalar(
        select(Heard)
        .where(Heard.lane == lane, Heard.state == WAITING, Heard.not_before_s <= now_s)
        .order_by(Heard.at, Heard.id)
        .limit(1)
    )


def finish(row: Heard) -> None:
    """Mark a fact as taken in; its keys stay, what it said does not."""
    row.state, row.body = DONE, None


def postpone(session: Session, row_id: int, pause_s: float) -> None:
    """Leave a fact for later without counting it as a failure."""
    later_s = machine_now_s(session) + pause_s
    session.execute(update(Heard).where(Heard.id == row_id).values(not_before_s=later_s))


def fail(session: Session, row_id: int, reason: str) -> bool:
    """Count a failure and try later, with growing pauses; at last set it aside and say so."""
    row = session.get_one(Heard, row_id)
    row.tries += 1
    row.reason = reason
    row.not_before_s = machine_now_s(session) + 2.0**row.tries
    if row.tries >= MOST_TRIES:
        row.state = ASIDE
    return row.state == ASIDE


def waiting(session: Session) -> int:
    """Count the facts that are not taken in yet."""
    return session.scalar(select(func.count()).where(Heard.state == WAITING)) or 0
