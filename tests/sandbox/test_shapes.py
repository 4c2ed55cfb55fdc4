"""Everything that the sandbox makes is as Slack documents it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk import WebClient

from sandbox.outlines.conformance import departures_in
from sandbox.outlines.outline import departures, outline
from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.web_api.methods import METHODS
from tests.sandbox.echo_app import WORLD_EVENTS, echo_blocks, over_http, question_modal

Body = dict[str, Any]


@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_has_an_outline(method: str) -> None:
    assert outline("api", method)


def test_an_outline_finds_strange_keys_and_wrong_types() -> None:
    shape = {"ts": "string", "n": "number", "users": ["string"], "any": {}}

    found = list(departures({"ts": 1, "n": True, "users": [2], "any": {"x": 1}, "y": 1}, shape))

    assert found == [
        ".ts: int where Slack has string",
        ".n: bool where Slack has number",
        ".users[0]: int where Slack has string",
        ".y: Slack documents no such key",
    ]


def test_what_people_do_reaches_the_bot_as_documented(slack: Sandbox, alice: Person) -> None:
    with over_http(slack):
        root = _speak(slack, alice)
        _use_surfaces(alice)
        _change_the_world(slack, alice)
        alice.says("the last word", thread=root)
        alice.sees("You said: the last word")

    assert _kinds(slack) >= {
        "app_home_opened", "block_actions", "message", *WORLD_EVENTS,
        "message.file_share", "message.message_changed", "message.message_deleted",
        "message.thread_broadcast", "shortcut", "view_closed", "view_submission", "/echo",
    }  # fmt: skip
    assert [problem for entry in slack.traffic for problem in departures_in(entry)] == []


def test_every_method_answers_as_documented(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    _call_every_method(slack, client, alice)

    called = {entry.kind for entry in slack.traffic if entry.ok}
    assert called == set(METHODS)
    assert [problem for entry in slack.traffic for problem in departures_in(entry)] == []


def test_socket_mode_envelopes_are_as_documented(slack: Sandbox, alice: Person) -> None:
    # On a thread of its own: a browser test may have left a loop running on this one.
    with ThreadPoolExecutor(1) as aside:
        frames = aside.submit(asyncio.run, _frames(slack, alice)).result()

    found = [
        problem
        for frame in frames
        for problem in departures(frame, outline("socket_mode", frame["type"]), frame["type"])
    ]
    assert [frame["type"] for frame in frames] == [
        "hello",
        "events_api",
        "events_api",
        "disconnect",
    ]
    assert [frame.get("retry_attempt") for frame in frames[1:3]] == [0, 1]
    assert frames[2]["retry_reason"] == "timeout"
    assert found == []


def _speak(slack: Sandbox, alice: Person) -> Any:
    alice.invites_bot("interview-practice")
    root = alice.says("a root", channel="interview-practice")
    alice.sees("You said: a root")
    alice.says("to all", thread=root, broadcast=True)
    alice.attaches("notes.txt", thread=root)
    reply = alice.says("see https://example.com", thread=root)
    alice.unfurls(reply)
    alice.edits(reply, "a reply")
    alice.edits(root, "the root")
    alice.deletes(reply)
    alice.deletes(root)
    return root


def _use_surfaces(alice: Person) -> None:
    alice.says("hello")
    answer = alice.sees("You said: hello")
    alice.chooses("Colour", "Blue", message=answer)
    alice.presses("Again", message=answer)
    alice.sees("Pressed!")
    alice.runs("/echo hello")
    alice.opens_home()
    alice.sees("At home")
    alice.opens_home()
    alice.presses("Ask me")
    alice.fills("What?", "push")
    alice.submits()
    alice.closes()
    alice.closes()
    alice.uses("Ask Echo")


def _change_the_world(slack: Sandbox, alice: Person) -> None:
    bob, channel = slack.person("Bob"), "interview-practice"
    bob.leaves(channel)
    bob.joins(channel)
    bob.moves_to("Asia/Tokyo")
    bob.is_deactivated()
    company = alice.shares(channel)
    alice.says("to both companies", channel=channel)
    alice.unshares(channel, company)
    alice.archives(channel)
    alice.unarchives(channel)


def _call_every_method(slack: Sandbox, client: WebClient, alice: Person) -> None:
    channel = slack.channel("interview-practice")
    alice.invites_bot(channel)
    _read_and_write(client, channel, alice)
    _ask_about_people(slack, client, alice)
    alice.shares(channel)
    _ask_about_people(slack, client, alice)
    trigger = slack.installation.triggers.make
    view = client.views_open(trigger_id=trigger(alice.id), view=question_modal())["view"]
    client.views_push(trigger_id=trigger(alice.id), view=question_modal())
    client.views_update(view_id=view["id"], view=question_modal("New"))
    client.views_publish(user_id=alice.id, view={"type": "home", "blocks": []})


def _ask_about_people(slack: Sandbox, client: WebClient, alice: Person) -> None:
    channel = slack.channel("interview-practice")
    client.auth_test()
    client.team_info()
    client.bots_info(bot=slack.installation.bot_id)
    client.apps_connections_open(app_token=slack.app_token)
    client.conversations_info(channel=channel, include_num_members=True)
    client.conversations_info(channel=alice.dm)
    client.conversations_members(channel=channel, limit=2)
    client.conversations_open(users=[alice.id], return_im=True)
    client.users_info(user=alice.id, include_locale=True)
    client.users_list()
    client.users_conversations(types="public_channel,im")


def _read_and_write(client: WebClient, channel: str, alice: Person) -> None:
    post = client.chat_postMessage(
        channel=channel,
        text="Hello",
        blocks=echo_blocks("x"),
        metadata={"event_type": "marker", "event_payload": {"id": "1"}},
    )
    client.chat_postMessage(channel=channel, text="A reply", thread_ts=post["ts"])
    client.chat_postEphemeral(channel=channel, user=alice.id, text="Only you")
    client.chat_update(channel=channel, ts=post["ts"], text="Changed")
    client.chat_getPermalink(channel=channel, message_ts=post["ts"])
    client.reactions_add(channel=channel, name="eyes", timestamp=post["ts"])
    alice.attaches("notes.txt", channel=channel)
    client.conversations_history(channel=channel, include_all_metadata=True, limit=1)
    client.conversations_history(channel=channel)
    client.conversations_replies(channel=channel, ts=post["ts"], include_all_metadata=True)
    client.chat_delete(channel=channel, ts=post["ts"])


def _kinds(slack: Sandbox) -> set[str]:
    return {entry.summary for entry in slack.traffic if entry.direction == "to bot"}


async def _frames(slack: Sandbox, alice: Person) -> list[Body]:
    frames: list[Body] = []
    async with (
        ClientSession() as session,
        session.ws_connect(slack.installation.new_connection()) as ws,
    ):
        frames.append(await ws.receive_json())
        await asyncio.to_thread(alice.says, "hello")
        frames.append(await ws.receive_json())  # not acknowledged, so it comes again
        frames.append(await ws.receive_json())
        await ws.send_json({"envelope_id": frames[2]["envelope_id"]})
        refresh = asyncio.create_task(asyncio.to_thread(slack.refresh_connections))
        frames.append(await ws.receive_json())
        await ws.close()
        await refresh
    return frames
