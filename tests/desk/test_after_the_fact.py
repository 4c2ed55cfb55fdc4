"""What comes after the fact: an edit, a delete or a press about what was let go already."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import actions as act
from bot.actions import carry
from bot.facts import MessageDeleted
from bot.interview.effects import AskOwnRating, ShowNotice
from bot.interview.instants import instant
from storage.outbox import WAITING
from storage.tables import Said
from tests.desk.workplace import Workplace, dm_of

MARKER = "quokka"


def thrown_away(workplace: Workplace) -> str:
    ts = workplace.writes("First words of mine here.")
    workplace.presses(act.DRAFT_DISCARD, "draft")
    return ts


def declined(workplace: Workplace) -> str:
    ts = workplace.writes("First words of mine here.")
    workplace.presses(act.DECLINE, workplace.starts())
    return ts


def stopped(workplace: Workplace) -> str:
    ts = workplace.writes("First words of mine here.")
    workplace.presses(f"{act.DRAFT_NEW}.disagreement", "disagreement")
    scene = workplace.last("OpenThread").letter.scene
    assert scene is not None
    workplace.presses(act.BEGIN, scene.interview_id)
    workplace.presses(act.STOP, scene.interview_id)
    return ts


def greeted(workplace: Workplace) -> str:
    return workplace.writes("hi")


@pytest.mark.parametrize("let_go", [thrown_away, declined, stopped, greeted])
def test_an_edit_does_not_bring_back_what_was_let_go(
    workplace: Workplace, let_go: Callable[[Workplace], str]
) -> None:
    ts = let_go(workplace)

    workplace.edits(ts, f"I meant {MARKER}.")

    assert MARKER not in workplace.kept()


def test_a_look_is_taken_back_though_its_edit_and_the_stop_come_together(
    workplace: Workplace,
) -> None:
    interview_id = workplace.begins()
    thread = workplace.thread(interview_id)
    ts = workplace.writes("I wrote it all down.", thread=thread)
    workplace.presses(act.LOOK, carry(interview_id, "situation"))

    workplace.slack_is_down = True
    workplace.edits(ts, "I wrote half of it down.", thread=thread)
    workplace.presses(act.STOP, interview_id)

    with workplace.database.transaction() as session:
        deleting = session.scalars(select(Said.state).where(Said.act == "delete"))
        assert list(deleting) == [WAITING]


def test_the_word_next_that_is_edited_into_an_answer_is_kept(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    thread = workplace.thread(interview_id)
    ts = workplace.writes("next", thread=thread)

    workplace.edits(ts, f"next: I talked with {MARKER}.", thread=thread)

    assert MARKER in workplace.kept()


def test_a_delete_without_its_author_deletes_the_text(workplace: Workplace) -> None:
    interview_id = workplace.begins()
    thread = workplace.thread(interview_id)
    ts = workplace.writes(f"I wrote {MARKER} to her.", thread=thread)

    workplace.hears(
        MessageDeleted(
            team=workplace.team,
            at=instant(workplace.clock()),
            key="deleted",
            channel=dm_of("UALICE"),
            ts=ts,
        )
    )

    assert MARKER not in workplace.kept()


def test_nobody_is_reminded_of_what_they_did_not_begin(workplace: Workplace) -> None:
    workplace.starts()

    workplace.passes(timedelta(days=4))

    assert workplace.said("Remind") == []


def test_resume_shows_what_is_waited_for(workplace: Workplace) -> None:
    noticed = workplace.starts()
    workplace.presses(act.RESUME, noticed)
    assert isinstance(workplace.notebook[-1].effect, ShowNotice)
    workplace.presses(act.BEGIN, noticed)
    for section in ("situation", "root", "options", "alignment", "result"):
        workplace.presses(act.SKIP, carry(noticed, section))

    workplace.presses(act.RESUME, noticed)

    assert isinstance(workplace.notebook[-1].effect, AskOwnRating)
