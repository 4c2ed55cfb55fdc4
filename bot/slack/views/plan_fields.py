"""The fields of a team's plan, as it is or as it usually is."""

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import InputBlock

from bot.questions import reader
from bot.schedule.plan import Break, Plan, Turn
from bot.schedule.plan_form import (
    AT,
    BREAKS,
    COUNTRY,
    FIRST,
    MOST_DAYS,
    ONE,
    OPEN_DAYS,
    OWN,
    PEOPLE,
    QUESTIONS,
    REMINDER,
    TURN,
    WEEKDAY,
    ZONE,
    ZONES,
    next_first,
)
from bot.schedule.wall_clock import is_zone
from bot.schedule.weeks import WEEKDAYS
from bot.slack.views import fields
from bot.slack.views.describing import ZONE_UNKNOWN, days

USUAL_DAY, USUAL_TIME = 0, "09:30"
ZONE_MOST, COUNTRY_MOST, BREAKS_MOST = 64, 10, 2000
"""Characters; fifty breaks are 1,350."""
TURNS = {
    Turn.ALL.value: "All of them",
    Turn.ALTERNATE.value: "One, in turn",
    Turn.POOL.value: "One, by lot",
}
CLOCKS = {OWN: "Each person's own time zone", ONE: "One time zone for all"}
REMIND = {"yes": "Remind once, in the middle, those who have not begun"}


def plan_fields(plan: Plan) -> tuple[InputBlock, ...]:
    """Return every field but the channel: what, when, and when not."""
    return (*_what(plan), *_when(plan), *_not_when(plan))


def usual(zone: str, now: datetime) -> Plan:
    """Return what most teams will want; `zone` is of who asks."""
    known = zone if is_zone(zone) else ZONE_UNKNOWN
    first = next_first(USUAL_DAY, USUAL_TIME, known, now)
    return Plan(
        weekday=USUAL_DAY, at=USUAL_TIME, zone=known, questions=tuple(reader.ALL), first=first
    )


def _what(plan: Plan) -> Sequence[InputBlock]:
    titles = {slug: reader.load(slug).title for slug in reader.ALL}
    return (
        fields.people(
            PEOPLE,
            "Who takes part",
            plan.people,
            "Leave it empty for everybody in the channel. Bots and guests are never asked.",
        ),
        fields.boxes(QUESTIONS, "Questions", titles, plan.questions, optional=False),
        fields.radios(TURN, "Each week", TURNS, plan.turn),
    )


def _when(plan: Plan) -> Sequence[InputBlock]:
    weekdays = {str(number): day for number, day in enumerate(WEEKDAYS)}
    lengths = {str(count): days(count) for count in range(1, MOST_DAYS + 1)}
    return (
        fields.menu(WEEKDAY, "Day", weekdays, str(plan.weekday)),
        fields.menu(AT, "Time", fields.hours_with(plan.at), plan.at),
        fields.radios(ZONES, "Whose time", CLOCKS, OWN if plan.own_zones else ONE),
        fields.line(
            ZONE,
            "Time zone",
            plan.zone,
            "Of the channel; and of everybody, if you choose one for all. Such as Europe/Berlin.",
            most=ZONE_MOST,
            optional=False,
        ),
        fields.menu(OPEN_DAYS, "Open for", lengths, str(plan.open_days)),
        fields.boxes(REMINDER, "Reminder", REMIND, REMIND if plan.reminder else (), optional=True),
    )


def _not_when(plan: Plan) -> Sequence[InputBlock]:
    return (
        fields.line(
            COUNTRY,
            "Public holidays",
            plan.country,
            "Of which country? Two letters, such as DE or US-CA. Nobody is invited on them.",
            most=COUNTRY_MOST,
        ),
        fields.line(
            BREAKS,
            "Days without a round",
            "\n".join(_written(each) for each in plan.breaks),
            "One a line: 2026-12-24, or 2026-12-24 to 2027-01-01.",
            most=BREAKS_MOST,
            multiline=True,
        ),
        fields.day(FIRST, "First round", plan.first, "On this day or after it.", optional=False),
    )


def _written(each: Break) -> str:
    alone = each.first == each.last
    return each.first.isoformat() if alone else f"{each.first} to {each.last}"
