"""Reading a call's arguments: query, form and JSON body together."""

import json
from typing import Any

from aiohttp import web

from sandbox.web_api.method import ApiError, Wire

# Arguments that hold structures; a form body sends them as JSON text.
STRUCTURED = ("blocks", "attachments", "view", "metadata")


async def read_arguments(request: web.Request) -> Wire:
    """Return the merged arguments of a call.

    Source: https://docs.slack.dev/apis/web-api (POST bodies: form or JSON)

    Raises:
        ApiError: the body is not what its content type says.
    """
    arguments: Wire = dict(request.query)
    if request.content_type == "application/json":
        arguments |= _json_object(await request.text())
    elif request.method == "POST":
        arguments.update((await request.post()).items())
    return {key: _structured(key, value) for key, value in arguments.items()}


def _json_object(text: str) -> Wire:
    if not text.strip():
        return {}  # the Python client calls auth.test with an empty JSON body
    try:
        body = json.loads(text)
    except ValueError:
        raise ApiError("invalid_json") from None
    if not isinstance(body, dict):
        raise ApiError("json_not_object")
    return body


def _structured(name: str, value: Any) -> Any:
    if name not in STRUCTURED or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        error = "invalid_blocks_format" if name == "blocks" else "invalid_arguments"
        raise ApiError(error) from None
