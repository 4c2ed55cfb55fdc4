"""Public holidays and weekends, by country: what the `holidays` package knows, in our words."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from holidays import HolidayBase, country_holidays, list_supported_countries

ENGLISH = "en_US"
WEEKEND = frozenset({5, 6})
"""Saturday and Sunday, where no country is named."""
REMEMBERED = 1_000
"""Years of countries and of their parts."""


def is_country(code: str) -> bool:
    """Say whether holidays are known for a country, or a part of one: `"DE"`, `"DE-BE"`."""
    country, dash, part = code.partition("-")
    parts = list_supported_countries(include_aliases=False).get(country)
    return parts is not None and (not dash or part in parts)


def holiday_on(country: str, day: date) -> str | None:
    """Return the name of the public holiday on a day, or None; no country has none."""
    return _names(country, day.year).get(day) if country else None


def is_weekend(country: str, day: date) -> bool:
    """Say whether a day is one on which the country does not work."""
    weekend = _calendar(country).weekend if country else WEEKEND
    return day.weekday() in weekend


@lru_cache(maxsize=REMEMBERED)
def _names(country: str, year: int) -> Mapping[date, str]:
    # A calendar of the package takes up a year when it is first asked for a day in it; another
    # thread that asks meanwhile finds no holiday there. So each year is made whole, and kept.
    return dict(_calendar(country, year).items())


@lru_cache(maxsize=REMEMBERED)
def _calendar(code: str, year: int | None = None) -> HolidayBase:
    country, _, part = code.partition("-")
    found = country_holidays(country, subdiv=part or None, years=year)
    if ENGLISH in found.supported_languages:
        found = country_holidays(country, subdiv=part or None, years=year, language=ENGLISH)
    return found
