"""What went over the wire between the sandbox and the bot."""

import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Direction = Literal["to bot", "from bot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One request, envelope or answer."""

    at: datetime  # aware UTC, of the workspace's clock
    direction: Direction
    kind: str  # a Web API method, an event type, "ack"
    summary: str
    ok: bool
    payload: Any


class Traffic:
    """The last entries, newest last."""

    def __init__(self, limit: int = 1000) -> None:
        self._entries: deque[Entry] = deque(maxlen=limit)
        self._lock = threading.Lock()

    def add(self, entry: Entry) -> None:
        """Write one entry down."""
        with self._lock:
            self._entries.append(entry)

    def clear(self) -> None:
        """Forget every entry."""
        with self._lock:
            self._entries.clear()

    def __iter__(self) -> Iterator[Entry]:
        with self._lock:
            return iter(tuple(self._entries))

    def __len__(self) -> int:
        return len(self._entries)
