"""A round opens with the first hour that comes, closes with the last, and can be seen ahead."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.schedule.days import Off, Reason
from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Break, Plan
from bot.schedule.preview import upcoming
from bot.schedule.rounds import planned_round

EASTER, WEEK = date(2027, 3, 29), "2027-W13"
PLAN = Plan(
    weekday=0,
    at="09:30",
    zone="Europe/Berlin",
    questions=("mistake",),
    country="DE",
    first=date(2027, 1, 1),
)
TOKYO = Participant(user="UTOKYO", zone="Asia/Tokyo", preferences=Preferences(country="JP"))
DENVER = Participant(user="UDENVER", zone="America/Denver", preferences=Preferences(country="US"))
OFF = Participant(user="UOFF", zone="Asia/Tokyo", preferences=Preferences(invited=False))
HOUR = timedelta(hours=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_round_opens_with_the_first_hour_and_closes_with_the_last() -> None:
    found = planned_round(PLAN, [TOKYO, DENVER], WEEK)

    assert found.opens == utc("2027-03-29T00:30")  # Tokyo
    assert found.closes == utc("2027-04-02T15:30")  # Denver
    assert found.prompts.due == utc("2027-03-30T07:30")  # Berlin, after Easter
    assert [user for user, _ in found.slots] == ["UTOKYO", "UDENVER"]


def test_who_gets_no_invitation_opens_no_round() -> None:
    assert planned_round(PLAN, [OFF, DENVER], WEEK).opens == utc("2027-03-29T15:30")


def test_a_channel_on_holiday_opens_no_round_of_one_day() -> None:
    found = planned_round(replace(PLAN, open_days=1), [DENVER], WEEK)

    assert found.prompts.skipped
    assert found.opens == utc("2027-03-29T15:30")
    assert found.closes == utc("2027-03-30T15:30")


def test_a_round_that_nobody_takes_part_in_has_its_hours_all_the_same() -> None:
    free = replace(PLAN, breaks=(Break(first=EASTER, last=EASTER + timedelta(days=6)),))

    found = planned_round(free, [OFF], WEEK)

    assert found.prompts.skipped
    assert found.opens == utc("2027-03-29T07:30")
    assert found.closes == utc("2027-04-02T07:30")


def test_what_comes_is_told_with_its_reasons_and_changes_of_clock() -> None:
    berlin = Participant(user="UBERLIN", zone="Europe/Berlin")

    told = list(upcoming(PLAN, berlin, ["2027-W12", "2027-W13", "2027-W14"]))

    easter = Off(why=Reason.HOLIDAY, name="Easter Monday")
    assert [(each.week, each.day, each.shift, each.slot.off) for each in told] == [
        ("2027-W12", date(2027, 3, 22), 0 * HOUR, None),
        ("2027-W13", EASTER, HOUR, easter),
        ("2027-W14", date(2027, 4, 5), 0 * HOUR, None),
    ]
    assert [each.slot.due for each in told] == [
        utc("2027-03-22T08:30"),
        utc("2027-03-30T07:30"),
        utc("2027-04-05T07:30"),
    ]
