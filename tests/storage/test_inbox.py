"""The inbox: what Slack delivered is kept once, and taken in by order of Slack's instants."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage import claims, inbox
from storage.database import Database
from storage.machine import machine_now_s
from storage.tables import Heard
from tests.storage.rows import NOON, workspace

LANE = "1:UALICE"


def file(session: Session, key: str, **fields: Any) -> bool:
    """File a fact of Alice's about `key`."""
    keys = {"event_id": None, "at": "1700000000.000000", "kind": "message_written"}
    return inbox.file(
        session,
        lane=fields.pop("lane", LANE),
        body={"text": "What I told."},
        now=NOON,
        workspace_id=workspace(session).id,
        key=key,
        **{**keys, **fields},
    )


def all_rows(session: Session) -> list[Heard]:
    return list(session.scalars(select(Heard).order_by(Heard.id)))


def pauses_over(session: Session) -> None:
    """Let the pause of every row be over, without waiting for it."""
    session.execute(update(Heard).values(not_before_s=0.0))


def test_a_second_delivery_of_an_event_is_the_same_row(database: Database) -> None:
    with database.transaction() as session:
        new = [file(session, "a", event_id="Ev1"), file(session, "b", event_id="Ev1")]

        assert new == [True, False]
        assert len(all_rows(session)) == 1


def test_a_second_event_about_the_same_thing_is_the_same_row(database: Database) -> None:
    with database.transaction() as session:
        new = [file(session, "a", event_id="Ev1"), file(session, "a", event_id="Ev2")]

        assert new == [True, False]
        assert len(all_rows(session)) == 1


def test_facts_without_an_event_id_are_told_apart_by_what_they_are_about(
    database: Database,
) -> None:
    with database.transaction() as session:
        assert [file(session, "a"), file(session, "b")] == [True, True]


def test_a_lane_is_taken_in_by_order_of_slacks_instants(database: Database) -> None:
    with database.transaction() as session:
        file(session, "late", at="1700000009.000000")
        file(session, "early", at="1700000001.000000")

        row = inbox.next_fact(session, LANE)

        assert row is not None
        assert row.key == "early"


def test_of_one_instant_what_was_filed_first_is_taken_first(database: Database) -> None:
    with database.transaction() as session:
        for key in "abc":
            file(session, key)

        row = inbox.next_fact(session, LANE)

        assert row is not None
        assert row.key == "a"


def test_the_lane_that_has_waited_longest_comes_first(database: Database) -> None:
    with database.transaction() as session:
        file(session, "late", at="1700000009.000000", lane="1:UBOB")
        file(session, "early", at="1700000001.000000")

        assert inbox.next_lane(session) == LANE


def test_a_lane_that_somebody_works_on_is_left_to_them(database: Database) -> None:
    with database.transaction() as session:
        file(session, "a")
        file(session, "b", lane="1:UBOB", at="1800000000.000000")
        claims.claim(session, inbox.LANE + LANE, "one", 60.0)

        assert inbox.next_lane(session) == "1:UBOB"


def test_a_fact_that_was_taken_in_keeps_its_keys_and_loses_its_words(database: Database) -> None:
    with database.transaction() as session:
        file(session, "a", event_id="Ev1")
        inbox.finish(all_rows(session)[0])

    with database.transaction() as session:
        row = all_rows(session)[0]
        assert (row.state, row.body) == (inbox.DONE, None)
        assert file(session, "a", event_id="Ev1") is False
        assert inbox.waiting(session) == 0


def test_the_pause_after_a_failure_grows(database: Database) -> None:
    with database.transaction() as session:
        file(session, "a")
        row = all_rows(session)[0]

        pauses = []
        for _failure in range(4):
            inbox.fail(session, row.id, "KeyError")
            pauses.append(round(row.not_before_s - machine_now_s(session)))

        assert pauses == [2, 4, 8, 16]


def test_a_fact_that_failed_holds_its_lane_only_for_its_own_pause(database: Database) -> None:
    with database.transaction() as session:
        file(session, "a")
        file(session, "b", at="1700000009.000000")
        inbox.fail(session, all_rows(session)[0].id, "KeyError")

        row = inbox.next_fact(session, LANE)

        assert row is not None
        assert row.key == "b"


def test_at_last_a_failing_fact_is_set_aside(database: Database) -> None:
    with database.transaction() as session:
        file(session, "a")
        row = all_rows(session)[0]

        aside = [inbox.fail(session, row.id, "KeyError") for _failure in range(inbox.MOST_TRIES)]
        pauses_over(session)

        assert aside == [False] * (inbox.MOST_TRIES - 1) + [True]
        assert inbox.next_fact(session, LANE) is None
        assert inbox.next_lane(session) is None
        assert (row.state, row.reason) == (inbox.ASIDE, "KeyError")


def test_a_fact_that_must_wait_is_no_failure(database: Database) -> None:
    with database.transaction() as session:
        file(session, "a")
        row = all_rows(session)[0]

        inbox.postpone(session, row.id, 5.0)
        session.refresh(row)

        assert inbox.next_fact(session, LANE) is None
        assert row.tries == 0
        pauses_over(session)
        assert inbox.next_fact(session, LANE) is not None
