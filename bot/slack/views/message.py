"""A message for Slack, and the few shapes that all of them are made of.

Every message has a `text` that stands alone: screen readers read it and not the blocks.
Source: https://docs.slack.dev/reference/methods/chat.postMessage (accessibility considerations)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    InteractiveElement,
    MarkdownTextObject,
    SectionBlock,
)

SECTION_LIMIT = 3000
"""Characters in one section. Source: https://docs.slack.dev/reference/block-kit/blocks/section-block"""


TEXT_LIMIT = 4000
"""Characters of a message's `text` that Slack advises; beyond 40,000 it cuts.

Source: https://docs.slack.dev/reference/methods/chat.postMessage
"""
BUTTON_LIMIT = 75
"""Characters. Source: https://docs.slack.dev/reference/block-kit/block-elements/button-element"""
ENTITY_MOST = len("&amp;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is posted: the text that stands alone, and the blocks that most people see."""

    text: str
    blocks: tuple[Block, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the arguments of a post; raises SlackObjectFormationError beyond Slack's limits."""
        blocks = [block.to_dict() for block in self.blocks]
        return {"text": self.text, "blocks": blocks} if blocks else {"text": self.text}


def say(text: str, *buttons: InteractiveElement) -> Message:
    """Return a short message: one paragraph, and what can be pressed under it."""
    blocks: list[Block] = [section(text)]
    if buttons:
        blocks.append(actions(*buttons))
    return Message(text=text, blocks=tuple(blocks))


def section(text: str, accessory: InteractiveElement | None = None) -> SectionBlock:
    """Return a paragraph in Slack's markup."""
    return SectionBlock(text=MarkdownTextObject(text=shorten(text)), accessory=accessory)


def context(text: str) -> ContextBlock:
    """Return a line in small print."""
    return ContextBlock(elements=[MarkdownTextObject(text=shorten(text))])


def actions(*elements: InteractiveElement) -> ActionsBlock:
    """Return a row of things to press."""
    return ActionsBlock(elements=list(elements))


def button(
    label: str,
    action: str,
    value: str,
    *,
    style: str | None = None,
    confirm: ConfirmObject | None = None,
) -> ButtonElement:
    """Return a button; its label says what pressing it does."""
    return ButtonElement(text=label, action_id=action, value=value, style=style, confirm=confirm)


def when(moment: datetime) -> str:
    """Return a moment as each reader's Slack shows it in their own zone.

    Source: https://docs.slack.dev/messaging/formatting-message-text (date formatting)
    """
    fallback = moment.astimezone(UTC).strftime("%d %B %Y, %H:%M UTC")
    return f"<!date^{int(moment.timestamp())}^{{date_long_pretty}} at {{time}}|{fallback}>"


def shorten(text: str, limit: int = SECTION_LIMIT) -> str:
    """Return an encoded text within a limit, ending in three dots where it was cut.

    An entity such as `&amp;` is never cut in two.
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    start = cut.rfind("&", -ENTITY_MOST)
    if start >= 0 and ";" not in cut[start:]:
        cut = cut[:start]
    return cut.rstrip() + "…"


def bullets(lines: Sequence[str]) -> str:
    """Return lines as a list."""
    return "\n".join(f"• {line}" for line in lines)
