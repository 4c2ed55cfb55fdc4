"""What an organiser filled in is read as it was meant, or each mistake has its sentence."""

from dataclasses import replace
from datetime import date

import pytest

from bot.schedule import plan_form as form
from bot.schedule.plan import Break, Plan, Turn
from bot.schedule.plan_form import next_first, read_plan
from tests.schedule.filled import FILLED, KNOWN, NOW, PLAN, SHORT, Values, mistakes


def wrong_with(values: Values, before: Plan | None = None) -> dict[str, str]:
    return mistakes(lambda: read_plan(FILLED | values, KNOWN, NOW, before))


@pytest.mark.parametrize(
    ("values", "changed"),
    [
        ({}, {}),
        (
            {form.WEEKDAY: "6", form.FIRST: "2026-12-20"},
            {"weekday": 6, "first": date(2026, 12, 20)},
        ),
        ({form.AT: "00:00"}, {"at": "00:00"}),
        ({form.ZONE: " Asia/Kathmandu "}, {"zone": "Asia/Kathmandu"}),
        ({form.ZONES: form.ONE}, {"own_zones": False}),
        ({form.OPEN_DAYS: "6"}, {"open_days": 6}),
        ({form.REMINDER: ""}, {"reminder": False}),
        ({form.TURN: "pool"}, {"turn": Turn.POOL}),
        ({form.QUESTIONS: "mistake"}, {"questions": ("mistake",)}),
        ({form.QUESTIONS: "mistake,disagreement"}, {}),
        ({form.PEOPLE: "U1,W2"}, {"people": ("U1", "W2")}),
        ({form.COUNTRY: " de-be "}, {"country": "DE-BE"}),
    ],
)
def test_a_form_is_read_as_it_was_meant(values: Values, changed: dict[str, object]) -> None:
    assert read_plan(FILLED | values, KNOWN, NOW) == replace(PLAN, **changed)  # type: ignore[arg-type]


def test_breaks_are_a_day_or_two_days_a_line() -> None:
    lines = "2026-12-24 to 2027-01-01\n\n 2027-05-14 \r\n2027-06-01  to  2027-06-01"

    assert read_plan(FILLED | {form.BREAKS: lines}, KNOWN, NOW).breaks == (
        Break(first=date(2026, 12, 24), last=date(2027, 1, 1)),
        Break(first=date(2027, 5, 14), last=date(2027, 5, 14)),
        Break(first=date(2027, 6, 1), last=date(2027, 6, 1)),
    )


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (form.WEEKDAY, "7"),
        (form.WEEKDAY, "٣"),
        (form.WEEKDAY, None),
        (form.OPEN_DAYS, "0"),
        (form.OPEN_DAYS, "7"),
        (form.OPEN_DAYS, "٣"),
        (form.AT, "9:30"),
        (form.AT, "25:00"),
        (form.AT, None),
        (form.ZONE, "Berlin"),
        (form.ZONE, None),
        (form.TURN, "never"),
        (form.TURN, None),
        (form.QUESTIONS, ""),
        (form.QUESTIONS, "mistake,hobbies"),
        (form.COUNTRY, "XX"),
        (form.COUNTRY, "Germany"),
        (form.COUNTRY, "DE-XX"),
        (form.FIRST, None),
        (form.FIRST, "tomorrow"),
        (form.FIRST, "2026-02-30"),
    ],
)
def test_a_mistake_has_its_sentence_under_its_field(field: str, wrong: str | None) -> None:
    assert wrong_with({field: wrong}) == {field: SHORT[field]}


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            "2026-12-24\nChristmas",
            "I cannot read “Christmas”. "
            "Write one day a line, such as 2026-12-24, or 2026-12-24 to 2027-01-01.",
        ),
        ("2027-01-01 to 2026-12-24", "“2027-01-01 to 2026-12-24” ends before it begins."),
        (
            "2026-12-24 to 2062-01-01",
            "“2026-12-24 to 2062-01-01” is longer than a year. Check its days.",
        ),
        ("2026-12-24\n" * 51, "Write at most 50 lines."),
    ],
)
def test_a_break_that_cannot_be_is_quoted(lines: str, sentence: str) -> None:
    assert wrong_with({form.BREAKS: lines}) == {form.BREAKS: sentence}


