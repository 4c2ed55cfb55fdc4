"""The forms of the schedule: what is shown is what is read back, and mistakes stand at their field."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from slack_sdk.models.views import View

from bot import actions as act
from bot.questions import reader
from bot.schedule import own_form, plan_form
from bot.schedule.own_form import read_preferences
from bot.schedule.participant import Preferences
from bot.schedule.plan import Plan
from bot.schedule.plan_form import read_plan
from bot.schedule.shown import PauseReason, TeamShown, TeamState
from bot.slack.views.forms import complaints
from bot.slack.views.invitations_form import invitations_form
from bot.slack.views.schedule_form import heard, schedule_form, schedule_list
from tests.slack.limits import faults_of_view
from tests.slack.plans import FULL, NOW, USUAL, plans
from tests.slack.untouched import blocks_of, choices_of, values_of

CHOSEN = (
    Preferences(),
    Preferences(invited=False),
    Preferences(at="17:15", days_off=tuple(range(6)), away_until=date(2027, 1, 4), country="US-CA"),
)


def new_form(channel: str = "C1", zone: str = "Europe/Berlin") -> View:
    return schedule_form(None, channel=channel, zone=zone, team_id="", now=NOW)


def edit_form(plan: Plan) -> View:
    return schedule_form(plan, channel="C1", zone="Asia/Tokyo", team_id="3", now=NOW)


def teams(
    count: int, state: TeamState = TeamState.RUNNING, why: PauseReason | None = None
) -> list[TeamShown]:
    return [
        TeamShown(
            team_id=number, channel=f"C{number:010d}", plan=FULL, state=state, why=why, next=NOW
        )
        for number in range(count)
    ]


def buttons(view: View) -> list[tuple[str, str]]:
    rows = [block for block in view.to_dict()["blocks"] if block["type"] == "actions"]
    return [(part["action_id"], part["value"]) for row in rows for part in row["elements"]]


@pytest.mark.parametrize("plan", plans())
def test_a_schedule_that_is_opened_and_saved_stays_as_it_was(plan: Plan) -> None:
    held = replace(plan, weekday_before=None, weekday_from=None)

    assert read_plan(values_of(edit_form(held)), reader.ALL, NOW, held) == held


@pytest.mark.parametrize("preferences", CHOSEN)
def test_invitations_that_are_opened_and_saved_stay_as_they_were(preferences: Preferences) -> None:
    values = values_of(invitations_form(preferences, "Europe/Berlin", "09:30"))

    assert read_preferences(values, "Europe/Berlin", NOW) == preferences


def test_a_new_schedule_offers_what_most_teams_want() -> None:
    read = read_plan(values_of(new_form()), reader.ALL, NOW)

    assert read == USUAL  # on Wednesday 4 November the next Monday is the ninth


@pytest.mark.parametrize("plan", plans())
def test_every_schedule_form_keeps_slacks_limits(plan: Plan) -> None:
    assert list(faults_of_view(edit_form(plan))) == []


@pytest.mark.parametrize("channel", ["C1", "D1", ""])
def test_a_new_schedule_keeps_slacks_limits_wherever_it_was_asked_for(channel: str) -> None:
    view = new_form(channel)

    assert list(faults_of_view(view)) == []
    assert values_of(view)[plan_form.CHANNEL] == (channel if channel == "C1" else None)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus_Mons"])
def test_a_zone_that_nobody_knows_becomes_utc(zone: str) -> None:
    assert values_of(new_form(zone=zone))[plan_form.ZONE] == "UTC"


@pytest.mark.parametrize("preferences", CHOSEN)
@pytest.mark.parametrize("hour", ["", "09:30"])
@pytest.mark.parametrize("zone", ["", "America/Argentina/ComodRivadavia"])
def test_the_form_of_invitations_keeps_slacks_limits(
    preferences: Preferences, hour: str, zone: str
) -> None:
    assert list(faults_of_view(invitations_form(preferences, zone, hour))) == []


def test_the_form_of_invitations_says_in_which_zone_an_hour_is_meant() -> None:
    view = str(invitations_form(Preferences(), "Asia/Tokyo", "09:30").to_dict())

    assert "meant in Asia/Tokyo" in view
    assert "The team's hour is 09:30" in view


def test_a_time_between_half_hours_can_be_kept() -> None:
    assert choices_of(edit_form(FULL), plan_form.AT)["07:07"] == "07:07"
    assert "07:07" not in choices_of(edit_form(USUAL), plan_form.AT)


def test_fifty_breaks_can_be_written_down() -> None:
    field = blocks_of(new_form())[plan_form.BREAKS]["element"]

    longest = "2026-12-24 to 2027-01-01\n"
    assert field["max_length"] >= plan_form.MOST_BREAKS * len(longest)


def test_a_schedule_is_about_its_channel_for_good() -> None:
    view = edit_form(USUAL)

    assert plan_form.CHANNEL not in blocks_of(view)
    assert "<#C1>" in str(view.to_dict())
    assert view.private_metadata == "3"


@pytest.mark.parametrize("view", [new_form(), edit_form(FULL)], ids=["new", "edit"])
def test_every_mistake_in_a_schedule_stands_at_a_field_of_its_form(view: View) -> None:
    empty: dict[str, str | None] = dict.fromkeys(values_of(view))

    wrong = complaints(act.SCHEDULE_FORM, view.private_metadata or "", empty, NOW)

    assert wrong
    assert set(wrong) <= set(blocks_of(view))


def test_every_mistake_about_invitations_stands_at_a_field_of_its_form() -> None:
    view = invitations_form(Preferences(), "Europe/Berlin", "")
    odd = {own_form.OWN_AT: "25:00", own_form.DAYS_OFF: "9", own_form.OWN_COUNTRY: "XX"}
    values = {**values_of(view), **odd, own_form.AWAY_UNTIL: "soon"}

    wrong = complaints(act.INVITATIONS_FORM, "", values, NOW)

    assert set(wrong) == {*odd, own_form.AWAY_UNTIL}
    assert set(wrong) <= set(blocks_of(view))


def test_a_new_schedule_needs_a_channel() -> None:
    values = values_of(new_form("D1"))

    assert complaints(act.SCHEDULE_FORM, "", values, NOW) == {
        plan_form.CHANNEL: "Choose a channel."
    }


def test_forms_in_order_are_not_complained_about() -> None:
    own = values_of(invitations_form(CHOSEN[2], "Europe/Berlin", "09:30"))

    assert complaints(act.SCHEDULE_FORM, "", values_of(new_form()), NOW) == {}
    assert complaints(act.SCHEDULE_FORM, "3", values_of(edit_form(FULL)), NOW) == {}
    assert complaints(act.INVITATIONS_FORM, "", own, NOW) == {}


def test_a_first_day_that_has_passed_is_refused_of_a_new_schedule_alone() -> None:
    later = NOW + timedelta(days=300)

    new = complaints(act.SCHEDULE_FORM, "", values_of(new_form()), later)
    edit = complaints(act.SCHEDULE_FORM, "3", values_of(edit_form(USUAL)), later)

    assert set(new) == {plan_form.FIRST}
    assert edit == {}


@pytest.mark.parametrize("why", [*PauseReason, None])
@pytest.mark.parametrize("state", TeamState)
@pytest.mark.parametrize("count", [0, 1, 200])
def test_the_list_of_schedules_keeps_slacks_limits(
    count: int, state: TeamState, why: PauseReason | None
) -> None:
    assert list(faults_of_view(schedule_list(teams(count, state, why)))) == []


def test_every_schedule_in_the_list_can_be_changed_stopped_and_ended() -> None:
    assert buttons(schedule_list(teams(1))) == [
        (act.SCHEDULE_EDIT, "0"),
        (act.SCHEDULE_PAUSE, "0"),
        (act.SCHEDULE_END, "0"),
        (act.SCHEDULE_NEW, "-"),
    ]


def test_a_paused_schedule_says_why_and_can_be_resumed() -> None:
    view = schedule_list(teams(1, TeamState.PAUSED, PauseReason.ARCHIVED))

    assert (act.SCHEDULE_RESUME, "0") in buttons(view)
    assert (act.SCHEDULE_PAUSE, "0") not in buttons(view)
    assert "the channel was archived" in str(view.to_dict())


def test_nothing_can_be_done_with_a_schedule_that_has_ended() -> None:
    assert buttons(schedule_list(teams(1, TeamState.ENDED))) == [(act.SCHEDULE_NEW, "-")]


def test_the_list_says_how_many_schedules_it_does_not_show() -> None:
    assert "180 more are not shown here." in str(schedule_list(teams(200)).to_dict())


def test_ending_a_schedule_asks_first() -> None:
    rows = [b for b in schedule_list(teams(1)).to_dict()["blocks"] if b["type"] == "actions"]
    asks = {part["action_id"] for part in rows[0]["elements"] if "confirm" in part}

    assert asks == {act.SCHEDULE_END}


def test_every_press_in_the_list_is_said_to_be_confirmed_in_the_direct_message() -> None:
    said = [heard(action) for action in act.IN_MODAL]

    assert [list(faults_of_view(view)) for view in said] == [[]] * len(said)
    assert all("direct message" in str(view.to_dict()) for view in said)
    assert len({str(view.to_dict()) for view in said}) == len(act.IN_MODAL)
