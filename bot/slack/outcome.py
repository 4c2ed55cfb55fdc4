"""What came of a call to Slack: done, later, never, or unknown."""

from enum import StrEnum
from http.client import HTTPException

from slack_sdk.errors import SlackApiError, SlackClientError, SlackRequestError

MAYBE = ("fatal_error", "internal_error", "service_unavailable", "request_timeout")
"""Slack's own failures: "some aspect of the operation may have succeeded".

Source: https://docs.slack.dev/reference/methods/chat.postMessage (errors)
"""
LOCKED_OUT = (
    "account_inactive",
    "invalid_auth",
    "not_authed",
    "token_expired",
    "token_revoked",
    "missing_scope",
)
"""Somebody has to mend the installation; what was to be said is kept until then."""
THREAD_LOST = ("thread_not_found", "cannot_reply_to_message")
PLACE_LOST = ("channel_not_found", "is_archived", "not_in_channel", "restricted_action")

NETWORK = (OSError, HTTPException, SlackRequestError, SlackClientError)
"""What the SDK raises when no whole answer came; URLError and time-outs are OSErrors."""
REFUSED = (SlackApiError, *NETWORK)
"""What a call to Slack may raise."""
LATER_S = 1.0
LOCKED_OUT_S = 60.0


class Outcome(StrEnum):
    """What came of a call."""

    LATER = "later"  # not done; may be done after a pause
    NEVER = "never"  # not done, and never will be
    UNKNOWN = "unknown"  # perhaps done


def outcome(error: Exception) -> tuple[Outcome, float, str]:
    """Return what an error means, how many seconds to wait, and its name without any text."""
    if not isinstance(error, SlackApiError):
        return Outcome.UNKNOWN, LATER_S, type(error).__name__
    response = error.response
    name = str(response.get("error", "unknown"))[:64] if response else "unknown"
    status = getattr(response, "status_code", 200)
    if status == 429 or name in ("ratelimited", "rate_limited"):  # noqa: PLR2004 - HTTP
        return Outcome.LATER, _retry_after_s(response), "ratelimited"
    if status >= 500 or name in MAYBE:  # noqa: PLR2004 - HTTP
        return Outcome.UNKNOWN, LATER_S, name
    if name in LOCKED_OUT:
        return Outcome.LATER, LOCKED_OUT_S, name
    return Outcome.NEVER, 0.0, name


def _retry_after_s(response: object) -> float:
    headers = getattr(response, "headers", None) or {}
    named = {str(key).lower(): value for key, value in headers.items()}
    value = named.get("retry-after", "1")
    value = value[0] if isinstance(value, list) else value
    try:
        return max(float(value), LATER_S)
    except ValueError:
        return LATER_S
