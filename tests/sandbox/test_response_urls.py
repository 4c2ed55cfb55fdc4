"""Response URLs: what an app may answer to a click or a command, and how often."""

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.response_urls import ResponseUrls
from tests.sandbox.conftest import QUICK
from tests.sandbox.echo_app import echo_blocks


@pytest.fixture
def webhook(slack: Sandbox, client: WebClient, alice: Person) -> WebhookClient:
    client.chat_postMessage(channel=alice.id, text="The original", blocks=echo_blocks("x"))
    alice.presses("Again")
    return WebhookClient(_last_payload(slack)["response_url"])


def test_an_answer_is_a_new_ephemeral_message_unless_it_says_otherwise(
    webhook: WebhookClient, alice: Person
) -> None:
    assert webhook.send(text="Only you").status_code == 200
    assert webhook.send(text="Everybody", response_type="in_channel").status_code == 200

    assert alice.sees("Only you").ephemeral_to == alice.id
    assert alice.sees("Everybody").ephemeral_to is None
    alice.sees("The original")


def test_an_answer_can_replace_or_delete_the_original(
    webhook: WebhookClient, alice: Person
) -> None:
    webhook.send(text="The replacement", blocks=[], replace_original=True)
    assert [m.text for m in alice.reads(alice.dm) if m.bot_id] == ["The replacement"]

    webhook.send(delete_original=True)
    assert [m.text for m in alice.reads(alice.dm) if m.bot_id] == []


def test_a_url_takes_five_answers(webhook: WebhookClient) -> None:
    answers = [webhook.send(text=str(number)) for number in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert answers[5].body == "used_url"


def test_a_url_dies_after_a_while(slack: Sandbox, webhook: WebhookClient) -> None:
    grants: ResponseUrls = slack.installation.response_urls
    for grant in grants._grants.values():
        grant.made_s -= QUICK.response_url_s + 1

    assert webhook.send(text="Late").body == "expired_url"


def test_a_wrong_answer_is_refused(webhook: WebhookClient, slack: Sandbox) -> None:
    assert webhook.send(blocks=[{"type": "toast"}]).body == "invalid_blocks"
    assert webhook.send().body == "no_text"
    assert WebhookClient(f"{slack.address}/response/nothing").send(text="x").body == "invalid_url"


def _last_payload(slack: Sandbox) -> dict[str, Any]:
    payloads = [entry.payload for entry in slack.traffic if entry.kind == "interactive"]
    return dict(payloads[-1])
