"""A team in one zone, its people in others: everybody has their own hour in one round a week."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Plan
from bot.schedule.rounds import PlannedRound, planned_round
from bot.schedule.slots import slot_of
from bot.schedule.weeks import week_of

ZONES = (
    "Pacific/Kiritimati",  # as early as it gets
    "Pacific/Chatham",  # clocks are moved on 2027-04-04
    "Pacific/Apia",
    "Australia/Lord_Howe",  # and by half an hour
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Africa/Cairo",
    "Europe/Berlin",  # 2027-03-28
    "UTC",
    "America/St_Johns",  # 2027-03-14
    "America/New_York",
    "America/Los_Angeles",
    "Pacific/Marquesas",
    "Pacific/Pago_Pago",  # as late as it gets
)
WEEKS = ("2027-W09", "2027-W10", "2027-W11", "2027-W12", "2027-W13", "2027-W14")
WEEKDAYS, DAY = range(7), timedelta(days=1)
PEOPLE = tuple(Participant(user=f"U{zone}", zone=zone) for zone in ZONES)
PLAN = Plan(
    weekday=0,
    at="09:30",
    zone="UTC",
    questions=("mistake",),
    first=date(2027, 1, 1),
    reminder=False,
)


@pytest.mark.parametrize("open_days", range(1, 7))
@pytest.mark.parametrize("zone", ZONES)
def test_everybody_is_invited_at_their_own_hour_and_has_as_many_days(
    zone: str, open_days: int
) -> None:
    for plan, week in _plans(zone, open_days):
        wanted = datetime.combine(_day(plan, week), time(9, 30))
        for user, slot in planned_round(plan, PEOPLE, week).slots:
            assert (f"U{slot.zone}", slot.at, slot.skipped) == (user, "09:30", False)
            assert _local(slot.due, slot.zone) == wanted
            assert _local(slot.closes, slot.zone) == wanted + open_days * DAY


@pytest.mark.parametrize("open_days", range(1, 7))
@pytest.mark.parametrize("zone", ZONES)
def test_a_round_is_open_while_it_is_for_anybody(zone: str, open_days: int) -> None:
    for plan, week in _plans(zone, open_days):
        found = planned_round(plan, PEOPLE, week)
        everybody = [found.prompts, *(slot for _, slot in found.slots)]

        assert found.opens == min(slot.due for slot in everybody)
        assert found.closes == max(slot.closes for slot in everybody)
        assert _local(found.prompts.due, zone).date() == _day(plan, week)


@pytest.mark.parametrize("zone", ZONES)
def test_in_a_team_with_one_zone_all_hours_are_one_instant(zone: str) -> None:
    for plan, week in _plans(zone, 4):
        found = planned_round(replace(plan, own_zones=False), PEOPLE, week)

        assert _instants(found) == {(found.opens, found.closes)}
        assert _local(found.opens, zone) == datetime.combine(_day(plan, week), time(9, 30))


@pytest.mark.parametrize("zone", ZONES)
def test_an_hour_of_ones_own_is_meant_where_one_is(zone: str) -> None:
    at_five = Preferences(at="17:05")
    people = [replace(person, preferences=at_five) for person in PEOPLE]
    for plan, week in _plans(zone, 4):
        for own_zones in (False, True):
            found = planned_round(replace(plan, own_zones=own_zones), people, week)
            for _, slot in found.slots:
                wanted = datetime.combine(_day(plan, week), time(17, 5))
                assert _local(slot.due, slot.zone) == wanted
            assert {f"U{slot.zone}" for _, slot in found.slots} == {p.user for p in PEOPLE}


@pytest.mark.parametrize("zone", ZONES)
def test_who_told_no_zone_is_where_the_team_is(zone: str) -> None:
    for plan, week in _plans(zone, 4):
        found = planned_round(plan, [Participant(user="UNOWHERE")], week)

        assert _instants(found) == {(found.prompts.due, found.prompts.closes)}


@pytest.mark.parametrize("weekday", WEEKDAYS)
@pytest.mark.parametrize("before", ZONES)
def test_who_moves_between_two_weeks_has_one_slot_in_each(before: str, weekday: int) -> None:
    plan = replace(PLAN, weekday=weekday)
    for after in ZONES:
        for weeks in pairwise(WEEKS):
            slots = [
                slot_of(plan, Participant(user="UMOVES", zone=zone), week)
                for zone, week in zip((before, after), weeks, strict=True)
            ]
            shown = [_local(slot.due, slot.zone) for slot in slots]

            assert [week_of(moment.date()) for moment in shown] == list(weeks)
            assert shown[1] - shown[0] == 7 * DAY
            assert slots[0].closes < slots[1].closes
            assert slots[0].due < slots[1].due


def _plans(zone: str, open_days: int) -> list[tuple[Plan, str]]:
    """Return a plan for each weekday, in each of the weeks."""
    plan = replace(PLAN, zone=zone, open_days=open_days)
    return [(replace(plan, weekday=weekday), week) for weekday in WEEKDAYS for week in WEEKS]


def _day(plan: Plan, week: str) -> date:
    return date.fromisocalendar(2027, int(week[-2:]), plan.weekday + 1)


def _instants(found: PlannedRound) -> set[tuple[datetime, datetime]]:
    return {(slot.due, slot.closes) for slot in (found.prompts, *(slot for _, slot in found.slots))}


def _local(moment: datetime, zone: str) -> datetime:
    assert moment.tzinfo is UTC
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
