"""From one day and zone a team to plans: what was there stays, and goes on as it was."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, insert, select
from sqlalchemy.exc import IntegrityError

from bot.questions import reader
from bot.schedule.plan import Plan
from storage import teams
from storage.database import MIGRATIONS, Database
from storage.plans import participant_of, plan_of
from storage.tables import Interview, Membership, Person, Round, Team

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPENED = datetime(2026, 11, 25, 23, 45, tzinfo=UTC)
ROWS: dict[str, dict[str, Any]] = {
    "workspaces": {"id": 1, "enterprise": "", "team": "T1"},
    "people": {"id": 2, "workspace_id": 1, "user": "UALICE", "name": "Alice", "agreed_at": NOON},
    "teams": {
        "id": 3,
        "workspace_id": 1,
        "channel": "C1",
        "since": NOON,
        "weekday": 3,
        "at": "05:30",
        "zone": "Asia/Kathmandu",
    },
    "rounds": {"id": 4, "team_id": 3, "week": "2026-W48", "opened_at": OPENED},
    "interviews": {
        "id": "i1",
        "person_id": 2,
        "round_id": 4,
        "question": "mistake",
        "stage": "answering",
        "place": "private",
        "touched_at": OPENED,
        "reminded": True,
        "nudged": [[1, "growth"]],
    },
    "moves": {"id": 5, "interview_id": "i1", "kind": "begun", "body": {"at": "1.000000"}},
    "pieces": {
        "id": 6,
        "interview_id": "i1",
        "ts": "2.000000",
        "at": "2.000000",
        "text": "We lost a pallet.",
        "version": "2.000000",
        "erased": False,
    },
    "revisions": {
        "id": 7,
        "interview_id": "i1",
        "attempt": 1,
        "number": 1,
        "made_at": OPENED,
        "rubric": "1",
        "outcome": "scored",
        "levels": {"growth.plan": 2},
    },
    "drafts": {
        "id": 8,
        "person_id": 2,
        "channel": "D1",
        "ts": "3.000000",
        "question": None,
        "text": "And then?",
        "version": "",
        "erased": False,
        "kept_at": OPENED,
    },
}
Kept = dict[str, dict[str, Any]]


@pytest.fixture
def before(bare_database: Database) -> Kept:
    """What a database holds that was in use before there were plans."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with bare_database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with bare_database.engine.begin() as connection:
        old = MetaData()
        old.reflect(connection, only=list(ROWS))
        for name, row in ROWS.items():
            connection.execute(insert(old.tables[name]).values(row))
        return _kept(connection)


@pytest.fixture
def database(bare_database: Database, before: Kept) -> Database:
    """The same database, migrated."""
    bare_database.migrate()
    return bare_database


def test_nothing_is_lost(database: Database, before: Kept) -> None:
    moved = {"weekday", "at", "zone"}  # into the team's plan

    with database.engine.begin() as connection:
        after = _kept(connection)

    assert before.keys() == ROWS.keys()
    for name, row in before.items():
        left = row.keys() - (moved if name == "teams" else set())
        assert {column: after[name][column] for column in left} == {
            column: row[column] for column in left
        }


def test_a_team_keeps_its_day_its_hour_and_its_one_zone(database: Database) -> None:
    with database.transaction() as session:
        team = session.get_one(Team, 3)

        assert plan_of(team) == Plan(
            weekday=3,
            at="05:30",
            zone="Asia/Kathmandu",
            own_zones=False,
            open_days=4,
            reminder=False,
            questions=reader.ALL,
            first=date(2026, 11, 23),
        )
        assert (team.state, team.paused_for, team.opens_at) == ("running", None, None)
        assert team.roster_due_at <= NOON  # who is in the channel is asked at once


def test_a_round_is_closed_and_its_week_gets_no_other(database: Database) -> None:
    with database.transaction() as session:
        team, found = session.get_one(Team, 3), session.get_one(Round, 4)

        assert found.closed
        assert (found.prompts, found.prompts_due_at, found.opened_at) == ("invited", OPENED, OPENED)
        assert found.closes_at == datetime(2026, 11, 29, 23, 45, tzinfo=UTC)
        assert plan_of(found) == plan_of(team)
        assert tuple(found.questions) == reader.ALL
        assert teams.weeks(session, team) == {"2026-W48"}


def test_people_and_their_interviews_are_as_they_were(database: Database) -> None:
    with database.transaction() as session:
        person, interview = session.get_one(Person, 2), session.get_one(Interview, "i1")

        assert (person.kind, person.seen_at, participant_of(person).zone) == ("", None, "")
        assert (interview.round_id, interview.late, interview.nudged) == (4, False, [[1, "growth"]])


def test_what_names_a_row_that_is_not_there_is_refused_again(database: Database) -> None:
    stray = Membership(team_id=3, person_id=99)

    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(stray)


def test_a_database_that_was_migrated_can_be_migrated_again(
    database: Database, before: Kept
) -> None:
    with database.engine.begin() as connection:
        first = _kept(connection)

    database.migrate()

    with database.engine.begin() as connection:
        assert _kept(connection) == first


def _kept(connection: Connection) -> Kept:
    """Return the one row of each table."""
    tables = MetaData()
    tables.reflect(connection, only=list(ROWS))
    rows = {name: connection.execute(select(table)) for name, table in tables.tables.items()}
    return {name: dict(row._mapping) for name, found in rows.items() for row in found}
