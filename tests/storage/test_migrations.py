"""The migrations: they lead to the tables that the code knows, and can be run again."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from storage.database import MIGRATIONS, Database
from storage.tables import Row
from tests.storage.rows import alice

HEAD = ScriptDirectory(str(MIGRATIONS)).get_current_head()


def revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def test_an_empty_database_reaches_the_newest_form(bare_database: Database) -> None:
    before = inspect(bare_database.engine).get_table_names()

    bare_database.migrate()

    after = inspect(bare_database.engine).get_table_names()
    assert before == []
    assert set(after) == {*Row.metadata.tables, "alembic_version"}


def test_migrating_again_changes_nothing(database: Database) -> None:
    with database.transaction() as session:
        alice(session)

    database.migrate()

    with database.transaction() as session:
        assert alice(session).name == "Alice"
    assert revision(database.engine) == HEAD


def test_the_tables_are_those_that_the_code_knows(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})

        assert compare_metadata(context, Row.metadata) == []


def test_a_folder_with_a_percent_sign_in_its_name_is_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path / "100%"
    folder.mkdir()
    database = Database(f"sqlite:///{folder / 'new.db'}")

    database.migrate()

    found = revision(database.engine)
    database.close()
    assert found == HEAD
