"""Reading: what Slack sends becomes a fact, or nothing, by one pure function.

Relies only on keys that Slack documents, and on none of them being there.
Sources: https://docs.slack.dev/reference/events/message,
https://docs.slack.dev/reference/interaction-payloads/block_actions-payload,
https://docs.slack.dev/interactivity/implementing-slash-commands
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.facts import (
    BotInvited,
    ButtonPressed,
    CommandGiven,
    Fact,
    FormSubmitted,
    HomeOpened,
    MessageDeleted,
    MessageEdited,
    MessageWritten,
)
from bot.interview.instants import instant, is_instant
from bot.slack.payload import Part, Unreadable

WRITTEN = (None, "file_share", "thread_broadcast", "me_message")
"""The subtypes of a message by which a person says something."""
SLACKBOT = "USLACKBOT"


def read(body: Mapping[str, Any], now: datetime) -> Fact | None:
    """Return the fact that a payload tells, or None if it is none of ours.

    Raises:
        Unreadable: what is needed is missing or of another type; names keys, never values.
    """
    payload = Part(body)
    if "command" in body:
        return _command(payload, now)
    match payload.text("type", ""):
        case "event_callback":
            return _event(payload, payload.part("event"))
        case "block_actions":
            return _press(payload)
        case "view_submission":
            return _submission(payload, now)
        case _:
            return None  # shortcuts open a form at once; other kinds are not for us


def _event(payload: Part, event: Part) -> Fact | None:
    match event.text("type"):
        case "message":
            return _message(payload, event)
        case "app_home_opened" if event.text("tab", "home") == "home":
            at = event.text("event_ts", "") or payload.event_instant()
            subject = ("home", event.text("user"), at)
            return HomeOpened(user=event.text("user"), **_of_event(payload, at, subject))
        case "member_joined_channel" if event.text("user") == payload.bot_user:
            at = event.text("event_ts", "") or payload.event_instant()
            subject = ("invited", event.text("channel"), at)
            return BotInvited(
                user=event.text("inviter", ""),
                channel=event.text("channel"),
                **_of_event(payload, at, subject),
            )
        case _:
            return None


def _message(payload: Part, event: Part) -> Fact | None:
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
        **_of_event(payload, ts, subject),
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
        **_of_event(payload, event.text("event_ts", "") or edited, subject),
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
        **_of_event(payload, at, ("deleted", event.text("channel"), ts)),
    )


def _press(payload: Part) -> Fact | None:
    actions = payload.items("actions")
    if not actions:
        return None
    action, user = actions[0], payload.part("user")
    at = action.instant("action_ts")
    container = payload.part("container", {})
    message = payload.part("message", {})
    subject = ("pressed", user.text("id"), action.text("action_id"), at)
    return ButtonPressed(
        user=user.text("id"),
        name=user.text("name", "") or user.text("username", ""),
        action=action.text("action_id"),
        value=action.chosen(),
        channel=payload.part("channel", {}).text("id", "")
        or container.text("channel_id", "")
        or None,
        thread_ts=message.text("thread_ts", "") or container.text("thread_ts", "") or None,
        at=at,
        **_whose(payload, subject),
    )


def _command(payload: Part, now: datetime) -> Fact:
    user = payload.text("user_id")
    return CommandGiven(
        user=user,
        name=payload.text("user_name", ""),
        channel=payload.text("channel_id"),
        text=payload.text("text", ""),
        at=instant(now),
        **_whose(payload, ("command", user, payload.text("trigger_id"))),
    )


def _submission(payload: Part, now: datetime) -> Fact:
    user, view = payload.part("user"), payload.part("view")
    trigger = payload.text("trigger_id", "") or view.text("id")
    return FormSubmitted(
        user=user.text("id"),
        name=user.text("name", "") or user.text("username", ""),
        form=view.text("callback_id"),
        subject=view.text("private_metadata", ""),
        values=view.form_values(),
        at=instant(now),
        **_whose(payload, ("submitted", user.text("id"), trigger)),
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


def _of_event(payload: Part, at: str, subject: tuple[str, ...]) -> dict[str, Any]:
    event_id = payload.text("event_id", "") or None
    return {"event_id": event_id, "at": at, **_whose(payload, subject)}


def _whose(payload: Part, subject: tuple[str, ...]) -> dict[str, Any]:
    enterprise, team = payload.installation()
    if not team:
        raise Unreadable("team_id")
    return {"enterprise": enterprise, "team": team, "key": ":".join((enterprise, team, *subject))}
