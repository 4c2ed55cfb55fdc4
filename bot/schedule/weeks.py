"""Calendar weeks: a team has one round in each, whatever its day and whatever its zone."""

from collections.abc import Iterator
from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = timedelta(days=7)


def week_of(day: date) -> str:
    """Return the ISO week of a day: `"2026-W48"`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def monday_of(week: str) -> date:
    """Return the Monday with which an ISO week begins."""
    return date.fromisoformat(f"{week}-1")


def weeks_from(day: date) -> Iterator[str]:
    """Yield the ISO week of a day, and every one after it."""
    monday = monday_of(week_of(day))
    while True:
        yield week_of(monday)
        monday += WEEK
