"""What Slack itself refuses in a modal's fields, before the app hears of the submission."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from sandbox.state.records import Block, View
from sandbox.state.view_state import state_values

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://[^\s/]+\S*")


def refused_fields(view: View) -> dict[str, str]:
    """Return what is wrong with a modal's fields, by block id; nothing when all is well.

    Source: https://docs.slack.dev/reference/block-kit/blocks/input-block (`optional`) and the
        pages of the elements (lengths, bounds, addresses)
    """
    state = state_values(view.blocks, view.values)
    problems = {
        block["block_id"]: _problem(block, state.get(block["block_id"], {}))
        for block in view.blocks
        if block["type"] == "input"
    }
    return {block_id: problem for block_id, problem in problems.items() if problem}


def _problem(block: Block, state: Mapping[str, Mapping[str, Any]]) -> str | None:
    element = block["element"]
    contents = [
        value for entry in state.values() for key, value in entry.items() if key != "type" and value
    ]
    if not contents:
        return None if block.get("optional") else "Please complete this required field."
    match element["type"]:
        case "plain_text_input":
            return _length_problem(element, contents[0])
        case "number_input":
            return _number_problem(element, contents[0])
        case "email_text_input" if not _EMAIL.fullmatch(contents[0]):
            return "Please enter an email address."
        case "url_text_input" if not _URL.fullmatch(contents[0]):
            return "Please enter a web address."
        case "multi_users_select" | "multi_static_select":
            return _count_problem(element, len(contents[0]))
        case _:
            return None


def _length_problem(element: Mapping[str, Any], text: str) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(text) < least:
        return f"Please enter at least {least} characters."
    if len(text) > most:
        return f"Please enter at most {most} characters."
    return None


def _count_problem(element: Mapping[str, Any], count: int) -> str | None:
    most = element.get("max_selected_items")
    return f"Please choose at most {most}." if most is not None and count > most else None


def _number_problem(element: Mapping[str, Any], text: str) -> str | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return "Please enter a number."
    if not number.is_finite():
        return "Please enter a number."
    if not element["is_decimal_allowed"] and number != number.to_integral_value():
        return "Please enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and number < Decimal(least):
        return f"Please enter {least} or more."
    if most is not None and number > Decimal(most):
        return f"Please enter {most} or less."
    return None
