"""What the zone database says, found by looking at the clock: when it was moved, what it showed."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo, available_timezones

BEGIN, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
DAYS = tuple(BEGIN + number * DAY for number in range((END - BEGIN).days + 1))


@dataclass(frozen=True)
class Walls:
    """What a clock showed, minute by minute, in the days around a moment."""

    start: datetime
    latest: tuple[datetime, ...]  # that it had shown by each minute

    def first(self, wanted: datetime) -> datetime:
        """Return the first minute at which it showed a time, or one after it."""
        found = bisect_left(self.latest, wanted)
        assert 0 < found < len(self.latest), "outside of the days that were looked at"
        return self.start + found * MINUTE


def clocks() -> dict[str, tuple[datetime, ...]]:
    """Return when clocks are moved in each zone; of those that always agree, in one of them."""
    found = {}
    for zone in sorted(available_timezones()):
        changes = _changes(zone)
        agreeing = tuple(_offset(moment, zone) for moment in (BEGIN, *changes))
        found[changes, agreeing] = zone
    return {zone: changes for (changes, _), zone in found.items()}


def walls(zone: str, around: datetime, days: int) -> Walls:
    """Look at a clock some days before and after a moment, which is at a full minute."""
    start = around - days * DAY
    place = ZoneInfo(zone)
    minutes = (start + number * MINUTE for number in range(2 * days * 24 * 60))
    shown = (minute.astimezone(place).replace(tzinfo=None) for minute in minutes)
    return Walls(start=start, latest=tuple(accumulate(shown, max)))


def _changes(zone: str) -> tuple[datetime, ...]:
    offsets = [_offset(day, zone) for day in DAYS]
    return tuple(
        _change(zone, day)
        for day, (before, after) in zip(DAYS, pairwise(offsets), strict=False)
        if before != after
    )


def _change(zone: str, day: datetime) -> datetime:
    minutes = range(1, 24 * 60 + 1)
    before = _offset(day, zone)
    return next(
        day + number * MINUTE
        for number in minutes
        if _offset(day + number * MINUTE, zone) != before
    )


def _offset(moment: datetime, zone: str) -> timedelta:
    offset = moment.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return offset
