"""The modal in which people choose about their own invitations."""

from collections.abc import Iterator

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot import actions as act
from bot.schedule.own_form import (
    AWAY_UNTIL,
    DAYS_OFF,
    INVITED,
    OWN_AT,
    OWN_COUNTRY,
    TEAMS_HOUR,
)
from bot.schedule.participant import Preferences
from bot.schedule.weeks import WEEKDAYS
from bot.slack.views import fields
from bot.slack.views.message import context

WANTED = {"yes": "Invite me each week", "no": "Do not invite me"}
COUNTRY_MOST = 10


def invitations_form(preferences: Preferences, zone: str, hour: str) -> View:
    """Whether, at what hour and on which days somebody is invited.

    Args:
        preferences: as they are.
        zone: where the person is, as Slack tells it, or empty.
        hour: the team's, or empty if there is none to name.
    """
    return View(
        type="modal",
        callback_id=act.INVITATIONS_FORM,
        title="My invitations",
        submit="Save",
        close="Cancel",
        blocks=list(_blocks(preferences, zone, hour)),
    )


def _blocks(preferences: Preferences, zone: str, hour: str) -> Iterator[Block]:
    yield fields.radios(INVITED, "Invitations", WANTED, "yes" if preferences.invited else "no")
    hours = {TEAMS_HOUR: "The team's hour", **fields.hours_with(preferences.at)}
    yield fields.menu(OWN_AT, "Hour", hours, preferences.at or TEAMS_HOUR)
    yield context(_where(zone, hour))
    yield fields.boxes(
        DAYS_OFF,
        "Days off",
        {str(number): day for number, day in enumerate(WEEKDAYS)},
        [str(number) for number in preferences.days_off],
        optional=True,
    )
    back = "The day on which you are back."
    yield fields.day(AWAY_UNTIL, "Away until", preferences.away_until, back, optional=True)
    yield fields.line(
        OWN_COUNTRY,
        "Public holidays",
        preferences.country,
        "Only if yours are not the team's: two letters of a country, such as DE or US-CA.",
        most=COUNTRY_MOST,
    )
    yield context("A new hour holds from the next round on; all else from now on.")


def _where(zone: str, hour: str) -> str:
    meant = f"in {zone}, your time zone in Slack" if zone else "in the team's time zone"
    teams = f" The team's hour is {hour}." if hour else ""
    return f"An hour of your own is meant {meant}.{teams}"
