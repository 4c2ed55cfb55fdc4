"""Socket Mode: connections of the bot, envelopes to it and its acknowledgements."""

import asyncio
import contextlib
import json
import secrets
import uuid
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from sandbox.delivery.transport import Kind, Payload, Retry, Unanswered
from sandbox.state.deadlines import Deadlines

CONNECTIONS = 10  # Slack's most for one app
CONNECTION_TIME_S = 3600


class SocketMode:
    """The open connections; one envelope goes to one of them, picked at random.

    Source: https://docs.slack.dev/apis/events-api/using-socket-mode
    """

    def __init__(self, deadlines: Deadlines, changed: Callable[[], None]) -> None:
        self.app_id = ""
        self._deadlines = deadlines
        self._changed = changed
        self._tickets: set[str] = set()
        self._connections: list[web.WebSocketResponse] = []
        self._waiting: dict[str, asyncio.Future[Payload | None]] = {}

    @property
    def connections(self) -> int:
        """How many connections are up."""
        return len(self._connections)

    def new_ticket(self) -> str:
        """Return the secret part of a new connection's address, which works once."""
        ticket = secrets.token_urlsafe(18)
        self._tickets.add(ticket)
        return ticket

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until either side closes it."""
        if request.match_info["ticket"] not in self._tickets:
            raise web.HTTPForbidden
        self._tickets.discard(request.match_info["ticket"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if self.connections >= CONNECTIONS:
            await self._say_goodbye(socket, "too_many_websockets")
            return socket
        await self._serve(socket)
        return socket

    async def bring(self, kind: Kind, payload: Payload, retry: Retry | None) -> Payload | None:
        """Send one envelope and wait for its acknowledgement; see `Transport`."""
        if not self._connections:
            raise Unanswered("no_connection")
        envelope = self._envelope(kind, payload, retry)
        future = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = future
        try:
            await secrets.choice(self._connections).send_json(envelope)
            return await asyncio.wait_for(future, self._deadlines.ack_s)
        except TimeoutError:
            raise Unanswered("timeout") from None
        except ConnectionError:
            raise Unanswered("connection_failed") from None
        finally:
            del self._waiting[envelope["envelope_id"]]

    async def disconnect(self, reason: str) -> None:
        """Ask every connection to go, as Slack does when it refreshes them."""
        for socket in tuple(self._connections):
            await self._say_goodbye(socket, reason)

    async def _serve(self, socket: web.WebSocketResponse) -> None:
        self._connections.append(socket)
        await socket.send_json(self._hello())
        self._changed()
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._hear(message.data)
        finally:
            self._connections.remove(socket)
            self._changed()

    def _hear(self, text: str) -> None:
        try:
            answer = json.loads(text)
        except ValueError:
            return  # the clients' own chatter is not an acknowledgement
        future = self._waiting.get(answer.get("envelope_id", ""))
        if future is not None and not future.done():
            future.set_result(answer.get("payload") or None)

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": self.connections,
            "debug_info": {
                "host": "sandbox",
                "build_number": 1,
                "approximate_connection_time": CONNECTION_TIME_S,
            },
            "connection_info": {"app_id": self.app_id},
        }

    def _envelope(self, kind: Kind, payload: Payload, retry: Retry | None) -> dict[str, Any]:
        envelope: dict[str, Any] = {
            "envelope_id": str(uuid.uuid4()),
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope["retry_attempt"] = retry.number if retry else 0
            envelope["retry_reason"] = retry.reason if retry else ""
        return envelope

    async def _say_goodbye(self, socket: web.WebSocketResponse, reason: str) -> None:
        with contextlib.suppress(ConnectionError):
            await socket.send_json(
                {"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}}
            )
            await socket.close()
