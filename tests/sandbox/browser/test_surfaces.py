"""The app's buttons, modals, shortcuts and Home tab."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from slack_sdk import WebClient

from sandbox.server import Sandbox
from tests.sandbox.browser.steps import ask, messages
from tests.sandbox.browser.tiny_app import TinyApp
from tests.sandbox.browser.tiny_blocks import filled_form

pytestmark = pytest.mark.browser


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


def test_a_modal_shows_what_is_wrong_under_the_field(page: Page) -> None:
    form = open_form(page)
    save(form)
    expect(problem(form)).to_have_text("Please fill in this field.")
    form.get_by_label("Number").fill("12")
    form.get_by_label("Your name").fill("wrong")
    save(form)
    expect(problem(form)).to_contain_text("less than")
    form.get_by_label("Number").fill("7")
    save(form)
    expect(problem(form)).to_have_text("That is not a name.")
    form.get_by_label("Your name").fill("Alice")
    save(form)

    expect(form).to_have_count(0)
    expect(messages(page).last).to_contain_text('Saved: "Alice"')


def test_a_button_in_a_modal_asks_first_and_keeps_what_was_filled_in(page: Page) -> None:
    form = open_form(page)
    form.get_by_label("Your name").fill("Alice")
    form.get_by_role("checkbox", name="Dana").check()
    form.get_by_role("button", name="Grow").press("Enter")
    page.get_by_role("dialog", name="Remove it?").get_by_role("button", name="Yes").press("Enter")

    expect(form).to_contain_text("Grown")
    expect(form.get_by_role("button", name="Grow")).to_be_focused()
    expect(form.get_by_label("Your name")).to_have_value("Alice")
    expect(form.get_by_role("checkbox", name="Dana")).to_be_checked()


def test_every_kind_of_field_reaches_the_app(page: Page, app: TinyApp, slack: Sandbox) -> None:
    form = open_form(page)
    form.get_by_label("Your name").fill("Alice")
    form.get_by_label("Story").fill("Once upon a time\nthere was a bird.")
    form.get_by_label("Number").fill("7")
    form.get_by_label("Day").fill("2026-03-04")
    form.get_by_label("Blue").check()
    form.get_by_label("North").check()
    form.get_by_label("South").check()
    form.get_by_label("Pick").select_option("Second")
    form.get_by_role("checkbox", name="Dana").focus()
    page.keyboard.press("Space")
    form.get_by_label("Lead").select_option("Bob")
    form.get_by_label("Where").select_option("#general")
    save(form)

    expect(messages(page).last).to_contain_text("Saved")
    [values] = app.submitted
    assert {name: plain(state[name]) for name, state in values.items()} == {
        "name": "Alice",
        "story": "Once upon a time\nthere was a bird.",
        "number": "7",
        "day": "2026-03-04",
        "hour": "09:00",  # as it was when the form opened
        "one": "blue",
        "some": ["north", "south"],
        "pick": "second",
        "who": [slack.person("Dana").id],
        "lead": slack.person("Bob").id,
        "where": slack.channel("general"),
    }


def test_no_more_people_can_be_chosen_than_the_app_allows(page: Page) -> None:
    form = open_form(page)
    who = form.get_by_role("group", name="Who")
    who.get_by_role("checkbox", name="Alice").check()
    expect(who.get_by_role("checkbox", name="Dana")).to_be_enabled()
    who.get_by_role("checkbox", name="Bob").check()
    expect(who.get_by_role("checkbox", name="Dana")).to_be_disabled()

    who.get_by_role("checkbox", name="Bob").uncheck()
    expect(who.get_by_role("checkbox", name="Dana")).to_be_enabled()


def test_what_the_app_chose_first_survives_an_untouched_form(
    page: Page, app: TinyApp, slack: Sandbox
) -> None:
    alice, general = slack.person("Alice").id, slack.workspace.channel_named("general")
    client = WebClient(token=slack.bot_token, base_url=slack.api_url)
    general.is_archived = True  # so that no menu offers it any more
    trigger = slack.installation.triggers.make(alice)
    client.views_open(trigger_id=trigger, view=filled_form(alice, general.id))
    form = page.get_by_role("dialog", name="A form")
    expect(form.get_by_label("Where")).to_contain_text("#general")
    save(form)
    general.is_archived = False

    expect(messages(page).last).to_contain_text("Saved")
    assert {name: plain(state[name]) for name, state in app.submitted[0].items()} == {
        "name": "Alice",
        "day": "2026-03-04",
        "who": [alice],
        "lead": alice,
        "where": general.id,
    }


def open_form(page: Page) -> Locator:
    ask(page, "hello")
    page.get_by_role("button", name="Fill in").click()
    form = page.get_by_role("dialog", name="A form")
    expect(form.get_by_label("Your name")).to_be_focused()
    return form


def save(form: Locator) -> None:
    form.get_by_role("button", name="Save").click()


def problem(form: Locator) -> Locator:
    return form.get_by_role("alert").filter(visible=True)


def plain(state: dict[str, Any]) -> Any:
    [value] = [value for key, value in state.items() if key != "type"]
    if isinstance(value, list):
        return [part["value"] if isinstance(part, dict) else part for part in value]
    return value["value"] if isinstance(value, dict) else value
