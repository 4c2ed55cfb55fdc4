"""Public holidays: named in English, known in every thread, and none where no country is."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from holidays import list_supported_countries

from bot.schedule.holidays import holiday_on, is_country, is_weekend

THREADS = 4
EASTER_MONDAY = date(2027, 3, 29)


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("DE", EASTER_MONDAY, "Easter Monday"),
        ("DE-BE", date(2027, 3, 8), "Women's Day"),
        ("DE", date(2027, 3, 8), None),
        ("JP", date(2027, 1, 11), "Coming of Age Day"),
        ("US", date(2027, 12, 31), "New Year's Day (observed)"),  # of the year to come
        ("", EASTER_MONDAY, None),
        ("DE", date.min, None),
        ("DE", date.max, None),
    ],
)
def test_a_holiday_has_its_name_in_english(country: str, day: date, name: str | None) -> None:
    assert holiday_on(country, day) == name


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("DE", True),
        ("DE-BE", True),
        ("US-CA", True),
        ("DE-XX", False),
        ("DE-", False),
        ("-BE", False),
        ("XX", False),
        ("de", False),
        ("Germany", False),
        ("\ud800", False),
        ("", False),
    ],
)
def test_a_country_is_known_by_its_two_letters(code: str, known: bool) -> None:
    assert is_country(code) is known


def test_every_country_that_can_be_chosen_can_be_asked() -> None:
    for country in list_supported_countries(include_aliases=False):
        assert is_country(country)
        assert sum(is_weekend(country, date(2027, 3, 1 + day)) for day in range(7)) in (1, 2)
        assert holiday_on(country, EASTER_MONDAY) != ""


def test_all_threads_see_a_holiday_that_they_ask_for_at_once() -> None:
    years, together, usual = range(1991, 2051), Barrier(THREADS), sys.getswitchinterval()

    def names(_thread: int) -> list[str | None]:
        found = []
        for year in years:
            together.wait()
            found.append(holiday_on("FR", date(year, 12, 25)))
        return found

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(THREADS) as threads:
            seen = list(threads.map(names, range(THREADS)))
    finally:
        sys.setswitchinterval(usual)

    assert seen == [["Christmas Day"] * len(years)] * THREADS
