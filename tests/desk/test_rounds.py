"""Rounds: each week's prompts once, at their time, or made up within twelve hours."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot import actions as act
from bot.actions import carry
from storage.tables import Round
from tests.desk.workplace import ALICE, CHANNEL, FORM, MONDAY, Workplace, member

TILL_DUE = timedelta(minutes=90)
"""It is eight, and the prompts are due at half past nine."""
WEEK = timedelta(days=7)
GRACE = timedelta(hours=12)
SECOND = timedelta(seconds=1)
BOB_ELSEWHERE = member("UBOB", "America/New_York")
STORY = {
    "situation": "In May I was in charge of the summer plan at our bus depot, for 60 drivers.",
    "mistake": "I had copied the plan of last year without asking anybody about the new stop.",
    "remediation": "I told my manager the same day that it was my mistake, and called the drivers.",
    "prevention": "Since then two drivers read every plan a week before; no break was missed.",
    "growth": "I learned to ask first, and in June I asked three drivers before I began.",
}


def weeks(workplace: Workplace) -> list[str]:
    with workplace.database.transaction() as session:
        return list(session.scalars(select(Round.week).order_by(Round.week)))


def prompts(workplace: Workplace) -> list[str]:
    return [note.effect.question for note in workplace.said("PostPrompt")]


def test_both_questions_are_posted_in_the_channel_when_they_are_due(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes(TILL_DUE - 2 * SECOND)
    too_early = prompts(workplace)

    workplace.passes(SECOND)

    assert too_early == []
    assert prompts(workplace) == ["disagreement", "mistake"]
    assert {note.channel for note in workplace.said("PostPrompt")} == {CHANNEL}


def test_a_round_is_posted_once_though_time_is_told_twice(workplace: Workplace) -> None:
    workplace.sets_up()

    workplace.passes(TILL_DUE)
    workplace.passes(timedelta())
    workplace.passes(timedelta(minutes=1))

    assert len(prompts(workplace)) == 2


def test_a_round_is_posted_once_though_many_tick_at_once(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.clock.passes(TILL_DUE)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _worker: workplace.desk.tick(), range(8)))
    workplace.carries()

    assert len(prompts(workplace)) == 2


def test_a_team_has_one_round_a_week(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes(TILL_DUE)

    with workplace.database.transaction() as session:
        there = session.scalars(select(Round)).one()
        again = {c.name: getattr(there, c.name) for c in Round.__table__.columns if c.name != "id"}
    with pytest.raises(IntegrityError), workplace.database.transaction() as session:
        session.add(Round(**again))


def test_moving_the_day_gives_no_second_round_in_the_same_week(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes(TILL_DUE)

    workplace.changes(weekday="3")
    workplace.passes(timedelta(days=3))

    assert weeks(workplace) == ["2026-W48"]


def test_every_week_has_its_round(workplace: Workplace) -> None:
    workplace.sets_up()

    workplace.passes_until(workplace.clock() + 6 * WEEK + TILL_DUE)

    assert weeks(workplace) == [
        "2026-W48",
        "2026-W49",
        "2026-W50",
        "2026-W51",
        "2026-W52",
        "2026-W53",
        "2027-W01",
    ]
    assert len(prompts(workplace)) == 14


def test_a_round_missed_while_the_bot_was_down_is_made_up_within_twelve_hours(
    workplace: Workplace,
) -> None:
    workplace.sets_up()

    workplace.passes(TILL_DUE + GRACE - 2 * SECOND)

    assert len(prompts(workplace)) == 2


def test_a_round_missed_for_longer_is_not_made_up_and_the_next_one_comes(
    workplace: Workplace,
) -> None:
    workplace.sets_up()

    workplace.passes(TILL_DUE + GRACE)
    missed = prompts(workplace)
    workplace.passes(WEEK - GRACE)

    assert missed == []
    assert len(prompts(workplace)) == 2
    assert weeks(workplace) == ["2026-W48", "2026-W49"]


def test_months_of_downtime_are_missed_week_by_week_and_the_rhythm_goes_on(
    workplace: Workplace,
) -> None:
    workplace.sets_up()

    workplace.passes(9 * WEEK + TILL_DUE)

    assert len(weeks(workplace)) == 10
    assert len(prompts(workplace)) == 2


def test_prompts_that_were_due_before_the_team_was_set_up_are_nobodys(
    workplace: Workplace,
) -> None:
    workplace.clock.passes(TILL_DUE + timedelta(hours=1))
    workplace.sets_up(first="2026-11-24")

    workplace.passes(timedelta(minutes=1))

    assert prompts(workplace) == []
    assert workplace.desk.next_due() == datetime(2026, 11, 30, 9, 30, tzinfo=UTC)


def test_no_round_opens_before_slack_has_told_who_is_there(workplace: Workplace) -> None:
    workplace.submits(act.SCHEDULE_FORM, "", FORM | {"first": "2026-11-23"}, "UCHARLIE")

    workplace.passes(TILL_DUE)
    unknown = weeks(workplace)
    workplace.asks_slack(ALICE)
    workplace.passes(SECOND)

    assert unknown == []
    assert len(prompts(workplace)) == 2


def test_two_teams_keep_their_own_hours(workplace: Workplace) -> None:
    workplace.sets_up()
    elsewhere = Workplace(workplace.database, "T2", workplace.clock)
    elsewhere.sets_up(at="11:00")

    workplace.passes(TILL_DUE)
    only_one = weeks(workplace)
    workplace.passes(TILL_DUE)

    assert only_one == ["2026-W48"]
    assert weeks(workplace) == ["2026-W48", "2026-W48"]


def test_a_round_opens_at_the_first_hour_of_all_and_prompts_at_the_channels(
    workplace: Workplace,
) -> None:
    early = datetime(2026, 11, 29, 19, 30, tzinfo=UTC)  # Monday, 09:30 in Kiritimati
    workplace.sets_up(member("UALICE", "Pacific/Kiritimati"), BOB_ELSEWHERE, first="2026-11-30")

    opens = workplace.desk.next_due()
    workplace.passes_until(early)
    opened, posted = weeks(workplace), prompts(workplace)
    workplace.passes_until(datetime(2026, 11, 30, 9, 30, tzinfo=UTC))

    assert opens == early
    assert (opened, posted) == (["2026-W49"], [])
    assert len(prompts(workplace)) == 2


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("all", ["disagreement", "mistake"] * 3),
        ("alternate", ["disagreement", "mistake", "disagreement"]),
    ],
)
def test_questions_take_turns_as_the_organiser_chose(
    workplace: Workplace, turn: str, asked: list[str]
) -> None:
    workplace.sets_up(turn=turn)

    workplace.passes_until(workplace.clock() + 2 * WEEK + TILL_DUE)

    assert prompts(workplace) == asked


def test_a_holiday_moves_the_prompts_to_the_next_working_day(workplace: Workplace) -> None:
    workplace.sets_up(country="DE", first="2027-03-29")  # Easter Monday

    workplace.passes_until(datetime(2027, 3, 29, 23, tzinfo=UTC))
    on_monday = prompts(workplace)
    workplace.passes_until(datetime(2027, 3, 30, 9, 30, tzinfo=UTC))

    assert on_monday == []
    assert len(prompts(workplace)) == 2


def test_a_week_taken_out_by_the_team_has_no_prompts_and_no_invitations(
    workplace: Workplace,
) -> None:
    workplace.sets_up(breaks="2026-11-23 to 2026-11-27")

    workplace.passes_until(workplace.clock() + WEEK - timedelta(days=1))
    in_the_break = prompts(workplace), workplace.said("Invite")
    workplace.passes_until(workplace.clock() + timedelta(days=1) + TILL_DUE)

    assert in_the_break == ([], [])
    assert len(prompts(workplace)) == 2


def test_what_a_wrong_clock_made_missed_comes_when_it_is_set_right(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes(3 * WEEK)

    workplace.passes(-3 * WEEK)
    workplace.passes_until(MONDAY + 4 * WEEK - timedelta(hours=1))

    assert len(weeks(workplace)) == 4
    assert len(prompts(workplace)) == 8
    assert len(workplace.said("Invite")) == 4


def test_a_clock_set_back_posts_nothing_twice(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes(TILL_DUE)

    workplace.clock.passes(-timedelta(hours=3))
    workplace.passes_until(MONDAY + timedelta(hours=5))

    assert len(prompts(workplace)) == 2
    assert len(workplace.said("Invite")) == 1


def test_a_wrap_up_without_figures_stands_under_the_prompts_of_a_few(
    workplace: Workplace,
) -> None:
    workplace.sets_up(reminder="")

    workplace.passes_until(datetime(2026, 11, 27, 9, 30, tzinfo=UTC))

    (wrap_up,) = workplace.said("WrapUp")
    assert wrap_up.channel == CHANNEL
    assert (wrap_up.effect.took_part, wrap_up.effect.strong) == (None, None)


def test_a_round_that_was_missed_has_no_wrap_up(workplace: Workplace) -> None:
    workplace.sets_up()

    workplace.passes(WEEK - TILL_DUE)

    assert workplace.said("WrapUp") == []


def test_four_who_answered_are_told_what_the_team_did_well_and_no_more(
    workplace: Workplace,
) -> None:
    users = ("UALICE", "UBOB", "UCHARLIE", "UDANA")
    workplace.sets_up(*map(member, (*users, "UERIN")))
    workplace.passes(TILL_DUE)
    for user in users:
        workplace.presses(f"{act.PRACTISE_PRIVATE}.mistake", "mistake:1", user)
        finish(workplace, user)

    workplace.passes_until(datetime(2026, 11, 27, 10, tzinfo=UTC))

    told = workplace.last("WrapUp").effect
    assert (told.took_part, told.of) == (4, 5)
    assert told.strong[0] == told.weak[0] == "mistake"
    assert told.strong != told.weak


def test_late_answers_and_those_left_out_are_in_no_figure(workplace: Workplace) -> None:
    users = ("UALICE", "UBOB", "UCHARLIE", "UDANA")
    workplace.sets_up(*map(member, users))
    workplace.passes(TILL_DUE)
    for user in users:
        workplace.presses(f"{act.PRACTISE_PRIVATE}.mistake", "mistake:1", user)
        finish(workplace, user)
    feedback = workplace.last("ShowFeedback").letter.scene
    assert feedback is not None
    workplace.submits(
        act.UNFAIR_FORM,
        f"{feedback.interview_id}:1",
        {"why": "No.", "leave_out": "yes"},
        "UDANA",
    )

    workplace.passes_until(datetime(2026, 11, 27, 10, tzinfo=UTC))

    told = workplace.last("WrapUp").effect
    assert told.took_part == 4
    assert (told.strong, told.weak) == (None, None)


@pytest.mark.parametrize(("day", "told"), [(26, 4), (27, None)])
def test_who_answers_after_their_own_window_is_not_counted_though_others_still_have_time(
    workplace: Workplace, day: int, told: int | None
) -> None:
    users = ("UALICE", "UBOB", "UCHARLIE", "UDANA")
    workplace.sets_up(*map(member, users), member("UERIN", "Pacific/Honolulu"))
    workplace.passes(TILL_DUE)
    for user in users[:3]:
        workplace.presses(f"{act.PRACTISE_PRIVATE}.mistake", "mistake:1", user)
        finish(workplace, user)
    workplace.passes_until(datetime(2026, 11, day, 10, tzinfo=UTC))
    workplace.presses(f"{act.PRACTISE_PRIVATE}.mistake", "mistake:1", "UDANA")
    finish(workplace, "UDANA")

    workplace.passes_until(datetime(2026, 11, 27, 20, tzinfo=UTC))

    assert workplace.last("WrapUp").effect.took_part == told


@pytest.mark.parametrize(("days", "late"), [(3, False), (5, True)])
def test_an_answer_after_the_round_has_closed_is_taken_and_labelled_late(
    workplace: Workplace, days: int, late: bool
) -> None:
    workplace.sets_up()
    workplace.passes_until(MONDAY + timedelta(days=days))

    workplace.presses(f"{act.PRACTISE_PRIVATE}.mistake", "mistake:1")
    finish(workplace, "UALICE")

    scene = workplace.last("ShowFeedback").letter.scene
    assert scene is not None
    assert scene.late is late


def finish(workplace: Workplace, user: str) -> None:
    """Begin the interview that was just started, and answer it to its feedback."""
    scene = workplace.last("OpenThread").letter.scene
    assert scene is not None
    workplace.presses(act.BEGIN, scene.interview_id, user)
    for section, text in STORY.items():
        workplace.writes(text, user, thread=workplace.thread(scene.interview_id))
        workplace.presses(act.NEXT, carry(scene.interview_id, section), user)
    workplace.presses(act.REVEAL, scene.interview_id, user)
