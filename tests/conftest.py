"""What every test may ask for: an empty database with all of its tables."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import make_url

from storage.database import Database
from tests.postgres import new_database, running

# The same examples each time, and however slow the machine: no test is about speed.
settings.register_profile(
    "starling", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("starling")


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """An empty database, on each of the backends in turn."""
    with closing(Database(request.getfixturevalue(f"{request.param}_url"))) as database:
        yield database


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """An empty database, for what only SQLite promises."""
    with closing(Database(sqlite_url)) as database:
        yield database


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[Database]:
    """An empty database, for what only PostgreSQL promises."""
    with closing(Database(postgres_url)) as database:
        yield database


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an empty database with its tables, in a file."""
    url = f"sqlite:///{tmp_path / 'starling.db'}"
    _migrate(url)
    return url


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """The address of an empty database with its tables, on the session's server."""
    with new_database(postgres_server, postgres_template) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server, started when the first test asks for it."""
    with running() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """The name of a database that was migrated once, to be copied."""
    with new_database(postgres_server) as url:
        _migrate(url)
        yield str(make_url(url).database)


def _migrate(url: str) -> None:
    with closing(Database(url)) as database:
        database.migrate()
