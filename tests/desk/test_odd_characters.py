"""Characters that a database refuses: they cost nobody their answer."""

import pytest
from sqlalchemy import select

from bot import actions as act
from bot.actions import carry
from bot.facts import HomeOpened
from bot.interview.instants import instant
from storage.tables import Judgement, Person
from tests.desk.workplace import Workplace

pytestmark = pytest.mark.parametrize("odd", ["\0", "\ud83d"])


def test_a_message_with_one_is_kept(workplace: Workplace, odd: str) -> None:
    thread = workplace.thread(workplace.begins())

    workplace.writes(f"My {odd} story.", thread=thread)

    assert "My \ufffd story." in workplace.kept()
    assert workplace.desk.is_at_rest()


def test_a_message_edited_to_hold_one_is_kept(workplace: Workplace, odd: str) -> None:
    thread = workplace.thread(workplace.begins())
    ts = workplace.writes("My story.", thread=thread)

    workplace.edits(ts, f"My {odd} story.", thread=thread)

    assert "My \ufffd story." in workplace.kept()
    assert workplace.desk.is_at_rest()


def test_a_draft_with_one_is_kept(workplace: Workplace, odd: str) -> None:
    workplace.writes(f"My {odd} story, told before any interview.")

    assert "My \ufffd story" in workplace.kept()
    assert workplace.desk.is_at_rest()


def test_an_opinion_with_one_is_kept(workplace: Workplace, odd: str) -> None:
    interview_id = workplace.is_scored()

    workplace.submits(act.UNFAIR_FORM, carry(interview_id, "1"), {"why": f"So {odd} late."})

    with workplace.database.transaction() as session:
        assert session.scalars(select(Judgement.why)).all() == ["So \ufffd late."]


def test_somebody_with_one_in_the_name_is_met(workplace: Workplace, odd: str) -> None:
    at = instant(workplace.clock())

    workplace.hears(HomeOpened(team="T1", user="UALICE", name=f"Al{odd}ice", at=at, key="home"))

    with workplace.database.transaction() as session:
        assert session.scalars(select(Person.name)).all() == ["Al\ufffdice"]
