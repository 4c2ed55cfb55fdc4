"""Payloads made of the outlines of Slack's: valid ones, and ones that are spoilt by chance."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

SHAPES = Path(__file__).parents[2] / "sandbox" / "outlines"
EVENTS = tuple(sorted(path.stem for path in (SHAPES / "events").glob("*.json")))
INTERACTIONS = tuple(sorted(path.stem for path in (SHAPES / "interaction").glob("*.json")))
TS, LATER = "1700000000.000100", "1700000009.000200"
BOT = "UBOT"

Payload = dict[str, Any]
Place = tuple[str | int, ...]

WORDS: dict[str, Any] = {
    "ts": TS,
    "deleted_ts": TS,
    "thread_ts": TS,
    "action_ts": TS,
    "event_ts": LATER,
    "user": "UALICE",
    "user_id": "UALICE",
    "parent_user_id": BOT,
    "channel": "DALICE",
    "channel_id": "DALICE",
    "channel_type": "im",
    "team": "T1",
    "team_id": "T1",
    "tab": "home",
    "command": "/practice",
    "event_time": 1700000000,
    "text": "My story.",
}
"""What stands under a key, where the outline knows only its type."""
FILLED: dict[str, str | None] = {
    "people": None,
    "questions": "disagreement,mistake",
    "turn": "all",
    "weekday": "0",
    "at": "09:30",
    "zones": "own",
    "zone": "Europe/Berlin",
    "open": "4",
    "reminder": "yes",
    "first": "2026-11-30",
}
"""A schedule's form, in order, as it is read."""
TYPES = {"string": "x", "boolean": False, "number": 1, "array": []}
EVENT_TYPES = {
    "AppHomeOpened": "app_home_opened",
    "ChannelArchive": "channel_archive",
    "ChannelShared": "channel_shared",
    "ChannelUnarchive": "channel_unarchive",
    "ChannelUnshared": "channel_unshared",
    "MemberJoinedChannel": "member_joined_channel",
    "MemberLeftChannel": "member_left_channel",
    "UrlVerification": "url_verification",
    "UserChange": "user_change",
}
SUBTYPES = {
    "MessageChanged": "message_changed",
    "MessageDeleted": "message_deleted",
    "MessageFileShare": "file_share",
    "MessageThreadBroadcast": "thread_broadcast",
}
ODD: tuple[Any, ...] = (
    None,
    "",
    " ",
    "x" * 300,
    "\ud800",
    "a:b:c",
    "1700000000.0001",
    0,
    -1,
    2**70,
    1.5,
    float("nan"),
    True,
    [],
    {},
    [[]],
    [None],
    ["x"],
    [{}],
    {"x": {}},
    {"value": {"value": []}},
)
"""What may stand where something else is expected."""


def event(name: str) -> Payload:
    """A valid event of an outline's name."""
    body: Payload = _fill(_outline("events", name))
    if "event" in body:
        body |= {"type": "event_callback", "authorizations": [{"user_id": BOT, "team_id": "T1"}]}
        body["event"]["type"] = EVENT_TYPES.get(name, "message")
        if name in SUBTYPES:
            body["event"]["subtype"] = SUBTYPES[name]
        for part in (body["event"], *map(body["event"].get, ("message", "previous_message"))):
            if part is not None:
                part.pop("bot_id", None)
    return body


def interaction(name: str) -> Payload:
    """A valid interaction of an outline's name."""
    body: Payload = _fill(_outline("interaction", name))
    if name != "slash_command":
        body |= {"type": name, "user": {"id": "UALICE", "name": "alice", "team_id": "T1"}}
        body["team"] = {"id": "T1", "domain": "practice"}
    if name == "block_actions":
        body["actions"] = [{"action_id": "section.next", "value": "i", "action_ts": TS}]
    return body


def every_payload() -> list[Payload]:
    """A valid payload of every outline that reaches the bot."""
    return [*(event(name) for name in EVENTS), *(interaction(name) for name in INTERACTIONS)]


@st.composite
def spoilt(draw: st.DrawFn) -> Payload:
    """A payload with some of its parts dropped, of another type, nested, or huge."""
    body = copy.deepcopy(draw(st.sampled_from(every_payload())))
    for _time in range(draw(st.integers(1, 4))):
        paths = list(_paths(body))
        if paths:
            _spoil(body, draw(st.sampled_from(paths)), draw)
    return body


def _spoil(body: Payload, path: Place, draw: st.DrawFn) -> None:
    parent: Any = body
    for key in path[:-1]:
        parent = parent[key]
    match draw(st.sampled_from(("drop", "odd", "nest", "wrap", "huge"))):
        case "drop":
            del parent[path[-1]]
        case "odd":
            parent[path[-1]] = copy.deepcopy(draw(st.sampled_from(ODD)))
        case "nest":
            parent[path[-1]] = {path[-1]: parent[path[-1]]}
        case "wrap":
            parent[path[-1]] = [parent[path[-1]]]
        case _:
            parent[path[-1]] = "&lt;" * 50_000


def _paths(part: Any, path: Place = ()) -> Iterator[Place]:
    for key in _keys(part):
        yield (*path, key)
        yield from _paths(part[key], (*path, key))


def _keys(part: Any) -> list[str | int]:
    if isinstance(part, list):
        return list(range(len(part)))
    return list(part) if isinstance(part, dict) else []


def _outline(family: str, name: str) -> Any:
    return json.loads((SHAPES / family / f"{name}.json").read_text(encoding="utf-8"))


def _fill(shape: Any, key: str = "") -> Any:
    if isinstance(shape, dict):
        return {name: _fill(part, name) for name, part in shape.items()}
    if isinstance(shape, list):
        return [_fill(part, key) for part in shape]
    return WORDS.get(key, TYPES[shape])
