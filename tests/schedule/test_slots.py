"""When somebody is invited and reminded: free days move it, and nothing disturbs them on one."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.schedule.days import Off, Reason
from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Break, Plan
from bot.schedule.slots import Slot, reminder_from, slot_of
from bot.schedule.weeks import week_of

BERLIN = Plan(
    weekday=0,
    at="09:30",
    zone="Europe/Berlin",
    questions=("mistake",),
    country="DE-BE",
    first=date(2026, 11, 2),
)
EASTER = Off(why=Reason.HOLIDAY, name="Easter Monday")
ANYTHING = Preferences()
CHRISTMAS = date(2026, 12, 25)  # a Friday


def slot(plan: Plan, day: str, mine: Preferences = ANYTHING, zone: str = "Europe/Berlin") -> Slot:
    """Return somebody's slot in the round that would be on a day."""
    wanted = date.fromisoformat(day)
    person = Participant(user="UALICE", zone=zone, preferences=mine)
    return slot_of(replace(plan, weekday=wanted.weekday()), person, week_of(wanted))


def shown(moment: datetime | None, zone: str = "Europe/Berlin") -> str | None:
    """Return a moment as a clock shows it."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if moment else None


def test_a_holiday_moves_it_to_the_next_working_day_and_the_round_stays() -> None:
    found = slot(BERLIN, "2027-03-29")

    assert (shown(found.due), found.off) == ("2027-03-30 09:30", EASTER)
    assert shown(found.closes) == "2027-04-02 09:30"
    assert not found.skipped


def test_an_ordinary_day_has_no_reason() -> None:
    found = slot(BERLIN, "2027-04-05")

    assert (shown(found.due), found.off, found.skipped) == ("2027-04-05 09:30", None, False)


def test_no_country_has_no_holidays() -> None:
    assert slot(replace(BERLIN, country=""), "2027-03-29").off is None


@pytest.mark.parametrize(
    ("day", "country", "due"),
    [
        ("2027-03-29", "US", "2027-03-29 09:30"),  # Easter Monday is none there
        ("2027-05-31", "US", "2027-06-01 09:30"),  # Memorial Day
        ("2027-05-31", "", "2027-05-31 09:30"),
        ("2027-03-08", "", "2027-03-09 09:30"),  # Berlin's own
        ("2027-03-08", "DE", "2027-03-08 09:30"),
    ],
)
def test_the_holidays_of_ones_own_country_count_instead_of_the_teams(
    day: str, country: str, due: str
) -> None:
    assert shown(slot(BERLIN, day, Preferences(country=country)).due) == due


@pytest.mark.parametrize(
    ("country", "due"), [("IL", "2027-02-07 09:30"), ("DE", "2027-02-05 09:30")]
)
def test_a_weekend_is_that_of_the_country(country: str, due: str) -> None:
    thursday = date(2027, 2, 4)
    plan = replace(BERLIN, country=country, breaks=(Break(first=thursday, last=thursday),))

    assert shown(slot(plan, "2027-02-04").due) == due


@pytest.mark.parametrize(("open_days", "due"), [(4, "2026-12-28 09:30"), (3, None)])
def test_it_is_never_moved_to_a_weekend(open_days: int, due: str | None) -> None:
    found = slot(replace(BERLIN, open_days=open_days), CHRISTMAS.isoformat())

    assert found.off == Off(why=Reason.HOLIDAY, name="Christmas Day")
    assert found.skipped is (due is None)
    assert due is None or shown(found.due) == due


def test_a_team_that_practises_on_a_weekend_does() -> None:
    found = slot(BERLIN, "2027-04-10")

    assert (shown(found.due), found.off) == ("2027-04-10 09:30", None)


@pytest.mark.parametrize(
    ("first", "last", "due"),
    [
        ("2027-04-05", "2027-04-05", "2027-04-06 09:30"),
        ("2027-04-01", "2027-04-06", "2027-04-07 09:30"),
        ("2027-04-05", "2027-04-07", "2027-04-08 09:30"),
        ("2027-04-05", "2027-04-08", None),  # it closes on the 9th at half past nine
        ("2027-04-01", "2027-04-04", "2027-04-05 09:30"),
        ("2027-04-06", "2027-04-20", "2027-04-05 09:30"),
    ],
)
def test_a_break_of_the_team_moves_it_while_the_round_is_open(
    first: str, last: str, due: str | None
) -> None:
    free = Break(first=date.fromisoformat(first), last=date.fromisoformat(last))

    found = slot(replace(BERLIN, breaks=(free,)), "2027-04-05")

    assert found.skipped is (due is None)
    assert shown(found.due) == (due or "2027-04-05 09:30")
    moved = due is None or not due.startswith("2027-04-05")
    assert found.off == (Off(why=Reason.BREAK) if moved else None)


@pytest.mark.parametrize(
    ("days_off", "due"),
    [
        ((0,), "2027-04-06 09:30"),
        ((0, 1), "2027-04-07 09:30"),
        ((0, 1, 2, 3), None),
        ((0, 1, 2, 3, 4, 5, 6), None),
        ((1, 2), "2027-04-05 09:30"),
    ],
)
def test_a_day_off_moves_it_while_the_round_is_open(
    days_off: tuple[int, ...], due: str | None
) -> None:
    found = slot(BERLIN, "2027-04-05", Preferences(days_off=days_off))

    assert found.skipped is (due is None)
    assert shown(found.due) == (due or "2027-04-05 09:30")
    assert found.off == (Off(why=Reason.DAY_OFF) if 0 in days_off else None)


@pytest.mark.parametrize(
    ("back", "due"),
    [
        ("2027-04-05", "2027-04-05 09:30"),
        ("2027-04-06", "2027-04-06 09:30"),
        ("2027-04-08", "2027-04-08 09:30"),
        ("2027-04-09", None),  # it closes at that very hour
        ("2027-06-01", None),
    ],
)
def test_who_is_away_is_invited_on_the_day_they_are_back_if_the_round_is_open(
    back: str, due: str | None
) -> None:
    found = slot(BERLIN, "2027-04-05", Preferences(away_until=date.fromisoformat(back)))

    assert found.skipped is (due is None)
    assert shown(found.due) == (due or "2027-04-05 09:30")
    assert found.off == (None if back == "2027-04-05" else Off(why=Reason.AWAY))


def test_who_is_back_on_a_weekend_waits_for_monday() -> None:
    found = slot(BERLIN, "2027-04-09", Preferences(away_until=date(2027, 4, 10)))

    assert shown(found.due) == "2027-04-12 09:30"


def test_who_turned_invitations_off_gets_none_and_no_reminder() -> None:
    found = slot(BERLIN, "2027-03-29", Preferences(invited=False))

    assert (found.skipped, found.remind) == (True, None)
    assert found.off == Off(why=Reason.TURNED_OFF)


def test_a_round_of_one_day_on_a_holiday_is_skipped() -> None:
    found = slot(replace(BERLIN, open_days=1), "2027-03-29")

    assert (found.skipped, found.off, found.remind) == (True, EASTER, None)
    assert (shown(found.due), shown(found.closes)) == ("2027-03-29 09:30", "2027-03-30 09:30")


@pytest.mark.parametrize(
    ("at", "day", "remind"),
    [
        ("09:30", "2027-04-05", "2027-04-07 09:30"),
        ("07:00", "2027-04-05", "2027-04-07 08:00"),
        ("08:00", "2027-04-05", "2027-04-07 08:00"),
        ("17:59", "2027-04-05", "2027-04-07 17:59"),
        ("18:00", "2027-04-05", "2027-04-08 08:00"),
        ("23:00", "2027-04-05", "2027-04-08 08:00"),
        ("09:30", "2027-04-08", "2027-04-12 08:00"),  # Saturday is the middle
        ("08:00", "2027-04-08", None),  # and on Monday at eight it closes
        ("07:00", "2027-04-08", None),
        ("09:30", "2027-03-29", "2027-04-01 08:00"),  # moved: the middle is late on Wednesday
    ],
)
def test_a_reminder_comes_in_the_middle_by_day_or_as_soon_as_it_may(
    at: str, day: str, remind: str | None
) -> None:
    found = slot(replace(BERLIN, at=at), day)

    assert shown(found.remind) == remind


@pytest.mark.parametrize(
    ("open_days", "remind"),
    [(1, "2027-04-06 08:00"), (2, "2027-04-06 09:30"), (6, "2027-04-08 09:30")],
)
def test_a_reminder_depends_on_how_long_a_round_is_open(open_days: int, remind: str) -> None:
    found = slot(replace(BERLIN, open_days=open_days), "2027-04-05")

    assert shown(found.remind) == remind


@pytest.mark.parametrize(
    ("days_off", "remind"),
    [((2,), "2027-04-08 08:00"), ((2, 3), "2027-04-09 08:00"), ((2, 3, 4), None)],
)
def test_no_reminder_comes_on_a_day_off(days_off: tuple[int, ...], remind: str | None) -> None:
    found = slot(BERLIN, "2027-04-05", Preferences(days_off=days_off))

    assert shown(found.remind) == remind


def test_no_reminder_comes_on_a_holiday_or_in_a_break() -> None:
    tuesday = slot(BERLIN, "2027-05-04")  # Ascension Day is Thursday
    friday = Break(first=date(2027, 5, 7), last=date(2027, 5, 7))
    both = slot(replace(BERLIN, breaks=(friday,)), "2027-05-04")

    assert shown(tuesday.remind) == "2027-05-07 08:00"
    assert shown(both.remind) is None


@pytest.mark.parametrize(
    ("zone", "remind"),
    [
        ("America/New_York", "2027-04-07 08:00"),  # the middle is at half past three
        ("Asia/Tokyo", "2027-04-07 16:30"),
        ("Pacific/Auckland", "2027-04-08 08:00"),  # at half past seven in the evening
    ],
)
def test_a_reminder_comes_by_day_where_the_person_is(zone: str, remind: str) -> None:
    found = slot(replace(BERLIN, own_zones=False), "2027-04-05", zone=zone)

    assert shown(found.due) == "2027-04-05 09:30"
    assert shown(found.remind, zone) == remind


def test_a_team_without_reminders_sends_none() -> None:
    assert slot(replace(BERLIN, reminder=False), "2027-04-05").remind is None


@pytest.mark.parametrize(
    ("moment", "until", "found"),
    [
        ("2027-04-07T12:00Z", "2027-04-07T13:00Z", "2027-04-07 14:00"),
        ("2027-04-07T12:00Z", "2027-04-07T12:00Z", None),
        ("2027-04-07T13:00Z", "2027-04-07T12:00Z", None),
        ("2027-04-07T17:00Z", "2027-04-08T06:00Z", None),
        ("2027-04-07T17:00Z", "2027-04-08T06:01Z", "2027-04-08 08:00"),
    ],
)
def test_a_reminder_that_would_come_too_late_does_not_come(
    moment: str, until: str, found: str | None
) -> None:
    start, end = datetime.fromisoformat(moment), datetime.fromisoformat(until)

    assert shown(reminder_from(start, end, "Europe/Berlin", BERLIN, ANYTHING)) == found
