"""What the browser page is told: the workspace after each change, and new traffic."""

import asyncio
import json
import threading
from typing import Any

from aiohttp import web

from sandbox.state.traffic import Entry, Traffic
from sandbox.state.workspace import Workspace

_GATHER_S = 0.03  # a burst of changes makes one message
_QUIET_S = 1.0  # after so long without a change, only the clock is told


class Alarm:
    """Wakes the page's streams, which run on the event loop, when the workspace changes.

    Its thread lives for as long as somebody listens.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._changed = workspace.changed
        self._sleepers: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}
        self._is_watching = False

    def join(self) -> asyncio.Event:
        """Return an event that is set after each change, from now on."""
        sleeper = asyncio.Event()
        with self._changed:
            self._sleepers[sleeper] = asyncio.get_running_loop()
            if not self._is_watching:
                self._is_watching = True
                threading.Thread(target=self._watch, name="page", daemon=True).start()
        return sleeper

    def leave(self, sleeper: asyncio.Event) -> None:
        """Set this event no longer."""
        with self._changed:
            self._sleepers.pop(sleeper, None)
            self._changed.notify_all()

    def _watch(self) -> None:
        # The lock is held between two waits, so no change goes by unseen.
        with self._changed:
            while self._sleepers:
                self._changed.wait()
                for sleeper, loop in tuple(self._sleepers.items()):
                    self._wake(sleeper, loop)
            self._is_watching = False

    def _wake(self, sleeper: asyncio.Event, loop: asyncio.AbstractEventLoop) -> None:
        try:
            loop.call_soon_threadsafe(sleeper.set)
        except RuntimeError:  # the sandbox was closed under an open page
            del self._sleepers[sleeper]


class NewTraffic:
    """Hands out the entries that one page has not had yet."""

    def __init__(self, traffic: Traffic) -> None:
        self._traffic = traffic
        self._last: Entry | None = None
        self._number = 0

    def take(self) -> list[dict[str, Any]]:
        """Return the new entries, oldest first, each with a number of its own."""
        entries = list(self._traffic)
        places = [place for place, entry in enumerate(entries) if entry is self._last]
        new = entries[places[0] + 1 :] if places else entries
        if new:
            self._last = new[-1]
        return [self._numbered(entry) for entry in new]

    def _numbered(self, entry: Entry) -> dict[str, Any]:
        self._number += 1
        return {
            "number": self._number,
            "at": entry.at.isoformat(),
            "direction": entry.direction,
            "kind": entry.kind,
            "summary": entry.summary,
            "ok": entry.ok,
            "payload": entry.payload,
        }


async def opened(request: web.Request) -> web.StreamResponse:
    """Return a stream of server-sent events, ready to be written to."""
    stream = web.StreamResponse(
        headers={"content-type": "text/event-stream", "cache-control": "no-store"}
    )
    await stream.prepare(request)
    return stream


async def send(stream: web.StreamResponse, kind: str, content: Any) -> None:
    """Write one server-sent event."""
    body = json.dumps(content, default=str)
    await stream.write(f"event: {kind}\ndata: {body}\n\n".encode())


async def has_changed(sleeper: asyncio.Event) -> bool:
    """Wait for the next change; return whether there was one before it became time for the clock."""
    try:
        await asyncio.wait_for(sleeper.wait(), _QUIET_S)
    except TimeoutError:
        return False
    await asyncio.sleep(_GATHER_S)
    sleeper.clear()
    return True
