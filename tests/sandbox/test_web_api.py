"""The Web API's rules: who may call what, and what is refused."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import yaml
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from tests.sandbox.conftest import MANIFEST, NOON, QUICK
from tests.sandbox.echo_app import question_modal

Body = dict[str, Any]


def refusal(call: Callable[..., Any], **arguments: Any) -> Body:
    with pytest.raises(SlackApiError) as refused:
        call(**arguments)
    data = refused.value.response.data
    assert isinstance(data, dict)
    return data


def test_a_direct_message_opens_by_a_persons_id(client: WebClient, alice: Person) -> None:
    answer = client.chat_postMessage(channel=alice.id, text="Hello")

    assert answer["channel"] == alice.dm
    assert alice.sees("Hello").channel == alice.dm


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("chat.postMessage", {"channel": "C0", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "general", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"text": "x"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": "C0", "txt": "x"}, "invalid_arguments"),
        ("users.info", {"user": "U0"}, "user_not_found"),
        ("views.open", {"view": question_modal(), "trigger_id": "1.2.3"}, "invalid_trigger_id"),
        ("views.update", {"view": question_modal(), "view_id": "V0"}, "not_found"),
        ("conversations.history", {"channel": "C0"}, "channel_not_found"),
        ("conversations.members", {"channel": "C0"}, "channel_not_found"),
        ("files.upload", {}, "unknown_method"),
    ],
)
def test_a_wrong_call_answers_slacks_error(
    client: WebClient, method: str, arguments: Body, error: str
) -> None:
    assert refusal(client.api_call, api_method=method, json=arguments)["error"] == error


def test_a_strange_argument_is_named(client: WebClient) -> None:
    answer = refusal(client.api_call, api_method="auth.test", json={"colour": "red"})

    assert answer["response_metadata"]["messages"] == ["[ERROR] unknown argument `colour`"]


def test_posting_needs_membership(slack: Sandbox, client: WebClient, alice: Person) -> None:
    channel = slack.channel("interview-practice")

    assert refusal(client.chat_postMessage, channel=channel, text="x")["error"] == "not_in_channel"
    alice.invites_bot(channel)
    assert client.chat_postMessage(channel=channel, text="x")["ok"]


def test_an_archived_channel_takes_nothing(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    alice.invites_bot("general")
    channel = slack.workspace.channel_named("general")
    channel.is_archived = True

    assert refusal(client.chat_postMessage, channel=channel.id, text="x")["error"] == "is_archived"
    with pytest.raises(AssertionError, match="archived"):
        alice.says("x", channel="general")


def test_a_reply_needs_a_root(client: WebClient, alice: Person) -> None:
    root = alice.says("root")
    reply = alice.says("reply", thread=root)
    post = client.chat_postMessage

    assert post(channel=alice.dm, text="x", thread_ts=root.ts)["message"]["thread_ts"] == root.ts
    answer = refusal(post, channel=alice.dm, text="x", thread_ts=reply.ts)
    assert answer["error"] == "cannot_reply_to_message"
    answer = refusal(post, channel=alice.dm, text="x", thread_ts="1.000000")
    assert answer["error"] == "thread_not_found"


def test_only_its_own_messages_can_be_changed(client: WebClient, alice: Person) -> None:
    hers = alice.says("hers")
    gone = client.chat_postMessage(channel=alice.dm, text="its")["ts"]
    client.chat_delete(channel=alice.dm, ts=gone)

    update, delete = client.chat_update, client.chat_delete
    at = {"channel": alice.dm, "ts": hers.ts}
    assert refusal(update, **at, text="x")["error"] == "cant_update_message"
    assert refusal(delete, **at)["error"] == "cant_delete_message"
    at["ts"] = gone
    assert refusal(update, **at, text="x")["error"] == "message_not_found"
    assert refusal(delete, **at)["error"] == "message_not_found"


def test_an_update_keeps_the_blocks_that_it_does_not_name(client: WebClient, alice: Person) -> None:
    blocks = [{"type": "divider"}]
    ts = client.chat_postMessage(channel=alice.dm, text="x", blocks=blocks)["ts"]

    client.chat_update(channel=alice.dm, ts=ts, text="y")
    assert len(alice.reads(alice.dm)[-1].blocks) == 1
    client.chat_update(channel=alice.dm, ts=ts, text="z", blocks=[])
    assert alice.reads(alice.dm)[-1].blocks == ()


def test_a_trigger_opens_one_view_and_only_for_a_moment(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    make, view = slack.installation.triggers.make, question_modal()
    used = make(alice.id)
    client.views_open(trigger_id=used, view=view)
    old = make(alice.id)
    slack.installation.triggers._triggers[old].made_s = time.monotonic() - QUICK.trigger_s - 1

    error = refusal(client.views_open, trigger_id=used, view=view)["error"]
    assert error == "exchanged_trigger_id"
    assert refusal(client.views_open, trigger_id=old, view=view)["error"] == "expired_trigger_id"


def test_a_modal_beyond_what_slack_takes_is_refused(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    def opens(**view: Any) -> Body:
        trigger = slack.installation.triggers.make(alice.id)
        return {"trigger_id": trigger, "view": {**question_modal(), **view}}

    text = {"type": "plain_text", "text": "x" * 3000}
    huge = [{"type": "section", "text": text}] * 90
    assert refusal(client.views_push, **opens())["error"] == "not_found"
    assert refusal(client.views_open, **opens(blocks=huge))["error"] == "view_too_large"
    client.views_open(**opens(external_id="one"))
    same = refusal(client.views_push, **opens(external_id="one"))
    assert same["error"] == "duplicate_external_id"
    second = client.views_push(**opens(external_id="two"))["view"]
    update = {"view_id": second["id"], "view": {**question_modal(), "external_id": "one"}}
    assert refusal(client.views_update, **update)["error"] == "duplicate_external_id"
    client.views_push(**opens())
    assert refusal(client.views_push, **opens())["error"] == "push_limit_reached"


def test_a_view_is_not_overwritten_by_who_saw_an_older_one(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    trigger = slack.installation.triggers.make(alice.id)
    view = client.views_open(trigger_id=trigger, view=question_modal())["view"]
    update = {"view_id": view["id"], "view": question_modal("New"), "hash": view["hash"]}
    client.views_update(**update)

    assert refusal(client.views_update, **update)["error"] == "hash_conflict"


def test_a_method_without_its_scope_says_which_is_missing(tmp_path: Path) -> None:
    document = json.loads(json.dumps(MANIFEST))
    document["oauth_config"]["scopes"]["bot"] = ["commands"]
    path = tmp_path / "manifest.yml"
    path.write_text(yaml.safe_dump(document), encoding="utf-8")

    with Sandbox(manifest=path, clock=MovableClock(NOON)) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        answer = refusal(client.chat_postMessage, channel="C0", text="x")
        headers = client.auth_test().headers

    assert answer["error"] == "missing_scope"
    assert (answer["needed"], answer["provided"]) == ("chat:write", "commands")
    assert headers["x-oauth-scopes"] == "commands"


def test_tokens_are_checked(slack: Sandbox) -> None:
    def error(token: str | None, method: str = "auth.test") -> str:
        client = WebClient(token=token, base_url=slack.api_url)
        return str(refusal(client.api_call, api_method=method)["error"])

    assert error(None) == "not_authed"
    assert error("xoxb-0") == "invalid_auth"
    assert error(slack.app_token) == "not_allowed_token_type"
    assert error(slack.bot_token, "apps.connections.open") == "not_allowed_token_type"


def test_arguments_come_in_query_form_and_json(slack: Sandbox, alice: Person) -> None:
    blocks = json.dumps([{"type": "divider"}])
    form = f"text=form&blocks={blocks}".encode()

    post(slack, f"chat.postMessage?channel={alice.id}", form, "application/x-www-form-urlencoded")
    body = json.dumps({"text": "json", "channel": alice.id}).encode()
    post(slack, "chat.postMessage", body, "application/json; charset=utf-8")

    assert [(m.text, len(m.blocks)) for m in alice.reads(alice.dm)] == [("form", 1), ("json", 0)]
    assert post(slack, "chat.postMessage", b"{", "application/json")["error"] == "invalid_json"


def test_history_shows_roots_and_replies_show_threads(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    root = alice.says("root")
    alice.says("reply", thread=root)
    client.chat_postMessage(
        channel=alice.dm,
        text="marked",
        thread_ts=root.ts,
        metadata={"event_type": "marker", "event_payload": {"id": "7"}},
    )
    alice.says("another")

    history = client.conversations_history(channel=alice.dm)["messages"]
    replies = client.conversations_replies(channel=alice.dm, ts=root.ts, include_all_metadata=True)[
        "messages"
    ]

    assert [m["text"] for m in history] == ["another", "root"]
    assert history[1]["reply_count"] == 2
    assert [m["text"] for m in replies] == ["root", "reply", "marked"]
    assert replies[2]["metadata"]["event_payload"] == {"id": "7"}
    assert replies[1]["parent_user_id"] == alice.id


def test_lists_come_in_pages(slack: Sandbox, client: WebClient, alice: Person) -> None:
    for number in range(5):
        alice.says(str(number))

    texts, cursor = [], ""
    while True:
        page = client.conversations_history(channel=alice.dm, limit=2, cursor=cursor)
        texts += [message["text"] for message in page["messages"]]
        if not page["has_more"]:
            break
        cursor = page["response_metadata"]["next_cursor"]

    assert texts == ["4", "3", "2", "1", "0"]


def test_an_ordered_fault_is_met_once_and_then_it_is_over(
    slack: Sandbox, client: WebClient, alice: Person
) -> None:
    slack.faults.add(method="auth.test", error="ratelimited", status=429, retry_after=1)
    with pytest.raises(SlackApiError) as refused:
        client.auth_test()
    assert refused.value.response.status_code == 429
    assert refused.value.response.headers["Retry-After"] == "1"
    assert client.auth_test()["ok"]

    slack.faults.add(method="chat.postMessage", status=500, after=True)
    refusal(client.chat_postMessage, channel=alice.id, text="taken all the same")
    assert alice.sees("taken all the same").user == slack.bot_user_id


def post(slack: Sandbox, path: str, body: bytes, content_type: str) -> Body:
    headers = {"Authorization": f"Bearer {slack.bot_token}", "Content-Type": content_type}
    request = Request(slack.api_url + path, data=body, headers=headers)  # noqa: S310 - loopback
    try:
        with urlopen(request, timeout=5) as answer:  # noqa: S310
            return dict(json.load(answer))
    except HTTPError as error:
        return {"error": str(error)}
