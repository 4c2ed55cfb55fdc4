"""Slack's text: what becomes of what a person types, and how people read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sandbox.state.ids import new_id
from sandbox.state.workspace import Workspace

Wire = dict[str, Any]
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_LINK = r"https?://[^\s<>]*[^\s<>.,;:!?)'\"]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A typed text as it goes over the wire."""

    text: str
    blocks: tuple[Wire, ...]


def compose(text: str, workspace: Workspace) -> Composed:
    """Return a message's text and its rich text block.

    Links, names of people and names of channels become what Slack makes of them.

    Source: https://docs.slack.dev/messaging/formatting-message-text,
        https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
    """
    parts = list(_parts(text, workspace))
    if not parts:
        return Composed(text="", blocks=())
    section = {"type": "rich_text_section", "elements": [element for _, element in parts]}
    block = {"type": "rich_text", "block_id": new_id("")[:5], "elements": [section]}
    return Composed(text="".join(wire for wire, _ in parts), blocks=(block,))


def compose_command(text: str, workspace: Workspace) -> str:
    """Return a command's text where the manifest says `should_escape`: mentions carry names.

    Source: https://docs.slack.dev/interactivity/implementing-slash-commands (escaping)
    """
    wire = compose(text, workspace).text
    return re.sub(
        r"<@(\w+)>", lambda found: f"<@{found[1]}|{workspace.members[found[1]].name}>", wire
    )


def unescaped(text: str) -> str:
    """Return text as people read it: without Slack's escapes."""
    for plain, entity in reversed(_ESCAPES):
        text = text.replace(entity, plain)
    return text


def _parts(text: str, workspace: Workspace) -> Iterator[tuple[str, Wire]]:
    people = {f"@{member.real_name}": member.id for member in workspace.members.values()}
    channels = {f"#{c.name}": c.id for c in workspace.channels.values() if c.name}
    names = sorted((*people, *channels), key=len, reverse=True)
    pattern = "|".join((_LINK, *(rf"{re.escape(name)}\b" for name in names)))
    end = 0
    for found in re.finditer(pattern, text):
        yield from _words(text[end : found.start()])
        yield _special(found[0], people, channels)
        end = found.end()
    yield from _words(text[end:])


def _words(text: str) -> Iterator[tuple[str, Wire]]:
    if text:
        yield _escaped(text), {"type": "text", "text": text}


def _special(word: str, people: dict[str, str], channels: dict[str, str]) -> tuple[str, Wire]:
    if word in people:
        return f"<@{people[word]}>", {"type": "user", "user_id": people[word]}
    if word in channels:
        channel = channels[word]
        return f"<#{channel}|{word[1:]}>", {"type": "channel", "channel_id": channel}
    return f"<{_escaped(word)}>", {"type": "link", "url": word}


def _escaped(text: str) -> str:
    """Escape what a person typed.

    Source: https://docs.slack.dev/messaging/formatting-message-text (escaping text)
    """
    for plain, entity in _ESCAPES:
        text = text.replace(plain, entity)
    return text
