"""The world around the bot: people come, go and move; channels are archived and shared."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from tests.sandbox.conftest import MANIFEST, NOON, QUICK

Body = dict[str, Any]
CHANNEL = "interview-practice"


def heard(slack: Sandbox) -> list[Body]:
    """Return the bodies of the events so far, in order; nobody is there to hear them."""
    slack.wait_delivered()
    payloads = [entry.payload for entry in slack.traffic if entry.kind == "events_api"]
    return list({payload["event_id"]: payload for payload in payloads}.values())


def told(slack: Sandbox) -> list[Body]:
    """Return the events without their times."""
    return [
        {key: value for key, value in body["event"].items() if not key.endswith("_ts")}
        for body in heard(slack)
    ]


def error_of(refused: pytest.ExceptionInfo[SlackApiError]) -> str:
    return str(refused.value.response["error"])


def test_who_joins_and_leaves_a_channel_of_the_bots_is_told(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    bob.leaves(CHANNEL)  # before the bot is there
    alice.invites_bot(CHANNEL)
    bob.joins(CHANNEL)
    bob.joins(CHANNEL)
    bob.leaves(CHANNEL)
    bob.leaves(CHANNEL)

    of_bob = {
        "user": bob.id,
        "channel": slack.channel(CHANNEL),
        "channel_type": "C",
        "team": slack.team_id,
    }
    assert told(slack)[1:] == [
        {"type": "member_joined_channel", **of_bob},
        {"type": "member_left_channel", **of_bob},
    ]
    members = client.conversations_members(channel=slack.channel(CHANNEL))["members"]
    assert bob.id not in members
    with pytest.raises(AssertionError, match="Bob is not in #interview-practice"):
        bob.says("hello?", channel=CHANNEL)


def test_who_moves_is_told_with_the_new_zone(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    alice.moves_to("Asia/Tokyo")

    [event] = told(slack)
    assert event["type"] == "user_change"
    assert (event["user"]["id"], event["user"]["tz"]) == (alice.id, "Asia/Tokyo")
    assert event["user"]["tz_offset"] == 9 * 60 * 60
    assert event["user"]["updated"] >= NOON.timestamp()
    assert client.users_info(user=alice.id)["user"]["tz"] == "Asia/Tokyo"
    with pytest.raises(LookupError):
        alice.moves_to("Mars/Base")


def test_who_is_deactivated_is_in_no_channel_and_does_nothing(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    alice.invites_bot(CHANNEL)
    bob.is_deactivated()

    [_, event] = told(slack)
    assert (event["type"], event["user"]["deleted"]) == ("user_change", True)
    assert client.users_info(user=bob.id)["user"]["deleted"] is True
    listed = {member["id"]: member["deleted"] for member in client.users_list()["members"]}
    assert (listed[bob.id], listed[alice.id]) == (True, False)
    channel = slack.channel(CHANNEL)
    assert bob.id not in client.conversations_members(channel=channel)["members"]
    with pytest.raises(SlackApiError) as refused:
        client.conversations_open(users=[bob.id])
    assert error_of(refused) == "user_disabled"
    with pytest.raises(AssertionError, match="Bob is deactivated"):
        bob.says("hello?")
    with pytest.raises(AssertionError, match="Bob is deactivated"):
        bob.joins(CHANNEL)


def test_an_archived_channel_is_told_and_takes_nothing_until_it_is_back(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    alice.invites_bot(CHANNEL)
    bob.leaves(CHANNEL)
    alice.archives(CHANNEL)
    channel = slack.channel(CHANNEL)
    is_archived = client.conversations_info(channel=channel)["channel"]["is_archived"]
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=channel, text="x")
    with pytest.raises(AssertionError, match="#interview-practice is archived"):
        bob.joins(CHANNEL)
    alice.unarchives(CHANNEL)

    assert is_archived is True
    assert error_of(refused) == "is_archived"
    assert client.chat_postMessage(channel=channel, text="x")["ok"]
    assert told(slack)[2:4] == [
        {"type": "channel_archive", "channel": channel, "user": alice.id},
        {"type": "channel_unarchive", "channel": channel, "user": alice.id},
    ]


def test_a_bot_that_is_removed_hears_nothing_and_finds_out_when_it_posts(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    alice.invites_bot(CHANNEL)
    alice.removes_bot(CHANNEL)
    bob.leaves(CHANNEL)
    alice.says("without it", channel=CHANNEL)

    assert [event["type"] for event in told(slack)] == ["member_joined_channel"]
    channel = slack.channel(CHANNEL)
    assert client.conversations_info(channel=channel)["channel"]["is_member"] is False
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=channel, text="x")
    assert error_of(refused) == "not_in_channel"


def test_a_channel_that_is_shared_says_so_everywhere(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    alice.invites_bot(CHANNEL)
    channel = slack.channel(CHANNEL)
    company = alice.shares(CHANNEL)
    alice.says("to both", channel=CHANNEL)
    shared = client.conversations_info(channel=channel)["channel"]
    alice.unshares(CHANNEL, company)
    alone = client.conversations_info(channel=channel)["channel"]

    _, joined, message, left = told(slack)
    assert joined == {"type": "channel_shared", "connected_team_id": company, "channel": channel}
    assert left == {
        "type": "channel_unshared",
        "previously_connected_team_id": company,
        "channel": channel,
        "is_ext_shared": False,
    }
    assert message["text"] == "to both"
    assert [body["is_ext_shared_channel"] for body in heard(slack)] == [False, True, True, False]
    assert (shared["is_shared"], shared["is_ext_shared"]) == (True, True)
    assert shared["connected_team_ids"] == [company]
    assert (alone["is_shared"], alone["is_ext_shared"]) == (False, False)


def test_nothing_of_it_is_told_that_the_manifest_does_not_ask_for(tmp_path: Path) -> None:
    document = json.loads(json.dumps(MANIFEST))
    document["settings"]["event_subscriptions"]["bot_events"] = ["message.im"]
    path = tmp_path / "manifest.yml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")

    with Sandbox(manifest=path, clock=MovableClock(NOON), deadlines=QUICK) as slack:
        alice, bob = slack.person("Alice"), slack.person("Bob")
        alice.invites_bot(CHANNEL)
        bob.leaves(CHANNEL)
        bob.joins(CHANNEL)
        bob.moves_to("Asia/Tokyo")
        alice.unshares(CHANNEL, alice.shares(CHANNEL))
        alice.archives(CHANNEL)
        alice.unarchives(CHANNEL)
        bob.is_deactivated()
        alice.says("this alone")

        assert [event["text"] for event in told(slack)] == ["this alone"]


def test_a_reset_puts_people_and_channels_back_as_they_were(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    alice.invites_bot(CHANNEL)
    alice.leaves("general")
    alice.moves_to("Asia/Tokyo")
    bob.is_deactivated()
    alice.shares(CHANNEL)
    alice.archives(CHANNEL)
    slack.reset()

    everybody = [person.id for person in slack.people]
    for name in ("general", CHANNEL):
        channel = client.conversations_info(channel=slack.channel(name))["channel"]
        members = client.conversations_members(channel=channel["id"])["members"]
        assert (channel["is_archived"], channel["is_ext_shared"]) == (False, False)
        assert members == everybody
    assert alice.member.tz == "Europe/Berlin"
    bob.says("back again", channel=CHANNEL)
    assert alice.sees("back again").user == bob.id
