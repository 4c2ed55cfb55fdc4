"""The answer to preview: what is moved or left out says why, and clocks are told the right way."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Plan
from bot.schedule.preview import upcoming
from bot.schedule.shown import PauseReason, Preview
from bot.schedule.wall_clock import local_instant
from bot.schedule.weeks import week_of
from bot.slack.views.explaining import preview
from tests.slack.plans import USUAL

BERLIN = Participant(user="UALICE", zone="Europe/Berlin")
HALF_PAST_NINE = time(9, 30)


def weeks(*days: date) -> list[str]:
    return [week_of(day) for day in days]


def previewed(plan: Plan, person: Participant, *days: date, zone: str = "") -> list[str]:
    slots = tuple(upcoming(plan, person, weeks(*days)))
    text = preview([Preview(channel="C1", upcoming=slots)], zone or person.zone)
    return text.splitlines()[1:]


def test_a_preview_of_many_teams_is_cut_between_lines() -> None:
    slots = tuple(upcoming(USUAL, BERLIN, weeks(date(2026, 11, 9), date(2026, 11, 16))))
    each = Preview(channel="C1", upcoming=slots)

    text = preview([each] * 100, "Europe/Berlin")

    *lines, last = text.splitlines()
    assert len(text) <= 3000
    assert set(lines) == set(preview([each], "Europe/Berlin").splitlines())
    assert last == f"{300 - len(lines)} more are left out here."


def test_an_autumn_change_of_clock_makes_the_hour_later_by_utc() -> None:
    before, after = previewed(USUAL, BERLIN, date(2026, 10, 19), date(2026, 10, 26))

    assert before == "• Mon 19 Oct 2026, 09:30 (UTC+02:00)"
    assert after == "• Mon 26 Oct 2026, 09:30 (UTC+01:00); clock change: 1 hour later by UTC"
    moments = [
        local_instant(date(2026, 10, day), HALF_PAST_NINE, "Europe/Berlin") for day in (19, 26)
    ]
    assert moments[1] - moments[0] == timedelta(days=7, hours=1)


def test_a_spring_change_of_clock_makes_the_hour_earlier_by_utc() -> None:
    (line,) = previewed(USUAL, BERLIN, date(2027, 3, 29))

    assert line == "• Mon 29 Mar 2027, 09:30 (UTC+02:00); clock change: 1 hour earlier by UTC"


def test_a_change_of_half_an_hour_is_told_in_minutes() -> None:
    lord_howe = Participant(user="UALICE", zone="Australia/Lord_Howe")

    (line,) = previewed(USUAL, lord_howe, date(2027, 4, 5))

    assert line.endswith("(UTC+10:30); clock change: 30 minutes later by UTC")


def test_a_slot_that_is_moved_names_the_day_and_the_holiday() -> None:
    (line,) = previewed(replace(USUAL, country="DE"), BERLIN, date(2027, 3, 29))

    assert line.startswith("• Tue 30 Mar 2027, 09:30 (UTC+02:00); moved from Monday: Easter Monday")


@pytest.mark.parametrize(
    ("preferences", "words"),
    [
        (Preferences(invited=False), "you turned your invitations off"),
        (Preferences(days_off=tuple(range(7))), "your day off"),
        (Preferences(away_until=date(2027, 1, 1)), "you are away"),
    ],
)
def test_a_week_without_an_invitation_says_why(preferences: Preferences, words: str) -> None:
    (line,) = previewed(USUAL, replace(BERLIN, preferences=preferences), date(2026, 11, 9))

    assert line == f"• Mon 9 Nov 2026: no invitation: {words}"


def test_an_hour_meant_in_another_zone_is_told_in_both() -> None:
    plan = replace(USUAL, own_zones=False)
    tokyo = Participant(user="UALICE", zone="Asia/Tokyo")

    (line,) = previewed(plan, tokyo, date(2026, 10, 26))

    assert line == (
        "• Mon 26 Oct 2026, 17:30 (UTC+09:00); which is 09:30 in Europe/Berlin; "
        "clock change in Europe/Berlin: 1 hour later by UTC"
    )


@pytest.mark.parametrize("pause", PauseReason)
def test_nothing_is_previewed_while_a_team_is_paused(pause: PauseReason) -> None:
    slots = tuple(upcoming(USUAL, BERLIN, weeks(date(2026, 11, 9))))

    text = preview([Preview(channel="C1", upcoming=slots, pause=pause)], "Europe/Berlin")

    assert "Nothing comes until it is resumed." in text
    assert "09:30" not in text


def test_an_unknown_home_is_shown_utc() -> None:
    slots = tuple(upcoming(USUAL, Participant(user="UALICE"), weeks(date(2026, 11, 9))))

    text = preview([Preview(channel="C1", upcoming=slots)], "")

    assert "Mon 9 Nov 2026, 08:30 (UTC+00:00); which is 09:30 in Europe/Berlin" in text
