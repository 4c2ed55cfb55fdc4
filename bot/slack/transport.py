"""How Slack reaches the bot: over Socket Mode, or over HTTP behind a production server."""

import logging
import threading
from abc import ABC, abstractmethod

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from typing_extensions import override
from waitress.server import create_server

from bot.settings import Settings
from bot.slack.outcome import REFUSED, outcome

log = logging.getLogger(__name__)

HTTP_THREADS = 8
STOP_S = 5.0
BODY_MOST = 1024 * 1024
"""Bytes; Slack's own requests stay far below."""


class Transport(ABC):
    """One way for Slack to reach the bot."""

    @abstractmethod
    def listen(self) -> None:
        """Listen, without waiting; called again and again, since Slack may be down at first."""

    @abstractmethod
    def stop(self) -> None:
        """Stop listening."""


class OverSocketMode(Transport):
    """No public address: the bot dials Slack."""

    def __init__(self, app: App, app_token: str) -> None:
        self._handler = SocketModeHandler(app, app_token)
        self._connected = False

    @override
    def listen(self) -> None:
        if self._connected:
            return  # from then on the SDK's own monitor connects anew
        try:
            self._handler.connect()  # type: ignore[no-untyped-call]  # the SDK's
        except REFUSED as error:
            log.warning("Slack cannot be reached yet (%s); trying again", outcome(error)[2])
        else:
            self._connected = True

    @override
    def stop(self) -> None:
        self._handler.client.auto_reconnect_enabled = False
        # What is not acknowledged any more comes again; the SDK would print a traceback for it.
        self._handler.client.logger.disabled = True
        self._handler.close()  # type: ignore[no-untyped-call]  # the SDK's


class OverHttp(Transport):
    """Slack calls `/slack/events`. Waitress reads slow senders without giving them a thread."""

    def __init__(self, app: App, port: int) -> None:
        self._server = create_server(
            SlackRequestHandler(app, path="/slack/events"),
            host="0.0.0.0" if port else "127.0.0.1",  # noqa: S104 - hosts route to it from outside
            port=port,
            threads=HTTP_THREADS,
            max_request_body_size=BODY_MOST,
        )
        self._thread = threading.Thread(target=self._server.run, name="http", daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.effective_port)

    @override
    def listen(self) -> None:
        if not self._thread.is_alive():
            self._thread.start()

    @override
    def stop(self) -> None:
        self._server.task_dispatcher.shutdown()  # what is under way is finished
        # Closed by the thread that selects on them: from here it would select on closed files.
        self._server.trigger.pull_trigger(self._close)
        self._thread.join(timeout=STOP_S)

    def _close(self) -> None:
        for channel in tuple(self._server.active_channels.values()):
            channel.close()
        self._server.close()


def transport(app: App, settings: Settings) -> Transport:
    """Return the way that the settings ask for: with an app token Socket Mode, else HTTP."""
    if settings.slack_app_token is not None:
        return OverSocketMode(app, settings.slack_app_token.get_secret_value())
    return OverHttp(app, settings.port)
