"""What people do with the app's surfaces, as payloads to the bot and its answers."""

from collections.abc import Mapping
from typing import Any

from sandbox.delivery.transport import Kind, Unanswered
from sandbox.installation import Installation
from sandbox.manifest import Command, Shortcut
from sandbox.payloads.bodies import listed_message, view_body
from sandbox.state.records import Channel, Message, View
from sandbox.state.response_urls import Place
from sandbox.state.view_state import state_values

Wire = dict[str, Any]


class NotAnswered(Exception):
    """The bot did not answer a person's act in time."""


def act_on_message(
    slack: Installation, person: str, message: Message, action: Mapping[str, Any]
) -> None:
    """Send a click on a message's element.

    Source: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
    """
    is_ephemeral = message.ephemeral_to is not None
    container: Wire = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": is_ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = _frame(slack, "block_actions", person) | {
        "container": container,
        "trigger_id": slack.triggers.make(person),
        "channel": {"id": message.channel, "name": _channel_name(slack, message.channel)},
        "state": {"values": message_state(slack, person, message)},
        "response_url": _response_url(slack, person, message),
        "actions": [_timed(slack, action)],
    }
    if not is_ephemeral:
        payload["message"] = listed_message(slack, message, with_metadata=True)
    _ask(slack, "interactive", payload)


def act_on_view(slack: Installation, view: View, action: Mapping[str, Any]) -> None:
    """Send a click on a view's element; see `act_on_message`."""
    _ask(
        slack,
        "interactive",
        _frame(slack, "block_actions", view.user)
        | {
            "container": {"type": "view", "view_id": view.id},
            "trigger_id": slack.triggers.make(view.user),
            "view": view_body(slack, view),
            "actions": [_timed(slack, action)],
        },
    )


def submit_view(slack: Installation, view: View) -> Wire | None:
    """Send a modal's submission and return the bot's answer.

    Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
    """
    payload = _frame(slack, "view_submission", view.user) | {
        "trigger_id": slack.triggers.make(view.user),
        "view": view_body(slack, view),
        "response_urls": [],
    }
    return _ask(slack, "interactive", payload)


def close_view(slack: Installation, view: View, *, is_cleared: bool) -> None:
    """Tell of a closed modal; see `submit_view`."""
    payload = _frame(slack, "view_closed", view.user) | {
        "view": view_body(slack, view),
        "is_cleared": is_cleared,
    }
    _ask(slack, "interactive", payload)


def use_shortcut(slack: Installation, person: str, shortcut: Shortcut) -> None:
    """Send a global shortcut.

    Source: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
    """
    payload = _frame(slack, "shortcut", person)
    payload.pop("api_app_id")
    _ask(
        slack,
        "interactive",
        payload
        | {
            "action_ts": slack.workspace.next_ts(),
            "callback_id": shortcut.callback_id,
            "trigger_id": slack.triggers.make(person),
        },
    )


def run_command(
    slack: Installation, person: str, channel: Channel, command: Command, text: str
) -> Wire | None:
    """Send a slash command and return the bot's immediate answer.

    Source: https://docs.slack.dev/interactivity/implementing-slash-commands
    """
    ticket = slack.response_urls.make(Place(person=person, channel=channel.id))
    payload = {
        "token": slack.verification_token,
        "team_id": slack.workspace.team_id,
        "team_domain": slack.workspace.domain,
        "channel_id": channel.id,
        "channel_name": _channel_name(slack, channel.id),
        "user_id": person,
        "user_name": slack.workspace.members[person].name,
        "command": command.command,
        "text": text,
        "api_app_id": slack.app_id,
        "is_enterprise_install": False,
        "response_url": f"{slack.address}/response/{ticket}",
        "trigger_id": slack.triggers.make(person),
    }
    return _ask(slack, "slash_commands", payload)


def message_state(slack: Installation, person: str, message: Message) -> Wire:
    """Return what a person has put into a message's stateful elements."""
    key = (message.channel, message.ts, person)
    return state_values(message.blocks, slack.workspace.answers.get(key, {}))


def _frame(slack: Installation, kind: str, person: str) -> Wire:
    member = slack.workspace.members[person]
    user = {"id": person, "username": member.name, "team_id": member.team_id}
    if kind in ("block_actions", "view_submission", "view_closed"):
        user["name"] = member.name
    return {
        "type": kind,
        "user": user,
        "api_app_id": slack.app_id,
        "token": slack.verification_token,
        "team": {"id": slack.workspace.team_id, "domain": slack.workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _timed(slack: Installation, action: Mapping[str, Any]) -> Wire:
    return {**action, "action_ts": slack.workspace.next_ts()}


def _channel_name(slack: Installation, channel_id: str) -> str:
    return slack.workspace.channels[channel_id].name or "directmessage"


def _response_url(slack: Installation, person: str, message: Message) -> str:
    place = Place(
        person=person,
        channel=message.channel,
        message_ts=message.ts,
        is_ephemeral=message.ephemeral_to is not None,
        thread_ts=message.thread_ts,
    )
    return f"{slack.address}/response/{slack.response_urls.make(place)}"


def _ask(slack: Installation, kind: Kind, payload: Wire) -> Wire | None:
    if kind == "interactive" and not slack.manifest.interactivity:
        raise NotAnswered("cannot be reached: interactivity is off in the manifest")
    try:
        return slack.delivery.ask(kind, payload)
    except Unanswered as unanswered:
        raise NotAnswered(f"did not answer in time ({unanswered})") from None
