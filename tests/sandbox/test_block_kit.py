"""Blocks and views keep Slack's limits."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.block_kit.surfaces import Surface, problems_of, view_problems
from sandbox.server import Sandbox
from tests.sandbox.echo_app import echo_blocks, question_modal

Body = dict[str, Any]


def plain(text: str) -> Body:
    return {"type": "plain_text", "text": text}


def actions(*elements: Body) -> Body:
    return {"type": "actions", "elements": list(elements)}


def button(**changes: Any) -> Body:
    return {"type": "button", "text": plain("Go"), **changes}


def select(count: int, **changes: Any) -> Body:
    options = [{"text": plain(str(n)), "value": str(n)} for n in range(count)]
    return {"type": "static_select", "options": options, **changes}


def field(**changes: Any) -> Body:
    return {
        "type": "input",
        "label": plain("L"),
        "element": {"type": "plain_text_input"},
        **changes,
    }


def people(**changes: Any) -> Body:
    return field(element={"type": "multi_users_select", **changes})


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ({"type": "toast"}, "unsupported type: toast [json-pointer:/blocks/0/type]"),
        ({"type": "divider", "colour": "red"}, "invalid additional property: colour"),
        ({"type": "divider", "block_id": "x" * 256}, "must be less than 256 characters"),
        ({"type": "header", "text": plain("x" * 151)}, "must be less than 151 characters"),
        ({"type": "header", "text": {"type": "mrkdwn", "text": "x"}}, "valid enum value"),
        ({"type": "section", "text": plain("x" * 3001)}, "must be less than 3001 characters"),
        ({"type": "section", "text": plain("")}, "must be more than 0 characters"),
        ({"type": "section"}, "must provide text or fields"),
        ({"type": "section", "fields": [plain("x")] * 11}, "no more than 10 items allowed"),
        ({"type": "context", "elements": [button()]}, "unsupported type: button"),
        ({"type": "image", "image_url": "https://x"}, "missing required field: alt_text"),
        (actions(), "no fewer than 1 items allowed"),
        (actions(*[button()] * 26), "no more than 25 items allowed"),
        (actions(button(text=plain("x" * 76))), "must be less than 76 characters"),
        (actions(button(value="x" * 2001)), "must be less than 2001 characters"),
        (actions(button(style="loud")), "valid enum value"),
        (actions(button(action_id="a"), button(action_id="a")), "action_id must be unique"),
        (actions(select(101)), "no more than 100 items allowed"),
        (actions(select(2, type="overflow") | {"options": select(6)["options"]}), "no more than 5"),
        (
            actions({"type": "radio_buttons", "options": select(11)["options"]}),
            "no more than 10 items allowed",
        ),
        (
            actions(select(1, initial_option={"text": plain("9"), "value": "9"})),
            "initial_option must be one of the options",
        ),
        (
            actions(select(1) | {"options": [{"text": plain("x"), "value": "x" * 151}]}),
            "must be less than 151 characters",
        ),
        (field(label=plain("x" * 2001)), "must be less than 2001 characters"),
        (field(element=button()), "unsupported type: button"),
        (actions({"type": "multi_users_select"}), "unsupported type: multi_users_select"),
        (people(max_selected_items=0), "must be a number from 1"),
        (people(initial_users="U1"), "must be an array"),
        (people(initial_users=[""]), "must be more than 0 characters"),
        (people(initial_user="U1"), "invalid additional property: initial_user"),
        (people(placeholder=plain("x" * 151)), "must be less than 151 characters"),
    ],
)
def test_a_block_beyond_slacks_limits_is_named(block: Body, words: str) -> None:
    found = problems_of([block], Surface.MESSAGE)

    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (question_modal("x" * 25), "must be less than 25 characters [json-pointer:/view/title"),
        ({**question_modal(), "private_metadata": "x" * 3001}, "must be less than 3001"),
        ({**question_modal(), "blocks": [{"type": "divider"}] * 101}, "no more than 100 items"),
        ({**question_modal(), "submit": None}, "submit is required"),
        ({**question_modal(), "type": "home"}, "must be a view of type modal"),
        ({"type": "modal", "blocks": []}, "missing required field: title"),
    ],
)
def test_a_modal_beyond_slacks_limits_is_named(view: Body, words: str) -> None:
    found = view_problems(view, Surface.MODAL)

    assert len(found) == 1
    assert words in found[0]


def test_a_message_has_fewer_blocks_than_a_view() -> None:
    blocks = [{"type": "divider"}] * 51

    assert problems_of(blocks, Surface.HOME) == []
    assert problems_of(blocks, Surface.MESSAGE) == [
        "[ERROR] no more than 50 items allowed [json-pointer:/blocks]"
    ]


def test_legal_blocks_pass_on_every_surface_that_takes_them() -> None:
    blocks = [*echo_blocks("x"), field(), people(initial_users=["U1"], max_selected_items=1)]

    assert problems_of(blocks, Surface.MESSAGE) == []
    assert problems_of([{"type": "markdown", "text": "x"}], Surface.MESSAGE) == []
    assert problems_of([{"type": "markdown", "text": "x"}], Surface.MODAL) != []
    assert view_problems({"type": "home", "blocks": blocks}, Surface.HOME) == []
    assert view_problems({**question_modal(), "blocks": blocks}, Surface.MODAL) == []


def test_the_web_api_refuses_bad_blocks_and_says_where(slack: Sandbox, client: WebClient) -> None:
    person = slack.person("Alice").id

    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=person, text="x", blocks=[{"type": "toast"}])

    assert refused.value.response["error"] == "invalid_blocks"
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] unsupported type: toast [json-pointer:/blocks/0/type]"
    ]


def test_ids_are_given_where_the_app_gave_none(slack: Sandbox, client: WebClient) -> None:
    person = slack.person("Alice").id

    answer = client.chat_postMessage(channel=person, text="x", blocks=[actions(button())])

    block = answer["message"]["blocks"][0]
    assert block["block_id"]
    assert block["elements"][0]["action_id"]
