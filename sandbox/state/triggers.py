"""Trigger ids: each opens one view, within three seconds of machine time."""

import secrets
import threading
import time
from dataclasses import dataclass

from sandbox.state.deadlines import Deadlines


class TriggerRefused(ValueError):
    """The trigger cannot be used; its text is Slack's error code."""


@dataclass(slots=True, kw_only=True)
class _Trigger:
    person: str
    made_s: float
    is_used: bool = False


class Triggers:
    """The triggers handed out so far.

    Source: https://docs.slack.dev/interactivity/handling-user-interaction
    """

    def __init__(self, deadlines: Deadlines) -> None:
        self._deadlines = deadlines
        self._triggers: dict[str, _Trigger] = {}
        self._lock = threading.Lock()

    def make(self, person: str) -> str:
        """Return a new trigger id for what a person just did."""
        numbers = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}"
        trigger_id = f"{numbers}.{secrets.token_hex(16)}"
        with self._lock:
            self._triggers[trigger_id] = _Trigger(person=person, made_s=time.monotonic())
        return trigger_id

    def exchange(self, trigger_id: str) -> str:
        """Use a trigger up, and return its person.

        Raises:
            TriggerRefused: it is unknown, used or too old.
        """
        with self._lock:
            trigger = self._triggers.get(trigger_id)
            if trigger is None:
                raise TriggerRefused("invalid_trigger_id")
            if trigger.is_used:
                raise TriggerRefused("exchanged_trigger_id")
            if time.monotonic() - trigger.made_s > self._deadlines.trigger_s:
                raise TriggerRefused("expired_trigger_id")
            trigger.is_used = True
            return trigger.person
