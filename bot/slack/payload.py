"""One part of a payload of Slack's, read without trust: every key may be missing or odd."""

from collections.abc import Mapping
from typing import Any

from bot.interview.instants import is_instant

_MISSING: Any = object()

VALUES = (
    "value",
    "selected_user",
    "selected_channel",
    "selected_conversation",
    "selected_date",
    "selected_time",
)
LISTS = ("selected_users", "selected_channels", "selected_conversations")
"""Under which keys elements report a text that was put in, and a list of ids."""


class Unreadable(Exception):
    """A payload lacks what we need, or has it as another type. Names the key, never the value."""


class Part:
    """A JSON object of which nothing is taken for granted."""

    def __init__(self, body: object) -> None:
        self._body: Mapping[str, Any] = body if isinstance(body, Mapping) else {}

    def get(self, key: str) -> Any:
        """Return whatever stands under a key, or None."""
        return self._body.get(key)

    def has(self, key: str) -> bool:
        """Say whether something other than null or nothing stands under a key."""
        return bool(self._body.get(key))

    def text(self, key: str, default: str = _MISSING) -> str:
        """Return a text; without a default, a missing or empty one is unreadable."""
        value = self._body.get(key)
        if isinstance(value, str) and (value or default is not _MISSING):
            return _storable(value)
        if default is _MISSING or not (value is None or isinstance(value, str)):
            raise Unreadable(key)
        return default

    def instant(self, key: str) -> str:
        """Return one of Slack's instants."""
        value = self.text(key)
        if not is_instant(value):
            raise Unreadable(key)
        return value

    def part(self, key: str, default: object = _MISSING) -> "Part":
        """Return an object; without a default, a missing one is unreadable."""
        value = self._body.get(key)
        if isinstance(value, Mapping):
            return Part(value)
        if default is _MISSING:
            raise Unreadable(key)
        return Part(default)

    def items(self, key: str) -> "list[Part]":
        """Return a list of objects; anything else is an empty one."""
        value = self._body.get(key)
        return [Part(item) for item in value] if isinstance(value, list) else []

    def texts(self, key: str) -> list[str]:
        """Return a list of texts, such as ids, without what is none; anything else is empty."""
        value = self._body.get(key)
        found = value if isinstance(value, list) else []
        return [_storable(each) for each in found if isinstance(each, str) and each]

    @property
    def bot_user(self) -> str:
        """The user id of our own bot, as the envelope of an event names it, or empty."""
        users = [part.text("user_id", "") for part in self.items("authorizations")]
        return users[0] if users else ""

    def event_instant(self) -> str:
        """Return the second at which an event happened, as an instant."""
        value = self._body.get("event_time")
        if not isinstance(value, int):
            raise Unreadable("event_time")
        return f"{value:010d}.000000"

    def installation(self) -> tuple[str, str]:
        """Return (enterprise id or empty, team id or empty) of the workspace it came from."""
        user_team = self.part("user", {}).text("team_id", "")
        team = self.text("team_id", "") or self.part("team", {}).text("id", "") or user_team
        enterprise = self.text("enterprise_id", "") or self.part("enterprise", {}).text("id", "")
        return enterprise, team

    def chosen(self) -> str:
        """Return what a button carries, or what was typed or chosen; several are joined by commas.

        Source: https://docs.slack.dev/reference/block-kit/block-elements (a page for each element)
        """
        typed = (self.text(key, "") for key in VALUES)
        option = self.part("selected_option", {}).text("value", "")
        options = ",".join(
            o.text("value") for o in self.items("selected_options") if o.has("value")
        )
        lists = (",".join(self.texts(key)) for key in LISTS)
        return next((found for found in (*typed, option, options, *lists) if found), "")

    def form_values(self) -> dict[str, str | None]:
        """Return what was filled in, by block id.

        Shapes: `state.values` is {block_id: {action_id: {"type", "value" | "selected_…"}}}.
        """
        filled: dict[str, str | None] = {}
        for block_id, inputs in self.part("state", {}).part("values", {}).parts().items():
            filled[block_id] = next((i.chosen() for i in inputs.parts().values()), "") or None
        return filled

    def parts(self) -> "dict[str, Part]":
        """Return everything in this object as parts, by key."""
        return {key: Part(value) for key, value in self._body.items()}


def _storable(text: str) -> str:
    """Return a text that a database takes: half of a cut emoji is none."""
    return text.encode(errors="replace").decode()
