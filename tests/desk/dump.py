"""All that a database holds, as text, to look for what must not be in it."""

from collections.abc import Iterator

from sqlalchemy import MetaData, select

from storage.database import Database


def everything_kept(database: Database) -> str:
    """Return every value in every row of every table, one a line."""
    return "\n".join(_values(database))


def _values(database: Database) -> Iterator[str]:
    found = MetaData()
    with database.engine.connect() as connection:
        found.reflect(connection)  # the tables that are there, not those that the code knows
        for table in found.sorted_tables:
            for row in connection.execute(select(table)):
                yield from _texts(list(row))


def _texts(value: object) -> Iterator[str]:
    match value:
        case dict():
            yield from _texts([*value, *value.values()])
        case list():
            for inside in value:
                yield from _texts(inside)
        case _:
            yield str(value)
