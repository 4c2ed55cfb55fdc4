"""What an error of a call means: later, never, or perhaps done."""

from http.client import RemoteDisconnected
from urllib.error import URLError

import pytest
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web import SlackResponse

from bot.slack.outcome import (
    LOCKED_OUT,
    LOCKED_OUT_S,
    MAYBE,
    PLACE_LOST,
    THREAD_LOST,
    Outcome,
    outcome,
)


def refusal(error: str, status: int = 200, headers: dict[str, str] | None = None) -> SlackApiError:
    response = SlackResponse(
        client=None,
        http_verb="POST",
        api_url="http://127.0.0.1/api/chat.postMessage",
        req_args={},
        data={"ok": False, "error": error},
        headers=headers or {},
        status_code=status,
    )
    return refused(response)


def refused(response: SlackResponse | dict[str, object]) -> SlackApiError:
    return SlackApiError("refused", response)  # type: ignore[no-untyped-call]  # the SDK's


@pytest.mark.parametrize(
    "error",
    [
        TimeoutError("timed out"),
        ConnectionResetError(),
        URLError("no route"),
        RemoteDisconnected(""),
        SlackRequestError("no answer"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_call_without_an_answer_was_perhaps_done(error: Exception) -> None:
    assert outcome(error) == (Outcome.UNKNOWN, 1.0, type(error).__name__)


@pytest.mark.parametrize("error", MAYBE)
def test_where_slack_itself_failed_it_was_perhaps_done(error: str) -> None:
    assert outcome(refusal(error))[0] is Outcome.UNKNOWN


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_error_was_perhaps_done_whatever_it_is_called(status: int) -> None:
    assert outcome(refusal("channel_not_found", status))[0] is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ({"Retry-After": "30"}, 30.0),
        ({"retry-after": "7"}, 7.0),
        ({"Retry-After": "0"}, 1.0),
        ({"Retry-After": "soon"}, 1.0),
        ({}, 1.0),
    ],
)
def test_a_call_too_many_is_made_after_the_pause_that_slack_names(
    headers: dict[str, str], wait_s: float
) -> None:
    assert outcome(refusal("ratelimited", 429, headers)) == (Outcome.LATER, wait_s, "ratelimited")


@pytest.mark.parametrize("error", ["ratelimited", "rate_limited"])
def test_a_call_too_many_is_known_by_its_name_as_well(error: str) -> None:
    assert outcome(refusal(error))[0] is Outcome.LATER


@pytest.mark.parametrize("error", LOCKED_OUT)
def test_who_is_locked_out_keeps_what_was_to_be_said(error: str) -> None:
    assert outcome(refusal(error)) == (Outcome.LATER, LOCKED_OUT_S, error)


@pytest.mark.parametrize(
    "error", [*THREAD_LOST, *PLACE_LOST, "invalid_blocks", "msg_too_long", "one_from_next_year"]
)
def test_a_plain_refusal_is_for_ever(error: str) -> None:
    assert outcome(refusal(error)) == (Outcome.NEVER, 0.0, error)


def test_an_error_that_is_a_plain_mapping_is_understood() -> None:
    error = refused({"ok": False, "error": "is_archived"})

    assert outcome(error) == (Outcome.NEVER, 0.0, "is_archived")


def test_the_name_of_an_error_is_never_long() -> None:
    assert len(outcome(refusal("x" * 1000))[2]) == 64
