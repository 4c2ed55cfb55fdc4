"""One person's place in one week's round: when it is due, how long it is open, when to remind."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.schedule.days import Off, Reason, off_on, works_on
from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Plan
from bot.schedule.wall_clock import local_day, local_instant

EARLIEST, LATEST = time(8), time(18)
"""Reminders come between these local times, or not at all."""
DAY = timedelta(days=1)
GRACE = timedelta(hours=12)
"""What was missed while the bot was down is made up within this time, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """When somebody is invited. Moments are aware, in UTC."""

    zone: str  # in which the hour is meant
    at: str  # local time, "09:30"
    due: datetime  # of one that is skipped: when it would have been
    closes: datetime
    remind: datetime | None = None
    skipped: bool = False
    off: Off | None = None  # why it was moved or skipped


def slot_of(plan: Plan, person: Participant, week: str, not_before: datetime | None = None) -> Slot:
    """Return a person's slot in a week's round.

    A day off or a holiday moves it to the next working day on which the round is still open for
    the person; where there is none it is skipped. The round itself does not move. An hour that a
    change moved before `not_before` (aware) is served at that moment, so that no change costs a week.
    """
    mine = person.preferences
    own = plan.own_zones or bool(mine.at)
    zone = (person.zone if own else "") or plan.zone
    at = mine.at or plan.at
    day = plan.day_in(week)
    closes = local_instant(day + plan.open_days * DAY, time.fromisoformat(at), zone)
    due = local_instant(day, time.fromisoformat(at), zone)
    if not mine.invited:
        turned_off = Off(why=Reason.TURNED_OFF)
        return Slot(zone=zone, at=at, due=due, closes=closes, skipped=True, off=turned_off)
    off = off_on(day, plan, mine)
    if off is not None:
        moved = _next_working(plan, mine, day, day + plan.open_days * DAY)
        if moved is None:
            return Slot(zone=zone, at=at, due=due, closes=closes, skipped=True, off=off)
        due = local_instant(moved, time.fromisoformat(at), zone)
    if not_before is not None and due < not_before < closes:
        due = not_before
    home = person.zone or plan.zone
    remind = _reminder(plan, mine, home, due, closes) if plan.reminder else None
    return Slot(zone=zone, at=at, due=due, closes=closes, remind=remind, off=off)


def reminder_from(
    moment: datetime, until: datetime, zone: str, plan: Plan, mine: Preferences
) -> datetime | None:
    """Return the first moment from `moment` on, before `until`, at which a reminder may come.

    Args:
        moment: aware.
        until: aware; when it would be too late.
        zone: where the person is.
        plan: the team's.
        mine: the person's own choices.
    """
    day = local_day(moment, zone)
    while (opens := local_instant(day, EARLIEST, zone)) < until:
        found = max(moment, opens)
        if found < local_instant(day, LATEST, zone) and works_on(day, plan, mine):
            return found if found < until else None
        day += DAY
    return None


def _reminder(
    plan: Plan, mine: Preferences, home: str, due: datetime, closes: datetime
) -> datetime | None:
    return reminder_from(due + (closes - due) / 2, closes, home, plan, mine)


def _next_working(plan: Plan, mine: Preferences, day: date, last: date) -> date | None:
    later = (day + number * DAY for number in range(1, (last - day).days))
    return next((found for found in later if works_on(found, plan, mine)), None)
