"""Response URLs: five answers to one click or command, within thirty minutes."""

import secrets
import threading
import time
from dataclasses import dataclass

from sandbox.state.deadlines import Deadlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an answer goes: to whom, where, and in answer to which message."""

    person: str
    channel: str
    message_ts: str | None = None  # the message whose button was pressed; None for a command
    is_ephemeral: bool = False  # whether that message is
    thread_ts: str | None = None


@dataclass(slots=True, kw_only=True)
class _Grant:
    """One response URL: where its answers go, and how many came."""

    place: Place
    made_s: float
    uses: int = 0


class ResponseUrls:
    """The response URLs handed out so far.

    Source: https://docs.slack.dev/interactivity/handling-user-interaction
    """

    def __init__(self, deadlines: Deadlines) -> None:
        self._deadlines = deadlines
        self._grants: dict[str, _Grant] = {}
        self._lock = threading.Lock()

    def make(self, place: Place) -> str:
        """Return the last part of a new response URL."""
        ticket = secrets.token_urlsafe(18)
        with self._lock:
            self._grants[ticket] = _Grant(place=place, made_s=time.monotonic())
        return ticket

    def use(self, ticket: str) -> Place:
        """Count one answer and return where it goes.

        Raises:
            LookupError: the URL is unknown, too old or used up; the text is Slack's error code.
        """
        with self._lock:
            grant = self._grants.get(ticket)
            if grant is None:
                raise LookupError("invalid_url")
            if time.monotonic() - grant.made_s > self._deadlines.response_url_s:
                raise LookupError("expired_url")
            if grant.uses >= self._deadlines.response_url_uses:
                raise LookupError("used_url")
            grant.uses += 1
            return grant.place
