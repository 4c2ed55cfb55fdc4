"""A real browser for the page: Debian's Chromium, or the one that CHROMIUM names."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

from tests.sandbox.browser.conftest import ARGUMENTS

WINDOW = {"width": 1280, "height": 800}
PATIENCE_MS = 5000


def find_chromium() -> str | None:
    """Return the program, or None where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


@contextmanager
def opened_page(program: str) -> Iterator[Page]:
    """Open an empty page in a browser of its own; close both at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        page = browser.new_context(viewport=WINDOW, locale="en-GB").new_page()  # type: ignore[arg-type]
        page.set_default_timeout(PATIENCE_MS)
        yield page
        browser.close()
