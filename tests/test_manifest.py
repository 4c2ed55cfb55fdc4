"""The manifest against the code, both ways: nothing is missing, and nothing is asked for in vain."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import actions as act
from bot.slack.hearing import read
from tests.slack import samples

TOP = Path(__file__).parents[1]
MANIFEST: dict[str, Any] = yaml.safe_load((TOP / "manifest.yml").read_text(encoding="utf-8"))
FEATURES = MANIFEST["features"]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

# Source: https://docs.slack.dev/reference/methods/ followed by the method, "Scopes". Where a
# method takes several, these are for public channels and direct messages, the places we are in.
METHODS: dict[str, set[str]] = {
    "chat.delete": {"chat:write"},
    "chat.getPermalink": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {"channels:history", "im:history"},
    "conversations.info": {"channels:read"},
    "conversations.members": {"channels:read"},
    "conversations.open": {"im:write"},
    "conversations.replies": {"channels:history", "im:history"},
    "users.info": {"users:read"},
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
# Source: https://docs.slack.dev/reference/events/ followed by the event, "Required scopes".
EVENTS: dict[str, set[str]] = {
    "app_home_opened": set(),
    "channel_archive": {"channels:read"},
    "channel_deleted": {"channels:read"},
    "channel_left": {"channels:read"},
    "channel_shared": {"channels:read"},
    "channel_unarchive": {"channels:read"},
    "channel_unshared": {"channels:read"},
    "member_joined_channel": {"channels:read"},
    "member_left_channel": {"channels:read"},
    "message.channels": {"channels:history"},
    "message.im": {"im:history"},
    "user_change": {"users:read"},
}
# Source: https://docs.slack.dev/interactivity/implementing-slash-commands and
# https://docs.slack.dev/interactivity/implementing-shortcuts
COMMANDS_AND_SHORTCUTS = {"commands"}


def delivered(event: str) -> dict[str, Any]:
    """An event as Slack would deliver it under a subscription."""
    match event:
        case "app_home_opened":
            return samples.event("AppHomeOpened")
        case "member_joined_channel":
            body = samples.event("MemberJoinedChannel")
            body["event"]["user"] = samples.BOT
            return body
        case "user_change":
            return samples.event("UserChange")
        case "message.channels" | "message.im":
            body = samples.event("Message")
            kind = "im" if event == "message.im" else "channel"
            place = {"channel_type": kind, "channel": "D1" if kind == "im" else "C1"}
            body["event"] |= place
            return body
        case _:
            body = samples.event("ChannelArchive")
            body["event"]["type"] = event
            return body


def test_the_events_are_those_that_the_table_knows() -> None:
    assert set(MANIFEST["settings"]["event_subscriptions"]["bot_events"]) == set(EVENTS)


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_every_event_that_is_subscribed_is_heard(event: str) -> None:
    assert read(delivered(event), NOON) is not None


def test_every_event_that_is_heard_is_subscribed() -> None:
    assert set(_cases("hearing.py", "_event")) == {event.partition(".")[0] for event in EVENTS}


def test_the_command_is_the_one_that_is_answered() -> None:
    assert [command["command"] for command in FEATURES["slash_commands"]] == [act.COMMAND]


def test_the_shortcut_is_the_one_that_is_answered() -> None:
    assert [shortcut["callback_id"] for shortcut in FEATURES["shortcuts"]] == [act.CHOOSE_FORM]
    assert [shortcut["type"] for shortcut in FEATURES["shortcuts"]] == ["global"]


def test_what_the_bot_relies_on_is_switched_on() -> None:
    assert FEATURES["app_home"]["home_tab_enabled"]
    assert FEATURES["app_home"]["messages_tab_enabled"]
    assert not FEATURES["app_home"]["messages_tab_read_only_enabled"]
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]


def test_every_method_that_is_called_is_in_the_table_and_no_other() -> None:
    assert set(_methods_called()) == set(METHODS)


def test_no_scope_is_missing_and_none_is_asked_for_in_vain() -> None:
    needed = COMMANDS_AND_SHORTCUTS.union(*METHODS.values(), *EVENTS.values())

    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == needed


def _methods_called() -> Iterator[str]:
    """Yield every Web API method that the code of the bot names."""
    for path in (TOP / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _method_of_client(node.func)
                yield from _method_in_words(node)


def _method_of_client(called: ast.expr) -> Iterator[str]:
    """Yield `chat.delete` of `client.chat_delete` and `self.client.chat_delete`."""
    if not isinstance(called, ast.Attribute) or called.attr == "api_call":
        return
    owner = ast.unparse(called.value).rpartition(".")[2]
    if owner.lstrip("_") == "client":
        yield called.attr.replace("_", ".", 1)


def _method_in_words(call: ast.Call) -> Iterator[str]:
    """Yield `chat.update` of `Call(method="chat.update", ...)`."""
    if ast.unparse(call.func) == "Call":
        for keyword in call.keywords:
            if keyword.arg == "method" and isinstance(keyword.value, ast.Constant):
                yield str(keyword.value.value)


def _cases(module: str, function: str) -> Iterator[str]:
    """Yield the texts that the cases of a function's `match` ask for."""
    tree = ast.parse((TOP / "bot" / "slack" / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == function:
            values = (part.value for part in ast.walk(node) if isinstance(part, ast.MatchValue))
            yield from (str(ast.literal_eval(value)) for value in values)
