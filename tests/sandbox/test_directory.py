"""Menus of people, channels and days: what is put in is what Slack says of them."""

from typing import Any

import pytest
from slack_sdk import WebClient

from sandbox.outlines.conformance import departures_in
from sandbox.people.person import Person
from sandbox.server import Sandbox
from tests.sandbox.echo_app import question_modal

Body = dict[str, Any]


def menu(kind: str, label: str, **more: Any) -> Body:
    return {
        "type": "input",
        "block_id": kind,
        "optional": True,
        "label": {"type": "plain_text", "text": label},
        "element": {"type": kind, "action_id": "pick", **more},
    }


def opens(slack: Sandbox, client: WebClient, person: Person, *blocks: Body) -> None:
    trigger = slack.installation.triggers.make(person.id)
    client.views_open(trigger_id=trigger, view={**question_modal(), "blocks": list(blocks)})


def submitted(slack: Sandbox, person: Person) -> Body:
    """Return `state.values` of a submission, by block; nobody is there to hear it."""
    person.submits()
    sent = [entry.payload for entry in slack.traffic if entry.kind == "interactive"][-1]
    return {block: state["pick"] for block, state in sent["view"]["state"]["values"].items()}


def test_people_channels_and_days_are_told_by_their_documented_keys(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    opens(
        slack,
        client,
        alice,
        menu("multi_users_select", "Who takes part"),
        menu("users_select", "Who leads"),
        menu("channels_select", "Where"),
        menu("datepicker", "Since"),
    )
    alice.picks("Who takes part", "Alice", "Bob")
    alice.picks("Who leads", "bob")
    alice.picks("Where", "interview-practice")
    alice.fills("Since", "2026-03-09")

    assert submitted(slack, alice) == {
        "multi_users_select": {
            "type": "multi_users_select",
            "selected_users": [alice.id, bob.id],
        },
        "users_select": {"type": "users_select", "selected_user": bob.id},
        "channels_select": {
            "type": "channels_select",
            "selected_channel": slack.channel("interview-practice"),
        },
        "datepicker": {"type": "datepicker", "selected_date": "2026-03-09"},
    }


def test_what_the_app_chose_first_stays_until_it_is_cleared(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    general = slack.channel("general")
    opens(
        slack,
        client,
        alice,
        menu("multi_users_select", "Who", initial_users=[alice.id]),
        menu("users_select", "Lead", initial_user=alice.id),
        menu("channels_select", "Where", initial_channel=general),
    )
    untouched = submitted(slack, alice)
    for label in ("Who", "Lead", "Where"):
        alice.picks(label)
    cleared = submitted(slack, alice)

    assert untouched["multi_users_select"]["selected_users"] == [alice.id]
    assert untouched["users_select"]["selected_user"] == alice.id
    assert untouched["channels_select"]["selected_channel"] == general
    assert cleared["multi_users_select"]["selected_users"] == []
    assert cleared["users_select"]["selected_user"] is None
    assert cleared["channels_select"]["selected_channel"] is None


def test_nothing_touched_is_an_empty_list_or_nothing(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    opens(slack, client, alice, menu("multi_users_select", "Who"), menu("users_select", "Lead"))

    state = submitted(slack, alice)
    assert state["multi_users_select"]["selected_users"] == []
    assert state["users_select"]["selected_user"] is None


def test_a_menu_takes_only_what_it_offers_and_no_more_than_it_says(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    opens(slack, client, alice, menu("multi_users_select", "Who", max_selected_items=1))

    with pytest.raises(AssertionError, match="'Who' does not offer 'Nobody'"):
        alice.picks("Who", "Nobody")
    with pytest.raises(AssertionError, match="'Who' takes at most 1"):
        alice.picks("Who", "Alice", "Bob")
    with pytest.raises(AssertionError, match="no menu 'Where' of people or channels"):
        alice.picks("Where", "general")


def test_a_pick_beside_a_text_is_told_at_once(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    section = {
        "type": "section",
        "text": {"type": "mrkdwn", "text": "Who?"},
        "accessory": {"type": "multi_users_select", "action_id": "pick"},
    }
    client.chat_postMessage(channel=alice.id, text="Who?", blocks=[section])
    alice.picks("Who?", "Bob")

    sent = [entry.payload for entry in slack.traffic if entry.kind == "interactive"][-1]
    assert sent["actions"][0]["selected_users"] == [bob.id]
    assert [problem for entry in slack.traffic for problem in departures_in(entry)] == []
