"""The instants to come, with the changes of clock between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.schedule.participant import Participant
from bot.schedule.plan import Plan
from bot.schedule.slots import Slot, slot_of
from bot.schedule.wall_clock import local_instant, shifted
from bot.schedule.weeks import WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """One week's slot, and by how much clocks were moved since the week before."""

    week: str
    day: date  # of the plan: a slot that was moved has a later one
    slot: Slot
    shift: timedelta


def upcoming(
    plan: Plan, person: Participant, weeks: Iterable[str], not_before: datetime | None = None
) -> Iterator[Upcoming]:
    """Yield a person's slot in each of some weeks; `not_before` as in `slot_of`."""
    for week in weeks:
        slot = slot_of(plan, person, week, not_before)
        shift = shifted(slot.due - WEEK, slot.due, slot.zone)
        yield Upcoming(week=week, day=plan.day_in(week), slot=slot, shift=shift)


def weekly(weekday: int, at: time, zone: str, first: date) -> Iterator[tuple[datetime, timedelta]]:
    """Yield (moment, shift of clocks since the week before), week by week without end.

    Args:
        weekday: 0 is Monday.
        at: local time.
        zone: IANA.
        first: a local day; the first instant is on it or after it.
    """
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    while True:
        moment = local_instant(day, at, zone)
        yield moment, shifted(local_instant(day - WEEK, at, zone), moment, zone)
        day += WEEK
