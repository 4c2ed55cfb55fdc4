"""In every zone that there is: one slot a week at the hour on the wall, over every change of it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from bot.schedule.plan import Plan
from bot.schedule.preview import weekly
from bot.schedule.rounds import CHANNEL
from bot.schedule.slots import Slot, slot_of
from bot.schedule.weeks import week_of
from tests.schedule.zones import DAY, MINUTE, Walls, clocks, walls

Zones = dict[str, tuple[datetime, ...]]
WEEK, HALF_HOUR = timedelta(days=7), timedelta(minutes=30)
USUAL = time(9, 30)
MONDAY = date(2026, 12, 28)
"""Of a year with 53 weeks the last."""


@pytest.fixture(scope="module")
def zones() -> Zones:
    return clocks()


def test_around_every_change_of_clock_each_week_has_its_slot_at_the_hour_on_the_wall(
    zones: Zones,
) -> None:
    assert sum(map(len, zones.values())) > 300  # there was something to look at
    for zone, changes in zones.items():
        for change in changes:
            shown = walls(zone, change, days=3)
            for day, at in _hours_around(change, zone):
                _follow(day, at, zone, shown)


@pytest.mark.parametrize("at", [time(0), USUAL, time(23, 59)])
def test_where_clocks_are_never_moved_every_week_of_a_year_has_its_slot(
    zones: Zones, at: time
) -> None:
    steady = [zone for zone, changes in zones.items() if not changes]

    assert len(steady) > 30
    for zone in steady:
        for number in range(53 * 7):
            wanted = datetime.combine(MONDAY + number * DAY, at)
            assert _local(_slot(wanted.date(), at, zone).due, zone) == wanted


def _hours_around(change: datetime, zone: str) -> Iterator[tuple[date, time]]:
    """Yield (day, time) from the day before a change of clock to the day after it."""
    moved = _local(change - MINUTE, zone) + MINUTE  # what clocks would have shown
    hours = {(moved + number * HALF_HOUR).time() for number in range(-6, 7)}
    for at in {USUAL, *hours}:
        for day in (-DAY, 0 * DAY, DAY):
            yield moved.date() + day, at


def _follow(day: date, at: time, zone: str, shown: Walls) -> None:
    """Follow a plan from the week before a day to the week after it."""
    coming = islice(weekly(day.weekday(), at, zone, day - WEEK), 3)
    last = _slot(day - 2 * WEEK, at, zone).due
    for week, (moment, shift) in zip((-WEEK, 0 * WEEK, WEEK), coming, strict=True):
        wanted, slot = datetime.combine(day + week, at), _slot(day + week, at, zone)
        where, local = f"{wanted} in {zone}", _local(slot.due, zone)
        if week:
            assert local == wanted, where
        else:
            assert slot.due == shown.first(wanted), where
        assert week_of(local.date()) == week_of(wanted.date()), where
        assert (slot.skipped, slot.off) == (False, None), where
        assert moment == slot.due, where
        assert shift == _offset(moment, zone) - _offset(last, zone), where
        last = moment


def _slot(day: date, at: time, zone: str) -> Slot:
    text = at.strftime("%H:%M")
    plan = Plan(weekday=day.weekday(), at=text, zone=zone, questions=("mistake",), first=day)
    return slot_of(plan, CHANNEL, week_of(day))


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _offset(moment: datetime, zone: str) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
