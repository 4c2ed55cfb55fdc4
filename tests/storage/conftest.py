"""What these tests may ask for besides: a database on which nothing was ever done."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from tests.postgres import new_database


@pytest.fixture(params=["sqlite", "postgres"])
def bare_database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database without any table, on each of the backends."""
    with closing(Database(request.getfixturevalue(f"bare_{request.param}_url"))) as database:
        yield database


@pytest.fixture
def bare_sqlite_url(tmp_path: Path) -> str:
    """The address of a file that is not there yet."""
    return f"sqlite:///{tmp_path / 'new.db'}"


@pytest.fixture
def bare_postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a database without any table."""
    with new_database(postgres_server) as url:
        yield url
