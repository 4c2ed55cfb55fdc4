"""The schedule's forms and lists, and what each of its buttons opens or changes at once."""

from collections.abc import Sequence
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot import actions as act
from bot.schedule.shown import TeamShown
from bot.slack.fitness import unfit
from bot.slack.listeners.lookups import Lookups
from bot.slack.listeners.opening import log, show, value, whose
from bot.slack.member import zone_of
from bot.slack.outcome import REFUSED, outcome
from bot.slack.payload import Part
from bot.slack.views import forms, invitations_form, schedule_form

ZONE_UNKNOWN = "UTC"
GONE = "That schedule is no longer there."


def register(app: App, lookups: Lookups) -> None:
    """Register the listeners of the schedule's buttons."""

    @app.action(act.SCHEDULE)
    def _schedule(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        payload = Part(body)
        if _is_channel(value(payload)):
            open_form_of_channel(client, payload, value(payload), lookups)
        else:
            open_list(client, payload, lookups.teams(whose(payload)))

    @app.action(act.SCHEDULE_NEW)
    def _new(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        _open_new(client, Part(body), "", lookups)

    @app.action(act.SCHEDULE_EDIT)
    def _edit(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        payload = Part(body)
        team = lookups.team(whose(payload), value(payload))
        if team is None:
            show(client, payload, forms.notice(GONE))
        else:
            open_form_of_channel(client, payload, team.channel, lookups)

    @app.action(act.INVITATIONS)
    def _invitations(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        open_invitations(client, Part(body), lookups)

    for action in act.IN_MODAL:
        app.action(action)(_say_heard)


def open_list(client: WebClient, payload: Part, teams: Sequence[TeamShown]) -> None:
    """Open the list of somebody's teams."""
    show(client, payload, schedule_form.schedule_list(teams))


def open_form_of_channel(client: WebClient, payload: Part, channel: str, lookups: Lookups) -> None:
    """Open the form of a channel's schedule, or say why it can have none.

    From a direct message there is no channel to speak of: the form asks for one.
    """
    if not _is_channel(channel):
        _open_new(client, payload, "", lookups)
    elif wrong := unfit(client, channel):
        show(client, payload, forms.notice(wrong))
    elif team := lookups.team_of_channel(whose(payload), channel):
        _open_edit(client, payload, team, lookups)
    else:
        _open_new(client, payload, channel, lookups)


def open_invitations(client: WebClient, payload: Part, lookups: Lookups) -> None:
    """Open the form of somebody's own invitations."""
    chosen = lookups.preferences(whose(payload))
    show(client, payload, invitations_form.invitations_form(*chosen))


def _open_new(client: WebClient, payload: Part, channel: str, lookups: Lookups) -> None:
    zone = _zone(client, whose(payload)[2])
    form = schedule_form.schedule_form(
        None, channel=channel, zone=zone, team_id="", now=lookups.now()
    )
    show(client, payload, form)


def _open_edit(client: WebClient, payload: Part, team: TeamShown, lookups: Lookups) -> None:
    form = schedule_form.schedule_form(
        team.plan,
        channel=team.channel,
        zone=team.plan.zone,
        team_id=str(team.team_id),
        now=lookups.now(),
    )
    show(client, payload, form)


def _say_heard(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    """Say in the modal that a press was heard; what comes of it takes a moment more.

    Source: https://docs.slack.dev/reference/methods/views.update
    """
    ack()
    payload = Part(body)
    view, actions = payload.part("view", {}), payload.items("actions")
    if view.text("type", "") != "modal" or not actions:
        return
    words = schedule_form.heard(actions[0].text("action_id"))
    try:
        client.views_update(view_id=view.text("id"), view=words.to_dict())
    except REFUSED as error:
        log.warning("a modal could not be changed: %s", outcome(error)[2])


def _is_channel(channel: str) -> bool:
    """Tell a channel, C… or G…, from a direct message, D…, and from nothing.

    Source: https://docs.slack.dev/reference/objects/conversation-object
    """
    return channel.startswith(("C", "G"))


def _zone(client: WebClient, user: str) -> str:
    try:
        told = Part(client.users_info(user=user).get("user"))
    except REFUSED:
        return ZONE_UNKNOWN
    return zone_of(told) or ZONE_UNKNOWN
