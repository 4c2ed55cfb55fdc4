"""Messages, threads and what people may do with them."""

import pytest
from playwright.sync_api import Page, expect

from sandbox.server import Sandbox
from tests.sandbox.browser.steps import ask, composer, messages, say

pytestmark = pytest.mark.browser


def test_a_message_is_sent_and_answered(page: Page) -> None:
    ask(page, "hello & <b>welcome</b>")

    expect(messages(page)).to_contain_text(["hello & <b>welcome</b>", "An answer"])
    answer = messages(page).last
    expect(answer.locator("strong", has_text="hello & <b>welcome</b>")).to_be_visible()
    expect(answer.locator("blockquote")).to_have_text("quoted")
    expect(answer.get_by_role("listitem")).to_have_text(["a bullet", "counted", "counted"])
    expect(answer.locator("strong")).to_contain_text(["Left", "Right", "Title", "bold", "loud"])
    expect(answer.get_by_role("link", name="a page")).to_be_visible()
    expect(answer.get_by_role("img", name="A starling on a branch")).to_be_visible()


def test_a_thread_opens_at_the_right_with_its_own_composer(page: Page) -> None:
    ask(page, "hello")
    messages(page).first.hover()
    messages(page).first.get_by_role("button", name="Reply in thread").click()
    thread = page.get_by_role("complementary", name="Thread")
    reply = thread.get_by_role("textbox", name="Reply in the thread")
    reply.fill("one more word")
    reply.press("Enter")

    expect(thread.get_by_role("article")).to_contain_text(["hello", "one more word", "An answer"])
    thread.get_by_role("button", name="Close the thread").click()
    expect(thread).to_be_hidden()
    page.get_by_role("button", name="2 replies").click()
    expect(thread).to_be_visible()


def test_an_ephemeral_is_marked_and_seen_by_nobody_else(page: Page) -> None:
    ask(page, "hello")
    page.get_by_role("button", name="Whisper").click()
    whisper = messages(page).filter(has_text="A word for you alone")
    expect(whisper).to_contain_text("Only visible to you")

    page.get_by_label("You are").select_option("Bob")
    expect(page.get_by_text("Nothing here yet")).to_be_visible()
    expect(page.get_by_text("A word for you alone")).to_have_count(0)
    expect(page.get_by_text("An answer")).to_have_count(0)


def test_what_bob_says_in_a_channel_shows_alice_an_unread_dot(page: Page, slack: Sandbox) -> None:
    row = page.get_by_role("button", name="general")
    expect(row.get_by_role("img", name="unread")).to_have_count(0)

    slack.person("Bob").says("Good morning, Alice", channel="general")

    expect(row.get_by_role("img", name="unread")).to_be_visible()
    row.click()
    expect(messages(page)).to_contain_text(["Good morning, Alice"])
    expect(row.get_by_role("img", name="unread")).to_have_count(0)


def test_a_link_to_a_message_stays_in_the_page(page: Page, slack: Sandbox) -> None:
    root = slack.person("Bob").says("Where is it?", channel="general")
    slack.person("Dana").says("Here it is", channel="general", thread=root)
    slack.person("Alice").invites_bot("general")
    slack.person("Alice").says("link", channel="general", thread=root)

    page.get_by_role("link", name="over there").click()

    thread = page.get_by_role("complementary", name="Thread")
    expect(thread.get_by_role("article")).to_contain_text(["Where is it?", "Here it is", "link"])
    expect(page.get_by_role("heading", name="#general")).to_be_visible()


def test_own_messages_are_edited_and_deleted(page: Page) -> None:
    ask(page, "hello")
    mine = messages(page).first
    mine.hover()
    mine.get_by_role("button", name="Edit").click()
    page.get_by_label("Edit your message").fill("hello again")
    page.get_by_label("Edit your message").press("Enter")
    expect(mine).to_contain_text("hello again")
    expect(mine).to_contain_text("(edited)")

    mine.hover()
    mine.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("hello again")).to_have_count(0)


def test_the_app_is_added_to_a_channel_by_a_button(page: Page) -> None:
    page.get_by_role("button", name="interview-practice").click()
    say(page, "too early")
    page.get_by_role("button", name="Add Tiny here").click()
    expect(page.get_by_role("button", name="Add Tiny here")).to_have_count(0)
    say(page, "in time")

    expect(messages(page)).to_contain_text(["too early", "in time", "An answer"])


def test_a_slash_command_is_offered_and_answered(page: Page) -> None:
    field = composer(page)
    field.press_sequentially("/ti")
    page.get_by_role("button", name="/tiny [words] Say it again").click()
    expect(field).to_have_value("/tiny ")
    field.press_sequentially("one two")
    field.press("Enter")

    expect(messages(page).last).to_contain_text("Again: one two")


def test_an_unknown_command_is_refused_in_words(page: Page) -> None:
    say(page, "/nonsense")

    expect(page.get_by_role("alert")).to_contain_text("/nonsense is not a valid command.")
    expect(composer(page)).to_have_value("/nonsense")
