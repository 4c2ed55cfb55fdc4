"""What a transport to the bot must do, and the words that its users share."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

Kind = Literal["events_api", "interactive", "slash_commands"]
Payload = dict[str, Any]


class Unanswered(Exception):
    """The bot did not acknowledge; the text is Slack's reason, such as `timeout`."""

    def __init__(self, reason: str, *, is_final: bool = False) -> None:
        super().__init__(reason)
        self.is_final = is_final  # the bot asked not to be told again


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Which delivery of an event this is, and why the one before failed."""

    number: int  # 1..3
    reason: str


class Transport(Protocol):
    """Brings one payload to the bot and waits for its acknowledgement."""

    async def bring(self, kind: Kind, payload: Payload, retry: Retry | None) -> Payload | None:
        """Deliver once and return what the acknowledgement held.

        Raises:
            Unanswered: no acknowledgement came in time.
        """
        ...
