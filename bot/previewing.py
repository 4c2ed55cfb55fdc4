"""Says when prompts would come: `python -m bot preview --weekday monday --at 09:30 --zone …`."""

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

from bot.schedule.preview import weekly
from bot.schedule.wall_clock import is_time, is_zone, local_day
from bot.schedule.weeks import WEEKDAYS

USUAL_COUNT, MOST = 8, 520
EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
"""Before them zones have no common clock; long after them calendars end."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command asks for, each with its sentence for what is none."""
    parser.add_argument("--weekday", type=_weekday, required=True, help="such as monday")
    parser.add_argument("--at", type=_at, required=True, help="local time, such as 09:30")
    parser.add_argument("--zone", type=_zone, required=True, help="such as Europe/Berlin")
    parser.add_argument(
        "--from", dest="first", type=_day, help="local day to begin with; today, unless given"
    )
    parser.add_argument(
        "--count", type=_count, default=USUAL_COUNT, help=f"of weeks; {USUAL_COUNT}, unless given"
    )


def preview(chosen: argparse.Namespace) -> Iterator[str]:
    """Yield a line for each week: the local time, the same in UTC, and whether clocks were moved."""
    first = chosen.first or local_day(datetime.now(UTC), chosen.zone)
    coming = weekly(chosen.weekday, chosen.at, chosen.zone, first)
    for moment, shift in islice(coming, chosen.count):
        local = moment.astimezone(ZoneInfo(chosen.zone))
        utc = moment.replace(tzinfo=None).isoformat()
        yield f"{local.isoformat()} {utc}Z" + (" clock change" if shift else "")


def _weekday(text: str) -> int:
    if text.capitalize() not in WEEKDAYS:
        raise argparse.ArgumentTypeError(f"“{text}” is no weekday: write one such as monday.")
    return WEEKDAYS.index(text.capitalize())


def _at(text: str) -> time:
    if not is_time(text):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no time of day: write one from 00:00 to 23:59, such as 09:30."
        )
    return time.fromisoformat(text)


def _zone(text: str) -> str:
    if not is_zone(text):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no time zone that I know: write one such as Europe/Berlin."
        )
    return text


def _day(text: str) -> date:
    wrong = argparse.ArgumentTypeError(
        f"“{text}” is no day from {EARLIEST} to {LATEST}: write one such as 2026-10-12."
    )
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise wrong from None
    if not EARLIEST <= day <= LATEST:
        raise wrong
    return day


def _count(text: str) -> int:
    if text not in {str(number) for number in range(1, MOST + 1)}:
        raise argparse.ArgumentTypeError(
            f"“{text}” is no count of weeks: write a number from 1 to {MOST}."
        )
    return int(text)
