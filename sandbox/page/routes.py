"""The routes of the browser page: its files, what it is told, and what people do in it."""

import asyncio
import json
from pathlib import Path
from typing import NoReturn

from aiohttp import web

from sandbox.page import verbs
from sandbox.page.context import PageContext
from sandbox.page.snapshot import seen_by
from sandbox.page.stream import Alarm, NewTraffic, has_changed, opened, send
from sandbox.page.surfaces import Refused

_FILES = Path(__file__).parent / "files"
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_HEADERS = {
    # Nothing is loaded from anywhere else, and nothing that people write can run.
    "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def routes(context: PageContext) -> list[web.RouteDef]:
    """Return the page's routes."""
    page = _Page(context)
    return [
        web.get("/", page.index),
        web.get("/archives/{rest:.*}", page.index),  # permalinks, followed from elsewhere
        web.get("/page/stream", page.stream),
        web.post("/page/act", page.act),
        web.get("/page/{name}", page.file),
    ]


class _Page:
    """The page's handlers; they run on the sandbox's event loop."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._slack = context.slack
        self._alarm = Alarm(self._slack.workspace)

    async def index(self, request: web.Request) -> web.Response:
        """Serve the page itself."""
        self._refuse_strangers(request)
        return _served(_FILES / "index.html")

    async def file(self, request: web.Request) -> web.Response:
        """Serve one of the page's files."""
        path = _FILES / request.match_info["name"]
        if path.parent != _FILES or path.suffix not in _TYPES or not path.is_file():
            raise web.HTTPNotFound
        return _served(path)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Tell one page what its person sees, until the page is closed."""
        self._refuse_strangers(request)
        person = self._person(request.query.get("as", ""))
        stream = await opened(request)
        sleeper = self._alarm.join()
        try:
            await self._tell(stream, person, sleeper)
        except ConnectionError:
            return stream  # the page was closed
        finally:
            self._alarm.leave(sleeper)

    async def act(self, request: web.Request) -> web.Response:
        """Do what a person did in the page, and tell what came of it."""
        self._refuse_strangers(request)
        if request.content_type != "application/json" or not _is_own_page(request):
            raise web.HTTPForbidden
        try:
            details = await request.json()
            work = asyncio.to_thread(verbs.do, self._context, details)
            return web.json_response({"ok": True, **await work})
        except (json.JSONDecodeError, Refused) as refused:
            return web.json_response({"ok": False, "error": str(refused)})

    async def _tell(
        self, stream: web.StreamResponse, person: str, sleeper: asyncio.Event
    ) -> NoReturn:
        traffic = NewTraffic(self._slack.traffic)
        is_due = True
        while True:
            if is_due:
                seen = seen_by(self._slack, person, self._context.moves)
                await send(stream, "state", seen)
                await send(stream, "traffic", traffic.take())
            else:
                await send(stream, "clock", self._slack.workspace.clock.now().isoformat())
            is_due = await has_changed(sleeper)

    def _person(self, name: str) -> str:
        try:
            return self._context.people.named(name).id
        except LookupError:
            return next(iter(self._context.people)).id

    def _refuse_strangers(self, request: web.Request) -> None:
        # Another name that leads here may be a foreign site's, in a browser of this machine.
        if request.url.host not in ("127.0.0.1", "localhost"):
            raise web.HTTPForbidden


def _is_own_page(request: web.Request) -> bool:
    """Whether a request was made by this page: browsers name the origin of every POST."""
    return request.headers.get("origin") == f"{request.scheme}://{request.host}"


def _served(path: Path) -> web.Response:
    text = path.read_text(encoding="utf-8")
    return web.Response(text=text, content_type=_TYPES[path.suffix], headers=_HEADERS)
