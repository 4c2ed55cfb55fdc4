"""Acknowledging: whatever Slack sends is filed or left, and always answered."""

import json
import logging
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, reject, settings
from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk import WebClient

from bot import actions as act
from bot.facts import Fact
from bot.slack.app import build_app
from sandbox.server import Sandbox
from tests.slack import samples
from tests.slack.lookups import NOON, NOTHING
from tests.slack.samples import FILLED, Payload

MARKER = "quokka"
OPENING = ("schedule", "setup", "set up", "invitations")
filed: list[Fact] = []


def keep(fact: Fact) -> bool:
    filed.append(fact)
    return True


@pytest.fixture(scope="module")
def app(client: WebClient) -> App:
    return build_app(
        client=client,
        signing_secret=None,
        file=keep,
        lookups=NOTHING,
        now=lambda: NOON,
    )


@pytest.fixture(autouse=True)
def nothing_filed(slack: Sandbox) -> Iterator[None]:
    filed.clear()
    yield
    slack.faults.clear()


def dispatch(app: App, body: Payload) -> BoltResponse:
    return app.dispatch(BoltRequest(body=body, mode="socket_mode"))


def submission(form: str, values: dict[str, Any]) -> Payload:
    body = samples.interaction("view_submission")
    body["view"] |= {
        "callback_id": form,
        "state": {
            "values": {
                block: {"choice": {"type": "plain_text_input", "value": value}}
                for block, value in values.items()
            }
        },
    }
    return body


@pytest.mark.parametrize("name", [n for n in samples.EVENTS if n != "UrlVerification"])
def test_every_event_is_acknowledged(app: App, name: str) -> None:
    assert dispatch(app, samples.event(name)).status == 200


@pytest.mark.parametrize("name", samples.INTERACTIONS)
def test_every_interaction_is_acknowledged(app: App, name: str) -> None:
    body = samples.interaction(name)
    if name == "shortcut":
        body["callback_id"] = act.CHOOSE_FORM

    assert dispatch(app, body).status == 200


@settings(max_examples=300)
@given(samples.spoilt())
def test_a_spoilt_payload_is_acknowledged_and_never_breaks_anything(
    app: App, body: Payload
) -> None:
    try:
        request = BoltRequest(body=body, mode="socket_mode")
    except Exception:  # Bolt itself cannot read it, long before we are asked
        reject()

    assert app.dispatch(request).status == 200


def test_what_is_filed_is_filed_before_the_answer_also_while_slack_is_down(
    app: App, slack: Sandbox
) -> None:
    slack.faults.add(
        method="auth.test", status=429, error="ratelimited", retry_after=30, times=None
    )

    response = dispatch(app, samples.event("Message"))

    assert response.status == 200
    assert [fact.kind for fact in filed] == ["message_written"]


def test_a_request_with_a_wrong_signature_is_refused_and_not_logged(
    client: WebClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)  # the level at which the bot runs
    app = build_app(
        client=client, signing_secret=MARKER, file=keep, lookups=NOTHING, now=lambda: NOON
    )
    stamp = str(int(time.time()))

    response = app.dispatch(
        BoltRequest(
            body=json.dumps({"text": MARKER}),
            headers={"x-slack-request-timestamp": stamp, "x-slack-signature": "v0=00"},
        )
    )

    assert response.status == 401
    assert MARKER not in caplog.text
    assert filed == []


def test_a_fact_that_cannot_be_filed_is_not_acknowledged_and_not_logged(
    client: WebClient, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_fact: Fact) -> bool:
        raise OSError(f"disk full: {MARKER}")

    app = build_app(
        client=client, signing_secret=None, file=full, lookups=NOTHING, now=lambda: NOON
    )

    assert dispatch(app, samples.event("Message")).status == 500
    assert "OSError" in caplog.text
    assert MARKER not in caplog.text


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"type": "one_that_comes_next_year"},
        {"type": "shortcut", "callback_id": "one from last year", "team": {"id": "T1"}},
        {"command": "/other", "team_id": "T1", "user_id": "UALICE"},
    ],
)
def test_what_is_none_of_ours_is_acknowledged_so_that_it_does_not_come_again(
    app: App, body: Payload
) -> None:
    assert dispatch(app, body).status == 200


def test_a_press_on_a_button_that_nobody_knows_is_filed_and_acknowledged(app: App) -> None:
    body = samples.interaction("block_actions")
    body["actions"][0]["action_id"] = "one.from.last.year"

    assert dispatch(app, body).status == 200
    assert [fact.kind for fact in filed] == ["button_pressed"]


def test_a_submission_in_order_is_filed(app: App) -> None:
    response = dispatch(app, submission(act.UNFAIR_FORM, {"why": "It was late."}))

    assert (response.status, response.body) == (200, "")
    assert [fact.kind for fact in filed] == ["form_submitted"]


@pytest.mark.parametrize(
    ("form", "values", "wrong"),
    [
        (act.CHOOSE_FORM, {"question": "salary"}, {"question"}),
        (act.CHOOSE_FORM, {}, {"question"}),
        (act.UNFAIR_FORM, {"why": "   "}, {"why"}),
        (act.SCHEDULE_FORM, {}, {"weekday", "at", "zone", "open", "turn", "questions", "first"}),
        (act.SCHEDULE_FORM, FILLED | {"weekday": "7"}, {"weekday"}),
        (act.SCHEDULE_FORM, FILLED | {"at": "25:00"}, {"at"}),
        (act.SCHEDULE_FORM, FILLED | {"zone": "Berlin"}, {"zone"}),
        (act.SCHEDULE_FORM, FILLED | {"zone": "../etc"}, {"zone"}),
        (act.INVITATIONS_FORM, {"invited": "yes", "at": "25:00"}, {"at"}),
    ],
)
def test_a_submission_is_refused_under_the_field_at_fault(
    app: App, form: str, values: dict[str, Any], wrong: set[str]
) -> None:
    answer = json.loads(dispatch(app, submission(form, values)).body)

    assert answer["response_action"] == "errors"
    assert set(answer["errors"]) == wrong
    assert all(answer["errors"].values())
    assert filed == []


def test_what_cannot_be_read_is_logged_by_its_ids_and_never_by_its_text(
    app: App, caplog: pytest.LogCaptureFixture
) -> None:
    body = samples.event("Message")
    body["event_id"] = "Ev1"
    body["event"] |= {"text": MARKER, "ts": MARKER, "user": [MARKER]}

    with caplog.at_level(logging.WARNING):
        response = dispatch(app, body)

    assert response.status == 200
    assert "Ev1" in caplog.text
    assert MARKER not in caplog.text


def test_half_a_character_does_not_cost_the_message(app: App) -> None:
    body = samples.event("Message")
    body["event"]["text"] = "Done \ud83c"  # as a client that cuts an emoji in two would send it

    assert dispatch(app, body).status == 200
    assert [getattr(fact, "text", None) for fact in filed] == ["Done ?"]


@pytest.mark.parametrize("text", ["", "help", "what?", "disagreement", *OPENING, "why", "preview"])
def test_every_word_after_the_command_is_answered(app: App, text: str) -> None:
    body = samples.interaction("slash_command") | {"text": text}

    response = dispatch(app, body)

    assert response.status == 200
    assert bool(response.body) is (text not in ("", *OPENING))
