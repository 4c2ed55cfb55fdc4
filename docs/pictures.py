"""Make the README's picture: follow its dialogue to the feedback, and take what the page shows.

Run by hand, with `make pictures`.
"""  # noqa: INP001 - a script, run by hand

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from demo import play
from demo.stage import Stage, opened
from tests.browser.chromium import find_chromium, opened_page
from tests.browser.dialogue import follow, read_dialogue

ROOT = Path(__file__).parent.parent
PICTURE = Path(__file__).parent / "pictures" / "feedback.png"
NO_BROWSER = 1


def main() -> int:
    """Make the picture; return the exit code."""
    program = find_chromium()
    if program is None:
        print("no browser: install chromium, or name one in CHROMIUM", file=sys.stderr)  # noqa: T201
        return NO_BROWSER
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(f"sqlite:///{folder}/starling.db", 0) as stage,
        opened_page(program) as page,
    ):
        play.set_the_scene(stage)
        play.practise(stage, lambda _step: None)
        _go_to_feedback(stage, page)
        page.screenshot(path=PICTURE)
    return 0


def _go_to_feedback(stage: Stage, page: Page) -> None:
    page.goto(stage.slack.address)
    page.get_by_role("button", name="interview-practice").click()
    for turn in read_dialogue((ROOT / "README.md").read_text(encoding="utf-8")):
        if "Try the weakest section" in turn.deed:
            break
        follow(page, turn)
        stage.slack.wait_delivered()
    feedback = page.get_by_role("article").filter(has_text="What stands out")
    feedback.evaluate("message => message.scrollIntoView({ block: 'start' })")


if __name__ == "__main__":
    sys.exit(main())
