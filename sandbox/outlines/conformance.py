"""Whether what went over the wire is what Slack documents."""

from typing import Any

from sandbox.outlines.outline import departures, outline
from sandbox.state.traffic import Entry

_SUBTYPES = {
    "message_changed": "MessageChanged",
    "message_deleted": "MessageDeleted",
    "file_share": "MessageFileShare",
    "thread_broadcast": "MessageThreadBroadcast",
}
_EVENTS = {
    "app_home_opened": "AppHomeOpened",
    "channel_archive": "ChannelArchive",
    "channel_shared": "ChannelShared",
    "channel_unarchive": "ChannelUnarchive",
    "channel_unshared": "ChannelUnshared",
    "member_joined_channel": "MemberJoinedChannel",
    "member_left_channel": "MemberLeftChannel",
    "user_change": "UserChange",
}


def departures_in(entry: Entry) -> list[str]:
    """Return where the sandbox's side of one exchange departs from Slack's outline."""
    match entry.kind:
        case "events_api":
            return _held(entry.payload, "events", _event_name(entry.payload["event"]))
        case "interactive":
            return _held(entry.payload, "interaction", entry.payload["type"])
        case "slash_commands":
            return _held(entry.payload, "interaction", "slash_command")
        case "response_url":
            return []  # what the app sends there is its own; the answer is the word ok
        case method:
            return _held_answer(method, entry.payload["answer"])


def _event_name(event: dict[str, Any]) -> str:
    if event["type"] == "message":
        return _SUBTYPES.get(event.get("subtype", ""), "Message")
    kind = str(event["type"])
    return _EVENTS.get(kind, kind)


def _held_answer(method: str, answer: dict[str, Any]) -> list[str]:
    return _held(answer, "api", method if answer["ok"] else "error")


def _held(payload: Any, family: str, name: str) -> list[str]:
    shape = outline(family, name)
    if shape is None:
        return [f"{family}/{name}: Slack documents no such payload"]
    return [f"{family}/{name}{problem}" for problem in departures(payload, shape)]
