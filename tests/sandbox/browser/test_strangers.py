"""Nobody but the page itself can act through it."""

import http.client
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.server import Sandbox

MANIFEST = Path(__file__).parent / "manifest.yml"
SAYING = {"as": "Alice", "verb": "says", "channel": "general", "text": "hello"}


@pytest.fixture
def slack() -> Iterator[Sandbox]:
    with Sandbox(manifest=MANIFEST) as sandbox:
        yield sandbox


def test_the_page_itself_can_act(slack: Sandbox) -> None:
    assert posted(slack, {}) == 200
    slack.person("Bob").sees("hello")


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"origin": "https://example.com"}, id="another site"),
        pytest.param({"origin": ""}, id="no browser"),
        pytest.param({"content-type": "text/plain"}, id="a plain form"),
        pytest.param({"host": "example.com"}, id="another name for this machine"),
    ],
)
def test_a_strangers_request_is_refused(slack: Sandbox, headers: dict[str, str]) -> None:
    assert posted(slack, headers) == 403
    slack.person("Bob").sees_nothing_of("hello")


def test_an_act_that_makes_no_sense_is_refused_in_words(slack: Sandbox) -> None:
    assert said(slack, "not json at all")["ok"] is False
    assert said(slack, "[]")["ok"] is False
    assert said(slack, json.dumps({**SAYING, "as": "Nobody"}))["ok"] is False
    assert said(slack, json.dumps({**SAYING, "verb": "flies"}))["ok"] is False
    assert said(slack, json.dumps({**SAYING, "channel": "nowhere"}))["ok"] is False


def posted(slack: Sandbox, headers: dict[str, str]) -> int:
    status, _ = answered(slack, json.dumps(SAYING), headers)
    return status


def said(slack: Sandbox, body: str) -> dict[str, object]:
    _, answer = answered(slack, body, {})
    return dict(json.loads(answer))


def answered(slack: Sandbox, body: str, headers: dict[str, str]) -> tuple[int, bytes]:
    host = slack.address.removeprefix("http://")
    own = {"host": host, "origin": slack.address, "content-type": "application/json"}
    with closing(http.client.HTTPConnection(host, timeout=5)) as connection:
        connection.request("POST", "/page/act", body=body, headers={**own, **headers})
        response = connection.getresponse()
        return response.status, response.read()
