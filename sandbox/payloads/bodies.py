"""Messages, views and members as they go over the wire."""

from typing import Any

from sandbox.installation import Installation
from sandbox.state.records import Message, View
from sandbox.state.view_state import state_values

Wire = dict[str, Any]


def message_body(slack: Installation, message: Message) -> Wire:
    """Return a message as events, histories and answers hold it.

    Source: https://docs.slack.dev/reference/events/message
    """
    body: Wire = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": _team_of(slack, message.user),
        **_optional(message),
    }
    if message.bot_id:
        body["bot_profile"] = bot_profile(slack)
    if message.files:
        body |= {"upload": False, "display_as_bot": False}
    if message.edited_ts:
        body["edited"] = {"user": message.edited_by, "ts": message.edited_ts}
    return body


def listed_message(slack: Installation, message: Message, *, with_metadata: bool) -> Wire:
    """Return a message as `conversations.history` and `conversations.replies` list it."""
    body = message_body(slack, message)
    if message.bot_id:
        body["app_id"] = slack.app_id
    if with_metadata and message.metadata:
        body["metadata"] = dict(message.metadata)
    if message.reactions:
        body["reactions"] = _reactions(message)
    return body | thread_summary(slack, message)


def thread_summary(slack: Installation, message: Message) -> Wire:
    """Return what a thread's root says of its replies; nothing for other messages."""
    replies = slack.workspace.thread(message.channel, message.ts)
    if not replies:
        return {}
    people = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(people),
        "latest_reply": replies[-1].ts,
        "reply_users": people,
        "is_locked": False,
        "subscribed": slack.bot_user_id in people,
    }


def bot_profile(slack: Installation) -> Wire:
    """Return the short description of the bot that its messages carry."""
    return {
        "id": slack.bot_id,
        "app_id": slack.app_id,
        "name": slack.manifest.bot_name,
        "deleted": False,
        "updated": 0,
        "team_id": slack.workspace.team_id,
        "icons": {"image_36": "", "image_48": "", "image_72": ""},
    }


def view_body(slack: Installation, view: View) -> Wire:
    """Return a view as answers and interaction payloads hold it.

    Source: https://docs.slack.dev/reference/views
    """
    body = view.body
    return {
        "id": view.id,
        "team_id": slack.workspace.team_id,
        "type": body["type"],
        "blocks": list(view.blocks),
        "private_metadata": body.get("private_metadata") or "",
        "callback_id": body.get("callback_id") or "",
        "state": {"values": state_values(view.blocks, view.values)},
        "hash": view.hash,
        "title": body.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": bool(body.get("clear_on_close")),
        "notify_on_close": bool(body.get("notify_on_close")),
        "close": body.get("close"),
        "submit": body.get("submit"),
        "previous_view_id": view.previous_view_id,
        "root_view_id": view.root_view_id,
        "app_id": slack.app_id,
        "external_id": body.get("external_id") or "",
        "app_installed_team_id": slack.workspace.team_id,
        "bot_id": slack.bot_id,
    }


def file_body(slack: Installation, *, file_id: str, name: str, user: str) -> Wire:
    """Return a shared file.

    Source: https://docs.slack.dev/reference/objects/file-object
    """
    created = int(slack.workspace.clock.now().timestamp())
    return {
        "id": file_id,
        "created": created,
        "timestamp": created,
        "name": name,
        "title": name,
        "mimetype": "application/octet-stream",
        "filetype": name.rpartition(".")[2],
        "pretty_type": "File",
        "user": user,
        "mode": "hosted",
        "editable": False,
        "size": 1,
        "is_external": False,
        "is_public": False,
        "username": "",
    }


def _team_of(slack: Installation, user: str) -> str:
    member = slack.workspace.members.get(user)  # Slackbot is none
    return member.team_id if member else slack.workspace.team_id


def _optional(message: Message) -> Wire:
    properties = {
        "subtype": message.subtype,
        "client_msg_id": message.client_msg_id,
        "bot_id": message.bot_id,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "files": list(message.files),
        "thread_ts": message.thread_ts,
        "parent_user_id": message.parent_user,
    }
    return {name: value for name, value in properties.items() if value}


def _reactions(message: Message) -> list[Wire]:
    names = dict.fromkeys(name for name, _ in message.reactions)
    return [
        {"name": name, "users": users, "count": len(users)}
        for name in names
        for users in [[user for emoji, user in message.reactions if emoji == name]]
    ]
