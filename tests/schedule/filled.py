"""Forms as they are when they are filled in rightly, and what is wrong with them otherwise."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from bot.schedule import own_form, plan_form as form
from bot.schedule.filled import Mistakes
from bot.schedule.plan import Plan

NOW = datetime(2026, 12, 7, 8, 30, tzinfo=UTC)  # Monday, half past nine in Berlin
KNOWN = ("disagreement", "mistake")
Values = dict[str, str | None]
FILLED: Values = {
    form.WEEKDAY: "0",
    form.AT: "09:30",
    form.ZONES: form.OWN,
    form.ZONE: "Europe/Berlin",
    form.OPEN_DAYS: "4",
    form.REMINDER: "yes",
    form.TURN: "all",
    form.QUESTIONS: "disagreement,mistake",
    form.PEOPLE: "",
    form.COUNTRY: None,
    form.BREAKS: None,
    form.FIRST: "2026-12-14",
}
PLAN = Plan(weekday=0, at="09:30", zone="Europe/Berlin", questions=KNOWN, first=date(2026, 12, 14))
CHOSEN: Values = {
    own_form.INVITED: "yes",
    own_form.OWN_AT: own_form.TEAMS_HOUR,
    own_form.DAYS_OFF: "",
    own_form.AWAY_UNTIL: None,
    own_form.OWN_COUNTRY: None,
}
SHORT = {
    form.TURN: "Choose how the questions take turns.",
    form.OPEN_DAYS: "Choose from 1 to 6 days.",
    form.AT: "Choose a time from 00:00 to 23:59, such as 09:30.",
    form.ZONE: "I do not know this zone. Write one such as Europe/Berlin.",
    form.COUNTRY: "I do not know this country. Write its two letters, such as DE or US-CA.",
    form.WEEKDAY: "Choose a day.",
    form.QUESTIONS: "Choose at least one question.",
    form.FIRST: "Choose the day of the first round.",
}


def mistakes(read: Callable[[], object]) -> dict[str, str]:
    """Return what was wrong, by field; nothing if a form could be read."""
    try:
        read()
    except Mistakes as wrong:
        return wrong.fields
    return {}
