"""How long things are kept: drafts, words before Begin, and what was deleted."""

from datetime import timedelta

from bot import actions as act
from tests.desk.workplace import Workplace

MARKER = "quokka"
SECOND = timedelta(seconds=1)


def test_before_begin_a_draft_is_kept_for_a_day(workplace: Workplace) -> None:
    workplace.writes(f"I could tell of a {MARKER}.")

    workplace.clock.passes(timedelta(hours=24) - SECOND)
    workplace.desk.retain()
    within = workplace.kept()
    workplace.clock.passes(2 * SECOND)
    workplace.desk.retain()

    assert workplace.last("OfferDraft").effect.hours == 24
    assert MARKER in within
    assert MARKER not in workplace.kept()


def test_after_begin_a_draft_is_kept_for_fourteen_days(workplace: Workplace) -> None:
    workplace.begins()
    workplace.writes(f"I could tell of a {MARKER}.")

    workplace.clock.passes(timedelta(days=14) - SECOND)
    workplace.desk.retain()
    within = workplace.kept()
    workplace.clock.passes(2 * SECOND)
    workplace.desk.retain()

    assert workplace.last("OfferDraft").effect.hours == 14 * 24
    assert MARKER in within
    assert MARKER not in workplace.kept()


def test_words_before_begin_are_emptied_after_a_day(workplace: Workplace) -> None:
    interview_id = workplace.starts()
    workplace.writes(f"I could tell of a {MARKER}.", thread=workplace.thread(interview_id))

    workplace.clock.passes(timedelta(hours=24))
    workplace.desk.retain()
    within = workplace.kept()
    workplace.clock.passes(SECOND)
    workplace.desk.retain()

    assert MARKER in within
    assert MARKER not in workplace.kept()


def test_words_before_begin_count_once_begin_is_pressed(workplace: Workplace) -> None:
    interview_id = workplace.starts()
    workplace.writes(f"I could tell of a {MARKER}.", thread=workplace.thread(interview_id))

    workplace.presses(act.BEGIN, interview_id)
    workplace.clock.passes(timedelta(days=2))
    workplace.desk.retain()
    workplace.presses(act.LOOK, f"{interview_id}:situation")

    assert MARKER in workplace.last("ShowSection").effect.text


def test_an_interview_whose_early_words_ran_out_can_still_be_begun(workplace: Workplace) -> None:
    interview_id = workplace.starts()
    workplace.writes(f"I could tell of a {MARKER}.", thread=workplace.thread(interview_id))
    workplace.clock.passes(timedelta(days=2))
    workplace.desk.retain()

    workplace.presses(act.BEGIN, interview_id)
    workplace.presses(act.LOOK, f"{interview_id}:situation")

    assert workplace.last("ShowSection").effect.text == ""


def test_not_for_me_deletes_every_draft(workplace: Workplace) -> None:
    workplace.writes(f"I could tell of a {MARKER}.")
    interview_id = workplace.starts()

    workplace.presses(act.DECLINE, interview_id)

    assert MARKER not in workplace.kept()


def test_stop_and_delete_leaves_no_word_and_drops_what_comes_late(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    thread = workplace.thread(interview_id)
    workplace.writes(f"It began with a {MARKER}.", thread=thread)
    workplace.presses(act.LOOK, f"{interview_id}:situation")

    workplace.presses(act.STOP, interview_id)
    workplace.writes(f"One more {MARKER}.", thread=thread)

    assert MARKER not in workplace.kept()


def test_an_interview_left_alone_is_reminded_of_once_and_then_set_aside(
    workplace: Workplace,
) -> None:
    workplace.begins()

    for _day in range(20):
        workplace.passes(timedelta(days=1))

    assert len(workplace.said("Remind")) == 1
    assert len(workplace.said("SaySetAside")) == 1


def test_an_interview_left_alone_while_the_bot_was_down_is_set_aside_without_a_reminder(
    workplace: Workplace,
) -> None:
    workplace.begins()

    workplace.passes(timedelta(days=20))

    assert len(workplace.said("Remind")) == 0
    assert len(workplace.said("SaySetAside")) == 1


def test_who_writes_again_is_not_reminded(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    workplace.clock.passes(timedelta(days=2))
    workplace.writes("I am still here.", thread=workplace.thread(interview_id))

    workplace.passes(timedelta(days=2))

    assert workplace.said("Remind") == []
