"""What stands in the page's fields, between its plain values and Slack's states."""

from collections.abc import Iterator, Mapping
from typing import Any

from sandbox.state.records import Message, View, elements_of
from sandbox.state.view_state import STATE_KEYS
from sandbox.state.workspace import Workspace

Element = Mapping[str, Any]


def put_values(workspace: Workspace, person: str, shown: Message | View, values: Any) -> None:
    """Remember what a person has put into a message's or a view's fields.

    Args:
        workspace: the workspace.
        person: U...
        shown: where the fields are.
        values: {block_id: {action_id: value}}, a value as in `state_of`.
    """
    with workspace.changed:
        states = _states(workspace, person, shown)
        for block, element in elements_of(shown.blocks):
            ids = (str(block["block_id"]), str(element.get("action_id")))
            if element["type"] in STATE_KEYS and ids[1] in values.get(ids[0], {}):
                states[ids] = state_of(element, values[ids[0]][ids[1]])


def state_of(element: Element, value: Any) -> dict[str, Any]:
    """Return an element's state.

    Args:
        element: the element.
        value: a string (for an option its `value`), a list of strings, or None for nothing.
    """
    if element["type"] == "overflow":
        return {"type": "overflow", "selected_option": _picked(element, value)}
    key, _ = STATE_KEYS[element["type"]]
    if key == "selected_options":
        picked: Any = [option for option in _options(element) if option["value"] in (value or ())]
    elif key == "selected_users":
        picked = list(value or ())
    else:
        picked = _picked(element, value) if key == "selected_option" else value or None
    return {"type": element["type"], key: picked}


def plain(states: Mapping[tuple[str, str], Mapping[str, Any]]) -> dict[str, Any]:
    """Return states as {block_id: {action_id: value}}: the inverse of `state_of`."""
    values: dict[str, Any] = {}
    for (block_id, action_id), state in states.items():
        found = next((value for key, value in state.items() if key != "type"), None)
        values.setdefault(block_id, {})[action_id] = _plain(found)
    return values


def _states(workspace: Workspace, person: str, shown: Message | View) -> Any:
    if isinstance(shown, View):
        return shown.values
    return workspace.answers.setdefault((shown.channel, shown.ts, person), {})


def _picked(element: Element, value: Any) -> Mapping[str, Any] | None:
    return next((option for option in _options(element) if option["value"] == value), None)


def _options(element: Element) -> Iterator[Mapping[str, Any]]:
    yield from element.get("options", ())
    for group in element.get("option_groups", ()):
        yield from group["options"]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(option) for option in value]
    return value["value"] if isinstance(value, Mapping) else value
