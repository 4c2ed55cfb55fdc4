"""What cannot wait: forms, which must open within three seconds of a press, and short answers.

Source: https://docs.slack.dev/interactivity/handling-user-interaction (trigger_id)
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.models.views import View

from bot import actions as act
from bot.facts import CommandGiven
from bot.interview.schedule import Weekly
from bot.questions import reader
from bot.slack.outcome import REFUSED, outcome
from bot.slack.payload import Part
from bot.slack.views import forms
from bot.slack.views.inviting import GREETINGS

log = logging.getLogger(__name__)
ZONE_UNKNOWN = "UTC"
SETUP_WORDS = ("setup", "set up")

Whose = tuple[str, str, str]
"""(enterprise or empty, team, user)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """What a listener may look up before it opens a form."""

    rubric: Callable[[Whose, str], View | None]  # by what the button carries, if it is theirs
    weekly: Callable[[Whose, str], Weekly | None]  # when a channel's prompts come


def answer_to(command: CommandGiven) -> str | None:
    """Return what is said at once to a command; None where it opens a form."""
    word = command.text.strip().lower()
    if word in ("", *SETUP_WORDS):
        return None
    if word in reader.ALL:
        return "I will write to you in our direct messages."
    return GREETINGS["help"] if word == "help" else f"I do not know that word.\n{GREETINGS['help']}"


def register(app: App, lookups: Lookups) -> None:
    """Register every listener."""
    app.shortcut(act.CHOOSE_FORM)(_shortcut)
    app.action(act.UNFAIR)(_why)

    @app.command(act.COMMAND)
    def _command(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        payload = Part(body)
        ack()
        if payload.text("text", "").strip().lower() in SETUP_WORDS:
            whose = (*payload.installation(), payload.text("user_id", ""))
            channel = payload.text("channel_id", "")
            _open_setup(client, payload, whose, channel, lookups)
        else:
            _open(client, payload, forms.choose())

    @app.action(act.SETUP)
    def _setup(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        payload = Part(body)
        _open_setup(client, payload, _whose(payload), _value(payload), lookups)

    @app.action(act.RUBRIC)
    def _show_rubric(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        payload = Part(body)
        view = lookups.rubric(_whose(payload), _value(payload))
        _open(client, payload, view or forms.notice("That feedback is no longer there."))


def _shortcut(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    _open(client, Part(body), forms.choose())


def _why(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
    ack()
    payload = Part(body)
    _open(client, payload, forms.why_unfair(_value(payload)))


def _open_setup(
    client: WebClient, payload: Part, whose: Whose, channel: str, lookups: Lookups
) -> None:
    """Open the form of a channel's schedule, or say why there can be none."""
    if wrong := _unfit(client, channel):
        _open(client, payload, forms.notice(wrong))
        return
    weekly = lookups.weekly(whose, channel)
    weekly = weekly or Weekly(weekday=0, at=forms.USUAL, zone=_zone(client, whose[2]))
    _open(client, payload, forms.setup(channel, weekly))


def _unfit(client: WebClient, channel: str) -> str | None:
    """Say why a channel cannot practise, or None."""
    try:
        found = Part(client.conversations_info(channel=channel).get("channel"))
    except REFUSED as error:
        unseen = outcome(error)[2] == "channel_not_found"  # so Slack calls a private one
        return forms.NOT_INVITED if unseen else None  # else the form may open, and the prompts tell
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


def _whose(payload: Part) -> Whose:
    enterprise, team = payload.installation()
    return enterprise, team, payload.part("user", {}).text("id", "")


def _value(payload: Part) -> str:
    actions = payload.items("actions")
    return actions[0].chosen() if actions else ""
