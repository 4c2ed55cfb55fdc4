"""A sandbox with a small app of the tests' own, and the people in it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_sdk import WebClient

from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from sandbox.state.deadlines import Deadlines

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Echo"},
    "features": {
        "bot_user": {"display_name": "Echo"},
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "slash_commands": [{"command": "/echo", "description": "Say it again"}],
        "shortcuts": [
            {
                "name": "Ask Echo",
                "type": "global",
                "callback_id": "ask",
                "description": "Opens a modal",
            }
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "channels:history",
                "channels:read",
                "chat:write",
                "commands",
                "im:history",
                "im:read",
                "im:write",
                "reactions:write",
                "team:read",
                "users:read",
            ]
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "channel_archive",
                "channel_shared",
                "channel_unarchive",
                "channel_unshared",
                "member_joined_channel",
                "member_left_channel",
                "message.channels",
                "message.im",
                "user_change",
            ]
        },
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}
QUICK = Deadlines(ack_s=1.0, trigger_s=0.5, retry_pauses_s=(0.05, 0.1, 0.2))


@pytest.fixture(autouse=True, scope="session")
def no_proxies() -> Iterator[None]:
    # Slack's client sends even loopback addresses through a proxy of the environment.
    with pytest.MonkeyPatch.context() as patch:
        for name in tuple(os.environ):
            if name.lower() in ("http_proxy", "https_proxy", "all_proxy"):
                patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sandbox") / "manifest.yml"
    path.write_text(yaml.safe_dump(MANIFEST), encoding="utf-8")
    return path


@pytest.fixture
def slack(manifest: Path) -> Iterator[Sandbox]:
    with Sandbox(manifest=manifest, clock=MovableClock(NOON), deadlines=QUICK) as sandbox:
        yield sandbox


@pytest.fixture
def client(slack: Sandbox) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.api_url)


@pytest.fixture
def alice(slack: Sandbox) -> Person:
    return slack.person("Alice")


@pytest.fixture
def bob(slack: Sandbox) -> Person:
    return slack.person("Bob")
