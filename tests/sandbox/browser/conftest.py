"""A real browser, and a sandbox with a tiny app in it."""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from sandbox.state.deadlines import Deadlines
from tests.sandbox.browser.tiny_app import TinyApp, over_socket_mode

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
MANIFEST = Path(__file__).parent / "manifest.yml"
QUICK = Deadlines(ack_s=1.0, trigger_s=3.0, retry_pauses_s=(0.05, 0.1, 0.2))
ARGUMENTS = [
    "--no-sandbox",  # CI runs as root, where Chromium refuses its own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("no browser: install Debian's chromium, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def installed() -> Iterator[tuple[Sandbox, TinyApp]]:
    # One for many tests: a Socket Mode client takes its time to say goodbye. Not one for all: while
    # it lives it draws from `random`, which Hypothesis does not allow behind its back elsewhere.
    with pytest.MonkeyPatch.context() as environment:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            environment.delenv(name, raising=False)
        clock = MovableClock(MONDAY)
        with (
            Sandbox(manifest=MANIFEST, clock=clock, deadlines=QUICK) as sandbox,
            over_socket_mode(sandbox) as tiny,
        ):
            yield sandbox, tiny


@pytest.fixture
def slack(installed: tuple[Sandbox, TinyApp]) -> Sandbox:
    sandbox, _ = installed
    sandbox.reset()
    for channel in sandbox.workspace.channels.values():
        if channel.kind == "channel" and sandbox.bot_user_id in channel.members:
            channel.members.remove(sandbox.bot_user_id)
    return sandbox


@pytest.fixture
def app(installed: tuple[Sandbox, TinyApp]) -> TinyApp:
    _, tiny = installed
    tiny.submitted.clear()
    return tiny


@pytest.fixture
def page(browser: Browser, slack: Sandbox, app: TinyApp) -> Iterator[Page]:
    """Alice's page; a script that fails, or a request to any other address, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(5000)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    strangers: list[str] = []
    context.on("request", lambda request: strangers.append(request.url))
    page.goto(f"{slack.address}/#Alice/direct")
    page.get_by_role("heading", name="Tiny", level=1).wait_for()
    yield page
    context.close()
    assert problems == []
    assert [url for url in strangers if not re.match(re.escape(slack.address), url)] == []
