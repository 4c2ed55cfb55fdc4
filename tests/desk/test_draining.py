"""Taking in: each fact once, in order, and what fails holds up nobody else."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot import actions as act
from bot.desk.desk import Desk
from bot.facts import BotInvited, MessageWritten
from bot.interview.instants import instant
from storage import claims, inbox
from storage.machine import machine_now_s
from storage.tables import Claim, Heard, Interview, PieceWritten, Said
from tests.desk.workplace import CHANNEL, Workplace, dm_of, ts_of

MARKER = "quokka"


def rows_of(workplace: Workplace, kind: str) -> list[Heard]:
    with workplace.database.transaction() as session:
        return list(session.scalars(select(Heard).where(Heard.kind == kind).order_by(Heard.id)))


def lose_question_of(workplace: Workplace, interview_id: str) -> None:
    """Let an interview be about a question whose file is no longer there."""
    with workplace.database.transaction() as session:
        session.execute(
            update(Interview).where(Interview.id == interview_id).values(question="gone")
        )


def test_a_fact_that_keeps_failing_is_set_aside_after_six_tries(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    lose_question_of(workplace, interview_id)

    workplace.writes("My story.", thread=workplace.thread(interview_id))
    for _again in range(8):
        workplace.retries()

    row = rows_of(workplace, "message_written")[0]
    assert (row.state, row.tries) == (inbox.ASIDE, 6)
    assert workplace.desk.is_at_rest()


def test_a_fact_that_fails_holds_up_nobody_else(workplace: Workplace) -> None:
    broken, whole = workplace.begins("UALICE"), workplace.begins("UBOB")
    lose_question_of(workplace, broken)
    thread = workplace.thread(whole)
    workplace.writes("My story.", thread=workplace.thread(broken))

    workplace.writes("And mine.", "UBOB", thread=thread)
    workplace.presses(act.LOOK, f"{whole}:situation", "UBOB")

    assert workplace.last("ShowSection").effect.text == "And mine."


def test_what_comes_after_a_failed_fact_of_the_same_person_is_taken_in(
    workplace: Workplace,
) -> None:
    interview_id = workplace.begins()
    lose_question_of(workplace, interview_id)
    workplace.writes("My story.", thread=workplace.thread(interview_id))

    workplace.writes("hello")

    assert workplace.last("Greet").effect.to == "hello"


def test_a_fact_that_failed_is_taken_in_once_what_ailed_it_is_mended(
    workplace: Workplace,
) -> None:
    interview_id = workplace.begins()
    lose_question_of(workplace, interview_id)
    workplace.writes("My story.", thread=workplace.thread(interview_id))
    with workplace.database.transaction() as session:
        session.execute(update(Interview).values(question="disagreement"))

    workplace.retries()

    with workplace.database.transaction() as session:
        assert session.scalars(select(PieceWritten.text)).all() == ["My story."]


def test_the_log_of_a_failure_holds_ids_and_never_the_text(
    workplace: Workplace, caplog: pytest.LogCaptureFixture
) -> None:
    interview_id = workplace.begins()
    lose_question_of(workplace, interview_id)

    with caplog.at_level(logging.DEBUG):
        workplace.writes(f"My {MARKER}.", thread=workplace.thread(interview_id))

    row = rows_of(workplace, "message_written")[0]
    assert f"fact {row.id} failed" in caplog.text
    assert MARKER not in caplog.text
    assert MARKER not in str(row.reason)


def test_a_fact_that_reads_no_more_is_logged_without_what_it_says(
    workplace: Workplace, caplog: pytest.LogCaptureFixture
) -> None:
    workplace.desk.file(_hello(workplace, MARKER))
    with workplace.database.transaction() as session:
        body = {"kind": "message_written", "text": MARKER, "unknown": MARKER}
        session.execute(update(Heard).values(body=body))

    with caplog.at_level(logging.DEBUG):
        workplace.desk.drain()

    assert "failed: ValidationError" in caplog.text
    assert MARKER not in caplog.text


def test_a_reply_in_a_thread_not_known_yet_waits_until_the_post_is_settled(
    workplace: Workplace,
) -> None:
    workplace.begins()  # so that the next interview asks at once
    workplace.slack_is_down = True
    workplace.presses(f"{act.HOME_START}.mistake", "mistake")
    with workplace.database.transaction() as session:
        waiting = session.scalars(select(Said).where(Said.state == "waiting")).all()
        thread = next(ts_of(row) for row in reversed(waiting) if row.kind == "OpenThread")
    workplace.writes("I was quick.", thread=thread)
    row = rows_of(workplace, "message_written")[0]

    workplace.slack_is_down = False
    workplace.carries()
    workplace.retries()

    assert (row.state, row.tries) == (inbox.WAITING, 0)
    with workplace.database.transaction() as session:
        assert session.scalars(select(PieceWritten.text)).all() == ["I was quick."]


def test_a_reply_in_a_strangers_thread_is_dropped_when_nothing_is_unsettled(
    workplace: Workplace,
) -> None:
    workplace.writes(f"Our {MARKER}.", channel=CHANNEL, thread="1500000000.000001")

    assert workplace.desk.is_at_rest()
    assert workplace.notebook == []
    assert MARKER not in workplace.kept()


@pytest.mark.parametrize("thread", [None, "1500000000.000001"])
def test_talk_of_a_channel_that_may_not_be_to_the_bot_is_never_stored(
    workplace: Workplace, thread: str | None
) -> None:
    workplace.writes(f"Our {MARKER}.", channel=CHANNEL, thread=thread, parent_known=False)

    assert rows_of(workplace, "message_written") == []
    assert MARKER not in workplace.kept()


def test_a_reply_whose_parent_is_not_named_is_kept_in_a_thread_of_ours(
    workplace: Workplace,
) -> None:
    thread = workplace.thread(workplace.begins())

    workplace.writes("My story.", thread=thread, parent_known=False)

    with workplace.database.transaction() as session:
        assert session.scalars(select(PieceWritten.text)).all() == ["My story."]


def test_a_second_delivery_is_taken_in_once(workplace: Workplace) -> None:
    hello = _hello(workplace, "hello")

    filed = [workplace.desk.file(hello), workplace.desk.file(hello)]
    workplace.desk.drain()
    workplace.carries()

    assert filed == [True, False]
    assert len(workplace.said("Greet")) == 1


def test_facts_are_taken_in_by_slacks_instants_and_not_as_they_came(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    thread, start = workplace.thread(interview_id), workplace.clock()
    for second, text in ((3, "third"), (1, "first"), (2, "second")):
        ts = instant(start + timedelta(seconds=second))
        workplace.desk.file(_reply(workplace, text, ts, thread))

    workplace.desk.drain()

    with workplace.database.transaction() as session:
        texts = session.scalars(select(PieceWritten.text).order_by(PieceWritten.id)).all()
    assert texts == ["first", "second", "third"]


def test_several_workers_take_each_fact_once(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    thread, start = workplace.thread(interview_id), workplace.clock()
    said = [instant(start + timedelta(seconds=second)) for second in range(1, 21)]
    for ts in said:
        workplace.desk.file(_reply(workplace, f"Sentence {ts}.", ts, thread))
    workers = [Desk(workplace.database, workplace.clock) for _worker in range(4)]

    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(lambda desk: desk.drain(), workers))

    with workplace.database.transaction() as session:
        assert session.scalars(select(PieceWritten.ts).order_by(PieceWritten.id)).all() == said
    assert sum(taken) == len(said)


def test_the_work_of_one_who_died_is_taken_over_when_the_lease_runs_out(
    workplace: Workplace,
) -> None:
    workplace.desk.file(_hello(workplace, "hello"))
    with workplace.database.transaction() as session:
        lane = inbox.next_lane(session)
        assert lane is not None
        claims.claim(session, inbox.LANE + lane, "one who died", 60.0)
    held = workplace.desk.drain()

    with workplace.database.transaction() as session:
        session.execute(update(Claim).values(leased_until_s=machine_now_s(session) - 1))
    taken = workplace.desk.drain()

    assert (held, taken) == (0, 1)


def test_nothing_anybody_wrote_stays_in_the_inbox(workplace: Workplace) -> None:
    workplace.writes(f"My {MARKER}.")
    workplace.presses(act.DRAFT_DISCARD)

    assert MARKER not in workplace.kept()


def test_what_was_set_aside_is_emptied_after_seven_days(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    lose_question_of(workplace, interview_id)
    workplace.writes(f"My {MARKER}.", thread=workplace.thread(interview_id))
    for _again in range(6):
        workplace.retries()

    workplace.clock.passes(timedelta(days=7, seconds=-1))
    workplace.desk.retain()
    before = workplace.kept()
    workplace.clock.passes(timedelta(seconds=2))
    workplace.desk.retain()

    assert MARKER in before
    assert MARKER not in workplace.kept()


def test_a_fact_that_is_nobodys_is_taken_in(workplace: Workplace) -> None:
    at = instant(workplace.clock())

    workplace.hears(BotInvited(team="T1", at=at, key="invited", channel=CHANNEL))

    assert workplace.last("Introduce").channel == CHANNEL


def _hello(workplace: Workplace, text: str) -> MessageWritten:
    ts = instant(workplace.clock())
    return MessageWritten(
        team="T1",
        user="UALICE",
        at=ts,
        key=ts,
        channel=dm_of("UALICE"),
        direct=True,
        ts=ts,
        text=text,
    )


def _reply(workplace: Workplace, text: str, ts: str, thread: str) -> MessageWritten:
    return _hello(workplace, text).model_copy(
        update={"ts": ts, "at": ts, "key": ts, "thread_ts": thread}
    )
