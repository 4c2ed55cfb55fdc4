"""What a person has put into the stateful elements of a view or a message."""

from collections.abc import Mapping
from typing import Any

from sandbox.state.records import Block, elements_of

Values = Mapping[tuple[str, str], Mapping[str, Any]]  # by (block_id, action_id)

# The key under which each stateful element reports what was put in.
# Source: https://docs.slack.dev/reference/block-kit/block-elements (a page for each element)
STATE_KEYS = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
}
_LISTS = {"checkboxes", "multi_static_select", "multi_users_select"}


def state_values(blocks: tuple[Block, ...], values: Values) -> dict[str, dict[str, Any]]:
    """Return `state.values`: every stateful element, the untouched ones too.

    Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
    """
    state: dict[str, dict[str, Any]] = {}
    for block, element in elements_of(blocks):
        if element["type"] not in STATE_KEYS:
            continue
        block_id, action_id = block["block_id"], element["action_id"]
        value = values.get((block_id, action_id)) or untouched(element)
        state.setdefault(block_id, {})[action_id] = dict(value)
    return state


def untouched(element: Mapping[str, Any]) -> dict[str, Any]:
    """Return the state of an element that nobody has touched."""
    key, initial = STATE_KEYS[element["type"]]
    empty: Any = [] if element["type"] in _LISTS else None
    value = element.get(initial)
    return {"type": element["type"], key: empty if value is None else value}
