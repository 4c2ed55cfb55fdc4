"""A person of the workspace, in the verbs of somebody who uses Slack."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from sandbox import acts, events, forms, posting
from sandbox.composer import compose
from sandbox.ids import new_id
from sandbox.onlooker import Onlooker
from sandbox.payloads import file_body
from sandbox.records import Channel, Message, View
from sandbox.sight import newest_first


class Person(Onlooker):
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

    def presses(self, label: str, message: Message | None = None) -> None:
        """Press the newest visible button with a label, or the one of a given message."""
        shown, block, element = self._find(
            lambda _, element: forms.is_button(element, label),
            f"button {label!r}",
            message,
        )
        self._act(shown, forms.button_action(block, element))

    def chooses(self, name: str, option: str, message: Message | None = None) -> None:
        """Choose an option of a select, of radio buttons, of checkboxes or of an overflow.

        Args:
            name: the element's placeholder, its block's label, or its action id.
            option: the option's text.
            message: where it stands, if not in what is newest.
        """
        shown, block, element = self._find(
            lambda block, element: (
                forms.is_called(block, element, name) and forms.has_option(element, option)
            ),
            f"option {option!r} of {name!r}",
            message,
        )
        value = forms.chosen(element, option, self._values(shown).get(_key(block, element), {}))
        self._put(shown, block, element, value)
        if forms.tells_of_changes(block):
            self._act(shown, forms.choice_action(block, element, value))

    def fills(self, name: str, value: str) -> None:
        """Fill a field of the open modal, by its label."""
        shown, block, element = self._find(
            lambda block, element: (
                forms.is_called(block, element, name) and forms.takes_text(element)
            ),
            f"field {name!r}",
            None,
        )
        self._put(shown, block, element, forms.filled(element, value))

    def submits(self) -> dict[str, str]:
        """Submit the open modal; return the errors under its fields, by block id."""
        return acts.submit(self._slack, self._open_modal())

    def closes(self) -> None:
        """Close the open modal."""
        acts.close(self._slack, self._open_modal())

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

    def invites_bot(self, channel: str) -> None:
        """Invite the bot into a channel."""
        place = self._workspace.channel_named(channel)
        posting.join(self._slack, place, self._slack.bot_user_id, inviter=self.id)

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
        if place.kind == "im" and (not manifest.messages_tab or manifest.messages_tab_read_only):
            raise AssertionError("the manifest does not let people write in the Messages tab")
        if place.is_archived:
            raise AssertionError(f"#{place.name} is archived")

    def _now(self, message: Message) -> Message:
        found = self._workspace.message(message.channel, message.ts)
        if found is None or found.user != self.id:
            raise AssertionError(f"{self.name} has no such message")
        return found

    def _open_modal(self) -> View:
        if self.modal is None:
            raise AssertionError(self._failure("has no modal open"))
        return self.modal

    def _find(
        self,
        wanted: Callable[[Mapping[str, Any], Mapping[str, Any]], bool],
        words: str,
        message: Message | None,
    ) -> tuple[Message | View, Mapping[str, Any], Mapping[str, Any]]:
        with self._workspace.changed:
            found = forms.find(self._places(message), wanted)
        if found is None:
            raise AssertionError(self._failure(f"sees no {words}"))
        return found

    def _places(self, message: Message | None) -> list[Message | View]:
        if message is None:
            return newest_first(self._workspace, self.id)
        # As it stands now, or as it stood when she last looked at it: both can be pressed.
        current = self._workspace.message(message.channel, message.ts)
        return [message] if current is None else [current, message]

    def _act(self, shown: Message | View, action: dict[str, Any]) -> None:
        acts.press(self._slack, self.id, shown, action)

    def _values(self, shown: Message | View) -> dict[tuple[str, str], dict[str, Any]]:
        if isinstance(shown, View):
            return shown.values
        key = (shown.channel, shown.ts, self.id)
        return self._workspace.answers.setdefault(key, {})

    def _put(
        self,
        shown: Message | View,
        block: Mapping[str, Any],
        element: Mapping[str, Any],
        value: dict[str, Any],
    ) -> None:
        if element["type"] == "overflow":
            return  # an overflow remembers nothing
        with self._workspace.changed:
            self._values(shown)[_key(block, element)] = value
            self._workspace.changed.notify_all()


def _key(block: Mapping[str, Any], element: Mapping[str, Any]) -> tuple[str, str]:
    return (str(block["block_id"]), str(element["action_id"]))
