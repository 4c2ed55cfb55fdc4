"""Block Kit's documented limits."""

from enum import StrEnum
from typing import Any

from sandbox.ids import new_id

_BLOCKS_MOST = {"message": 50, "modal": 100, "home": 100}


class Surface(StrEnum):
    """Where blocks can stand."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


def problems_of(blocks: Any, surface: Surface) -> list[str]:
    """Return what is wrong with blocks, in Slack's words; nothing when all is well."""
    if not isinstance(blocks, list):
        return ["[ERROR] must be an array [json-pointer:/blocks]"]
    if len(blocks) > _BLOCKS_MOST[surface]:
        most = _BLOCKS_MOST[surface]
        return [f"[ERROR] no more than {most} items allowed [json-pointer:/blocks]"]
    return []


def view_problems(view: Any, surface: Surface) -> list[str]:
    """Return what is wrong with a view; nothing when all is well."""
    if not isinstance(view, dict) or view.get("type") != surface:
        return [f"[ERROR] must be a view of type {surface} [json-pointer:/view]"]
    return problems_of(view.get("blocks"), surface)


def with_ids(blocks: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Return blocks with a `block_id` and `action_id` where the app gave none, as Slack does."""
    return tuple(_with_ids(block) for block in blocks)


def _with_ids(block: dict[str, Any]) -> dict[str, Any]:
    block = {**block, "block_id": block.get("block_id") or new_id("b")[:5]}
    if block["type"] in ("actions", "context_actions"):
        block["elements"] = [_with_action_id(element) for element in block["elements"]]
    for key in ("accessory", "element"):
        if key in block:
            block[key] = _with_action_id(block[key])
    return block


def _with_action_id(element: dict[str, Any]) -> dict[str, Any]:
    if element["type"] == "image":
        return element
    return {**element, "action_id": element.get("action_id") or new_id("a")[:5]}
