"""People: what they do, what they see, and what the bot hears of it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_sdk import WebClient

from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from tests.sandbox.conftest import MANIFEST, NOON
from tests.sandbox.echo_app import echo_blocks, question_modal

Body = dict[str, Any]


def events(slack: Sandbox, count: int) -> list[Body]:
    """Return the events sent so far, once there are so many; nobody is there to hear them."""

    def sent() -> dict[str, Body]:
        payloads = [entry.payload for entry in slack.traffic if entry.kind == "events_api"]
        return {payload["event_id"]: payload for payload in payloads}

    slack.wait_until(lambda: len(sent()) >= count)
    return [payload["event"] for payload in sent().values()]


def test_each_person_has_a_direct_message_of_her_own(
    client: WebClient, alice: Person, bob: Person
) -> None:
    client.chat_postMessage(channel=alice.id, text="for Alice")

    alice.sees("for Alice")
    bob.sees_nothing_of("for Alice")
    assert alice.dm != bob.dm


def test_an_ephemeral_is_seen_by_one_person(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    alice.invites_bot("general")
    client.chat_postEphemeral(channel=slack.channel("general"), user=alice.id, text="psst")

    assert alice.sees("psst").ephemeral_to == alice.id
    bob.sees_nothing_of("psst")


def test_what_does_not_come_is_told_with_what_did(client: WebClient, alice: Person) -> None:
    client.chat_postMessage(channel=alice.id, text="Question 1")

    with pytest.raises(AssertionError) as failure:
        alice.sees("Question 2", timeout_s=0.01)
    with pytest.raises(AssertionError, match="sees no button 'Next'"):
        alice.presses("Next")

    assert "Alice does not see 'Question 2'" in str(failure.value)
    assert "Question 1" in str(failure.value)
    assert "chat.postMessage" in str(failure.value)


def test_a_message_is_escaped_and_its_links_and_names_are_marked(
    slack: Sandbox, alice: Person, bob: Person
) -> None:
    alice.says("@Bob: a < b, see https://example.com/x. #general")

    event = events(slack, 1)[0]
    general = slack.channel("general")
    assert event["text"] == (
        f"<@{bob.id}>: a &lt; b, see <https://example.com/x>. <#{general}|general>"
    )
    types = [part["type"] for part in event["blocks"][0]["elements"][0]["elements"]]
    assert types == ["user", "text", "link", "text", "channel"]
    assert event["channel_type"] == "im"


def test_a_reply_names_the_roots_author_wherever_in_the_thread_it_is_written(
    slack: Sandbox, alice: Person, bob: Person
) -> None:
    root = alice.says("root", channel="general")
    alice.invites_bot("general")
    first = bob.says("first", thread=root)
    bob.says("second", thread=first)

    *_, second = events(slack, 3)
    assert (second["thread_ts"], second["parent_user_id"]) == (root.ts, alice.id)


def test_an_edit_has_a_mark_and_an_unfurl_has_none(slack: Sandbox, alice: Person) -> None:
    said = alice.says("one https://example.com")
    alice.unfurls(said)
    alice.edits(said, "two")

    _, unfurl, edit = events(slack, 3)
    assert unfurl["message"]["text"] == unfurl["previous_message"]["text"]
    assert "edited" not in unfurl["message"]
    assert edit["message"]["edited"]["user"] == alice.id
    assert edit["message"]["edited"]["ts"].endswith(".000000")
    assert edit["ts"] != said.ts


def test_a_deleted_root_with_replies_leaves_a_tombstone(slack: Sandbox, alice: Person) -> None:
    root = alice.says("root")
    reply = alice.says("reply", thread=root)
    alice.deletes(root)
    alice.deletes(reply)

    *_, tombstone, deleted = events(slack, 4)
    assert tombstone["subtype"] == "message_changed"
    assert tombstone["message"]["subtype"] == "tombstone"
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", reply.ts)


def test_an_event_that_the_manifest_does_not_name_is_not_sent(tmp_path: Path) -> None:
    document = json.loads(json.dumps(MANIFEST))
    document["settings"]["event_subscriptions"]["bot_events"] = ["message.im"]
    path = tmp_path / "manifest.yml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")

    with Sandbox(manifest=path, clock=MovableClock(NOON)) as slack:
        alice = slack.person("Alice")
        alice.invites_bot("general")
        alice.says("in the channel", channel="general")
        alice.opens_home()
        alice.says("to the bot")
        heard = events(slack, 1)

    assert [event["text"] for event in heard] == ["to the bot"]


def test_the_bots_own_messages_come_back_to_it(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    client.chat_postMessage(channel=alice.id, text="from me")

    event = events(slack, 1)[0]
    assert event["bot_id"] == slack.installation.bot_id
    assert event["user"] == slack.bot_user_id


def test_a_field_that_is_required_is_asked_for_before_the_bot_hears(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    trigger = slack.installation.triggers.make(alice.id)
    client.views_open(trigger_id=trigger, view=question_modal())

    assert alice.submits() == {"what": "Please complete this required field."}
    assert alice.modal is not None


def test_a_choice_in_a_message_is_kept_for_its_person_alone(
    slack: Sandbox, client: WebClient, alice: Person, bob: Person
) -> None:
    alice.invites_bot("general")
    client.chat_postMessage(channel=slack.channel("general"), text="x", blocks=echo_blocks("x"))

    alice.chooses("Colour", "Blue")
    bob.presses("Again")

    states = [
        entry.payload["state"]["values"]["buttons"]["colour"]["selected_option"]
        for entry in slack.traffic
        if entry.kind == "interactive"
    ]
    assert [state and state["value"] for state in states] == ["blue", None]


def test_commands_are_refused_in_threads_and_outside_the_manifest(alice: Person) -> None:
    root = alice.says("root")

    alice.runs("/echo hello", thread=root)
    alice.sees("/echo is not supported in threads. Sorry!")
    with pytest.raises(AssertionError, match="no command '/other'"):
        alice.runs("/other")
    with pytest.raises(AssertionError, match="no global shortcut 'Other'"):
        alice.uses("Other")


def test_a_command_carries_names_where_the_manifest_asks_for_it(tmp_path: Path) -> None:
    document = json.loads(json.dumps(MANIFEST))
    document["features"]["slash_commands"][0]["should_escape"] = True
    path = tmp_path / "manifest.yml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")

    with Sandbox(manifest=path, clock=MovableClock(NOON)) as slack:
        bob = slack.person("Bob").id
        slack.person("Alice").runs("/echo with @Bob")
        payload = list(slack.traffic)[-1].payload

    assert payload["text"] == f"with <@{bob}|bob>"


def test_an_event_of_any_shape_can_be_sent(slack: Sandbox) -> None:
    slack.tells({"type": "message", "subtype": "of_the_future"})

    assert events(slack, 1) == [{"type": "message", "subtype": "of_the_future"}]


def test_every_ts_is_later_than_the_one_before(slack: Sandbox) -> None:
    stamps = [slack.workspace.next_ts() for _ in range(1000)]

    assert stamps == sorted(set(stamps))


def test_the_clock_moves_ahead_only(slack: Sandbox, alice: Person) -> None:
    before = alice.says("before")
    slack.moves["1 day"]()
    after = alice.says("after")

    assert float(after.ts) - float(before.ts) >= 24 * 60 * 60
    assert isinstance(slack.clock, MovableClock)
    with pytest.raises(ValueError, match="ahead only"):
        slack.clock.move(timedelta(hours=-1))
    with pytest.raises(ValueError, match="ahead only"):
        slack.clock.move_to(datetime(2000, 1, 1, tzinfo=UTC))


def test_a_reset_empties_the_rooms_and_keeps_the_people(slack: Sandbox, alice: Person) -> None:
    alice.says("hello")
    slack.reset()

    alice.sees_nothing_of("hello")
    assert slack.person("Alice") is alice
    assert alice.reads(alice.dm) == []
