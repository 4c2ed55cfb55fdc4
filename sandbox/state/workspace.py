"""The workspace: plain state behind one lock, no network."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from sandbox.state.clock import Clock
from sandbox.state.ids import new_id
from sandbox.state.newcomers import CHANNELS, PEOPLE, NewMember
from sandbox.state.records import Channel, Member, Message, View

__all__ = ["CHANNELS", "PEOPLE", "NewMember", "Workspace"]

T = TypeVar("T")
_ONE_US = 1
_LOOK_AGAIN_S = 0.1


class Workspace:
    """People, channels, messages and views; every change is told to `changed`.

    Read and write it only while holding `changed`, which may be taken more than once.
    """

    def __init__(
        self, clock: Clock, people: Sequence[NewMember] = PEOPLE, team_id: str | None = None
    ) -> None:
        self.changed = threading.Condition(threading.RLock())
        self.clock = clock
        self.team_id = team_id or new_id("T")
        self.name = "Practice"
        self.domain = "practice"
        self.members: dict[str, Member] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, list[Message]] = defaultdict(list)
        self.ephemerals: list[Message] = []
        self.homes: dict[str, View] = {}
        self.modals: dict[str, list[View]] = defaultdict(list)
        self.answers: dict[tuple[str, str, str], dict[tuple[str, str], dict[str, object]]] = {}
        self._last_us = 0
        self._settle(people)

    def next_ts(self) -> str:
        """Return the next `ts`: the clock's time in microseconds, and always growing."""
        with self.changed:
            now_us = _microseconds(self.clock.now())
            self._last_us = max(now_us, self._last_us + _ONE_US)
            return f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"

    def add_member(self, new: NewMember, *, is_bot: bool = False) -> Member:
        """Add a person or a bot, who is in no channel yet."""
        member = new.member(self.team_id, is_bot=is_bot)
        self.members[member.id] = member
        return member

    def channel_named(self, name: str) -> Channel:
        """Return a channel by its name or its id.

        Raises:
            LookupError: there is none.
        """
        for channel in self.channels.values():
            if name in (channel.id, channel.name):
                return channel
        raise LookupError(f"no channel {name!r}")

    def direct_message(self, person: str, bot: str) -> Channel:
        """Return the direct message of two members, opened at need."""
        with self.changed:
            for channel in self.channels.values():
                if channel.kind == "im" and set(channel.members) == {person, bot}:
                    return channel
            return self._add_channel("im", "", [person, bot])

    def message(self, channel: str, ts: str) -> Message | None:
        """Return a message that stands in a channel, a tombstone included."""
        return next((m for m in self.messages[channel] if m.ts == ts), None)

    def thread(self, channel: str, root_ts: str) -> list[Message]:
        """Return a thread's replies, oldest first, without its root."""
        return [m for m in self.messages[channel] if m.thread_ts == root_ts and m.is_reply]

    def put(self, message: Message) -> None:
        """Add a message, or put it in the place of the one with its `ts`."""
        with self.changed:
            shelf = self.ephemerals if message.ephemeral_to else self.messages[message.channel]
            for index, there in enumerate(shelf):
                if (there.channel, there.ts) == (message.channel, message.ts):
                    shelf[index] = message
                    break
            else:
                shelf.append(message)
            self.changed.notify_all()

    def remove(self, message: Message) -> None:
        """Take a message away; a root with replies leaves a tombstone, as in Slack."""
        with self.changed:
            if not message.ephemeral_to and self.thread(message.channel, message.ts):
                self.put(message.tombstone())
                return
            shelf = self.ephemerals if message.ephemeral_to else self.messages[message.channel]
            shelf[:] = [m for m in shelf if (m.channel, m.ts) != (message.channel, message.ts)]
            self.changed.notify_all()

    def wait_until(self, condition: Callable[[], T | None], timeout_s: float = 5.0) -> T:
        """Return the condition's first true value; it is tried on every change.

        Raises:
            TimeoutError: it did not become true in time.
        """
        deadline_s = time.monotonic() + timeout_s
        with self.changed:
            while not (value := condition()):
                left_s = deadline_s - time.monotonic()
                if left_s <= 0:
                    raise TimeoutError(f"nothing came within {timeout_s:g} s")
                # A condition may ask about the bot's side too, which nobody tells of here.
                self.changed.wait(min(left_s, _LOOK_AGAIN_S))
            return value

    def reset(self) -> None:
        """Empty messages and views, and put people and channels back as they were at the start."""
        with self.changed:
            self.members.update(self._people)
            for channel in self._channels:
                there = self.channels[channel.id]
                there.members[:] = channel.members
                there.connected_team_ids.clear()
                there.is_archived = False
            for shelf in (self.messages, self.homes, self.modals, self.answers):
                shelf.clear()
            self.ephemerals.clear()
            self.changed.notify_all()

    def _settle(self, people: Sequence[NewMember]) -> None:
        members = [self.add_member(new).id for new in people]
        regular = [member for member, new in zip(members, people, strict=True) if new.is_regular]
        for name in CHANNELS:
            self._add_channel("channel", name, regular)
        self._people = dict(self.members)
        self._channels = [
            replace(channel, members=list(channel.members)) for channel in self.channels.values()
        ]

    def _add_channel(self, kind: str, name: str, members: list[str]) -> Channel:
        channel = Channel(
            id=new_id("D" if kind == "im" else "C"),
            name=name,
            kind="im" if kind == "im" else "channel",
            created=_microseconds(self.clock.now()) // 1_000_000,
            creator=members[0] if members else "",
            members=list(members),
        )
        self.channels[channel.id] = channel
        return channel


def _microseconds(instant: datetime) -> int:
    # Integer arithmetic: a float of today's microseconds loses the last digit.
    return int(instant.timestamp()) * 1_000_000 + instant.microsecond
