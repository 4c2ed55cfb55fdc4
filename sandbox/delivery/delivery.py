"""Handing payloads to the transport in use, with Slack's retries."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from sandbox.delivery.transport import Kind, Payload, Retry, Transport, Unanswered
from sandbox.state.deadlines import Deadlines

T = TypeVar("T")


class Delivery:
    """Hands payloads to the transport in use, from any thread.

    Source: https://docs.slack.dev/apis/events-api (three retries of an event; nothing else is
    delivered again)
    """

    def __init__(
        self,
        transport: Transport,
        deadlines: Deadlines,
        record: Callable[[Kind, Payload, str | None], None],
    ) -> None:
        self.transport = transport
        self.loop: asyncio.AbstractEventLoop | None = None
        self._deadlines = deadlines
        self._record = record
        self._tasks: set[asyncio.Task[None]] = set()

    def send_event(self, payload: Payload) -> None:
        """Deliver an event and come back at once; retries run by themselves."""
        self._running_loop().call_soon_threadsafe(self._start, self._deliver_event(payload))

    def ask(self, kind: Kind, payload: Payload) -> Payload | None:
        """Deliver a click, a command or a submission, and wait for the bot's answer.

        Raises:
            Unanswered: the bot did not answer in time; Slack does not try again.
        """
        return self.run(self._attempt(kind, payload, None))

    def drop_retries(self) -> None:
        """Give up every event that is still to be delivered."""
        self._running_loop().call_soon_threadsafe(self._cancel)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run something on the server's loop, and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._running_loop()).result()

    async def finish(self) -> None:
        """Wait until every event is acknowledged or given up."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        """Give up what is still under way."""
        self._cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        if self.loop is None:
            raise RuntimeError("The sandbox has not been started.")
        return self.loop

    def _cancel(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()

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
                if unanswered.is_final or pause_s is None:
                    return
                retry = Retry(number=number, reason=str(unanswered))
            else:
                return
            await asyncio.sleep(pause_s)

    async def _attempt(self, kind: Kind, payload: Payload, retry: Retry | None) -> Payload | None:
        try:
            answer = await self.transport.bring(kind, payload, retry)
        except Unanswered as unanswered:
            self._record(kind, payload, str(unanswered))
            raise
        self._record(kind, payload, None)
        return answer
