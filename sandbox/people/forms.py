"""Buttons, choices and fields: finding them, and what using them says."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sandbox.people.mrkdwn import unescaped
from sandbox.state.records import Block, Message, View, elements_of
from sandbox.state.view_state import STATE_KEYS, untouched

Element = Mapping[str, Any]
Found = tuple[Message | View, Block, Element]
_TEXT_INPUTS = ("plain_text_input", "email_text_input", "url_text_input", "number_input")
_PICKERS = ("datepicker", "timepicker")
_MULTIPLE = ("checkboxes", "multi_static_select")


def find(
    places: Iterable[Message | View], wanted: Callable[[Block, Element], bool]
) -> Found | None:
    """Return the first element that is wanted, or None."""
    for shown in places:
        for block, element in elements_of(shown.blocks):
            if wanted(block, element):
                return shown, block, element
    return None


def is_button(element: Element, label: str) -> bool:
    """Whether an element is a button with a label."""
    return element["type"] == "button" and unescaped(element["text"]["text"]) == label


def is_called(block: Block, element: Element, name: str) -> bool:
    """Whether a name is an element's label, placeholder or action id."""
    texts = (block.get("label"), element.get("placeholder"), block.get("text"))
    names = [text.get("text") for text in texts if isinstance(text, Mapping)]
    return name in (element.get("action_id"), *names)


def has_option(element: Element, option: str) -> bool:
    """Whether an element offers an option with a text."""
    return any(_text_of(known) == option for known in _options(element))


def takes_text(element: Element) -> bool:
    """Whether a value can be typed into an element."""
    return element["type"] in (*_TEXT_INPUTS, *_PICKERS)


def filled(element: Element, value: str) -> dict[str, Any]:
    """Return an element's state after a value was typed; empty is nothing at all."""
    key, _ = STATE_KEYS[element["type"]]
    return {"type": element["type"], key: value or None}


def chosen(element: Element, option: str, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return an element's state after an option was chosen; checkboxes take it on or off."""
    picked = next(known for known in _options(element) if _text_of(known) == option)
    if element["type"] == "overflow":
        return {"type": "overflow", "selected_option": picked}
    if element["type"] not in _MULTIPLE:
        return {"type": element["type"], "selected_option": picked}
    ticked = list((before or untouched(element))["selected_options"])
    ticked = [o for o in ticked if o != picked] if picked in ticked else [*ticked, picked]
    return {"type": element["type"], "selected_options": ticked}


def tells_of_changes(block: Block) -> bool:
    """Whether using an element of a block is told to the bot at once.

    Source: https://docs.slack.dev/reference/block-kit/blocks/input-block (dispatch_action)
    """
    return block["type"] != "input" or bool(block.get("dispatch_action"))


def button_action(block: Block, element: Element) -> dict[str, Any]:
    """Return a pressed button as an interaction payload holds it."""
    kept = {
        key: element[key]
        for key in ("action_id", "text", "value", "type", "style")
        if key in element
    }
    return {**kept, "block_id": block["block_id"]}


def choice_action(block: Block, element: Element, value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a choice as an interaction payload holds it."""
    kept = {key: element[key] for key in ("action_id", "placeholder") if key in element}
    return {**kept, "block_id": block["block_id"], **value}


def _options(element: Element) -> list[Mapping[str, Any]]:
    groups = [group["options"] for group in element.get("option_groups", ())]
    return [option for options in (element.get("options", ()), *groups) for option in options]


def _text_of(option: Mapping[str, Any]) -> str:
    return unescaped(option["text"]["text"])
