"""The workspace as one person sees it, in the form that the browser page draws."""

from collections.abc import Iterable
from typing import Any

from sandbox.installation import Installation
from sandbox.page.values import plain
from sandbox.people.acts import NOTICE
from sandbox.state.records import Channel, Member, Message, View

Wire = dict[str, Any]

_SLACKBOT = {"id": "USLACKBOT", "name": "slackbot", "real_name": "Slackbot", "is_bot": True}


def seen_by(slack: Installation, person: str, moves: Iterable[str]) -> Wire:
    """Return everything that the page shows a person (U...).

    Keys: workspace, app, me, people, now (ISO, UTC), moves (the clock's buttons), channels (each with
    its messages, oldest first), public_channels (what menus offer), home and modal (a view or None).
    """
    workspace = slack.workspace
    with workspace.changed:
        workspace.direct_message(person, slack.bot_user_id)
        modals = workspace.modals.get(person)
        return {
            "workspace": {"name": workspace.name},
            "app": _app(slack),
            "me": person,
            "people": [*map(_member, workspace.members.values()), _SLACKBOT],
            "now": workspace.clock.now().isoformat(),
            "moves": list(moves),
            "channels": [
                _conversation(slack, channel, person)
                for channel in workspace.channels.values()
                if person in channel.members
            ],
            "public_channels": [
                {"id": channel.id, "name": channel.name}
                for channel in workspace.channels.values()
                if channel.kind == "channel" and not channel.is_archived
            ],
            "home": _view(workspace.homes.get(person)),
            "modal": _view(modals[-1] if modals else None),
        }


def _app(slack: Installation) -> Wire:
    manifest = slack.manifest
    return {
        "name": manifest.bot_name,
        "user": slack.bot_user_id,
        "home_enabled": manifest.home_tab,
        "commands": [
            {
                "command": command.command,
                "description": command.description,
                "usage_hint": command.usage_hint,
            }
            for command in manifest.commands
        ],
        "shortcuts": [
            {"name": shortcut.name} for shortcut in manifest.shortcuts if shortcut.kind == "global"
        ],
    }


def _member(member: Member) -> Wire:
    return {
        "id": member.id,
        "name": member.name,
        "real_name": member.real_name,
        "tz": member.tz,
        "is_bot": member.is_bot,
        "deleted": member.deleted,
    }


def _conversation(slack: Installation, channel: Channel, person: str) -> Wire:
    workspace = slack.workspace
    whispered = [
        message
        for message in workspace.ephemerals
        if (message.channel, message.ephemeral_to) == (channel.id, person)
    ]
    messages = sorted([*workspace.messages[channel.id], *whispered], key=lambda m: m.ts)
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind,
        "people": list(channel.members),
        "bot_is_member": slack.is_bot_in(channel),
        "messages": [_message(slack, message, person) for message in messages],
    }


def _message(slack: Installation, message: Message, person: str) -> Wire:
    answers = slack.workspace.answers.get((message.channel, message.ts, person), {})
    return {
        "ts": message.ts,
        "thread_ts": message.thread_ts,
        "user": message.user,
        "text": message.text,
        "blocks": list(message.blocks),
        "attachments": list(message.attachments),
        "files": [{"name": file["name"]} for file in message.files],
        "edited": message.edited_ts is not None,
        "ephemeral": message.ephemeral_to is not None,
        "broadcast": message.subtype == "thread_broadcast",
        "deleted": message.deleted,
        "notice": message.subtype == NOTICE,
        "reactions": _reactions(message),
        "chosen": plain(answers),
    }


def _reactions(message: Message) -> list[Wire]:
    names = [name for name, _ in message.reactions]
    return [{"name": name, "count": names.count(name)} for name in dict.fromkeys(names)]


def _view(view: View | None) -> Wire | None:
    if view is None:
        return None
    words = {key: (view.body.get(key) or {}).get("text") for key in ("title", "submit", "close")}
    return {"id": view.id, "hash": view.hash, "blocks": list(view.blocks), **words}
