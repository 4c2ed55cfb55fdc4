"""The way from the sandbox to the bot: Socket Mode or HTTP, with Slack's retries."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from sandbox.deadlines import Deadlines

Kind = Literal["events_api", "interactive", "slash_commands"]
Payload = dict[str, Any]


class Unanswered(Exception):
    """The bot did not acknowledge; the text is Slack's reason, such as `timeout`."""


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


class Delivery:
    """Hands payloads to the transport in use, from any thread.

    Source: https://docs.slack.dev/apis/events-api (three retries of an event; nothing else is
    delivered again)
    """

    def __init__(
        self, deadlines: Deadlines, record: Callable[[Kind, Payload, str | None], None]
    ) -> None:
        self.transport: Transport | None = None
        self.loop: asyncio.AbstractEventLoop | None = None
        self._deadlines = deadlines
        self._record = record
        self._tasks: set[asyncio.Task[None]] = set()

    def send_event(self, payload: Payload) -> None:
        """Deliver an event and come back at once; retries run by themselves."""
        assert self.loop is not None, "the sandbox has not been started"  # noqa: S101
        self.loop.call_soon_threadsafe(self._start, self._deliver_event(payload))

    def ask(self, kind: Kind, payload: Payload) -> Payload | None:
        """Deliver a click, a command or a submission, and wait for the bot's answer.

        Raises:
            Unanswered: the bot did not answer in time; Slack does not try again.
        """
        assert self.loop is not None, "the sandbox has not been started"  # noqa: S101
        future = asyncio.run_coroutine_threadsafe(self._attempt(kind, payload, None), self.loop)
        return future.result()

    async def stop(self) -> None:
        """Give up what is still under way."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver_event(self, payload: Payload) -> None:
        retry: Retry | None = None
        for number, pause_s in enumerate((*self._deadlines.retry_pauses_s, None), start=1):
            try:
                await self._attempt("events_api", payload, retry)
            except Unanswered as unanswered:
                retry = Retry(number=number, reason=str(unanswered))
            else:
                return
            if pause_s is not None:
                await asyncio.sleep(pause_s)

    async def _attempt(self, kind: Kind, payload: Payload, retry: Retry | None) -> Payload | None:
        assert self.transport is not None, "no transport"  # noqa: S101
        try:
            answer = await self.transport.bring(kind, payload, retry)
        except Unanswered as unanswered:
            self._record(kind, payload, str(unanswered))
            raise
        self._record(kind, payload, None)
        return answer
