"""The sandbox: one server on its own thread, for the bot and for the page."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from aiohttp import web

from sandbox.delivery.delivery import Delivery
from sandbox.delivery.http_events import HttpEvents
from sandbox.delivery.socket_mode import SocketMode
from sandbox.delivery.transport import Kind, Payload
from sandbox.installation import Installation
from sandbox.manifest import read_manifest
from sandbox.page.context import PageContext
from sandbox.page.routes import routes
from sandbox.payloads import events
from sandbox.people.people import People
from sandbox.people.person import Person
from sandbox.server_thread import ServerThread
from sandbox.state.clock import Clock, MovableClock, moves_of
from sandbox.state.deadlines import Deadlines
from sandbox.state.faults import Faults
from sandbox.state.response_urls import ResponseUrls
from sandbox.state.traffic import Traffic
from sandbox.state.triggers import Triggers
from sandbox.state.workspace import PEOPLE, NewMember, Workspace
from sandbox.web_api.app_answers import take_response
from sandbox.web_api.dispatch import answer_call

T = TypeVar("T")
_BODY_MOST = 16 * 1024 * 1024  # bytes


class Sandbox:
    """A small Slack on 127.0.0.1, with one app installed."""

    def __init__(
        self,
        *,
        manifest: Path,
        clock: Clock | None = None,
        port: int = 0,
        people: Sequence[NewMember] = PEOPLE,
        team_id: str | None = None,
        deadlines: Deadlines = Deadlines(),  # noqa: B008 - frozen
    ) -> None:
        self.clock: Clock = clock or MovableClock()
        self.deadlines = deadlines
        self._socket_mode = SocketMode(deadlines, self._notify)
        self.workspace = Workspace(self.clock, people, team_id)
        self.traffic = Traffic()
        self.faults = Faults()
        self.moves = moves_of(self.clock)
        self.installation = self._install(manifest)
        self._socket_mode.app_id = self.app_id
        self._server = ServerThread(self._app, port)
        self._people = People(self.installation)

    @property
    def address(self) -> str:
        """The page's address."""
        return self.installation.address

    @property
    def api_url(self) -> str:
        """The address that a Web API client takes as its base."""
        return f"{self.address}/api/"

    @property
    def bot_token(self) -> str:
        """The bot's token."""
        return self.installation.bot_token

    @property
    def app_token(self) -> str:
        """The app-level token, for Socket Mode."""
        return self.installation.app_token

    @property
    def signing_secret(self) -> str:
        """The secret that signs HTTP requests to the bot."""
        return self.installation.signing_secret

    @property
    def team_id(self) -> str:
        """The workspace's id."""
        return self.workspace.team_id

    @property
    def app_id(self) -> str:
        """The app's id."""
        return self.installation.app_id

    @property
    def bot_user_id(self) -> str:
        """The bot's user id."""
        return self.installation.bot_user_id

    @property
    def people(self) -> tuple[Person, ...]:
        """The people of the workspace."""
        return tuple(self._people)

    def person(self, name: str) -> Person:
        """Return a person by real name, name or id.

        Raises:
            LookupError: there is none.
        """
        return self._people.named(name)

    def channel(self, name: str) -> str:
        """Return a channel's id by its name."""
        return self.workspace.channel_named(name).id

    def start(self) -> Self:
        """Listen, and come back once the address is known.

        Raises:
            OSError: the port is taken.
        """
        self._server.start()
        self.installation.address = self._server.address
        self.installation.delivery.loop = self._server.loop
        return self

    def close(self) -> None:
        """Stop listening; connections of the bot are closed."""
        self._server.stop()

    def wait_connected(self, timeout_s: float = 10.0) -> None:
        """Wait until a Socket Mode connection is up.

        Raises:
            TimeoutError: none came.
        """
        self.wait_until(lambda: self._socket_mode.connections, timeout_s)

    def wait_until(self, condition: Callable[[], T | None], timeout_s: float = 5.0) -> T:
        """Return the condition's first true value; see `Workspace.wait_until`."""
        return self.workspace.wait_until(condition, timeout_s)

    def wait_delivered(self) -> None:
        """Wait until the bot has acknowledged every event so far, or Slack has given it up."""
        self.installation.delivery.run(self.installation.delivery.finish())

    def send_events_to(self, url: str | None, *, verify: bool = True) -> None:
        """Speak HTTP to an address from now on; with None, Socket Mode again.

        Args:
            url: where the bot listens.
            verify: whether to send the challenge first, as Slack does when an address is saved.

        Raises:
            Unanswered: the address did not send the challenge back.
        """
        delivery = self.installation.delivery
        if url is None:
            delivery.transport = self._socket_mode
            return
        http = HttpEvents(url, self.signing_secret, self.deadlines)
        if verify:
            delivery.run(http.verify(self.installation.verification_token))
        delivery.transport = http

    def refresh_connections(self, reason: str = "refresh_requested") -> None:
        """Ask the bot to connect anew, as Slack does every few hours."""
        self.installation.delivery.run(self._socket_mode.disconnect(reason))

    def tells(self, event: dict[str, Any]) -> None:
        """Send the bot an event of any shape, for what no person's verb makes."""
        events.tell(self.installation, event)

    def reset(self) -> None:
        """Empty messages, views, faults, traffic and what is still to be delivered.

        People and channels are as at the start again; connections and the clock stay.
        """
        self.installation.delivery.drop_retries()
        self.workspace.reset()
        self.faults.clear()
        self.traffic.clear()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _install(self, manifest: Path) -> Installation:
        return Installation(
            workspace=self.workspace,
            manifest=read_manifest(manifest),
            deadlines=self.deadlines,
            delivery=Delivery(self._socket_mode, self.deadlines, self._record_delivery),
            traffic=self.traffic,
            faults=self.faults,
            triggers=Triggers(self.deadlines),
            response_urls=ResponseUrls(self.deadlines),
            new_connection=self._new_connection,
        )

    def _app(self) -> web.Application:
        page = PageContext(slack=self.installation, people=self._people, moves=self.moves)
        app = web.Application(client_max_size=_BODY_MOST)
        app.on_shutdown.append(self._stop_delivery)
        app.add_routes(
            [
                web.route("*", "/api/{method}", self._answer_call),
                web.get("/socket/{ticket}", self._socket_mode.connect),
                web.post("/response/{ticket}", self._take_response),
                *routes(page),
            ]
        )
        return app

    async def _stop_delivery(self, _: web.Application) -> None:
        await self.installation.delivery.stop()

    async def _answer_call(self, request: web.Request) -> web.StreamResponse:
        return await answer_call(self.installation, request)

    async def _take_response(self, request: web.Request) -> web.StreamResponse:
        return await take_response(self.installation, request)

    def _new_connection(self) -> str:
        host = self.address.removeprefix("http://")
        return f"ws://{host}/socket/{self._socket_mode.new_ticket()}"

    def _notify(self) -> None:
        with self.workspace.changed:
            self.workspace.changed.notify_all()

    def _record_delivery(self, kind: Kind, payload: Payload, problem: str | None) -> None:
        event = payload.get("event", payload)
        name = str(event.get("command") or event.get("type") or kind)
        summary = ".".join(filter(None, (name, event.get("subtype"))))
        if problem is not None:
            summary = f"{summary}: not acknowledged ({problem})"
        self.installation.record("to bot", kind, summary, ok=problem is None, payload=payload)
