"""The sandbox's page in a real browser: used as a person would use it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from sandbox.server import Sandbox
from tests.sandbox.browser.tiny_app import TinyApp

pytestmark = pytest.mark.browser


def test_a_message_is_sent_and_answered(page: Page) -> None:
    ask(page, "hello & <b>welcome</b>")

    expect(messages(page)).to_contain_text(["hello & <b>welcome</b>", "An answer"])
    answer = messages(page).last
    expect(answer.locator("strong", has_text="hello & <b>welcome</b>")).to_be_visible()
    expect(answer.locator("blockquote")).to_have_text("quoted")
    expect(answer.get_by_role("listitem")).to_have_text("a bullet")
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


def test_a_modal_shows_an_error_under_its_field_and_takes_the_right_value(
    page: Page, app: TinyApp
) -> None:
    ask(page, "hello")
    page.get_by_role("button", name="Fill in").click()
    form = page.get_by_role("dialog", name="A form")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text(["Please fill in this field."])
    form.get_by_label("Your name").fill("wrong")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text(["That is not a name."])
    form.get_by_label("Your name").fill("Alice")
    form.get_by_label("Story").fill("Once upon a time\nthere was a bird.")
    form.get_by_label("Day").fill("2026-03-04")
    form.get_by_label("Blue").check()
    form.get_by_label("North").check()
    form.get_by_label("South").check()
    form.get_by_label("Pick").select_option("Second")
    form.get_by_role("button", name="Save").click()

    expect(form).to_have_count(0)
    expect(messages(page).last).to_contain_text('Saved: "Alice"')
    [values] = app.submitted
    assert values["story"]["story"]["value"] == "Once upon a time\nthere was a bird."
    assert values["day"]["day"]["selected_date"] == "2026-03-04"
    assert values["hour"]["hour"]["selected_time"] == "09:00"
    assert values["one"]["one"]["selected_option"]["value"] == "blue"
    some = values["some"]["some"]["selected_options"]
    assert [option["value"] for option in some] == ["north", "south"]
    assert values["pick"]["pick"]["selected_option"]["value"] == "second"


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


def test_a_button_that_asks_first_acts_only_after_a_yes(page: Page) -> None:
    ask(page, "hello")
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("dialog", name="Remove it?").get_by_role("button", name="No").click()
    expect(page.get_by_text("An answer")).to_be_visible()

    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Yes, remove").click()
    expect(page.get_by_text("An answer")).to_have_count(0)


def test_a_choice_in_a_message_is_told_and_stays(page: Page) -> None:
    ask(page, "hello")
    page.get_by_role("combobox", name="Pick one").select_option("Second")
    expect(messages(page).last).to_contain_text("Chosen: second")

    page.reload()
    expect(page.get_by_role("combobox", name="Pick one")).to_have_value("second")


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


def test_a_global_shortcut_stands_in_the_menu(page: Page) -> None:
    page.get_by_role("button", name="Shortcuts").click()
    page.get_by_role("menuitem", name="Open a form").press("Enter")

    form = page.get_by_role("dialog", name="A form")
    expect(form).to_be_visible()
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)


def test_the_home_tab_is_shown_and_its_buttons_work(page: Page) -> None:
    page.get_by_role("button", name="Tiny Home").click()
    home = page.locator("#home")
    expect(home).to_contain_text("Welcome home")

    home.get_by_role("button", name="Press").click()
    expect(home).to_contain_text("Pressed at home")


def test_the_app_is_added_to_a_channel_by_a_button(page: Page) -> None:
    page.get_by_role("button", name="interview-practice").click()
    say(page, "too early")
    page.get_by_role("button", name="Add Tiny here").click()
    expect(page.get_by_role("button", name="Add Tiny here")).to_have_count(0)
    say(page, "in time")

    expect(messages(page)).to_contain_text(["too early", "in time", "An answer"])


def test_the_clock_shows_the_persons_zone_and_can_be_moved(page: Page) -> None:
    clock = page.get_by_role("group", name="Clock")
    expect(clock).to_contain_text("Mon, 2 Mar 2026, 13:")
    page.get_by_role("button", name="+ 1 hour").click()
    expect(clock).to_contain_text("Mon, 2 Mar 2026, 14:")
    page.get_by_role("button", name="+ 1 day").click()
    expect(clock).to_contain_text("Tue, 3 Mar 2026, 14:")

    page.get_by_label("You are").select_option("Bob")
    expect(clock).to_contain_text("Tue, 3 Mar 2026, 08:")


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


def ask(page: Page, text: str) -> None:
    say(page, text)
    expect(messages(page).last).to_contain_text("An answer")


def say(page: Page, text: str) -> None:
    composer(page).fill(text)
    composer(page).press("Enter")


def composer(page: Page) -> Locator:
    return page.locator("#composer").get_by_role("textbox")


def messages(page: Page) -> Locator:
    return page.get_by_role("log", name="Messages").get_by_role("article")
