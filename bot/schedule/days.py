"""On which days somebody is not disturbed, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.schedule.holidays import holiday_on, is_weekend
from bot.schedule.participant import Preferences
from bot.schedule.plan import Plan


class Reason(StrEnum):
    """Why an invitation came later, or not at all."""

    HOLIDAY = "holiday"
    BREAK = "break"  # the team's own
    DAY_OFF = "day_off"  # the person's own, each week
    AWAY = "away"
    TURNED_OFF = "turned_off"
    NOT_THIS_WEEK = "not_this_week"
    DOWN = "down"  # the bot was, for longer than the grace time
    SLACK_DOWN = "slack_down"  # for longer than the grace time
    PAUSED = "paused"  # the team was, before it was due
    LEFT = "left"  # no longer takes part


OF_A_DAY = (Reason.HOLIDAY, Reason.BREAK, Reason.DAY_OFF, Reason.AWAY)
"""After these the next working day is sought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Off:
    """Why a day is free."""

    why: Reason
    name: str = ""  # of the holiday


def off_on(day: date, plan: Plan, preferences: Preferences) -> Off | None:
    """Return why a person is not invited on a day, or None; a weekend alone is no reason."""
    if preferences.away_until is not None and day < preferences.away_until:
        return Off(why=Reason.AWAY)
    if plan.break_on(day):
        return Off(why=Reason.BREAK)
    if day.weekday() in preferences.days_off:
        return Off(why=Reason.DAY_OFF)
    name = holiday_on(preferences.country or plan.country, day)
    return Off(why=Reason.HOLIDAY, name=name) if name else None


def works_on(day: date, plan: Plan, preferences: Preferences) -> bool:
    """Say whether a day is a working day for a person: neither free nor a weekend."""
    country = preferences.country or plan.country
    return off_on(day, plan, preferences) is None and not is_weekend(country, day)
