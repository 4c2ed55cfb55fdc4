"""The demo's database: its own rows are deleted, and nobody else's are touched."""

from pathlib import Path

import pytest
from sqlalchemy import select

from demo.database import OWN_FILE, Refused, prepare
from demo.stage import TEAM
from storage import drafts, people
from storage.database import Database
from storage.tables import Draft, Workspace
from tests.storage.rows import NOON


def url_of(database: Database) -> str:
    return database.engine.url.render_as_string(hide_password=False)


def teams(database: Database) -> list[str]:
    with database.transaction() as session:
        return list(session.scalars(select(Workspace.team)))


def keep_draft(database: Database, team: str) -> None:
    with database.transaction() as session:
        workspace = people.workspace(session, "", team)
        alice = people.person(session, workspace.id, "UALICE", "Alice")
        session.add(
            Draft(person_id=alice.id, channel="D1", ts="1.000000", text="A quokka.", kept_at=NOON)
        )
        session.flush()
        assert drafts.pending(session, alice.id)


def test_a_database_with_a_real_workspace_is_refused_and_left_alone(database: Database) -> None:
    keep_draft(database, "T1REAL")

    with pytest.raises(Refused, match="real workspace"):
        prepare(url_of(database))

    assert teams(database) == ["T1REAL"]


def test_a_real_workspace_beside_the_demos_is_enough_to_refuse(database: Database) -> None:
    keep_draft(database, TEAM)
    keep_draft(database, "T1REAL")

    with pytest.raises(Refused):
        prepare(url_of(database))

    assert sorted(teams(database)) == sorted([TEAM, "T1REAL"])


def test_the_demos_own_rows_are_deleted(database: Database) -> None:
    keep_draft(database, TEAM)

    assert prepare(url_of(database)) == url_of(database)

    with database.transaction() as session:
        assert session.scalars(select(Draft)).all() == []
        assert session.scalars(select(Workspace)).all() == []


def test_a_database_without_tables_is_taken_as_it_is(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"

    assert prepare(url) == url


def test_without_a_database_one_is_made_anew_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = Database(prepare(None))
    first.migrate()
    keep_draft(first, "T1REAL")
    first.close()

    url = prepare(None)

    assert url == f"sqlite:///{OWN_FILE}"
    assert list(OWN_FILE.parent.iterdir()) == []
