"""What stands around the conversation: the clock, the traffic, the keyboard, a small window."""

import itertools
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from sandbox.server import Sandbox
from tests.sandbox.browser.steps import ask, composer, messages

pytestmark = pytest.mark.browser


def test_the_clock_shows_the_persons_zone_and_can_be_moved(page: Page) -> None:
    clock = page.get_by_role("group", name="Clock")
    expect(clock).to_contain_text("Mon, 2 Mar 2026, 13:")
    page.get_by_role("button", name="+ 1 hour").click()
    expect(clock).to_contain_text("Mon, 2 Mar 2026, 14:")
    page.get_by_role("button", name="+ 1 day").click()
    expect(clock).to_contain_text("Tue, 3 Mar 2026, 14:")

    page.get_by_label("You are").select_option("Bob")
    expect(clock).to_contain_text("Tue, 3 Mar 2026, 08:")


@pytest.fixture
def five_moves(slack: Sandbox) -> Iterator[threading.Event]:
    """Have five buttons; "next prompt" takes until the event is set."""
    usual, is_there = dict(slack.moves), threading.Event()
    for label in ("1 week", "next prompt", "next month"):
        slack.moves[label] = lambda: None

    def waits() -> None:
        is_there.wait(10)

    slack.moves["next prompt"] = waits
    yield is_there
    is_there.set()
    slack.moves.clear()
    slack.moves.update(usual)


def test_a_move_that_takes_its_time_shows_so_and_lets_nobody_move_meanwhile(
    five_moves: threading.Event, page: Page
) -> None:
    button = page.get_by_role("button", name="Next prompt")
    other = page.get_by_role("button", name="+ 1 week")
    button.press("Enter")
    expect(button).to_have_attribute("aria-busy", "true")
    expect(button).to_be_disabled()
    expect(other).to_be_disabled()

    five_moves.set()
    expect(other).to_be_enabled()
    expect(button).not_to_have_attribute("aria-busy", "true")
    expect(button).to_be_focused()


def test_five_buttons_stand_beside_the_clock_in_a_usual_window(
    five_moves: threading.Event, page: Page, slack: Sandbox
) -> None:
    slack.person("Alice").moves_to("America/Argentina/Buenos_Aires")
    expect(page.locator("#clock")).to_contain_text("America/Argentina/Buenos Aires")
    clock = page.locator("#clock")
    parts = [*clock.locator("time, .zone, button").all(), page.locator("#person")]

    assert len(parts) == 8
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    for left, right in itertools.pairwise(parts):
        assert place_of(left)[1] <= place_of(right)[0]
    assert page.locator("#top").evaluate("top => top.offsetHeight") < 60  # one line of words
    assert place_of(page.locator("#workspace"))[0] >= 0
    assert place_of(parts[-1])[1] <= 1280


def place_of(part: Locator) -> tuple[float, float]:
    """Return where a part begins and ends, in pixels."""
    box = part.bounding_box()
    assert box is not None
    return box["x"], box["x"] + box["width"]


def test_the_traffic_is_folded_away_and_shows_the_json(page: Page) -> None:
    ask(page, "hello")
    expect(messages(page)).to_have_count(2)
    page.get_by_role("button", name="Traffic").click()
    entry = page.locator("#traffic-list details", has_text="chat.postMessage").first
    entry.locator("summary").click()

    expect(entry.locator("pre")).to_contain_text("You said: hello")


def test_an_app_that_does_not_answer_is_reported_in_red(page: Page) -> None:
    ask(page, "hello")
    page.get_by_role("button", name="Never answered").click()

    expect(page.get_by_role("alert")).to_contain_text("Tiny did not answer in time")
    page.get_by_role("button", name="Traffic").click()
    expect(page.locator("#traffic-list .failed").first).to_contain_text("failed")


def test_a_page_can_be_used_by_keyboard_alone(page: Page) -> None:
    composer(page).focus()
    page.keyboard.type("hello")
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="Whisper")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("A word for you alone")).to_be_visible()

    page.get_by_role("button", name="More choices").press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem", name="Never")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("menuitem", name="Never")).to_be_hidden()


def test_in_a_small_window_the_thread_takes_the_middle(page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 600})
    ask(page, "hello")
    messages(page).first.hover()
    messages(page).first.get_by_role("button", name="Reply in thread").click()

    expect(page.get_by_role("textbox", name="Reply in the thread")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Tiny", level=1)).to_be_hidden()


def test_the_newest_message_stays_in_view_when_the_window_changes(page: Page) -> None:
    ask(page, "hello")
    ask(page, "once more")
    newest = messages(page).last.get_by_text("small print")
    expect(newest).to_be_in_viewport()
    page.get_by_role("button", name="Traffic").click()
    expect(newest).to_be_in_viewport()

    page.set_viewport_size({"width": 800, "height": 600})
    expect(newest).to_be_in_viewport()
