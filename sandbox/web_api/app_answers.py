"""Messages that the app gives back as an answer: to a command at once, or to a response URL."""

import json
from typing import Any

from aiohttp import web

from sandbox.installation import Installation
from sandbox.payloads import posting
from sandbox.state.records import Message
from sandbox.state.response_urls import Place
from sandbox.web_api.chat import message_content
from sandbox.web_api.method import ApiError


async def take_response(slack: Installation, request: web.Request) -> web.Response:
    """Serve a response URL.

    Source: https://docs.slack.dev/interactivity/handling-user-interaction (`response_url`: five
    times within thirty minutes)
    """
    try:
        place = slack.response_urls.use(request.match_info["ticket"])
        answer = json.loads(await request.text())
        show_answer(slack, place, answer)
    except LookupError as unusable:
        problem = str(unusable)
    except ValueError:
        problem = "invalid_payload"
    except ApiError as refused:
        problem = str(refused)
    else:
        slack.record("from bot", "response_url", "response_url", payload=answer)
        return web.Response(text="ok")
    slack.record("from bot", "response_url", f"response_url: {problem}", ok=False)
    return web.Response(status=404 if problem.endswith("_url") else 400, text=problem)


def show_answer(slack: Installation, place: Place, answer: dict[str, Any]) -> None:
    """Carry out one answer.

    Source: https://docs.slack.dev/interactivity/handling-user-interaction (message responses)

    Raises:
        ApiError: the answer breaks a rule of messages.
    """
    with slack.workspace.changed:
        original = _original(slack, place)
        if answer.get("delete_original"):
            _delete(slack, original)
        elif original is not None and answer.get("replace_original"):
            _replace(slack, original, answer)
        else:
            _post(slack, place, answer)


def _original(slack: Installation, place: Place) -> Message | None:
    if place.message_ts is None:
        return None
    if not place.is_ephemeral:
        return slack.workspace.message(place.channel, place.message_ts)
    return next((m for m in slack.workspace.ephemerals if m.ts == place.message_ts), None)


def _delete(slack: Installation, original: Message | None) -> None:
    if original is None:
        raise ApiError("message_not_found")
    posting.delete(slack, original)


def _replace(slack: Installation, original: Message, answer: dict[str, Any]) -> None:
    by = None if original.ephemeral_to else slack.bot_user_id
    posting.change(slack, original, by=by, **message_content(answer))


def _post(slack: Installation, place: Place, answer: dict[str, Any]) -> None:
    is_public = answer.get("response_type") == "in_channel"
    content = message_content(answer)
    thread_ts = answer.get("thread_ts") or place.thread_ts
    posting.post(
        slack,
        Message(
            channel=place.channel,
            ts=slack.workspace.next_ts(),
            user=slack.bot_user_id,
            bot_id=slack.bot_id,
            thread_ts=thread_ts,
            ephemeral_to=None if is_public else place.person,
            **content,
        ),
    )
