"""Databases to measure on: empty ones with their tables, on the disk, and safe from a power cut."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.database import Database
from tests.postgres import new_database, running

NewDatabase = Callable[[], AbstractContextManager[Database]]
"""Opens a database with nothing in its tables; it goes when the context ends."""


@contextmanager
def on_sqlite() -> Iterator[Database]:
    """Open a new file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "starling.db"
        with _migrated(f"sqlite:///{path}") as database:
            yield database


@contextmanager
def on_postgres() -> Iterator[NewDatabase]:
    """Run a server while the context lasts; yield what opens a new database on it."""
    with running(durable=True) as server:

        @contextmanager
        def opened() -> Iterator[Database]:
            with new_database(server) as url, _migrated(url) as database:
                yield database

        yield opened


@contextmanager
def _migrated(url: str) -> Iterator[Database]:
    with closing(Database(url)) as database:
        database.migrate()
        yield database
