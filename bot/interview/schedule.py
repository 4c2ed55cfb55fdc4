"""When a team's prompts are due: computed each time from weekday, local time and zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """When a team's prompts come."""

    weekday: int  # 0 is Monday
    at: str  # local time, "09:30"
    zone: str  # IANA


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def local_instant(day: date, at: time, zone: str) -> datetime:
    """Return the moment (aware, UTC) at which a clock in `zone` first shows a day and time.

    Of an hour that comes twice it is the first. Of an hour that is skipped it is the first moment
    after it: the gap is crossed at the old offset, and lands at its end.
    """
    wanted = datetime.combine(day, at, tzinfo=ZoneInfo(zone))
    found = wanted.astimezone(UTC)
    if found.astimezone(wanted.tzinfo).replace(tzinfo=None) == wanted.replace(tzinfo=None):
        return found
    return _end_of_gap(wanted)


def due_since(weekday: int, at: time, zone: str, now: datetime) -> datetime:
    """Return the last moment not later than `now` at which a weekly time came round."""
    today = now.astimezone(ZoneInfo(zone)).date()
    day = today - timedelta(days=(today.weekday() - weekday) % 7)
    due = local_instant(day, at, zone)
    return due if due <= now else local_instant(day - timedelta(days=7), at, zone)


def due_next(weekday: int, at: time, zone: str, now: datetime) -> datetime:
    """Return the first moment later than `now` at which a weekly time comes round."""
    today = now.astimezone(ZoneInfo(zone)).date()
    day = today + timedelta(days=(weekday - today.weekday()) % 7)
    due = local_instant(day, at, zone)
    return due if due > now else local_instant(day + timedelta(days=7), at, zone)


def week_of(moment: datetime, zone: str) -> str:
    """Return the ISO week that a moment falls in, in a zone: `"2026-W48"`."""
    year, week, _ = moment.astimezone(ZoneInfo(zone)).isocalendar()
    return f"{year}-W{week:02d}"


def is_zone(name: str) -> bool:
    """Say whether a time zone of that name exists."""
    return name in available_timezones()


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
