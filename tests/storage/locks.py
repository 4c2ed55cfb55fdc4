"""Seeing on PostgreSQL that one transaction waits for another, without waiting a set time."""

from concurrent.futures import Future
from typing import Any

from sqlalchemy import text

from storage.database import Database

WAITING = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def waits(database: Database, other: Future[Any]) -> bool:
    """Say, as soon as it is known, whether another thread waits for a lock of ours; else it ends."""
    with database.engine.connect() as connection:
        while not other.done():
            if connection.execute(WAITING).scalar_one():
                return True
            connection.rollback()  # what is seen of others stands still within a transaction
    return False
