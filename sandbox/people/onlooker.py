"""What one person of the workspace sees."""

from sandbox.installation import Installation
from sandbox.people.sight import as_message, newest_first, visible_messages, words_of
from sandbox.state.records import Member, Message, View
from sandbox.state.workspace import Workspace

_FAILURE_LINES = 10
_FAILURE_WIDTH = 200


class Onlooker:
    """One person's eyes: messages, ephemerals, the open modal and the Home tab."""

    def __init__(self, slack: Installation, person_id: str) -> None:
        self.id = person_id
        self._slack = slack

    @property
    def member(self) -> Member:
        """Her entry in the workspace: names and zone."""
        return self._workspace.members[self.id]

    @property
    def name(self) -> str:
        """Her real name."""
        return self.member.real_name

    @property
    def dm(self) -> str:
        """The channel id of her direct message with the bot."""
        return self._workspace.direct_message(self.id, self._slack.bot_user_id).id

    @property
    def modal(self) -> View | None:
        """The modal on top, if one is open."""
        with self._workspace.changed:
            stack = self._workspace.modals[self.id]
            return stack[-1] if stack else None

    @property
    def home(self) -> View | None:
        """The app's Home tab, if the app has published one."""
        return self._workspace.homes.get(self.id)

    def reads(self, channel: str, thread: str | Message | None = None) -> list[Message]:
        """Return what she sees in a channel, or in one thread with its root, oldest first."""
        root = thread.ts if isinstance(thread, Message) else thread
        with self._workspace.changed:
            place = self._workspace.channel_named(channel).id
            return [
                message
                for message in visible_messages(self._workspace, self.id)
                if message.channel == place and root in (None, message.ts, message.thread_ts)
            ]

    def sees(self, text: str, timeout_s: float = 5.0) -> Message:
        """Wait until something that she can see holds a text; return the newest such.

        Raises:
            AssertionError: it did not come; the message shows what did.
        """
        try:
            return self._workspace.wait_until(lambda: self._seen(text), timeout_s)
        except TimeoutError:
            raise AssertionError(self._failure(f"does not see {text!r}")) from None

    def sees_nothing_of(self, text: str) -> None:
        """Check that nothing that she can see now holds a text.

        Raises:
            AssertionError: something does.
        """
        with self._workspace.changed:
            if self._seen(text):
                raise AssertionError(self._failure(f"sees {text!r}"))

    @property
    def _workspace(self) -> Workspace:
        return self._slack.workspace

    def _seen(self, text: str) -> Message | None:
        for shown in newest_first(self._workspace, self.id):
            if text in words_of(shown):
                return as_message(shown)
        return None

    def _failure(self, what: str) -> str:
        """Return a failure's text: what went wrong, what she sees and the traffic's tail."""
        with self._workspace.changed:
            shown = newest_first(self._workspace, self.id)[:_FAILURE_LINES]
            seen = [_line(words_of(each)) for each in reversed(shown)]
        wire = [
            f"{entry.direction}  {'ok ' if entry.ok else 'BAD'}  {entry.summary}"
            for entry in list(self._slack.traffic)[-_FAILURE_LINES:]
        ]
        return "\n".join(
            [
                f"{self.name} {what}",
                "visible, newest last:",
                *_indented(seen),
                "traffic, newest last:",
                *_indented(wire),
            ]
        )


def _line(text: str) -> str:
    return " / ".join(text.split("\n"))[:_FAILURE_WIDTH]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines or ["(nothing)"]]
