"""Machine time by the database's own clock, and an INSERT that may find its row already there."""

from typing import Any

from sqlalchemy import FromClause, literal_column, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

# Both give seconds since 1970, with a fraction. A julian day is what every SQLite can tell to
# the millisecond.
_NOW_S = {
    "sqlite": "(julianday('now') - 2440587.5) * 86400.0",
    "postgresql": "extract(epoch from clock_timestamp())",
}


def machine_now_s(session: Session) -> float:
    """Return seconds since 1970 by the database's clock, the one that leases go by."""
    return float(session.execute(select(literal_column(_NOW_S[_dialect(session)]))).scalar_one())


def insert(session: Session, table: type[Any] | FromClause) -> sqlite.Insert:
    """Return an INSERT that knows ON CONFLICT; both dialects spell it alike."""
    if _dialect(session) == "postgresql":
        return postgresql.insert(table)  # type: ignore[return-value, arg-type]  # same methods
    return sqlite.insert(table)  # type: ignore[arg-type]  # takes a mapped class as well


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name
