"""A workplace in which nothing has happened yet; it is Monday, eight o'clock."""

import pytest

from storage.database import Database
from tests.desk.workplace import Workplace


@pytest.fixture
def workplace(database: Database) -> Workplace:
    return Workplace(database)
