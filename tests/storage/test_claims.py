"""Claims: one works on a lane, and one who died does not keep it."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage import claims
from storage.database import Database
from storage.machine import machine_now_s
from storage.tables import Claim
from tests.storage.locks import all_wait

LANE, LEASE_S = "in:1:UALICE", 60.0


def lease_runs_out(session: Session) -> None:
    session.execute(update(Claim).values(leased_until_s=machine_now_s(session) - 1))


def test_a_lane_has_one_holder(database: Database) -> None:
    with database.transaction() as session:
        assert claims.claim(session, LANE, "one", LEASE_S)
        assert not claims.claim(session, LANE, "two", LEASE_S)
        assert claims.holds(session, LANE, "one")
        assert not claims.holds(session, LANE, "two")


def test_of_eight_who_ask_at_once_one_gets_it(database: Database) -> None:
    def ask(number: int) -> bool:
        with database.transaction() as session:
            return claims.claim(session, LANE, f"worker {number}", LEASE_S)

    with ThreadPoolExecutor(8) as threads:
        got = list(threads.map(ask, range(8)))

    assert got.count(True) == 1


def test_lanes_are_held_apart(database: Database) -> None:
    with database.transaction() as session:
        assert claims.claim(session, LANE, "one", LEASE_S)
        assert claims.claim(session, "in:1:UBOB", "two", LEASE_S)


def test_the_lease_of_one_who_died_runs_out(database: Database) -> None:
    with database.transaction() as session:
        claims.claim(session, LANE, "one", LEASE_S)
        lease_runs_out(session)

        assert claims.claim(session, LANE, "two", LEASE_S)
        assert claims.holds(session, LANE, "two")


def test_one_who_overslept_holds_nothing(database: Database) -> None:
    with database.transaction() as session:
        claims.claim(session, LANE, "one", LEASE_S)
        lease_runs_out(session)

        assert not claims.holds(session, LANE, "one")


def test_a_lane_given_back_can_be_taken(database: Database) -> None:
    with database.transaction() as session:
        claims.claim(session, LANE, "one", LEASE_S)
        claims.release(session, LANE, "one")

        assert claims.claim(session, LANE, "two", LEASE_S)


def test_nobody_gives_back_what_another_holds(database: Database) -> None:
    with database.transaction() as session:
        claims.claim(session, LANE, "one", LEASE_S)
        claims.release(session, LANE, "two")

        assert claims.holds(session, LANE, "one")


def test_whoever_asks_for_a_lane_waits_for_the_transaction_that_relies_on_it(
    postgres_database: Database,
) -> None:
    def ask() -> bool:
        with postgres_database.transaction() as session:
            return claims.claim(session, LANE, "two", LEASE_S)

    with postgres_database.transaction() as session:
        claims.claim(session, LANE, "one", LEASE_S)

    with ThreadPoolExecutor(1) as threads:
        with postgres_database.transaction() as session:
            assert claims.holds(session, LANE, "one")
            two = threads.submit(ask)
            assert all_wait(postgres_database, two)
        assert two.result() is False
