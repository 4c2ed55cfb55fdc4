"""The outbox: what must be said, kept until Slack has it. Only the courier takes from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session, aliased

from storage.machine import machine_now_s
from storage.tables import Claim, Said

WAITING, UNSURE, POSTED, ENDED = "waiting", "unsure", "posted", "ended"
UNSETTLED = (WAITING, UNSURE)
LANE = "out:"  # what claims on the outbox's lanes begin with


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where something goes.

    `channel` is C…, D…, or the person's U… for a direct message.
    """

    workspace_id: int
    act: str = "post"  # post, update, delete, ephemeral, home
    channel: str
    user: str | None = None  # of an ephemeral or a home
    thread_id: str | None = None  # outbox id of the thread's root
    thread_ts: str | None = None  # or the ts of a root that is not ours
    target_id: str | None = None  # outbox id of what is updated, deleted or linked to
    interview_id: str | None = None
    subject: str | None = None  # what it is about, to find it again
    not_after: datetime | None = None  # aware; when it is too late to say it


_PLACE = tuple(field.name for field in fields(Address))


def say(
    session: Session,
    address: Address,
    *,
    kind: str,
    now: datetime,
    body: dict[str, Any] | None = None,
) -> str:
    """File something to be said; return its id, which will be the marker in the message."""
    row = Said(**_row(address, kind, body, now))
    session.add(row)
    session.flush()
    return row.id


def say_to_many(
    session: Session,
    letters: Iterable[tuple[Address, dict[str, Any]]],
    *,
    kind: str,
    now: datetime,
) -> None:
    """File one kind of thing to be said in many places, at once."""
    rows = [_row(address, kind, body, now) for address, body in letters]
    if rows:
        # Not by the session itself, which would sort the rows by which values they lack.
        session.connection().execute(insert(Said), rows)


def next_lane(session: Session) -> str | None:
    """Return an unclaimed lane whose first unsettled row may be sent now, or None."""
    now_s = machine_now_s(session)
    earlier = aliased(Said)
    first = (
        select(func.min(earlier.seq))
        .where(earlier.lane == Said.lane, earlier.state.in_(UNSETTLED))
        .scalar_subquery()
    )
    claimed = select(func.substr(Claim.lane, len(LANE) + 1)).where(
        Claim.leased_until_s >= now_s, Claim.lane.startswith(LANE)
    )
    return session.scalar(
        select(Said.lane)
        .where(
            Said.state.in_(UNSETTLED),
            Said.not_before_s <= now_s,
            Said.seq == first,
            Said.lane.not_in(claimed),
        )
        .order_by(Said.seq)
        .limit(1)
    )


def next_row(session: Session, lane: str) -> Said | None:
    """Return the first unsettled row of a lane if it may be sent now."""
    row = session.scalar(
        select(Said).where(Said.lane == lane, Said.state.in_(UNSETTLED)).order_by(Said.seq).limit(1)
    )
    return row if row is not None and row.not_before_s <= machine_now_s(session) else None


def by_id(session: Session, row_id: str | None) -> Said | None:
    """Return a row by its marker."""
    return session.scalar(select(Said).where(Said.id == row_id)) if row_id else None


def by_message(session: Session, workspace_id: int, channel: str, ts: str) -> Said | None:
    """Return the row that became a message in Slack."""
    return session.scalar(
        select(Said).where(
            Said.posted_channel == channel,
            Said.posted_ts == ts,
            Said.workspace_id == workspace_id,
        )
    )


def last_said(session: Session, address: Address, kind: str) -> Said | None:
    """Return the newest message of a kind and subject to one place that still stands, or will."""
    query = select(Said).where(
        Said.workspace_id == address.workspace_id,
        Said.channel == address.channel,
        Said.kind == kind,
        Said.act == "post",
        Said.state != ENDED,
        Said.subject == address.subject,
        Said.interview_id == address.interview_id,
    )
    return session.scalar(query.order_by(Said.seq.desc()).limit(1))


def is_unsettled(session: Session, workspace_id: int, channels: tuple[str, ...]) -> bool:
    """Say whether a post to one of these channels may still become a message we do not know."""
    query = select(Said.seq).where(
        Said.workspace_id == workspace_id,
        Said.channel.in_(channels),
        Said.act == "post",
        Said.state.in_(UNSETTLED),
    )
    return session.scalar(query.limit(1)) is not None


def end(row: Said, reason: str) -> None:
    """Give up on a row; what it would have said is forgotten."""
    row.state, row.body, row.reason = ENDED, None, reason


def standing(session: Session, interview_id: str, kinds: Sequence[str]) -> list[Said]:
    """Return our messages of some kinds in an interview that are not deleted, nor about to be."""
    deleted = select(Said.target_id).where(
        Said.interview_id == interview_id, Said.act == "delete", Said.target_id.is_not(None)
    )
    query = select(Said).where(
        Said.interview_id == interview_id,
        Said.act == "post",
        Said.kind.in_(kinds),
        Said.state != ENDED,
        Said.id.not_in(deleted),
    )
    return list(session.scalars(query))


def waiting_in(session: Session, thread_id: str | None) -> Sequence[Said]:
    """Return what still waits to be posted in a thread, in order."""
    query = select(Said).where(
        Said.thread_id == thread_id, Said.act == "post", Said.state == WAITING
    )
    return session.scalars(query.order_by(Said.seq)).all()


def newest(session: Session, interview_id: str) -> Said | None:
    """Return what was filed last to be said in an interview."""
    query = select(Said).where(Said.interview_id == interview_id, Said.act == "post")
    return session.scalar(query.order_by(Said.seq.desc()).limit(1))


def count(session: Session, interview_id: str, kind: str) -> int:
    """Count what was said of a kind in an interview."""
    query = select(func.count()).where(Said.interview_id == interview_id, Said.kind == kind)
    return session.scalar(query) or 0


def is_pointed_to(session: Session, row_id: str) -> bool:
    """Say whether something will be said that links to a message."""
    query = select(Said.seq).where(Said.target_id == row_id, Said.act.in_(("ephemeral", "post")))
    return session.scalar(query.limit(1)) is not None


def to_look_again(session: Session) -> Sequence[Said]:
    """Return the posts that were of unknown outcome and may show a double by now."""
    return session.scalars(
        select(Said).where(
            Said.look_again_s <= machine_now_s(session), Said.state.in_((POSTED, ENDED))
        )
    ).all()


def empty_bodies(session: Session, interview_id: str) -> None:
    """Forget what was still to be said in an interview, since it may quote a deleted text."""
    session.execute(
        update(Said)
        .where(
            Said.interview_id == interview_id,
            Said.state == WAITING,
            Said.tries == 0,
            Said.act != "delete",
        )
        .values(state=ENDED, body=None, reason="deleted")
    )
    session.execute(update(Said).where(Said.interview_id == interview_id).values(body=None))


def waiting(session: Session) -> int:
    """Count what is not said yet."""
    return session.scalar(select(func.count()).where(Said.state.in_(UNSETTLED))) or 0


def _row(address: Address, kind: str, body: dict[str, Any] | None, now: datetime) -> dict[str, Any]:
    return {
        **{name: getattr(address, name) for name in _PLACE},
        "id": uuid4().hex,
        "lane": f"{address.workspace_id}:{address.channel}",
        "kind": kind,
        "body": body,
        "state": WAITING,
        "filed_at": now,
    }
