"""Slack holds a modal back while a field is wrong."""

from typing import Any

import pytest

from sandbox.people.field_checks import refused_fields
from sandbox.state.records import View


def view_with(element: dict[str, Any], value: str | None, *, optional: bool = False) -> View:
    block = {
        "type": "input",
        "block_id": "b",
        "optional": optional,
        "element": {"action_id": "a", **element},
    }
    state = {"type": element["type"], "value": value}
    return View(
        id="V1",
        user="U1",
        body={"type": "modal", "blocks": [block]},
        hash="1",
        updated_ts="1.000000",
        root_view_id="V1",
        values={("b", "a"): state},
    )


TEXT = {"type": "plain_text_input", "min_length": 3, "max_length": 5}
NUMBER = {
    "type": "number_input",
    "is_decimal_allowed": False,
    "min_value": "0",
    "max_value": "23",
}


@pytest.mark.parametrize(
    ("element", "value", "problem"),
    [
        (TEXT, None, "Please complete this required field."),
        (TEXT, "ab", "Please enter at least 3 characters."),
        (TEXT, "abcdef", "Please enter at most 5 characters."),
        (NUMBER, "nine", "Please enter a number."),
        (NUMBER, "nan", "Please enter a number."),
        (NUMBER, "9.5", "Please enter a whole number."),
        (NUMBER, "-1", "Please enter 0 or more."),
        (NUMBER, "24", "Please enter 23 or less."),
        ({"type": "email_text_input"}, "alice", "Please enter an email address."),
        ({"type": "url_text_input"}, "alice", "Please enter a web address."),
    ],
)
def test_a_wrong_field_is_named(element: dict[str, Any], value: str, problem: str) -> None:
    assert refused_fields(view_with(element, value)) == {"b": problem}


@pytest.mark.parametrize(
    ("element", "value"),
    [
        (TEXT, "abc"),
        (NUMBER, "9"),
        (NUMBER | {"is_decimal_allowed": True}, "9.5"),
        ({"type": "email_text_input"}, "alice@example.com"),
        ({"type": "url_text_input"}, "https://example.com/x"),
    ],
)
def test_a_right_field_passes(element: dict[str, Any], value: str) -> None:
    assert refused_fields(view_with(element, value)) == {}


def test_more_people_than_the_menu_takes_are_refused() -> None:
    element = {"type": "multi_users_select", "max_selected_items": 1}
    view = view_with(element, None)
    view.values["b", "a"] = {"type": "multi_users_select", "selected_users": ["U1", "U2"]}

    assert refused_fields(view) == {"b": "Please choose at most 1."}


def test_an_optional_field_may_stay_empty() -> None:
    assert refused_fields(view_with(TEXT, None, optional=True)) == {}
