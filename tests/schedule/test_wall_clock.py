"""When prompts are due: by the clock on the wall, over every change of it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.schedule.wall_clock import is_time, is_zone, local_day, local_instant, shifted

ZONES = (
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",  # winter is its exception
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",  # half an hour off
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",  # moves by half an hour
    "Pacific/Apia",  # left out a day, 2011-12-30
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/Scoresbysund",
)
CHANGES = {
    "Europe/Berlin": (date(2027, 3, 28), date(2027, 10, 31)),
    "Europe/London": (date(2027, 3, 28), date(2027, 10, 31)),
    "Europe/Dublin": (date(2027, 3, 28), date(2027, 10, 31)),
    "America/New_York": (date(2027, 3, 14), date(2027, 11, 7)),
    "America/St_Johns": (date(2027, 3, 14), date(2027, 11, 7)),
    "Australia/Lord_Howe": (date(2027, 4, 4), date(2027, 10, 3)),
    "Pacific/Chatham": (date(2027, 4, 4), date(2027, 9, 26)),
    "Pacific/Apia": (date(2011, 12, 30),),
    "Africa/Cairo": (date(2027, 4, 30), date(2027, 10, 29)),
}
DAY, HOUR = timedelta(days=1), timedelta(hours=1)

days = st.dates(date(2011, 1, 1), date(2035, 1, 1))
zones, times = (
    st.sampled_from(ZONES),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)


@pytest.mark.parametrize(
    ("day", "at", "zone", "shown"),
    [
        ("2026-11-23", "09:30", "Europe/Berlin", "2026-11-23T09:30:00+01:00"),
        ("2027-03-28", "01:59", "Europe/Berlin", "2027-03-28T01:59:00+01:00"),
        ("2027-03-28", "02:00", "Europe/Berlin", "2027-03-28T03:00:00+02:00"),
        ("2027-03-28", "02:30", "Europe/Berlin", "2027-03-28T03:00:00+02:00"),
        ("2027-03-28", "03:00", "Europe/Berlin", "2027-03-28T03:00:00+02:00"),
        ("2027-10-31", "02:30", "Europe/Berlin", "2027-10-31T02:30:00+02:00"),
        ("2027-03-14", "02:30", "America/New_York", "2027-03-14T03:00:00-04:00"),
        ("2027-11-07", "01:30", "America/New_York", "2027-11-07T01:30:00-04:00"),
        ("2027-10-03", "02:15", "Australia/Lord_Howe", "2027-10-03T02:30:00+11:00"),
        ("2027-04-04", "01:45", "Australia/Lord_Howe", "2027-04-04T01:45:00+11:00"),
        ("2011-12-30", "09:30", "Pacific/Apia", "2011-12-31T00:00:00+14:00"),
        ("2011-12-31", "00:00", "Pacific/Apia", "2011-12-31T00:00:00+14:00"),
    ],
)
def test_a_day_and_time_is_the_first_moment_at_which_the_clock_shows_it(
    day: str, at: str, zone: str, shown: str
) -> None:
    found = local_instant(date.fromisoformat(day), time.fromisoformat(at), zone)

    assert found.tzinfo is UTC
    assert found.astimezone(ZoneInfo(zone)).isoformat() == shown


@pytest.mark.parametrize("zone", CHANGES)
def test_no_minute_around_a_change_of_clock_is_out_of_order(zone: str) -> None:
    for change in CHANGES[zone]:
        minutes = [
            local_instant(change + day * DAY, time(minute // 60, minute % 60), zone)
            for day in (-1, 0, 1)
            for minute in range(0, 24 * 60, 15)
        ]

        assert minutes == sorted(minutes)


@given(day=days, at=times, zone=zones)
def test_the_clock_shows_it_for_the_first_time_or_it_is_the_end_of_a_gap(
    day: date, at: time, zone: str
) -> None:
    found = local_instant(day, at, zone)

    wanted, shown = datetime.combine(day, at), _shown(found, zone)
    assert shown == wanted or _shown(found - timedelta(seconds=1), zone) < wanted < shown
    for earlier in (timedelta(minutes=30), HOUR, 2 * HOUR, DAY):
        assert _shown(found - earlier, zone) != wanted


@pytest.mark.parametrize(
    ("before", "after", "zone", "shift"),
    [
        ("2027-03-21", "2027-03-28", "Europe/Berlin", HOUR),
        ("2027-10-24", "2027-10-31", "Europe/Berlin", -HOUR),
        ("2027-03-28", "2027-04-04", "Europe/Berlin", timedelta()),
        ("2027-03-21", "2027-12-21", "Europe/Berlin", timedelta()),
        ("2027-09-26", "2027-10-03", "Australia/Lord_Howe", HOUR / 2),
        ("2011-12-29", "2011-12-31", "Pacific/Apia", DAY),
        ("2027-03-21", "2027-03-28", "Asia/Kolkata", timedelta()),
    ],
)
def test_a_shift_is_how_far_clocks_were_moved_in_between(
    before: str, after: str, zone: str, shift: timedelta
) -> None:
    old, new = (local_instant(date.fromisoformat(day), time(12), zone) for day in (before, after))

    assert shifted(old, new, zone) == shift


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2027-01-03T23:30+00:00", "Europe/Berlin", "2027-01-04"),
        ("2027-01-04T02:00+00:00", "America/New_York", "2027-01-03"),
        ("2027-01-03T10:00+00:00", "Pacific/Kiritimati", "2027-01-04"),
        ("2027-01-04T10:59+00:00", "Pacific/Pago_Pago", "2027-01-03"),
    ],
)
def test_a_day_is_that_of_the_place(moment: str, zone: str, day: str) -> None:
    assert local_day(datetime.fromisoformat(moment), zone) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Europe/Berlin", True),
        ("Berlin", False),
        ("", False),
        ("../etc/passwd", False),
        ("\ud800", False),
    ],
)
def test_a_zone_is_known_by_its_name(name: str, known: bool) -> None:
    assert is_zone(name) is known


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("09:30", True),
        ("00:00", True),
        ("23:59", True),
        ("9:30", False),
        ("25:00", False),
        ("24:00", False),
        ("09:60", False),
        ("0930", False),
        ("09:30:00", False),
        ("09:30Z", False),
        ("T09:30", False),
        (" 09:30", False),
        ("09.30", False),
        ("٠٩:٣٠", False),
        ("\ud800", False),
        ("", False),
    ],
)
def test_a_time_has_two_digits_a_colon_and_two_digits(text: str, known: bool) -> None:
    assert is_time(text) is known


def _shown(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
