"""What clocks on walls show: the moment of a day and time in a zone, over every change of clock."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

NO_PLACES = {"Factory", "localtime", "posixrules"}
"""Names in the zone database that mean whatever a machine is set to."""
REMEMBERED = 100_000
"""A whole team shares a handful of days, hours and zones, so most instants are asked for again."""


@lru_cache(maxsize=REMEMBERED)
def local_instant(day: date, at: time, zone: str) -> datetime:
    """Return the moment (aware, UTC) at which a clock in `zone` first shows a day and time.

    Of an hour that comes twice it is the first. Of an hour that is skipped it is the first moment
    after it: the gap is crossed at the old offset, and lands at its end.
    """
    wanted = datetime.combine(day, at, tzinfo=_zone(zone))
    found = wanted.astimezone(UTC)
    if found.astimezone(wanted.tzinfo).replace(tzinfo=None) == wanted.replace(tzinfo=None):
        return found
    return _end_of_gap(wanted)


def local_day(moment: datetime, zone: str) -> date:
    """Return the day that a calendar in `zone` shows at a moment."""
    return moment.astimezone(_zone(zone)).date()


def shifted(before: datetime, after: datetime, zone: str) -> timedelta:
    """Return by how much clocks in `zone` were moved between two moments; mostly nothing."""
    old, new = (moment.astimezone(_zone(zone)).utcoffset() for moment in (before, after))
    return (new or timedelta()) - (old or timedelta())


def is_zone(name: str) -> bool:
    """Say whether a time zone of that name exists."""
    return name in _zones()


def is_time(text: str) -> bool:
    """Say whether a text is a time of day as plans keep it: `"09:30"`."""
    try:
        return time.fromisoformat(text).strftime("%H:%M") == text
    except ValueError:
        return False


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)  # which remembers but the last eight, and reads the others again


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones()) - NO_PLACES  # reads the whole zone database


def _end_of_gap(wanted: datetime) -> datetime:
    # With fold=0 a skipped time counts by the offset before the gap, with fold=1 by the one after:
    # the change of clock lies between the two, and a minute is the finest that zones know.
    low = wanted.replace(fold=1).astimezone(UTC)
    high = wanted.replace(fold=0).astimezone(UTC)
    zone = wanted.tzinfo
    old = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == old:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)
