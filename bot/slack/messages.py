"""Reading messages: who wrote, edited or deleted what, in a direct message or in a thread of ours.

Source: https://docs.slack.dev/reference/events/message
"""

from bot.facts import Fact, MessageDeleted, MessageEdited, MessageWritten
from bot.interview.instants import is_instant
from bot.slack.envelope import of_event
from bot.slack.member import SLACKBOT
from bot.slack.payload import Part

WRITTEN = (None, "file_share", "thread_broadcast", "me_message")
"""The subtypes of a message by which a person says something."""


def message(payload: Part, event: Part) -> Fact | None:
    """Return the fact that a message event tells, or None if it is none of ours.

    Raises:
        Unreadable: what is needed is missing or of another type.
    """
    match event.get("subtype"):
        case "message_changed":
            return _edit(payload, event, event.part("message"))
        case "message_deleted":
            return _delete(payload, event)
        case subtype if subtype in WRITTEN and not event.has("bot_id"):
            return _written(payload, event)
        case _:
            return None


def _written(payload: Part, event: Part) -> Fact | None:
    if not _is_ours(payload, event, event):
        return None
    ts, text = event.instant("ts"), event.text("text", "")
    subject = ("written", event.text("channel"), ts)
    return MessageWritten(
        user=event.text("user"),
        channel=event.text("channel"),
        direct=_is_direct(event),
        ts=ts,
        thread_ts=_thread(event, ts),
        text=text,
        files=len(event.items("files")),
        parent_known=_is_direct(event) or _parent_is_bot(payload, event) is True,
        **of_event(payload, ts, subject),
    )


def _edit(payload: Part, event: Part, message: Part) -> Fact | None:
    if message.has("bot_id") or not _is_ours(payload, event, message):
        return None
    ts, text = message.instant("ts"), message.text("text", "")
    if not message.has("edited"):
        return None  # an unfurl or the like: nobody edited anything
    edited = message.part("edited").instant("ts")
    version = f"{edited}/{event.text('event_ts', '')}"
    subject = ("edited", event.text("channel"), ts, version)
    return MessageEdited(
        user=message.text("user"),
        channel=event.text("channel"),
        direct=_is_direct(event),
        ts=ts,
        thread_ts=_thread(message, ts),
        text=text,
        version=version,
        parent_known=_is_direct(event) or _parent_is_bot(payload, message) is True,
        **of_event(payload, event.text("event_ts", "") or edited, subject),
    )


def _delete(payload: Part, event: Part) -> Fact | None:
    gone = event.part("previous_message", {})  # which Slack sends, and does not promise
    told = event.has("previous_message")
    if gone.has("bot_id") or (told and not _is_ours(payload, event, gone)):
        return None
    ts = event.instant("deleted_ts")
    at = event.text("event_ts", "") or event.text("ts")
    return MessageDeleted(
        user=gone.text("user", ""),
        channel=event.text("channel"),
        ts=ts,
        thread_ts=_thread(gone, ts),
        parent_known=_is_direct(event) or _parent_is_bot(payload, gone) is True,
        **of_event(payload, at, ("deleted", event.text("channel"), ts)),
    )


def _is_ours(payload: Part, event: Part, message: Part) -> bool:
    """Tell direct messages and replies under the bot's own messages from other people's talk."""
    if message.text("user", "") == payload.bot_user != "":
        return False
    return _is_direct(event) or _parent_is_bot(payload, message) is not False


def _parent_is_bot(payload: Part, message: Part) -> bool | None:
    """Say whether a reply stands under a message of the bot; None where the payload cannot tell.

    A reply that was also sent to the channel names its parent's author in `root` alone, and under a
    deleted root the author is Slackbot.
    """
    if not message.has("thread_ts"):
        return False
    parent = message.text("parent_user_id", "") or message.part("root", {}).text("user", "")
    if not parent or not payload.bot_user or parent == SLACKBOT:
        return None
    return parent == payload.bot_user


def _is_direct(event: Part) -> bool:
    return event.text("channel_type", "") == "im" or event.text("channel", "").startswith("D")


def _thread(message: Part, ts: str) -> str | None:
    thread_ts = message.text("thread_ts", "")
    return thread_ts if thread_ts and thread_ts != ts and is_instant(thread_ts) else None
