"""Events: what happened in the workspace, told to the bot if its manifest asks for it."""

from typing import Any

from sandbox.installation import Installation
from sandbox.payloads.bodies import message_body, thread_summary, view_body
from sandbox.state.ids import new_id
from sandbox.state.records import Message

Wire = dict[str, Any]

# Which subscription and scope let the bot hear a message, by kind of conversation.
# Source: https://docs.slack.dev/reference/events/message.channels, .../message.im
_HEARING = {
    "channel": ("message.channels", "channels:history"),
    "im": ("message.im", "im:history"),
}

# What Slack documents for plain messages and not for these subtypes.
_NOT_DOCUMENTED = {
    "file_share": ("client_msg_id", "team"),
    "thread_broadcast": ("parent_user_id", "team"),
}


def tell_posted(slack: Installation, message: Message) -> None:
    """Tell of a new message."""
    body = _without(message_body(slack, message), *_NOT_DOCUMENTED.get(message.subtype or "", ()))
    if message.subtype == "thread_broadcast":
        body["root"] = _root(slack, message)
    if message.metadata and slack.may("metadata.message:read"):
        body["metadata"] = dict(message.metadata)
    _tell_of_message(slack, message, body | {"event_ts": message.ts})


def tell_changed(slack: Installation, message: Message, before: Message) -> None:
    """Tell of an edit, or of an unfurl that leaves the text as it was.

    Source: https://docs.slack.dev/reference/events/message/message_changed
    """
    _tell_of_message(
        slack,
        message,
        {
            "type": "message",
            "subtype": "message_changed",
            "message": _inner(slack, message),
            "previous_message": _inner(slack, before),
            "hidden": True,
            **_own_ts(slack),
        },
    )


def tell_deleted(slack: Installation, message: Message) -> None:
    """Tell of a deletion; a root with replies becomes a tombstone, which is a change.

    Source: https://docs.slack.dev/reference/events/message/message_deleted
    """
    tombstone = slack.workspace.message(message.channel, message.ts)
    if tombstone is not None:
        tell_changed(slack, tombstone, message)
        return
    _tell_of_message(
        slack,
        message,
        {
            "type": "message",
            "subtype": "message_deleted",
            "previous_message": _inner(slack, message),
            "deleted_ts": message.ts,
            "hidden": True,
            **_own_ts(slack),
        },
    )


def tell_home_opened(slack: Installation, user: str, channel: str, tab: str) -> None:
    """Tell that a person opened the app's Home or Messages tab.

    Source: https://docs.slack.dev/reference/events/app_home_opened
    """
    if "app_home_opened" not in slack.manifest.events:
        return
    event: Wire = {
        "type": "app_home_opened",
        "user": user,
        "channel": channel,
        "tab": tab,
        "event_ts": slack.workspace.next_ts(),
    }
    home = slack.workspace.homes.get(user)
    if tab == "home" and home is not None:
        event["view"] = view_body(slack, home)
    tell(slack, event)


def tell(slack: Installation, event: Wire) -> None:
    """Send an event in its envelope, whatever the manifest says.

    Source: https://docs.slack.dev/apis/events-api (callback field overview)
    """
    slack.delivery.send_event(
        {
            "token": slack.verification_token,
            "team_id": slack.workspace.team_id,
            "api_app_id": slack.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": new_id("Ev"),
            "event_time": int(slack.workspace.clock.now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": slack.workspace.team_id,
                    "user_id": slack.bot_user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": _is_shared(slack, event),
            "event_context": new_id("4-"),
        }
    )


def _is_shared(slack: Installation, event: Wire) -> bool:
    channel = slack.workspace.channels.get(str(event.get("channel")))
    return channel is not None and bool(channel.connected_team_ids)


def _tell_of_message(slack: Installation, message: Message, body: Wire) -> None:
    channel = slack.workspace.channels[message.channel]
    subscription, scope = _HEARING[channel.kind]
    is_subscribed = subscription in slack.manifest.events and slack.may(scope)
    if is_subscribed and slack.is_bot_in(channel):
        tell(slack, body | {"channel": channel.id, "channel_type": channel.kind})


def _inner(slack: Installation, message: Message) -> Wire:
    body = _without(message_body(slack, message), "files")
    return body | _reply_counts(slack, message)


def _reply_counts(slack: Installation, message: Message) -> Wire:
    summary = thread_summary(slack, message)
    return _without(summary, "reply_users")


def _own_ts(slack: Installation) -> Wire:
    ts = slack.workspace.next_ts()
    return {"ts": ts, "event_ts": ts}


def _root(slack: Installation, message: Message) -> Wire:
    root = slack.workspace.message(message.channel, message.thread_ts or "")
    if root is None:
        return {}
    content = ("attachments", "blocks", "client_msg_id", "is_locked")
    return _without(_inner(slack, root), *content)


def _without(body: Wire, *keys: str) -> Wire:
    return {key: value for key, value in body.items() if key not in keys}
