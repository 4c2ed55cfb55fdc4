"""The README keeps its word: whoever follows its dialogue on the page reads what it says."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from demo import play
from demo.stage import Stage, opened
from tests.browser.chromium import find_chromium, opened_page
from tests.browser.dialogue import Turn, follow, read_dialogue

pytestmark = pytest.mark.browser

README = Path(__file__).parents[2] / "README.md"


def test_the_dialogue_can_be_followed_word_for_word(tmp_path: Path) -> None:
    program = find_chromium()
    if program is None:
        pytest.skip("no browser: install Debian's chromium, or name one in CHROMIUM")
    dialogue = read_dialogue(README.read_text(encoding="utf-8"))

    with opened(f"sqlite:///{tmp_path}/starling.db", 0) as stage:
        play.set_the_scene(stage)
        # Playwright runs once in a thread, and the sandbox's tests may hold theirs in this one.
        with ThreadPoolExecutor(max_workers=1) as reader:
            reader.submit(_read_along, stage, program, dialogue).result()


def test_the_dialogue_goes_from_the_prompt_to_the_feedback() -> None:
    dialogue = read_dialogue(README.read_text(encoding="utf-8"))

    assert dialogue[0].deed.startswith("Press **Practise in private**")
    assert any(turn.answer.startswith("Your feedback") for turn in dialogue)


def _read_along(stage: Stage, program: str, dialogue: list[Turn]) -> None:
    with opened_page(program) as page:
        page.goto(stage.slack.address)
        page.get_by_role("button", name="interview-practice").click()
        for turn in dialogue:
            follow(page, turn)
            stage.slack.wait_delivered()  # nobody acts within a millisecond of the last answer
