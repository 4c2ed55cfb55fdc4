"""The time that people see, which can be moved ahead."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; the sandbox takes every `ts` from it."""

    def now(self) -> datetime:
        """Return the present instant, aware and in UTC."""
        ...


class MovableClock:
    """Runs on with machine time, and can be moved ahead."""

    def __init__(self, start: datetime | None = None) -> None:
        self._start = (start or datetime.now(UTC)).astimezone(UTC)
        self._began_s = time.monotonic()
        self._moved = timedelta()
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the present instant, aware and in UTC."""
        ran = timedelta(seconds=time.monotonic() - self._began_s)
        with self._lock:
            return self._start + ran + self._moved

    def move(self, by: timedelta) -> None:
        """Move the clock ahead.

        Raises:
            ValueError: the clock would run backwards, and `ts` must only grow.
        """
        if by < timedelta():
            raise ValueError("The clock moves ahead only.")
        with self._lock:
            self._moved += by

    def move_to(self, instant: datetime) -> None:
        """Move the clock ahead to an aware instant; see `move`."""
        self.move(instant - self.now())


def moves_of(clock: Clock) -> dict[str, Callable[[], None]]:
    """Return what moves a clock on, by its button's label; nothing where it cannot be moved."""
    if not isinstance(clock, MovableClock):
        return {}
    return {
        "1 hour": lambda: clock.move(timedelta(hours=1)),
        "1 day": lambda: clock.move(timedelta(days=1)),
    }
