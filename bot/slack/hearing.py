"""Reading: what Slack sends becomes a fact, or nothing, by one pure function.

Relies only on keys that Slack documents, and on none of them being there.
Sources: https://docs.slack.dev/reference/events,
https://docs.slack.dev/reference/interaction-payloads/block_actions-payload,
https://docs.slack.dev/interactivity/implementing-slash-commands
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.facts import (
    BotInvited,
    ButtonPressed,
    ChannelChanged,
    CommandGiven,
    Fact,
    FormSubmitted,
    HomeOpened,
    PersonChanged,
)
from bot.interview.instants import instant
from bot.slack.envelope import instant_of, of_event, whose
from bot.slack.member import member_of
from bot.slack.messages import message
from bot.slack.payload import Part


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
            return message(payload, event)
        case "app_home_opened" if event.text("tab", "home") == "home":
            at = instant_of(payload, event)
            subject = ("home", event.text("user"), at)
            return HomeOpened(user=event.text("user"), **of_event(payload, at, subject))
        case "member_joined_channel" if event.text("user") == payload.bot_user:
            at = instant_of(payload, event)
            subject = ("invited", event.text("channel"), at)
            return BotInvited(
                user=event.text("inviter", ""),
                channel=event.text("channel"),
                **of_event(payload, at, subject),
            )
        case "user_change":
            return _person(payload, event)
        case (
            "channel_archive"
            | "channel_deleted"
            | "channel_left"
            | "channel_shared"
            | "channel_unarchive"
            | "channel_unshared"
            | "member_joined_channel"
            | "member_left_channel"
        ):
            return _channel(payload, event)
        case _:
            return None


def _person(payload: Part, event: Part) -> Fact:
    _enterprise, workspace = payload.installation()
    member = member_of(event.part("user"), workspace)
    return PersonChanged(
        user=member.user,
        zone=member.zone,
        person_kind=member.kind,
        **_of_change(payload, event, member.user),
    )


def _channel(payload: Part, event: Part) -> Fact:
    channel = event.text("channel")
    return ChannelChanged(channel=channel, **_of_change(payload, event, channel))


def _of_change(payload: Part, event: Part, changed: str) -> dict[str, Any]:
    # Many of these events have no instant but the second: two of one second are told apart by
    # Slack's id. To hear one of them twice does no harm.
    at, event_id = instant_of(payload, event), payload.text("event_id", "")
    return of_event(payload, at, (event.text("type"), changed, at, event_id))


def _press(payload: Part) -> Fact | None:
    actions = payload.items("actions")
    if not actions:
        return None
    action, user = actions[0], payload.part("user")
    at = action.instant("action_ts")
    container = payload.part("container", {})
    pressed = payload.part("message", {})
    subject = ("pressed", user.text("id"), action.text("action_id"), at)
    return ButtonPressed(
        user=user.text("id"),
        name=user.text("name", "") or user.text("username", ""),
        action=action.text("action_id"),
        value=action.chosen(),
        channel=payload.part("channel", {}).text("id", "")
        or container.text("channel_id", "")
        or None,
        thread_ts=pressed.text("thread_ts", "") or container.text("thread_ts", "") or None,
        at=at,
        **whose(payload, subject),
    )


def _command(payload: Part, now: datetime) -> Fact:
    user = payload.text("user_id")
    return CommandGiven(
        user=user,
        name=payload.text("user_name", ""),
        channel=payload.text("channel_id"),
        text=payload.text("text", ""),
        at=instant(now),
        **whose(payload, ("command", user, payload.text("trigger_id"))),
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
        **whose(payload, ("submitted", user.text("id"), trigger)),
    )