@pytest.mark.parametrize("break_", ["2026-12-24 to", "to 2026-12-24", "2026-12-24 - 2027-01-01"])
def test_half_a_break_is_none(break_: str) -> None:
    assert f"I cannot read “{break_}”." in wrong_with({form.BREAKS: break_})[form.BREAKS]


def test_what_is_quoted_is_short() -> None:
    assert len(wrong_with({form.BREAKS: "x" * 3_000})[form.BREAKS]) < 150


def test_all_mistakes_are_told_at_once() -> None:
    assert wrong_with(dict.fromkeys(FILLED, "?")) == SHORT | {
        form.BREAKS: "I cannot read “?”. "
        "Write one day a line, such as 2026-12-24, or 2026-12-24 to 2027-01-01."
    }


@pytest.mark.parametrize(
    ("first", "at", "sentence"),
    [
        ("2026-12-06", "09:30", "That day has passed. Choose today or a later day."),
        ("2026-12-07", "09:29", "09:29 on that day has passed already. Choose a later day."),
        ("2027-12-09", "09:30", "That day is more than a year ahead. Choose an earlier one."),
        ("9999-12-31", "23:30", "That day is more than a year ahead. Choose an earlier one."),
    ],
)
def test_a_first_round_has_to_be_to_come_and_within_a_year(
    first: str, at: str, sentence: str
) -> None:
    assert wrong_with({form.FIRST: first, form.AT: at}) == {form.FIRST: sentence}


@pytest.mark.parametrize("first", ["2026-12-07", "2026-12-08", "2027-12-08"])
def test_a_first_round_may_be_this_very_minute_or_in_a_year(first: str) -> None:
    plan = read_plan(FILLED | {form.FIRST: first}, KNOWN, NOW)

    assert plan.first == date.fromisoformat(first)


@pytest.mark.parametrize("first", ["2026-03-02", "", None])
def test_a_first_round_that_was_long_ago_may_stay(first: str | None) -> None:
    before = replace(PLAN, first=date(2026, 3, 2))

    assert read_plan(FILLED | {form.FIRST: first}, KNOWN, NOW, before) == before


def test_a_first_round_is_not_moved_into_the_past() -> None:
    before = replace(PLAN, first=date(2026, 3, 2))

    assert wrong_with({form.FIRST: "2026-03-09"}, before) == {
        form.FIRST: "That day has passed. Choose today or a later day."
    }


def test_a_past_day_is_left_to_who_knows_the_plan_before() -> None:
    values = FILLED | {form.FIRST: "2026-03-02"}

    assert read_plan(values, KNOWN, NOW, any_first=True).first == date(2026, 3, 2)


def test_another_weekday_holds_from_the_next_week() -> None:
    plan = read_plan(FILLED | {form.WEEKDAY: "2"}, KNOWN, NOW, replace(PLAN, first=NOW.date()))

    assert [plan.day_in(week) for week in ("2026-W50", "2026-W51")] == [
        date(2026, 12, 7),
        date(2026, 12, 16),
    ]


@pytest.mark.parametrize(
    ("weekday", "at", "first"),
    [
        (0, "09:31", "2026-12-07"),
        (0, "09:30", "2026-12-14"),
        (1, "00:00", "2026-12-08"),
        (6, "09:30", "2026-12-13"),
    ],
)
def test_the_first_round_that_is_offered_is_the_next_that_can_be(
    weekday: int, at: str, first: str
) -> None:
    assert next_first(weekday, at, "Europe/Berlin", NOW) == date.fromisoformat(first)
