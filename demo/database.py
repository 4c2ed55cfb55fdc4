"""The demo's database: a file made anew each time, or the one that DATABASE_URL names."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, inspect, select
from sqlalchemy.engine import Connection

from demo.stage import TEAM
from storage.database import open_engine
from storage.tables import Row, Workspace

OWN_FILE = Path(".demo") / "starling.db"


class Refused(Exception):
    """The database holds somebody's real workspace; the message says so, and what to do."""


@contextmanager
def alone() -> Iterator[None]:
    """Keep a second demo from deleting the database of the first.

    Raises:
        Refused: a demo is running in this folder.
    """
    OWN_FILE.parent.mkdir(exist_ok=True)
    with OWN_FILE.with_name("lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # dies with the process
        except BlockingIOError:
            raise Refused("A demo is running here already. Stop it first, with Ctrl-C.") from None
        yield


def prepare(url: str | None) -> str:
    """Return the address of a database without the demo's rows.

    Raises:
        Refused: it holds another workspace than the demo's.
    """
    if url is None:
        OWN_FILE.parent.mkdir(exist_ok=True)
        for suffix in ("", "-wal", "-shm"):
            OWN_FILE.with_name(OWN_FILE.name + suffix).unlink(missing_ok=True)
        return f"sqlite:///{OWN_FILE}"
    engine = open_engine(url)
    try:
        _empty(engine)
    finally:
        engine.dispose()
    return url


def _empty(engine: Engine) -> None:
    if not inspect(engine).has_table(Workspace.__tablename__):
        return
    with engine.begin() as connection:
        teams = set(connection.scalars(select(Workspace.team)))
        if teams - {TEAM}:
            raise Refused(
                "This database holds a real workspace, so the demo does not touch it. "
                "Name another one in DATABASE_URL, or none."
            )
        _delete_all(connection)


def _delete_all(connection: Connection) -> None:
    # No other workspace is in here, so every row is the demo's.
    for table in reversed(Row.metadata.sorted_tables):
        connection.execute(table.delete())
