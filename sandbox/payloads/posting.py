"""Changes to messages, each told to the bot."""

from dataclasses import replace
from typing import Any

from sandbox.installation import Installation
from sandbox.payloads import events
from sandbox.state.records import Message


def post(slack: Installation, message: Message) -> Message:
    """Put a new message into its channel."""
    with slack.workspace.changed:
        slack.workspace.put(message)
        if message.ephemeral_to is None:
            events.tell_posted(slack, message)
    return message


def change(slack: Installation, message: Message, *, by: str | None, **changes: Any) -> Message:
    """Change a message.

    Args:
        slack: the installation.
        message: the message as it was.
        by: who edits it; None where Slack itself adds to it (an unfurl), which leaves no mark.
        changes: the fields that differ.
    """
    with slack.workspace.changed:
        if by is not None:
            # Slack gives edits in whole seconds.
            seconds = slack.workspace.next_ts().partition(".")[0]
            changes |= {"edited_by": by, "edited_ts": f"{seconds}.000000"}
        after = replace(message, **changes)
        slack.workspace.put(after)
        if message.ephemeral_to is None:
            events.tell_changed(slack, after, message)
    return after


def delete(slack: Installation, message: Message) -> None:
    """Delete a message."""
    with slack.workspace.changed:
        slack.workspace.remove(message)
        if message.ephemeral_to is None:
            events.tell_deleted(slack, message)
