"""Moments: aware on the way in, aware and in UTC on the way out."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import StatementError

from storage.database import Database
from storage.tables import Person
from tests.storage.rows import alice

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_moment_comes_back_aware_and_in_utc(database: Database) -> None:
    with database.transaction() as session:
        alice(session).agreed_at = datetime(2026, 11, 23, 10, 30, 0, 123456, tzinfo=BERLIN)

    with database.transaction() as session:
        agreed_at = alice(session).agreed_at

    assert agreed_at == datetime(2026, 11, 23, 9, 30, 0, 123456, tzinfo=UTC)
    assert agreed_at is not None
    assert agreed_at.tzinfo is UTC


def test_of_an_hour_that_comes_twice_the_right_one_is_kept(database: Database) -> None:
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    with database.transaction() as session:
        alice(session).agreed_at = second

    with database.transaction() as session:
        assert alice(session).agreed_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - what is refused

    with database.transaction() as session:
        alice(session).agreed_at = naive
        with pytest.raises(StatementError, match="without a time zone"):
            session.flush()
        session.rollback()


def test_no_moment_stays_no_moment(database: Database) -> None:
    with database.transaction() as session:
        row_id = alice(session).id

    with database.transaction() as session:
        assert session.get_one(Person, row_id).agreed_at is None
