"""The sandbox as Slack, and a Bolt app that files facts into a list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.settings import forget_proxies
from sandbox.people.person import Person
from sandbox.server import Sandbox
from storage.database import Database
from tests.slack.post import Post

MANIFEST = Path(__file__).parents[2] / "manifest.yml"


@pytest.fixture(scope="session")
def slack() -> Iterator[Sandbox]:
    forget_proxies()
    with Sandbox(manifest=MANIFEST) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def client(slack: Sandbox) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.api_url, timeout=1, retry_handlers=[])


@pytest.fixture
def post(database: Database, slack: Sandbox, client: WebClient) -> Post:
    slack.reset()
    return Post(database=database, slack=slack, client=client)


@pytest.fixture
def alice(slack: Sandbox) -> Person:
    return slack.person("Alice")
