"""One tick for a crowd, measured beside one bulk insert of as many invitations."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import insert

from bench import crowd
from bench.databases import NewDatabase
from bot.desk.desk import Desk
from bot.letters import Letter
from bot.schedule.notices import Invite
from bot.schedule.participant import Participant
from storage.database import Database
from storage.tables import Said, Workspace

MINUTE = timedelta(minutes=1)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One crowd, measured once. In seconds."""

    tick: float
    idle: float  # the tick a minute later, at which nothing is due
    insert: float


def run(opened: NewDatabase, people: Sequence[Participant], at: datetime | None = None) -> Run:
    """Measure in new databases.

    Args:
        opened: opens them.
        people: the crowd.
        at: when the tick comes, aware; None is when the round opens.
    """
    with opened() as database:
        inserted = _insert(database, len(people))
    with opened() as database:
        opens = crowd.gather(database, people)
        now = at or opens
        Desk(database, lambda: opens - MINUTE).tick()  # warms up
        tick = _seconds(Desk(database, lambda: now).tick)
        idle = _seconds(Desk(database, lambda: now + MINUTE).tick)
    return Run(tick=tick, idle=idle, insert=inserted)


def _insert(database: Database, count: int) -> float:
    with database.transaction() as session:
        session.add(Workspace(id=1, enterprise="", team="T1"))
    outbox = Said.metadata.tables[Said.__tablename__]
    rows = [_row(number) for number in range(count)]

    def insert_all() -> None:
        with database.engine.begin() as connection:
            connection.execute(insert(outbox), rows)

    return _seconds(insert_all)


def _row(number: int) -> dict[str, object]:
    """Fill the columns that an invitation fills."""
    questions, user = crowd.PLAN.questions, crowd.user(number)
    invitation = Invite(channel="C1", round_id=1, questions=questions, closes=NOON)
    return {
        "id": uuid4().hex,
        "workspace_id": 1,
        "lane": f"1:{user}",
        "act": "post",
        "channel": user,
        "kind": Invite.__name__,
        "body": Letter(effect=invitation).to_body(),
        "state": "waiting",
        "filed_at": NOON,
    }


def _seconds(work: Callable[[], None]) -> float:
    # What the bench itself holds is not looked through again and again while the work is measured.
    gc.collect()
    gc.freeze()
    begin = time.perf_counter()
    work()
    taken = time.perf_counter() - begin
    gc.unfreeze()
    return taken
