"""The ids that Slack gives to blocks and elements which the app left without."""

from typing import Any

from sandbox.state.ids import new_id


def with_ids(blocks: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Return blocks with a `block_id` and every `action_id`.

    Source: https://docs.slack.dev/reference/block-kit/blocks (`block_id`)
    """
    return tuple(_block_with_ids(block) for block in blocks)


def _block_with_ids(block: dict[str, Any]) -> dict[str, Any]:
    block = {**block, "block_id": block.get("block_id") or _short_id()}
    if block["type"] == "actions":
        block["elements"] = [_with_action_id(element) for element in block["elements"]]
    for key in ("accessory", "element"):
        if key in block:
            block[key] = _with_action_id(block[key])
    return block


def _with_action_id(element: dict[str, Any]) -> dict[str, Any]:
    if element["type"] == "image":
        return element
    return {**element, "action_id": element.get("action_id") or _short_id()}


def _short_id() -> str:
    return new_id("")[:5]
