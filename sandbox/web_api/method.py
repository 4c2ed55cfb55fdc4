"""What a Web API method is to the sandbox."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.installation import Installation
from sandbox.state.records import Channel

Wire = dict[str, Any]
Call = Callable[[Installation, Wire], Wire]
# Bolt's client names its workspace in every call it makes from a listener.
_OF_ANY_CALL = ("team_id", "token")


class ApiError(Exception):
    """A method's refusal, with Slack's error code and what else the answer holds."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.answer: Wire = {"ok": False, "error": error, **more}


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One method: who may call it, with which arguments, and what it does."""

    call: Call
    scope: str | None = None
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    needs_app_token: bool = False

    @property
    def arguments(self) -> frozenset[str]:
        """Every argument that it takes."""
        return frozenset((*self.required, *self.optional, *_OF_ANY_CALL))


def require_scope(slack: Installation, scope: str) -> None:
    """Refuse the call if the manifest does not ask for a scope.

    Raises:
        ApiError: `missing_scope`, with the scope needed and the ones provided.
    """
    if not slack.may(scope):
        provided = ",".join(slack.manifest.scopes)
        raise ApiError("missing_scope", needed=scope, provided=provided)


def known_channel(slack: Installation, channel_id: Any) -> Channel:
    """Return the channel of an argument.

    Raises:
        ApiError: `channel_not_found`; for a direct message of other people's, too.
    """
    channel = slack.workspace.channels.get(str(channel_id))
    if channel is None or (channel.kind == "im" and not slack.is_bot_in(channel)):
        raise ApiError("channel_not_found")
    return channel


def flag(value: Any) -> bool:
    """Return a boolean argument, which a form body sends as a word."""
    return str(value).lower() in ("true", "1")


def whole_number(value: Any, default: int) -> int:
    """Return a number argument, or the default where it is absent or no number."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return default
