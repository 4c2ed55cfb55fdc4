"""What cannot wait: forms, which must open within three seconds of a press, and short answers.

Source: https://docs.slack.dev/interactivity/handling-user-interaction (trigger_id)
"""

import logging
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View

from bot import actions as act
from bot.questions import reader
from bot.slack.outcome import NETWORK, REFUSED
from bot.slack.payload import Part
from bot.slack.views import forms
from bot.slack.views.inviting import GREETINGS

log = logging.getLogger(__name__)
ZONE_UNKNOWN = "UTC"

Rubric = Callable[[str, str, str, str], View | None]
"""(enterprise, team, user, what the button carries) to the whole rubric, if it is that person's."""


def register(app: App, rubric: Rubric) -> None:
    """Register every listener."""
    app.command(act.COMMAND)(_command)
    app.shortcut(act.CHOOSE_FORM)(_shortcut)
    app.action(act.SETUP)(_setup)
    app.action(act.UNFAIR)(_why)

    @app.action(act.RUBRIC)
    def _show_rubric(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        payload = Part(body)
        enterprise, team = payload.installation()
        user = payload.part("user", {}).text("id", "")
        view = rubric(enterprise, team, user, _value(payload))
        _open(client, payload, view or forms.notice("That feedback is no longer there."))


def _command(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    payload = Part(body)
    match payload.text("text", "").strip().lower():
        case "":
            ack()
            _open(client, payload, forms.choose())
        case "setup" | "set up":
            ack()
            _open_setup(
                client, payload, payload.text("channel_id", ""), payload.text("user_id", "")
            )
        case slug if slug in reader.ALL:
            ack("I will write to you in our direct messages.")
        case _:
            ack(GREETINGS["help"])


def _shortcut(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    _open(client, Part(body), forms.choose())


def _setup(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    payload = Part(body)
    _open_setup(client, payload, _value(payload), payload.part("user", {}).text("id", ""))


def _why(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    payload = Part(body)
    _open(client, payload, forms.why_unfair(_value(payload)))


def _open_setup(client: WebClient, payload: Part, channel: str, user: str) -> None:
    """Open the form of a channel's schedule, or say why there can be none."""
    wrong = _unfit(client, channel)
    view = forms.notice(wrong) if wrong else forms.setup(channel, _zone(client, user))
    _open(client, payload, view)


def _unfit(client: WebClient, channel: str) -> str | None:
    """Say why a channel cannot practise, or None."""
    try:
        found = Part(client.conversations_info(channel=channel).get("channel"))
    except SlackApiError:
        return forms.NOT_A_CHANNEL
    except NETWORK:
        return None  # Slack is slow: the form may open, and the prompts tell
    if found.has("is_ext_shared") or found.has("is_pending_ext_shared"):
        return forms.SHARED
    if found.has("is_im") or found.has("is_mpim"):
        return forms.NOT_A_CHANNEL
    return None if found.has("is_member") else forms.NOT_INVITED


def _zone(client: WebClient, user: str) -> str:
    try:
        return Part(client.users_info(user=user).get("user")).text("tz", "") or ZONE_UNKNOWN
    except REFUSED:
        return ZONE_UNKNOWN


def _open(client: WebClient, payload: Part, view: View) -> None:
    trigger_id = payload.text("trigger_id", "")
    try:
        client.views_open(trigger_id=trigger_id, view=view.to_dict())
    except REFUSED as error:
        log.warning("a form could not be opened: %s", type(error).__name__)


def _value(payload: Part) -> str:
    actions = payload.items("actions")
    return actions[0].chosen() if actions else ""
