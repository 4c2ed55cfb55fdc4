"""Claims: who works on a lane. Two workers never work on one; a dead one's claim runs out."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from storage.machine import insert, machine_now_s
from storage.tables import Claim


def claim(session: Session, lane: str, holder: str, lease_s: float) -> bool:
    """Take a lane for `lease_s` seconds, or say that somebody else has it."""
    now_s = machine_now_s(session)
    lease = {"holder": holder, "leased_until_s": now_s + lease_s}
    statement = insert(session, Claim).values(lane=lane, **lease)
    statement = statement.on_conflict_do_update(
        index_elements=[Claim.lane], set_=lease, where=Claim.leased_until_s < now_s
    )
    return session.execute(statement.returning(Claim.lane)).first() is not None


def holds(session: Session, lane: str, holder: str) -> bool:
    """Say whether a claim is still the holder's; a worker that overslept must drop its work.

    It stays the holder's until the transaction ends, though the lease may run out meanwhile.
    """
    leased_until_s = session.scalar(
        select(Claim.leased_until_s)
        .where(Claim.lane == lane, Claim.holder == holder)
        .with_for_update()  # SQLite has no need of it: there one transaction writes at a time
    )
    return leased_until_s is not None and leased_until_s > machine_now_s(session)


def release(session: Session, lane: str, holder: str) -> None:
    """Give a lane back."""
    session.execute(delete(Claim).where(Claim.lane == lane, Claim.holder == holder))
