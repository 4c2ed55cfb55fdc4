"""Two at work on one person at the same time, as only PostgreSQL lets them be."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.interview.conversation import REMIND_AFTER, SET_ASIDE_AFTER
from storage import people
from storage.database import Database
from storage.tables import Interview
from tests.desk.workplace import Workplace
from tests.storage.locks import all_wait


@pytest.fixture
def workplace(postgres_database: Database) -> Workplace:
    return Workplace(postgres_database)


def works_on_alice(session: Session) -> None:
    """Begin as every transaction that takes in a fact of hers."""
    people.person(session, people.workspace(session, "", "T1").id, "UALICE")


@pytest.mark.parametrize("time_passed", [REMIND_AFTER, SET_ASIDE_AFTER])
def test_somebody_who_replies_as_time_passes_is_not_taken_for_absent(
    workplace: Workplace, time_passed: timedelta
) -> None:
    workplace.begins()
    workplace.clock.passes(time_passed + timedelta(minutes=1))
    before = len(workplace.notebook)

    with ThreadPoolExecutor(1) as threads:
        with workplace.database.transaction() as session:
            works_on_alice(session)
            ticking = threads.submit(workplace.desk.tick)
            assert all_wait(workplace.database, ticking)
            session.execute(update(Interview).values(touched_at=workplace.clock()))
        ticking.result()
    workplace.carries()

    assert workplace.notebook[before:] == []


def test_two_who_tell_that_time_passed_remind_once(workplace: Workplace) -> None:
    workplace.begins()
    workplace.clock.passes(REMIND_AFTER + timedelta(minutes=1))

    with ThreadPoolExecutor(2) as threads:
        with workplace.database.transaction() as session:
            works_on_alice(session)
            both = [threads.submit(workplace.desk.tick) for _process in range(2)]
            assert all_wait(workplace.database, *both)
        for ticking in both:
            ticking.result()
    workplace.carries()

    assert len(workplace.said("Remind")) == 1


def test_a_second_worker_waits_for_who_works_on_a_person(workplace: Workplace) -> None:
    workplace.begins()

    with ThreadPoolExecutor(1) as threads:
        with workplace.database.transaction() as session:
            works_on_alice(session)
            second = threads.submit(workplace.starts, question="mistake")
            assert all_wait(workplace.database, second)
        second.result()

    with workplace.database.transaction() as session:
        asked = session.scalars(select(Interview.question).order_by(Interview.question)).all()
    assert asked == ["disagreement", "mistake"]
