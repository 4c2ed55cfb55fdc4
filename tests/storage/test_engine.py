"""The engine: what every connection promises."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select
from sqlalchemy.exc import ArgumentError, IntegrityError

from storage.database import Database, open_engine
from storage.tables import Person, Workspace

THREADS, TIMES = 4, 25


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("synchronous", 2),  # FULL: what was committed outlives a power cut
        ("secure_delete", 1),  # what was deleted is overwritten in the file
    ],
)
def test_every_connection_to_sqlite_is_prepared(
    sqlite_database: Database, pragma: str, value: object
) -> None:
    engine = sqlite_database.engine
    with engine.connect() as first, engine.connect() as second:
        found = [first.exec_driver_sql(f"PRAGMA {pragma}").scalar()]
        first.rollback()
        found.append(second.exec_driver_sql(f"PRAGMA {pragma}").scalar())

    assert found == [value, value]


def test_a_row_without_its_parent_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(Person(workspace_id=404, user="UALICE"))


def test_on_sqlite_threads_that_read_and_then_write_wait_for_each_other(
    sqlite_database: Database,
) -> None:
    with sqlite_database.transaction() as session:
        session.add(Workspace(enterprise="0", team="T1"))

    def count_up(_thread: int) -> None:
        for _time in range(TIMES):
            with sqlite_database.transaction() as session:
                row = session.scalars(select(Workspace)).one()
                row.enterprise = str(int(row.enterprise) + 1)

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(count_up, range(THREADS)))

    with sqlite_database.transaction() as session:
        assert session.scalars(select(Workspace.enterprise)).one() == str(THREADS * TIMES)


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def write_and_fail() -> None:
        with database.transaction() as session:
            session.add(Workspace(enterprise="", team="T1"))
            session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        write_and_fail()

    with database.transaction() as session:
        assert session.scalars(select(Workspace)).all() == []


def test_an_error_of_the_database_quotes_nothing_that_was_to_be_stored(
    database: Database,
) -> None:
    with pytest.raises(IntegrityError) as refused, database.transaction() as session:
        session.add(Person(workspace_id=404, user="UALICE", name="quokka"))

    assert "quokka" not in str(refused.value)


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(ArgumentError):
        open_engine("starling.db")


def test_a_postgresql_address_takes_the_driver_that_is_installed() -> None:
    engine = open_engine("postgresql://starling@127.0.0.1/starling")

    assert engine.url.drivername == "postgresql+psycopg"
