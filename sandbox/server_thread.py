"""An aiohttp application on a thread of its own."""

import asyncio
import threading
from collections.abc import Callable

from aiohttp import web

_SHUTDOWN_S = 0.5


class ServerThread:
    """Serves one application on 127.0.0.1 until it is stopped."""

    def __init__(self, make_app: Callable[[], web.Application], port: int) -> None:
        self.address = ""  # http://127.0.0.1:PORT, once it listens
        self.loop: asyncio.AbstractEventLoop | None = None
        self._make_app = make_app
        self._port = port
        self._settled = threading.Event()
        self._failure: OSError | None = None
        self._thread = threading.Thread(target=self._serve, name="sandbox", daemon=True)

    def start(self) -> None:
        """Listen, and come back once the address is known.

        Raises:
            OSError: the port is taken.
        """
        self._thread.start()
        self._settled.wait()
        if self._failure is not None:
            self._thread.join()
            raise self._failure

    def stop(self) -> None:
        """Stop listening; a second call does nothing."""
        if self.loop is None:
            return
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop = None

    def _serve(self) -> None:
        loop = asyncio.new_event_loop()
        runner = web.AppRunner(self._make_app(), access_log=None, shutdown_timeout=_SHUTDOWN_S)
        try:
            loop.run_until_complete(self._listen(runner))
            self.loop = loop
            self._settled.set()
            loop.run_forever()
        except OSError as error:
            self._failure = error
        finally:
            loop.run_until_complete(runner.cleanup())
            loop.close()
            self._settled.set()

    async def _listen(self, runner: web.AppRunner) -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
