"""What every test may ask for: an empty database with all of its tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage.database import Database

# The same examples each time, and however slow the machine: no test is about speed.
settings.register_profile(
    "starling", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("starling")

BACKENDS = ("sqlite",)
"""The databases that the tests run on; another one joins here and in `_address`."""


@pytest.fixture(params=BACKENDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    database = Database(_address(request.param, tmp_path))
    database.migrate()
    yield database
    database.close()


def _address(backend: str, folder: Path) -> str:
    match backend:
        case "sqlite":
            return f"sqlite:///{folder / 'starling.db'}"
        case _:
            raise LookupError(backend)
