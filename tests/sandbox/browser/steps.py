"""What a person does again and again on the page."""

from playwright.sync_api import Locator, Page, expect


def ask(page: Page, text: str) -> None:
    """Say something to the tiny app and wait for its answer."""
    say(page, text)
    expect(messages(page).last).to_contain_text("An answer")


def say(page: Page, text: str) -> None:
    """Send a message or a command."""
    composer(page).fill(text)
    composer(page).press("Enter")


def composer(page: Page) -> Locator:
    """Return the field of the conversation in the middle."""
    return page.locator("#composer").get_by_role("textbox")


def messages(page: Page) -> Locator:
    """Return the messages in the middle."""
    return page.get_by_role("log", name="Messages").get_by_role("article")
