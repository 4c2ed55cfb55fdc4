"""A person of the workspace, in the verbs of somebody who uses Slack."""

import uuid
from typing import Any

from sandbox.payloads import events, posting
from sandbox.payloads.bodies import file_body
from sandbox.people import acts
from sandbox.people.mrkdwn import compose
from sandbox.people.resident import Resident
from sandbox.state.ids import new_id
from sandbox.state.records import Channel, Message


class Person(Resident):
    """One person: what she does, and what she sees."""

    def says(
        self,
        text: str,
        channel: str | None = None,
        thread: str | Message | None = None,
        *,
        broadcast: bool = False,
    ) -> Message:
        """Send a message; without a channel, to the bot.

        Args:
            text: as typed.
            channel: an id or a name.
            thread: the thread's root, or its `ts`.
            broadcast: "also send to the channel".
        """
        with self._workspace.changed:
            place = self._place(channel, thread)
            typed = compose(text, self._workspace)
            return self._post(
                place,
                thread,
                text=typed.text,
                blocks=typed.blocks,
                subtype="thread_broadcast" if broadcast else None,
            )

    def attaches(
        self, filename: str, channel: str | None = None, thread: str | Message | None = None
    ) -> Message:
        """Share a file without a word."""
        with self._workspace.changed:
            file = file_body(self._slack, file_id=new_id("F"), name=filename, user=self.id)
            place = self._place(channel, thread)
            return self._post(place, thread, text="", files=(file,), subtype="file_share")

    def edits(self, message: Message, text: str) -> Message:
        """Change a message of her own."""
        with self._workspace.changed:
            typed = compose(text, self._workspace)
            return posting.change(
                self._slack, self._now(message), by=self.id, text=typed.text, blocks=typed.blocks
            )

    def deletes(self, message: Message) -> None:
        """Delete a message of her own."""
        with self._workspace.changed:
            posting.delete(self._slack, self._now(message))

    def unfurls(self, message: Message, url: str = "https://example.com/") -> Message:
        """Let Slack add a link preview to a message, which is no edit."""
        preview = {"from_url": url, "id": 1, "original_url": url, "title": "Example"}
        with self._workspace.changed:
            return posting.change(self._slack, self._now(message), by=None, attachments=(preview,))

    def runs(
        self, line: str, channel: str | None = None, thread: str | Message | None = None
    ) -> None:
        """Run a slash command, in the direct message with the bot or in a channel.

        In a thread Slack refuses it, and says so.

        Raises:
            AssertionError: the manifest does not have the command.
        """
        place = self._place(channel, thread)
        if thread is not None:
            refusal = f"{line.split(maxsplit=1)[0]} is not supported in threads. Sorry!"
            acts.notify(self._slack, self.id, place.id, refusal)
            return
        acts.run(self._slack, self.id, place, line)

    def uses(self, shortcut: str) -> None:
        """Use a global shortcut by its name.

        Raises:
            AssertionError: the manifest does not have it.
        """
        acts.use_shortcut(self._slack, self.id, shortcut)

    def opens_home(self) -> None:
        """Open the app's Home tab.

        Raises:
            AssertionError: the manifest has none.
        """
        if not self._slack.manifest.home_tab:
            raise AssertionError("the manifest has no Home tab")
        events.tell_home_opened(self._slack, self.id, self.dm, "home")

    def opens_messages(self) -> None:
        """Open the app's Messages tab."""
        events.tell_home_opened(self._slack, self.id, self.dm, "messages")

    def _place(self, channel: str | None, thread: str | Message | None) -> Channel:
        if channel is None and isinstance(thread, Message):
            channel = thread.channel
        return self._workspace.channel_named(channel or self.dm)

    def _post(self, place: Channel, thread: str | Message | None, **fields: Any) -> Message:
        self._check_writable(place)
        if thread is not None:
            root = self._root(place, thread)
            fields |= {"thread_ts": root.ts, "parent_user": root.user}
        message = Message(
            channel=place.id,
            ts=self._workspace.next_ts(),
            user=self.id,
            client_msg_id=str(uuid.uuid4()),
            **fields,
        )
        return posting.post(self._slack, message)

    def _root(self, place: Channel, thread: str | Message) -> Message:
        ts = thread.ts if isinstance(thread, Message) else thread
        named = self._workspace.message(place.id, ts)
        root = named and self._workspace.message(place.id, named.thread_ts or named.ts)
        if root is None:
            raise AssertionError(f"no message {ts} to reply to")
        return root

    def _check_writable(self, place: Channel) -> None:
        manifest = self._slack.manifest
        self._check_active()
        if place.kind == "im" and (not manifest.messages_tab or manifest.messages_tab_read_only):
            raise AssertionError("the manifest does not let people write in the Messages tab")
        if place.is_archived:
            raise AssertionError(f"#{place.name} is archived")
        if self.id not in place.members:
            raise AssertionError(f"{self.name} is not in #{place.name}")

    def _now(self, message: Message) -> Message:
        found = self._workspace.message(message.channel, message.ts)
        if found is None or found.user != self.id:
            raise AssertionError(f"{self.name} has no such message")
        return found
