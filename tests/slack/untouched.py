"""What Slack sends of a form that was submitted as it was opened.

Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload (state)
"""

from typing import Any

from slack_sdk.models.views import View

INITIAL = ("initial_value", "initial_date", "initial_channel")


def blocks_of(view: View) -> dict[str, dict[str, Any]]:
    """The fields of a form, by block id."""
    blocks: list[dict[str, Any]] = view.to_dict()["blocks"]
    return {block["block_id"]: block for block in blocks if block["type"] == "input"}


def values_of(view: View) -> dict[str, str | None]:
    """By block id; several values joined by commas."""
    return {field: _value(block["element"]) for field, block in blocks_of(view).items()}


def choices_of(view: View, field: str) -> dict[str, str]:
    """What a field offers: the value that is sent, by what is shown."""
    options = blocks_of(view)[field]["element"]["options"]
    return {option["text"]["text"]: option["value"] for option in options}


def _value(element: dict[str, Any]) -> str | None:
    if "initial_option" in element:
        return str(element["initial_option"]["value"])
    ticked = [str(option["value"]) for option in element.get("initial_options", ())]
    many = ",".join([*ticked, *element.get("initial_users", ())])
    return many or next((str(element[key]) for key in INITIAL if key in element), None)
