"""One Web API call, from its request to its answer."""

import asyncio
from typing import Any

from aiohttp import web

from sandbox.installation import Installation
from sandbox.outlines.outline import outline
from sandbox.state.faults import Fault
from sandbox.web_api.arguments import read_arguments
from sandbox.web_api.method import ApiError, Method, Wire, require_scope
from sandbox.web_api.methods import METHODS


async def answer_call(slack: Installation, request: web.Request) -> web.StreamResponse:
    """Answer one call, or spoil it where a fault is ordered."""
    name = request.match_info["method"]
    fault = slack.faults.take(name)
    if fault is not None and not fault.after:
        return await _spoilt(slack, name, fault)
    try:
        arguments = await read_arguments(request)
        answer = _run(slack, name, _token(request, arguments), arguments)
    except ApiError as refused:
        arguments, answer = {}, refused.answer
    _record(slack, name, arguments, answer)
    if fault is not None:
        return await _spoilt(slack, name, fault)
    headers = {"x-oauth-scopes": ",".join(slack.manifest.scopes)}
    return web.json_response(answer, headers=headers)


def _run(slack: Installation, name: str, token: str, arguments: Wire) -> Wire:
    try:
        with slack.workspace.changed:
            method = _permitted(slack, name, token)
            _check_arguments(method, arguments)
            return {"ok": True, **method.call(slack, arguments)}
    except ApiError as refused:
        return refused.answer


def _permitted(slack: Installation, name: str, token: str) -> Method:
    method = METHODS.get(name)
    if method is None or outline("api", name) is None:
        raise ApiError("unknown_method", req_method=name)
    if not token:
        raise ApiError("not_authed")
    if token not in (slack.bot_token, slack.app_token):
        raise ApiError("invalid_auth")
    if (token == slack.app_token) != method.needs_app_token:
        raise ApiError("not_allowed_token_type")
    if method.scope is not None:
        require_scope(slack, method.scope)
    return method


def _check_arguments(method: Method, arguments: Wire) -> None:
    unknown = sorted(set(arguments) - method.arguments)
    if unknown:
        # Stricter than Slack, which passes over what it does not know.
        messages = [f"[ERROR] unknown argument `{name}`" for name in unknown]
        raise ApiError("invalid_arguments", response_metadata={"messages": messages})
    missing = [name for name in method.required if arguments.get(name) in (None, "")]
    if missing:
        messages = [f"[ERROR] missing required field: {name}" for name in missing]
        raise ApiError("invalid_arguments", response_metadata={"messages": messages})


def _token(request: web.Request, arguments: Wire) -> str:
    header = request.headers.get("Authorization", "")
    if header.startswith("Bearer "):
        return header.removeprefix("Bearer ")
    return str(arguments.get("token", ""))


async def _spoilt(slack: Installation, name: str, fault: Fault) -> web.StreamResponse:
    if fault.hang_s:
        await asyncio.sleep(fault.hang_s)
    answer = {"ok": False, "error": fault.error}
    slack.record(
        "from bot", name, f"{name}: {fault.error} (ordered)", ok=False, payload={"answer": answer}
    )
    headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    return web.json_response(answer, status=fault.status, headers=headers)


def _record(slack: Installation, name: str, arguments: Wire, answer: dict[str, Any]) -> None:
    ok = bool(answer["ok"])
    shown = {key: value for key, value in arguments.items() if key != "token"}
    summary = name if ok else f"{name}: {answer['error']}"
    slack.record("from bot", name, summary, ok=ok, payload={"arguments": shown, "answer": answer})
