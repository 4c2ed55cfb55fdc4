"""What Slack allows in a message or a view, and what we ask of ours beyond that.

Source: https://docs.slack.dev/reference/block-kit
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.slack.views.message import Message

MOST = {
    "button": 75,
    "option": 75,
    "value": 2000,
    "option value": 150,
    "text": 3000,
    "header": 150,
    "hint": 2000,
    "written": 3000,
    "confirm title": 100,
    "confirm text": 300,
    "message": 40_000,
}
"""Characters."""
LISTED = {"radio_buttons": 10, "checkboxes": 10, "static_select": 100}
"""Options."""
VIEW_MOST = 250_000
"""Bytes. Source: https://docs.slack.dev/reference/methods/views.open (view_too_large)"""
BROKEN_ENTITY = re.compile(r"&(?!amp;|lt;|gt;)")
ALIVE = re.compile(r"<[@!#]")


def faults_of_message(message: Message) -> Iterator[str]:
    """Yield what Slack would refuse, or what a person with a screen reader would miss."""
    if not message.text.strip():
        yield "no text"
    if len(message.text) > MOST["message"]:
        yield f"a text of {len(message.text)} characters"
    if len(message.blocks) > 50:
        yield f"{len(message.blocks)} blocks"
    blocks = message.to_json().get("blocks", [])
    yield from _faults_of_blocks(message.blocks, blocks)
    for said in _paragraphs(blocks):
        if _plain(said)[:2900] not in _plain(message.text):
            yield f"the text lacks {said[:60]!r}"


def faults_of_view(view: View) -> Iterator[str]:
    """Yield what Slack would refuse in a view."""
    try:
        view.validate_json()
    except SlackObjectFormationError as error:
        yield str(error)
    if len(view.blocks or ()) > 100:
        yield "more than 100 blocks"
    plain = view.to_dict()
    yield from _faults_of_blocks(list(view.blocks or ()), plain["blocks"])
    ids = [block["block_id"] for block in plain["blocks"] if "block_id" in block]
    if len(ids) != len(set(ids)):
        yield f"a block id twice: {ids}"
    if len(json.dumps(plain)) > VIEW_MOST:
        yield "a view of more than 250 kB"


def _faults_of_blocks(blocks: Any, plain: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        yield from _faults_of_block(block)
    for block in plain:
        ids = [part["action_id"] for part in _parts(block) if "action_id" in part]
        if len(ids) != len(set(ids)):
            yield f"an action id twice in one block: {ids}"
        for part in _parts(block):
            yield from _faults_of_part(part)


def _faults_of_block(block: Block) -> Iterator[str]:
    try:
        block.validate_json()
    except SlackObjectFormationError as error:
        yield str(error)


def _faults_of_part(part: dict[str, Any]) -> Iterator[str]:
    if part.get("type") == "button":
        yield from _too_long("button", part["text"]["text"])
        yield from _too_long("value", part.get("value") or "-")
    for option in part.get("options", []):
        yield from _too_long("option", option["text"]["text"])
        yield from _too_long("option value", option["value"])
    yield from _faults_of_field(part)
    if part.get("type") == "mrkdwn":
        yield from _too_long("text", part["text"])
        if BROKEN_ENTITY.search(part["text"]):
            yield "an entity that was cut in two"


def _faults_of_field(part: dict[str, Any]) -> Iterator[str]:
    if len(part.get("options", [])) > LISTED.get(str(part.get("type")), 100):
        yield f"{len(part['options'])} options in {part['type']}"
    if "hint" in part:
        yield from _too_long("hint", part["hint"]["text"])
    if "confirm" in part and isinstance(part["confirm"], dict) and "title" in part["confirm"]:
        yield from _too_long("confirm title", part["confirm"]["title"]["text"])
        yield from _too_long("confirm text", part["confirm"]["text"]["text"])
    if part.get("type") == "plain_text_input" and "initial_value" in part:
        yield from _too_long("written", part["initial_value"])
        if len(part["initial_value"]) > part.get("max_length", MOST["written"]):
            yield "more written than may be"


def _too_long(kind: str, text: str) -> Iterator[str]:
    if not text.strip():
        yield f"an empty {kind}"
    if len(text) > MOST[kind]:
        yield f"a {kind} of {len(text)} characters"


def _parts(block: Any) -> Iterator[dict[str, Any]]:
    if isinstance(block, dict):
        yield block
        for child in block.values():
            yield from _parts(child)
    elif isinstance(block, list):
        for child in block:
            yield from _parts(child)


def _paragraphs(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        if block["type"] == "section":
            yield block["text"]["text"]
        elif block["type"] == "context":
            yield from (element["text"] for element in block["elements"])


def _plain(text: str) -> str:
    return re.sub(r"[*_\s]+", " ", text).strip(" …")
