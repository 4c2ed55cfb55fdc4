"""Rounds: each week's prompts once, at their time, or made up within twelve hours."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from storage.tables import Round
from tests.desk.workplace import CHANNEL, Workplace

TILL_DUE = timedelta(minutes=90)
"""It is eight, and the prompts are due at half past nine."""
WEEK = timedelta(days=7)
GRACE = timedelta(hours=12)
SECOND = timedelta(seconds=1)


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

    again = Round(team_id=1, week=weeks(workplace)[0], opened_at=workplace.clock())
    with pytest.raises(IntegrityError), workplace.database.transaction() as session:
        session.add(again)


def test_moving_the_day_gives_no_second_round_in_the_same_week(workplace: Workplace) -> None:
    workplace.sets_up(weekday=0)
    workplace.passes(TILL_DUE)

    workplace.sets_up(weekday=3)
    workplace.passes(timedelta(days=3))

    assert weeks(workplace) == ["2026-W48"]


def test_every_week_has_its_round(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes(TILL_DUE)

    for _week in range(6):
        workplace.passes(WEEK)

    assert weeks(workplace) == [
        "2026-W48",
        "2026-W49",
        "2026-W50",
        "2026-W51",
        "2026-W52",
        "2026-W53",
        "2027-W01",
    ]


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
    assert weeks(workplace) == ["2026-W49"]


def test_prompts_that_were_due_before_the_team_was_set_up_are_nobodys(
    workplace: Workplace,
) -> None:
    workplace.clock.passes(TILL_DUE + timedelta(hours=1))
    workplace.sets_up()

    workplace.passes(timedelta(minutes=1))

    assert prompts(workplace) == []
    assert workplace.desk.next_due() == datetime(2026, 11, 30, 9, 30, tzinfo=UTC)


def test_the_next_prompts_are_told_for_the_clock_to_be_moved_to(workplace: Workplace) -> None:
    assert workplace.desk.next_due() is None
    workplace.sets_up(zone="America/New_York")

    due = workplace.desk.next_due()

    assert due is not None
    assert due.isoformat() == "2026-11-23T14:30:00+00:00"


def test_two_teams_keep_their_own_hours(workplace: Workplace) -> None:
    workplace.sets_up()
    elsewhere = Workplace(workplace.database, "T2", workplace.clock)
    elsewhere.sets_up(at="11:00")

    workplace.passes(TILL_DUE)
    only_one = weeks(workplace)
    workplace.passes(TILL_DUE)

    assert only_one == ["2026-W48"]
    assert weeks(workplace) == ["2026-W48", "2026-W48"]
