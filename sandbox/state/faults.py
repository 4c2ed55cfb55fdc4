"""Faults that a test orders, so that the bot meets a Slack on a bad day."""

import threading
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong with the next calls of a method."""

    method: str  # "*" for every method
    times: int | None = 1  # None: for ever
    error: str = "internal_error"
    status: int = 200
    retry_after: int | None = None  # seconds
    after: bool = False  # the call is carried out, and only its answer is spoilt
    hang_s: float = 0.0  # machine time to wait before the answer


class Faults:
    """The faults that are still to come."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def add(  # noqa: PLR0913 - a test names the one or two that it needs
        self,
        *,
        method: str,
        times: int | None = 1,
        error: str = "internal_error",
        status: int = 200,
        retry_after: int | None = None,
        after: bool = False,
        hang_s: float = 0.0,
    ) -> None:
        """Order a fault; see `Fault` for the words."""
        fault = Fault(
            method=method,
            times=times,
            error=error,
            status=status,
            retry_after=retry_after,
            after=after,
            hang_s=hang_s,
        )
        with self._lock:
            self._faults.append(fault)

    def take(self, method: str) -> Fault | None:
        """Return the fault that this call meets, and count it."""
        with self._lock:
            for index, fault in enumerate(self._faults):
                if fault.method in (method, "*"):
                    self._count(index, fault)
                    return fault
        return None

    def clear(self) -> None:
        """Forget every fault."""
        with self._lock:
            self._faults.clear()

    def _count(self, index: int, fault: Fault) -> None:
        if fault.times is None:
            return
        if fault.times <= 1:
            del self._faults[index]
        else:
            self._faults[index] = replace(fault, times=fault.times - 1)
