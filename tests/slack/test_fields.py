"""Reading what was filled in: every element, as Slack documents it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.facts import FormSubmitted
from bot.slack.hearing import read
from tests.slack import samples

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("element", "read_as"),
    [
        ({"type": "plain_text_input", "value": "one, two"}, "one, two"),
        ({"type": "static_select", "selected_option": {"value": "2"}}, "2"),
        ({"type": "radio_buttons", "selected_option": None}, None),
        (
            {"type": "checkboxes", "selected_options": [{"value": "0"}, {"value": "6"}]},
            "0,6",
        ),
        ({"type": "multi_static_select", "selected_options": []}, None),
        ({"type": "users_select", "selected_user": "UBOB"}, "UBOB"),
        ({"type": "multi_users_select", "selected_users": ["UBOB", "UALICE"]}, "UBOB,UALICE"),
        ({"type": "channels_select", "selected_channel": "C1"}, "C1"),
        ({"type": "multi_channels_select", "selected_channels": ["C1", "C2"]}, "C1,C2"),
        ({"type": "conversations_select", "selected_conversation": "C1"}, "C1"),
        ({"type": "datepicker", "selected_date": "2026-11-30"}, "2026-11-30"),
        ({"type": "timepicker", "selected_time": "09:30"}, "09:30"),
        ({"type": "datepicker", "selected_date": None}, None),
    ],
)
def test_every_element_is_read_as_slack_documents_it(
    element: dict[str, Any], read_as: str | None
) -> None:
    body = samples.interaction("view_submission")
    body["view"]["state"] = {"values": {"field": {"choice": element}}}

    fact = read(body, NOON)

    assert isinstance(fact, FormSubmitted)
    assert fact.values == {"field": read_as}
