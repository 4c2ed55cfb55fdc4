"""Whatever a team plans and whatever somebody chose: what no slot ever does."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from holidays import country_holidays
from hypothesis import event, given, settings

from bot.schedule.days import Reason
from bot.schedule.participant import Participant
from bot.schedule.plan import Plan
from bot.schedule.rounds import planned_round
from bot.schedule.slots import Slot, slot_of
from bot.schedule.weeks import week_of
from tests.schedule.strategies import weeks

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
MORNING, EVENING = time(8), time(18)
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
drawn = settings(max_examples=400)


@drawn
@given(weeks())
def test_a_slot_is_on_the_first_day_that_is_not_free_or_skipped(
    drawing: tuple[Plan, Participant, date],
) -> None:
    plan, person, monday = drawing
    slot, day = slot_of(plan, person, week_of(monday)), monday + plan.weekday * DAY
    later = [day + number * DAY for number in range(1, plan.open_days)]
    working = [each for each in later if _works(each, plan, person)]
    event(f"off: {slot.off and slot.off.why}, skipped: {slot.skipped}")

    if not person.preferences.invited:
        assert (slot.skipped, slot.off and slot.off.why) == (True, Reason.TURNED_OFF)
    elif not _free(day, plan, person):
        assert (slot.skipped, slot.off) == (False, None)
        assert _shown(slot.due, slot.zone).date() == day
    elif working:
        assert not slot.skipped
        assert slot.off is not None
        assert _shown(slot.due, slot.zone).date() == working[0]
    else:
        assert slot.skipped
        assert slot.off is not None


@drawn
@given(weeks())
def test_a_slot_is_due_before_it_closes_and_while_the_round_is_open(
    drawing: tuple[Plan, Participant, date],
) -> None:
    plan, person, monday = drawing
    found = planned_round(plan, [person], week_of(monday))
    [(_, slot)] = found.slots
    last = monday + (plan.weekday + plan.open_days) * DAY

    assert slot.due < slot.closes <= found.closes
    assert _shown(slot.closes, slot.zone).date() == last
    assert found.opens < found.closes
    if not slot.skipped:
        assert found.opens <= slot.due


@settings(max_examples=150)
@given(weeks())
def test_a_reminder_comes_at_the_first_moment_after_the_middle_that_disturbs_nobody(
    drawing: tuple[Plan, Participant, date],
) -> None:
    plan, person, monday = drawing
    slot = slot_of(plan, person, week_of(monday))
    event(f"remind: {slot.remind is not None}")

    assert slot.remind == (None if slot.skipped else _reminder(slot, plan, person))


def _reminder(slot: Slot, plan: Plan, person: Participant) -> datetime | None:
    """Look at every minute from the middle on."""
    home = person.zone or plan.zone
    moment = slot.due + (slot.closes - slot.due) / 2
    while moment < slot.closes:
        shown = _shown(moment, home)
        if MORNING <= shown.time() < EVENING and _works(shown.date(), plan, person):
            return moment
        moment = moment.replace(second=0) + MINUTE
    return None


def _works(day: date, plan: Plan, person: Participant) -> bool:
    israel = (person.preferences.country or plan.country) == "IL"
    weekend = {FRIDAY, SATURDAY} if israel else {SATURDAY, SUNDAY}
    return not _free(day, plan, person) and day.weekday() not in weekend


def _free(day: date, plan: Plan, person: Participant) -> bool:
    mine = person.preferences
    country, _, part = (mine.country or plan.country).partition("-")
    return (
        (mine.away_until is not None and day < mine.away_until)
        or any(each.first <= day <= each.last for each in plan.breaks)
        or day.weekday() in mine.days_off
        or (country != "" and day in country_holidays(country, part or None, years=day.year))
    )


def _shown(moment: datetime, zone: str) -> datetime:
    assert moment.tzinfo is UTC
    return moment.astimezone(ZoneInfo(zone))
