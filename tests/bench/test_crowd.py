"""What is measured is the work: everybody gets a slot and an invitation, by looking at no other slot."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, event, func, select
from sqlalchemy.orm import Session

from bench import crowd
from bench.databases import on_sqlite
from bot.desk.desk import Desk
from storage.database import Database
from storage.tables import Round, Said, Slot, Team

MINUTE = timedelta(minutes=1)
PEOPLE = 210
INVITED_IN_SEVEN = 6


CHANNEL = "C1"


def slots(session: Session) -> int | None:
    """How many the crowd has; the team that warms up has one of its own."""
    of_crowd = select(func.count(Slot.id)).join(Round, Round.id == Slot.round_id)
    return session.scalar(
        of_crowd.join(Team, Team.id == Round.team_id).where(Team.channel == CHANNEL)
    )


def invited(session: Session) -> int:
    bodies = session.scalars(select(Said.body).where(Said.kind == "Invite"))
    return len([body for body in bodies if body and body["effect"]["channel"] == CHANNEL])


def test_one_tick_invites_everybody_of_one_zone() -> None:
    with on_sqlite() as database:
        now = crowd.gather(database, crowd.of_one_zone(PEOPLE))

        Desk(database, lambda: now).tick()

        with database.transaction() as session:
            assert slots(session) == PEOPLE
            assert invited(session) == PEOPLE


def test_of_thirty_zones_everybody_is_invited_but_those_whose_day_off_it_is() -> None:
    with on_sqlite() as database:
        crowd.gather(database, crowd.of_many_zones(PEOPLE))

        Desk(database, crowd.last_hour).tick()

        with database.transaction() as session:
            assert slots(session) == PEOPLE
            assert invited(session) == PEOPLE * INVITED_IN_SEVEN / 7


def test_a_minute_in_which_nothing_is_due_looks_only_at_slots_that_could_be() -> None:
    with on_sqlite() as database:
        opens = crowd.gather(database, crowd.of_one_zone(PEOPLE))
        Desk(database, lambda: opens).tick()
        desk = Desk(database, lambda: opens + MINUTE)

        looked = [line for line in plans(database, desk) if " slots" in line]

    by_time = ("ix_slots_due (state=?", "ix_slots_remind_at")
    assert looked
    assert [line for line in looked if not any(index in line for index in by_time)] == []


def plans(database: Database, desk: Desk) -> Sequence[str]:
    """Return how SQLite goes about each statement of a tick."""
    statements: list[tuple[str, tuple[object, ...]]] = []

    def note(_connection: Connection, _cursor: object, *statement: object) -> None:
        text, parameters, *_ = statement
        if not str(text).startswith("BEGIN"):
            assert isinstance(parameters, tuple)
            statements.append((str(text), parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    desk.tick()
    desk.next_due()
    event.remove(database.engine, "before_cursor_execute", note)
    with database.engine.connect() as connection:
        return [
            line.detail
            for text, parameters in statements
            for line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", parameters)
        ]
