"""The outbox: what must be said goes out in order, place by place."""

from typing import Any

from sqlalchemy.orm import Session

from storage import claims, outbox
from storage.database import Database
from storage.machine import machine_now_s
from storage.outbox import ENDED, POSTED, UNSURE, WAITING, Address
from storage.tables import Said
from tests.storage.rows import NOON, workspace

CHANNEL = "C1"


def say(session: Session, kind: str = "Greet", **address: Any) -> Said:
    """File something to be said in the channel; `address` are fields of Address."""
    fields = {"workspace_id": workspace(session).id, "channel": CHANNEL, **address}
    row_id = outbox.say(session, Address(**fields), kind=kind, body={"to": "hello"}, now=NOON)
    row = outbox.by_id(session, row_id)
    assert row is not None
    return row


def posted(row: Said, ts: str) -> Said:
    row.state, row.posted_channel, row.posted_ts = POSTED, row.channel, ts
    return row


def test_one_place_hears_things_in_the_order_in_which_they_were_filed(database: Database) -> None:
    with database.transaction() as session:
        first, second = say(session, "Greet"), say(session, "SayDone")

        assert outbox.next_row(session, first.lane) is first
        posted(first, "1.000000")
        assert outbox.next_row(session, first.lane) is second


def test_a_place_waits_for_its_first_row(database: Database) -> None:
    with database.transaction() as session:
        first = say(session)
        say(session)
        first.not_before_s = machine_now_s(session) + 60
        session.flush()

        assert outbox.next_row(session, first.lane) is None
        assert outbox.next_lane(session) is None


def test_a_place_waits_while_it_is_unsure_whether_a_post_was_made(database: Database) -> None:
    with database.transaction() as session:
        first = say(session)
        second = say(session)
        first.state = UNSURE
        session.flush()

        assert outbox.next_row(session, second.lane) is first


def test_one_place_that_waits_holds_up_no_other(database: Database) -> None:
    with database.transaction() as session:
        say(session).not_before_s = machine_now_s(session) + 60
        elsewhere = say(session, channel="UALICE")

        assert outbox.next_lane(session) == elsewhere.lane


def test_a_place_that_somebody_delivers_to_is_left_to_them(database: Database) -> None:
    with database.transaction() as session:
        claims.claim(session, outbox.LANE + say(session).lane, "one", 60.0)
        elsewhere = say(session, channel="C2")

        assert outbox.next_lane(session) == elsewhere.lane


def test_a_row_is_found_by_the_message_that_it_became(database: Database) -> None:
    with database.transaction() as session:
        row = posted(say(session), "1700000000.000001")
        session.flush()
        here = workspace(session).id

        assert outbox.by_message(session, here, CHANNEL, "1700000000.000001") is row
        assert outbox.by_message(session, here, CHANNEL, "1700000000.000002") is None
        assert outbox.by_message(session, here, "C2", "1700000000.000001") is None
        assert outbox.by_message(session, here + 1, CHANNEL, "1700000000.000001") is None


def test_the_newest_message_of_a_kind_and_subject_is_found(database: Database) -> None:
    with database.transaction() as session:
        say(session, subject="attempt 1")
        newest = say(session, subject="attempt 1")
        say(session, subject="attempt 2")
        outbox.end(say(session, subject="attempt 1"), "thread_not_found")
        here = Address(workspace_id=workspace(session).id, channel=CHANNEL, subject="attempt 1")
        session.flush()

        assert outbox.last_said(session, here, "Greet") is newest
        assert outbox.last_said(session, here, "SayDone") is None


def test_a_channel_is_unsettled_while_a_post_to_it_may_still_come(database: Database) -> None:
    with database.transaction() as session:
        row, here = say(session), workspace(session).id

        found = []
        for state in (WAITING, UNSURE, POSTED, ENDED):
            row.state = state
            session.flush()
            found.append(outbox.is_unsettled(session, here, ("UALICE", CHANNEL)))

        assert found == [True, True, False, False]


def test_what_is_no_post_leaves_no_channel_unsettled(database: Database) -> None:
    with database.transaction() as session:
        say(session, act="ephemeral", user="UALICE")

        assert not outbox.is_unsettled(session, workspace(session).id, (CHANNEL,))


def test_what_was_given_up_is_forgotten(database: Database) -> None:
    with database.transaction() as session:
        row = say(session)

        outbox.end(row, "channel_not_found")

        assert (row.state, row.body, row.reason) == (ENDED, None, "channel_not_found")


def test_forgetting_an_interview_ends_what_was_not_said_and_empties_the_rest(
    database: Database,
) -> None:
    with database.transaction() as session:
        unsaid, tried = say(session, interview_id="i1"), say(session, interview_id="i1")
        other = say(session, interview_id="i2")
        tried.state, tried.tries = UNSURE, 1
        session.flush()

        outbox.empty_bodies(session, "i1")
        session.expire_all()

        assert (unsaid.state, unsaid.body) == (ENDED, None)
        assert (tried.state, tried.body) == (UNSURE, None)
        assert (other.state, other.body) == (WAITING, {"to": "hello"})


def test_a_post_of_unknown_outcome_is_looked_for_once_more(database: Database) -> None:
    with database.transaction() as session:
        now_s = machine_now_s(session)
        due, later = posted(say(session), "1.000001"), posted(say(session), "1.000002")
        due.look_again_s, later.look_again_s = now_s - 1, now_s + 60
        session.flush()

        assert outbox.to_look_again(session) == [due]
