"""Slack's way of writing text, decoded once on the way in and encoded once on the way out.

Source: https://docs.slack.dev/messaging/formatting-message-text
"""

import re
from collections.abc import Callable

ENTITY = re.compile(r"<([^<>]*)>")
# Possessive: a colon and a plus sign match in two ways, and trying all of them would take for ever.
EMOJI_ALONE = re.compile(r"^(?:\s|:[a-z0-9_+'-]+:|[^\w\s.,;!?'\"()-])*+$", re.IGNORECASE)

UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def keepable(text: str) -> str:
    """Return the text with U+FFFD for what no database keeps: NUL, and halves of characters.

    Source: https://www.postgresql.org/docs/current/datatype-character.html
    """
    return UNKEEPABLE.sub("\ufffd", text)


def decode(text: str, name_of: Callable[[str], str | None] = lambda _user: None) -> str:
    """Return the text as its writer saw it: links by their label, mentions by name.

    Args:
        text: as Slack sends it, with `&lt; &gt; &amp;` and `<...>` entities.
        name_of: the name of a user id; where it answers None the mention reads `@someone`.
    """
    plain = ENTITY.sub(lambda match: _entity(match[1], name_of), text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def encode(text: str) -> str:
    """Return a text that Slack shows as it reads: no mention and no link in it comes alive."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def has_words(text: str) -> bool:
    """Say whether a decoded text holds more than emoji and white space."""
    return not EMOJI_ALONE.match(text)


def _entity(inside: str, name_of: Callable[[str], str | None]) -> str:
    target, _, label = inside.partition("|")
    match target[:1]:
        case "@":
            return "@" + (label or name_of(target[1:]) or "someone")
        case "#":
            return "#" + (label or "a-channel")
        case "!":
            command = target[1:].partition("^")[0]
            return label or f"@{command}"
        case _:
            return label or target.removeprefix("mailto:")
