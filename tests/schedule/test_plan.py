"""A team's plan: which day a week's round is on, what it asks, and which weeks have one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice, product

import pytest
from hypothesis import given, strategies as st

from bot.schedule.plan import Break, Plan, Turn
from bot.schedule.rounds import weeks_to_come
from bot.schedule.weeks import monday_of, week_of, weeks_from

MONDAY, DAY, WEEK = date(2026, 12, 7), timedelta(days=1), timedelta(days=7)
PLAN = Plan(weekday=0, at="09:30", zone="Europe/Berlin", questions=("a", "b"), first=MONDAY)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
WEEKDAYS = range(7)


def days(plan: Plan, count: int) -> list[date]:
    """Return the days of a plan's rounds in the first weeks."""
    return [plan.day_in(week) for week in islice(weeks_from(MONDAY), count)]


def change(plan: Plan, weekday: int, today: date) -> Plan:
    """Change a plan to another day of the week, as a form does: it knows of no earlier change."""
    filled = replace(plan, weekday=weekday, weekday_before=None, weekday_from=None)
    return filled.after(plan, today)


@pytest.mark.parametrize(("before", "after"), [*product(WEEKDAYS, WEEKDAYS)])
def test_a_changed_weekday_holds_from_the_next_week(before: int, after: int) -> None:
    for today in WEEKDAYS:
        changed = change(replace(PLAN, weekday=before), after, MONDAY + today * DAY)

        assert days(changed, 3) == [
            MONDAY + before * DAY,
            MONDAY + WEEK + after * DAY,
            MONDAY + 2 * WEEK + after * DAY,
        ]


@given(st.lists(st.tuples(st.integers(0, 27), st.integers(0, 6)), max_size=8))
def test_however_often_it_is_changed_the_last_word_of_a_week_holds_from_the_next(
    changes: list[tuple[int, int]],
) -> None:
    plan, held = PLAN, [PLAN.weekday] * 5
    for today, weekday in sorted(changes, key=lambda change: change[0]):
        plan = change(plan, weekday, MONDAY + today * DAY)
        this_week = today // 7
        held[this_week + 1 :] = [weekday] * (4 - this_week)

        found = days(plan, 5)[this_week:]

        assert [day.weekday() for day in found] == held[this_week:]


def test_what_else_is_changed_leaves_a_change_of_weekday_as_it_is() -> None:
    moved = change(PLAN, 2, MONDAY)

    later = change(replace(moved, at="10:00"), 2, MONDAY + DAY)

    assert days(later, 2) == [MONDAY, MONDAY + WEEK + 2 * DAY]


@pytest.mark.parametrize(
    ("day", "week", "monday"),
    [
        ("2026-11-23", "2026-W48", "2026-11-23"),
        ("2027-01-01", "2026-W53", "2026-12-28"),
        ("2027-01-03", "2026-W53", "2026-12-28"),
        ("2027-01-04", "2027-W01", "2027-01-04"),
        ("2024-12-30", "2025-W01", "2024-12-30"),
    ],
)
def test_a_week_is_the_iso_week(day: str, week: str, monday: str) -> None:
    assert week_of(date.fromisoformat(day)) == week
    assert monday_of(week) == date.fromisoformat(monday)


@given(st.integers(0, 100), st.text(max_size=5))
def test_all_questions_come_each_time(number: int, seed: str) -> None:
    assert PLAN.questions_of(number, seed) == ("a", "b")


def test_questions_that_alternate_take_turns() -> None:
    plan = replace(PLAN, turn=Turn.ALTERNATE, questions=("a", "b", "c"))

    asked = [plan.questions_of(number, "seed") for number in range(7)]

    assert asked == [("a",), ("b",), ("c",), ("a",), ("b",), ("c",), ("a",)]


@given(st.integers(1, 6), st.integers(0, 20), st.text(max_size=5))
def test_a_lot_asks_none_again_before_all_were_asked(count: int, cycle: int, seed: str) -> None:
    questions = tuple("abcdef"[:count])
    plan = replace(PLAN, turn=Turn.POOL, questions=questions)

    asked = [plan.questions_of(cycle * count + number, seed) for number in range(count)]

    assert sorted(asked) == [(question,) for question in questions]


def test_lots_are_drawn_anew_each_time_around_and_for_each_team() -> None:
    plan = replace(PLAN, turn=Turn.POOL, questions=tuple("abcdef"))

    def drawn(seed: str, start: int) -> list[tuple[str, ...]]:
        return [plan.questions_of(start + number, seed) for number in range(6)]

    assert drawn("1", 0) == drawn("1", 0)
    assert len({tuple(drawn(str(team), 0)) for team in range(20)}) > 10
    assert len({tuple(drawn("1", 6 * cycle)) for cycle in range(20)}) > 10


@pytest.mark.parametrize(
    ("first", "since", "week"),
    [
        ("2026-12-07", "2026-12-01T00:00Z", "2026-W50"),
        ("2026-12-08", "2026-12-01T00:00Z", "2026-W51"),  # its Monday has passed
        ("2026-12-01", "2026-12-07T08:30Z", "2026-W50"),  # set up at that very minute
        ("2026-12-01", "2026-12-07T08:31Z", "2026-W51"),
        ("2026-12-01", "2026-12-06T23:30Z", "2026-W50"),  # it is Monday in Berlin
        ("2027-02-01", "2026-12-07T08:30Z", "2027-W05"),
    ],
)
def test_the_first_round_is_not_before_its_day_nor_before_the_team_was_there(
    first: str, since: str, week: str
) -> None:
    plan = replace(PLAN, first=date.fromisoformat(first))

    assert next(weeks_to_come(plan, datetime.fromisoformat(since), set())) == week


def test_a_week_that_is_over_in_london_may_have_its_round_before_it_on_samoa() -> None:
    plan = replace(PLAN, weekday=6, at="23:00", zone="Pacific/Pago_Pago")

    coming = weeks_to_come(plan, datetime(2026, 12, 14, 9, tzinfo=UTC), set())

    assert next(coming) == "2026-W50"


def test_a_week_has_one_round_however_often_it_is_asked() -> None:
    coming = weeks_to_come(PLAN, LONG_AGO, {"2026-W50", "2026-W51", "2026-W53"})

    assert list(islice(coming, 2)) == ["2026-W52", "2027-W01"]


def test_a_year_may_have_53_weeks() -> None:
    coming = weeks_to_come(replace(PLAN, first=date(2026, 12, 20)), LONG_AGO, set())

    assert list(islice(coming, 3)) == ["2026-W52", "2026-W53", "2027-W01"]


@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_no_week_is_left_out_or_comes_twice(weekday: int) -> None:
    weeks = list(islice(weeks_to_come(replace(PLAN, weekday=weekday), LONG_AGO, set()), 600))

    rounds = [date.fromisocalendar(int(week[:4]), int(week[-2:]), weekday + 1) for week in weeks]
    assert rounds == [MONDAY + weekday * DAY + number * WEEK for number in range(600)]


@pytest.mark.parametrize(
    ("day", "free"),
    [(-1, False), (0, True), (3, True), (4, False), (10, True), (11, False)],
)
def test_a_break_includes_its_first_day_and_its_last(day: int, free: bool) -> None:
    several = Break(first=MONDAY, last=MONDAY + 3 * DAY)
    one = Break(first=MONDAY + 10 * DAY, last=MONDAY + 10 * DAY)

    assert replace(PLAN, breaks=(several, one)).break_on(MONDAY + day * DAY) is free
