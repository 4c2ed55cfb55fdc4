"""What one person can see: messages, ephemerals, notices, a modal and the Home tab."""

from collections.abc import Iterator, Mapping
from typing import Any

from sandbox.people.mrkdwn import unescaped
from sandbox.state.records import Message, View
from sandbox.state.workspace import Workspace

_TEXT_KEYS = ("text", "title", "label", "hint", "placeholder", "description", "alt_text")


def visible_messages(workspace: Workspace, person: str) -> list[Message]:
    """Return the messages and ephemerals that a person can see, oldest first."""
    mine = [m for m in workspace.ephemerals if m.ephemeral_to == person]
    for channel in workspace.channels.values():
        if person in channel.members:
            mine += workspace.messages[channel.id]
    return sorted(mine, key=lambda message: message.ts)


def newest_first(workspace: Workspace, person: str) -> list[Message | View]:
    """Return everything that a person can see; the open modal lies on top."""
    shown: list[Message | View] = [*visible_messages(workspace, person)]
    if person in workspace.homes:
        shown.append(workspace.homes[person])
    shown.sort(key=_instant, reverse=True)
    return [*workspace.modals[person][-1:], *shown]


def words_of(shown: Message | View) -> str:
    """Return all the words that people read in a message or a view."""
    parts = [shown.text] if isinstance(shown, Message) else [shown.title]
    parts += [word for block in shown.blocks for word in _words(block)]
    if isinstance(shown, View):
        parts += [word for value in shown.values.values() for word in _words(value)]
    return unescaped("\n".join(parts))


def as_message(shown: Message | View) -> Message:
    """Return a view in the form of a message, so that both can be waited for."""
    if isinstance(shown, Message):
        return shown
    return Message(
        channel="",
        ts=shown.updated_ts,
        user=shown.user,
        text=words_of(shown),
        blocks=shown.blocks,
    )


def _instant(shown: Message | View) -> str:
    return shown.ts if isinstance(shown, Message) else shown.updated_ts


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            if not isinstance(value, str):
                yield from _words(value)
            elif key in _TEXT_KEYS or (key == "value" and "text" not in node):
                yield value  # a button's or an option's value is not for reading
    elif isinstance(node, list | tuple):
        for part in node:
            yield from _words(part)
