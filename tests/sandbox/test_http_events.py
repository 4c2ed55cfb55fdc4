"""HTTP: what a bot's address receives, byte for byte."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier
from typing_extensions import override

from sandbox.delivery.transport import Unanswered
from sandbox.people.person import Person
from sandbox.server import Sandbox


class Receiver(HTTPServer):
    """An address that keeps what it receives, and fails when told to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[tuple[dict[str, str], str]] = []
        self.statuses: list[int] = []
        self.headers: dict[str, str] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/slack/events"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.requests.append(({k.lower(): v for k, v in self.headers.items()}, body))
        status = self.server.statuses.pop(0) if self.server.statuses else 200
        self.send_response(status)
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if '"challenge"' in body:
            self.wfile.write(json.loads(body)["challenge"].encode())

    @override
    def log_message(self, format: str, *args: Any) -> None:
        return


@pytest.fixture
def receiver(slack: Sandbox) -> Iterator[Receiver]:
    server = Receiver()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    slack.send_events_to(server.url)
    server.requests.clear()
    yield server
    slack.close()
    server.shutdown()
    server.server_close()
    thread.join()


def test_every_request_is_signed_with_machine_time(
    slack: Sandbox, receiver: Receiver, alice: Person
) -> None:
    alice.runs("/echo a&b")
    alice.uses("Ask Echo")
    alice.says("hello")

    slack.wait_until(lambda: len(receiver.requests) >= 3)
    verifier = SignatureVerifier(slack.signing_secret)
    assert all(verifier.is_valid_request(body, headers) for headers, body in receiver.requests)


def test_commands_and_interactions_come_as_forms_and_events_as_json(
    slack: Sandbox, receiver: Receiver, alice: Person
) -> None:
    alice.runs("/echo a&b")
    alice.uses("Ask Echo")
    alice.says("hello")

    slack.wait_until(lambda: len(receiver.requests) >= 3)
    bodies = [body for _, body in receiver.requests]
    assert parse_qs(bodies[0])["text"] == ["a&b"]
    assert parse_qs(bodies[0])["is_enterprise_install"] == ["false"]
    assert json.loads(parse_qs(bodies[1])["payload"][0])["type"] == "shortcut"
    assert json.loads(bodies[2])["event"]["text"] == "hello"


def test_an_event_is_tried_three_more_times_and_says_why(
    slack: Sandbox, receiver: Receiver, alice: Person
) -> None:
    receiver.statuses = [500, 500, 500, 500]

    alice.says("hello")

    slack.wait_until(lambda: len(slack.traffic) >= 4)
    retries = [
        (headers.get("x-slack-retry-num"), headers.get("x-slack-retry-reason"))
        for headers, _ in receiver.requests
    ]
    assert retries == [(None, None)] + [(str(n), "http_error") for n in (1, 2, 3)]
    assert len({json.loads(body)["event_id"] for _, body in receiver.requests}) == 1


def test_an_answer_can_ask_for_no_retry(slack: Sandbox, receiver: Receiver, alice: Person) -> None:
    receiver.statuses = [500]
    receiver.headers = {"x-slack-no-retry": "1"}

    alice.says("first")
    slack.wait_until(lambda: len(receiver.requests) == 1)
    alice.says("second")

    slack.wait_until(lambda: len(receiver.requests) == 2)
    assert [json.loads(body)["event"]["text"] for _, body in receiver.requests] == [
        "first",
        "second",
    ]


def test_a_command_is_tried_once_and_the_person_is_told(receiver: Receiver, alice: Person) -> None:
    receiver.statuses = [500]

    alice.runs("/echo hello")

    alice.sees("Echo did not answer in time (http_error)")
    assert len(receiver.requests) == 1


def test_an_address_must_send_the_challenge_back(slack: Sandbox) -> None:
    with pytest.raises(Unanswered, match="connection_failed"):
        slack.send_events_to("http://127.0.0.1:9/slack/events")
