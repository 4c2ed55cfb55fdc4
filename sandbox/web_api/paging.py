"""Lists that come a page at a time."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from sandbox.web_api.method import ApiError, Wire, whole_number

T = TypeVar("T")
_MOST_OF_A_PAGE = 999


def page_of(items: Sequence[T], arguments: Wire, *, default: int) -> tuple[Sequence[T], str]:
    """Return one page and the cursor of the next, which is empty on the last.

    Source: https://docs.slack.dev/apis/web-api/pagination
    """
    limit = min(max(whole_number(arguments.get("limit"), default), 1), _MOST_OF_A_PAGE)
    start = _start_of(str(arguments.get("cursor") or ""))
    end = start + limit
    cursor = base64.b64encode(f"next:{end}".encode()).decode() if end < len(items) else ""
    return items[start:end], cursor


def _start_of(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        word, _, number = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word == "next":
            return int(number)
    except (binascii.Error, ValueError):
        pass
    raise ApiError("invalid_cursor")
