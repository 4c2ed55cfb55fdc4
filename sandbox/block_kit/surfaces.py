"""What may stand in a message, a modal and a Home tab."""

from collections import Counter
from enum import StrEnum
from typing import Any

from sandbox.block_kit.blocks import BLOCKS, MESSAGES_ONLY
from sandbox.block_kit.checks import (
    Field,
    Fields,
    Problems,
    anything,
    flag,
    list_of,
    plain,
    problem,
    record,
    string,
    typed,
)
from sandbox.state.records import elements_of


class Surface(StrEnum):
    """Where blocks can stand."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


# Source: https://docs.slack.dev/reference/block-kit/blocks
_BLOCKS_MOST = {Surface.MESSAGE: 50, Surface.MODAL: 100, Surface.HOME: 100}
_HOME: Fields = {
    "type": Field(anything),
    "blocks": Field(anything, required=True),
    "private_metadata": Field(string(3000)),
    "callback_id": Field(string(255)),
    "external_id": Field(string(255)),
}
# Source: https://docs.slack.dev/reference/views/modal-views, .../home-tab-views
_VIEWS: dict[Surface, Fields] = {
    Surface.HOME: _HOME,
    Surface.MODAL: {
        **_HOME,
        "title": Field(plain(24), required=True),
        "submit": Field(plain(24)),
        "close": Field(plain(24)),
        "clear_on_close": Field(flag),
        "notify_on_close": Field(flag),
        "submit_disabled": Field(flag),
    },
}


def problems_of(blocks: Any, surface: Surface, pointer: str = "/blocks") -> list[str]:
    """Return what is wrong with blocks, in Slack's words; nothing when all is well."""
    kinds = {
        kind: check
        for kind, check in BLOCKS.items()
        if surface is Surface.MESSAGE or kind not in MESSAGES_ONLY
    }
    found = list(list_of(typed(kinds), _BLOCKS_MOST[surface], least=0)(blocks, pointer))
    return found or [*_across(blocks, pointer)]


def view_problems(view: Any, surface: Surface) -> list[str]:
    """Return what is wrong with a view; nothing when all is well."""
    if not isinstance(view, dict) or view.get("type") != surface:
        return [problem(f"must be a view of type {surface}", "/view")]
    found = list(record(_VIEWS[surface])(view, "/view"))
    if found:
        return found
    found = problems_of(view["blocks"], surface, "/view/blocks")
    has_input = any(block.get("type") == "input" for block in view["blocks"])
    if surface is Surface.MODAL and has_input and not view.get("submit"):
        found.append(problem("submit is required when an input block is present", "/view"))
    return found


def _across(blocks: list[dict[str, Any]], pointer: str) -> Problems:
    """Yield what is wrong between blocks and between elements, each being right by itself."""
    ids = Counter(block["block_id"] for block in blocks if "block_id" in block)
    for block_id, count in ids.items():
        if count > 1:
            yield problem(f"block_id must be unique: {block_id}", pointer)
    for index, block in enumerate(blocks):
        place = f"{pointer}/{index}"
        if block["type"] == "section" and not (block.get("text") or block.get("fields")):
            yield problem("must provide text or fields", place)
        yield from _across_elements(block, place)


def _across_elements(block: dict[str, Any], pointer: str) -> Problems:
    elements = [element for _, element in elements_of((block,))]
    ids = Counter(element["action_id"] for element in elements if "action_id" in element)
    for action_id, count in ids.items():
        if count > 1:
            yield problem(f"action_id must be unique within a block: {action_id}", pointer)
    for element in elements:
        options = element.get("options")
        initial = element.get("initial_option")
        if initial and options and initial not in options:
            yield problem("initial_option must be one of the options", pointer)
