"""The dialogue of the README: read from its table, and followed on the page word for word.

A row says what the reader does and what Starling answers. Where the left cell is empty, Starling
says one thing more.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

HEADING = "| You | Starling |"
ROW = re.compile(r"\| (?P<deed>[^|]*?) ?\| (?P<answer>[^|]*?) ?\|")
PRESS = re.compile(r"Press \*\*(?P<name>.+?)\*\*(?: under \*(?P<message>.+?)\*)?")
CHOOSE = re.compile(r"Choose \*\*(?P<option>.+?)\*\* for \*\*(?P<name>.+?)\*\*")
TYPE = re.compile(r"Type: (?P<text>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One row: what the reader does, and what is answered; either may be empty."""

    deed: str
    answer: str


def read_dialogue(readme: str) -> list[Turn]:
    """Return the rows of the dialogue's table."""
    _, table = readme.split(HEADING, maxsplit=1)
    rows = table.split("\n\n")[0].splitlines()[2:]
    return [_turn(row) for row in rows]


def follow(page: Page, turn: Turn) -> None:
    """Do what a row says, and see what it answers: new words, which did not stand there before."""
    answered = page.get_by_role("article").filter(has_text=turn.answer)
    if turn.deed:
        if turn.answer:
            expect(answered).to_have_count(0)
        _do(page, turn.deed)
    if turn.answer:
        expect(answered.last).to_be_visible()


def _turn(row: str) -> Turn:
    match = ROW.fullmatch(row)
    if match is None:
        raise ValueError(f"this row of the dialogue has no two cells: {row}")
    return Turn(deed=match["deed"].strip(), answer=match["answer"].strip())


def _do(page: Page, deed: str) -> None:
    if press := PRESS.fullmatch(deed):
        _pressable(page, press["name"], press["message"]).click()
    elif choose := CHOOSE.fullmatch(deed):
        page.get_by_label(choose["name"], exact=True).last.select_option(choose["option"])
    elif typed := TYPE.fullmatch(deed):
        _type(page, typed["text"])
    else:
        raise ValueError(f"the dialogue asks for something else than Press, Choose or Type: {deed}")


def _pressable(page: Page, name: str, message: str | None) -> Locator:
    within: Page | Locator = page
    if message is not None:
        within = page.get_by_role("article").filter(has_text=message)
    named = within.get_by_role("button", name=name, exact=True)
    link = within.get_by_role("link", name=name, exact=True)
    # The button under a message with replies has more in it: who wrote, and when.
    replies = within.get_by_role("button").filter(has=page.get_by_text(name, exact=True))
    # The newest of that name: the questions further up keep their buttons.
    return named.or_(link).or_(replies).last


def _type(page: Page, text: str) -> None:
    field = page.get_by_role("textbox", name="Reply in the thread")
    field.fill(text)
    field.press("Enter")
    expect(page.get_by_role("article").filter(has_text=text).last).to_be_visible()
