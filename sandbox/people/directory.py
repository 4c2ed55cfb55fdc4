"""Picking people and channels: the menus whose options Slack itself fills in."""

from collections.abc import Mapping, Sequence
from typing import Any

from sandbox.state.view_state import STATE_KEYS
from sandbox.state.workspace import Workspace

Element = Mapping[str, Any]
_PEOPLE = ("users_select", "multi_users_select")
_CHANNELS = ("channels_select", "conversations_select")


def is_directory(element: Element) -> bool:
    """Whether an element offers the workspace's people or its channels."""
    return element["type"] in (*_PEOPLE, *_CHANNELS)


def picked(workspace: Workspace, element: Element, names: Sequence[str]) -> dict[str, Any]:
    """Return an element's state after people or channels were picked by their names.

    Args:
        workspace: where they are.
        element: the menu.
        names: who or what is chosen, instead of what was before; none clears it.

    Raises:
        AssertionError: a name is not offered, or there are more than the menu takes.
    """
    most = most_of(element)
    if most is not None and len(names) > most:
        raise AssertionError(f"takes at most {most}")
    ids = [_id_of(workspace, element, name) for name in names]
    key, _ = STATE_KEYS[element["type"]]
    value = ids if element["type"].startswith("multi_") else next(iter(ids), None)
    return {"type": element["type"], key: value}


def most_of(element: Element) -> int | None:
    """Return how many can be chosen in a menu, or None where there is no limit.

    Source: https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element
    """
    if not element["type"].startswith("multi_"):
        return 1
    most: int | None = element.get("max_selected_items")
    return most


def _id_of(workspace: Workspace, element: Element, name: str) -> str:
    offered = _people(workspace) if element["type"] in _PEOPLE else _channels(workspace)
    for option_id, names in offered.items():
        if name in (option_id, *names):
            return option_id
    raise AssertionError(f"does not offer {name!r}")


def _people(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    return {
        member.id: (member.real_name, member.name)
        for member in workspace.members.values()
        if not (member.is_bot or member.deleted)
    }


def _channels(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    return {
        channel.id: (channel.name, f"#{channel.name}")
        for channel in workspace.channels.values()
        if channel.kind == "channel" and not channel.is_archived
    }
