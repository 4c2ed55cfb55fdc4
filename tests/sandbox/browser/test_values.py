"""What stands in the page's fields, as Slack's states and back."""

from typing import Any

import pytest

from sandbox.page.values import plain, state_of
from tests.sandbox.browser.tiny_blocks import options

OPTIONS = {"options": options("Red", "Blue")}
GROUPS = {"option_groups": [{"options": options("Red")}, {"options": options("Blue")}]}


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "plain_text_input"}, "words"),
        ({"type": "number_input"}, "7"),
        ({"type": "datepicker"}, "2026-03-02"),
        ({"type": "timepicker"}, "09:00"),
        ({"type": "conversations_select"}, "C0000000001"),
        ({"type": "channels_select"}, "C0000000001"),
        ({"type": "users_select"}, "U0000000001"),
        ({"type": "multi_users_select"}, ["U0000000001", "U0000000002"]),
        ({"type": "multi_users_select"}, []),
        ({"type": "static_select", **OPTIONS}, "blue"),
        ({"type": "static_select", **GROUPS}, "blue"),
        ({"type": "radio_buttons", **OPTIONS}, "red"),
        ({"type": "checkboxes", **OPTIONS}, ["red", "blue"]),
        ({"type": "checkboxes", **OPTIONS}, []),
        ({"type": "static_select", **OPTIONS}, None),
        ({"type": "plain_text_input"}, None),
    ],
)
def test_a_value_survives_the_way_into_a_state_and_back(
    element: dict[str, Any], value: object
) -> None:
    state = state_of(element, value)

    assert state["type"] == element["type"]
    assert plain({("block", "action"): state}) == {"block": {"action": value}}


def test_an_empty_field_holds_nothing() -> None:
    assert state_of({"type": "plain_text_input"}, "")["value"] is None


def test_an_option_that_is_not_offered_is_not_chosen() -> None:
    assert state_of({"type": "static_select", **OPTIONS}, "green")["selected_option"] is None
