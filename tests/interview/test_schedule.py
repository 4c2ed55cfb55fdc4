"""When prompts are due: by the clock on the wall, over every change of it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.interview.schedule import due_next, due_since, is_zone, local_instant, week_of

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
DAY, WEEK = timedelta(days=1), timedelta(days=7)
TIMES = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))

FIRST = datetime(2011, 1, 1, tzinfo=UTC)

moments = st.integers(0, 24 * 365 * 24 * 60).map(lambda minute: FIRST + timedelta(minutes=minute))
weekdays, zones, times = st.integers(0, 6), st.sampled_from(ZONES), st.sampled_from(TIMES)


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


@pytest.mark.parametrize("zone", CHANGES)
def test_around_a_change_of_clock_last_and_next_agree(zone: str) -> None:
    for change in CHANGES[zone]:
        start = local_instant(change, time(0), zone) - DAY
        for quarter in range(3 * 24 * 4):
            _agree(change.weekday(), time(2, 30), zone, start + quarter * timedelta(minutes=15))


@given(weekday=weekdays, at=times, zone=zones, now=moments)
def test_last_and_next_agree_at_any_moment(
    weekday: int, at: time, zone: str, now: datetime
) -> None:
    _agree(weekday, at, zone, now)


@given(weekday=weekdays, at=times, zone=zones, now=moments)
def test_what_is_due_is_seen_by_whoever_looks_at_that_moment(
    weekday: int, at: time, zone: str, now: datetime
) -> None:
    due = due_next(weekday, at, zone, now)

    assert due_since(weekday, at, zone, due) == due
    assert due_since(weekday, at, zone, due - timedelta(microseconds=1)) < due


@given(weekday=weekdays, at=times, zone=zones, now=moments)
def test_it_is_shown_on_the_right_day_at_the_right_time_or_right_after_a_gap(
    weekday: int, at: time, zone: str, now: datetime
) -> None:
    shown = due_next(weekday, at, zone, now).astimezone(ZoneInfo(zone))

    if shown.time() == at:
        assert shown.weekday() == weekday
    else:  # skipped: the clock did not show it
        before = (shown.astimezone(UTC) - timedelta(minutes=1)).astimezone(ZoneInfo(zone))
        assert before.utcoffset() != shown.utcoffset()


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("zone", ZONES)
def test_every_week_of_two_years_has_its_own_moment_and_no_iso_week_two(
    weekday: int, zone: str
) -> None:
    now = datetime(2026, 1, 5, tzinfo=UTC)
    weeks = []
    for _week in range(104):
        now = due_next(weekday, time(2, 30), zone, now)
        weeks.append(week_of(now, zone))

    assert len(set(weeks)) == 104


@pytest.mark.parametrize(
    ("moment", "zone", "week"),
    [
        ("2026-11-23T12:00+00:00", "UTC", "2026-W48"),
        ("2027-01-01T12:00+00:00", "UTC", "2026-W53"),
        ("2027-01-03T23:30+00:00", "Europe/Berlin", "2027-W01"),
        ("2027-01-04T02:00+00:00", "America/New_York", "2026-W53"),
        ("2024-12-30T12:00+00:00", "UTC", "2025-W01"),
    ],
)
def test_a_week_is_the_iso_week_of_the_place(moment: str, zone: str, week: str) -> None:
    assert week_of(datetime.fromisoformat(moment), zone) == week


@pytest.mark.parametrize(
    ("name", "known"),
    [("Europe/Berlin", True), ("Berlin", False), ("", False), ("../etc/passwd", False)],
)
def test_a_zone_is_known_by_its_name(name: str, known: bool) -> None:
    assert is_zone(name) is known


def _agree(weekday: int, at: time, zone: str, now: datetime) -> None:
    since, coming = due_since(weekday, at, zone, now), due_next(weekday, at, zone, now)

    assert since <= now < coming
    assert due_next(weekday, at, zone, since) == coming
    assert due_since(weekday, at, zone, coming - timedelta(microseconds=1)) == since
    assert WEEK - DAY < coming - since < WEEK + DAY
