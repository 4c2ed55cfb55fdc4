"""Seeing on PostgreSQL that transactions wait for another, without waiting a set time."""

from concurrent.futures import Future
from typing import Any

from sqlalchemy import text

from storage.database import Database

WAITING = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def all_wait(database: Database, *others: Future[Any]) -> bool:
    """Say whether all of these come to wait for a lock at the same time, before one of them ends."""
    with database.engine.connect() as connection:
        while not any(other.done() for other in others):
            if connection.execute(WAITING).scalar_one() == len(others):
                return True
            connection.rollback()  # what is seen of others stands still within a transaction
    return False
