"""Outlines of Slack's payloads, and holding a payload against one."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
# Keys that Slack sends as null rather than leave out.
_NULLABLE = {"enterprise", "enterprise_id", "close", "submit", "previous_view_id"}
_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "number": (int, float),
    "array": list,
}


@cache
def outline(family: str, name: str) -> Any | None:
    """Return an outline by its folder and name, or None where Slack documents no such thing."""
    path = _FOLDER / family / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def departures(payload: Any, shape: Any, path: str = "") -> Iterator[str]:
    """Yield every place where a payload is not as its outline says: key and type.

    Args:
        payload: what is to be sent.
        shape: a type's name, a list with the shape of its elements, or an object of shapes; an
            empty object may hold anything.
        path: where in the payload this is.
    """
    if isinstance(shape, str):
        if not _has_type(payload, shape):
            yield f"{path}: {type(payload).__name__} where Slack has {shape}"
    elif isinstance(shape, list):
        yield from _in_list(payload, shape, path)
    elif not isinstance(payload, dict):
        yield f"{path}: {type(payload).__name__} where Slack has an object"
    elif shape:
        yield from _in_object(payload, shape, path)


def _has_type(value: Any, name: str) -> bool:
    if isinstance(value, bool) and name == "number":
        return False
    return isinstance(value, _TYPES[name])


def _in_list(payload: Any, shape: list[Any], path: str) -> Iterator[str]:
    if not isinstance(payload, list):
        yield f"{path}: {type(payload).__name__} where Slack has a list"
        return
    for index, element in enumerate(payload if shape else ()):
        yield from departures(element, shape[0], f"{path}[{index}]")


def _in_object(payload: dict[str, Any], shape: dict[str, Any], path: str) -> Iterator[str]:
    for key, value in payload.items():
        place = f"{path}.{key}"
        if key not in shape:
            yield f"{place}: Slack documents no such key"
        elif value is not None or key not in _NULLABLE:
            yield from departures(value, shape[key], place)
