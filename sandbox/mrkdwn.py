"""Text as Slack sends it."""

import re
from typing import Any

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def escaped(text: str) -> str:
    """Escape what a person typed.

    Source: https://docs.slack.dev/messaging/formatting-message-text (escaping text)
    """
    for plain, entity in _ESCAPES:
        text = text.replace(plain, entity)
    return text


def unescaped(text: str) -> str:
    """Return text as people read it: the inverse of `escaped`."""
    for plain, entity in reversed(_ESCAPES):
        text = text.replace(entity, plain)
    return text


def rich_text(text: str, block_id: str) -> dict[str, Any]:
    """Return the rich text block that Slack makes of a person's plain message.

    Source: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
    """
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "block_id": block_id, "elements": [section]}


def with_links(text: str) -> str:
    """Escape what a person typed, and wrap its web addresses in angle brackets as Slack does."""
    return re.sub(r"https?://[^\s<>]+", lambda found: f"<{found[0]}>", escaped(text))
