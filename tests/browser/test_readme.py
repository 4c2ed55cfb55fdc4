"""The README keeps its word: whoever follows its dialogue on the page reads what it says."""

from pathlib import Path

import pytest

from demo import play
from demo.stage import opened
from tests.browser.chromium import find_chromium, opened_page
from tests.browser.dialogue import follow, read_dialogue

pytestmark = pytest.mark.browser

README = Path(__file__).parents[2] / "README.md"


def test_the_dialogue_can_be_followed_word_for_word(tmp_path: Path) -> None:
    program = find_chromium()
    if program is None:
        pytest.skip("no browser: install Debian's chromium, or name one in CHROMIUM")
    dialogue = read_dialogue(README.read_text(encoding="utf-8"))

    with opened(f"sqlite:///{tmp_path}/starling.db", 0) as stage, opened_page(program) as page:
        play.set_the_scene(stage)
        page.goto(stage.slack.address)
        page.get_by_role("button", name="interview-practice").click()
        for turn in dialogue:
            follow(page, turn)
            stage.slack.wait_delivered()  # nobody acts within a millisecond of the last answer
