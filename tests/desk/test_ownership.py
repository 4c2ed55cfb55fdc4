"""Whose an interview is: looked up when a button is pressed, and never believed of the button."""

import pytest
from sqlalchemy import select

from bot import actions as act
from bot.actions import carry
from bot.desk.showing import rated
from storage.tables import Interview, Judgement, Round
from tests.desk.workplace import CHANNEL, Workplace

REFUSALS = {"SayNotYours", "SayOutdated"}
OF_AN_INTERVIEW = (
    act.BEGIN,
    act.DECLINE,
    act.PAUSE,
    act.RESUME,
    act.STOP,
    act.NEXT,
    act.BACK,
    act.LOOK,
    act.HELP,
    act.SKIP,
    act.RATE,
    act.REVEAL,
    act.RETRY,
    act.RESTART,
)


def kinds_after(workplace: Workplace, before: int) -> set[str]:
    return {note.letter.kind for note in workplace.notebook[before:]}


def stages(workplace: Workplace) -> list[str]:
    with workplace.database.transaction() as session:
        return list(session.scalars(select(Interview.stage)))


@pytest.mark.parametrize("action", OF_AN_INTERVIEW)
def test_nobody_presses_a_button_with_the_id_of_somebody_elses_interview(
    workplace: Workplace, action: str
) -> None:
    interview_id = workplace.begins("UALICE")
    before = len(workplace.notebook)

    workplace.presses(action, carry(interview_id, "situation"), "UBOB")

    assert kinds_after(workplace, before) == {"SayNotYours"}
    assert stages(workplace) == ["answering"]


@pytest.mark.parametrize("action", OF_AN_INTERVIEW)
def test_the_same_user_id_in_another_workspace_is_somebody_else(
    workplace: Workplace, action: str
) -> None:
    interview_id = workplace.begins("UALICE")
    elsewhere = Workplace(workplace.database, "T2", workplace.clock)

    elsewhere.presses(action, carry(interview_id, "situation"), "UALICE")

    assert kinds_after(elsewhere, 0) == {"SayNotYours"}
    assert stages(workplace) == ["answering"]


@pytest.mark.parametrize("action", [*OF_AN_INTERVIEW, act.FAIR, f"{act.DRAFT_ADD}.0"])
def test_an_interview_that_there_is_not_is_answered(workplace: Workplace, action: str) -> None:
    for value in ("", "0" * 32, "' OR 1=1 --", ":", "0:situation"):
        workplace.presses(action, value)

    assert [note.letter.kind for note in workplace.notebook] == ["SayOutdated"] * 5


def test_nobody_puts_a_draft_into_somebody_elses_interview(workplace: Workplace) -> None:
    interview_id = workplace.begins("UALICE")
    workplace.writes("A sentence of Bob's.", "UBOB")

    workplace.presses(f"{act.DRAFT_ADD}.0", interview_id, "UBOB")
    workplace.presses(act.LOOK, carry(interview_id, "situation"), "UALICE")

    assert workplace.last("ShowSection").effect.text == ""


def test_nobody_judges_somebody_elses_feedback(workplace: Workplace) -> None:
    interview_id = workplace.is_scored("UALICE")
    before = len(workplace.notebook)

    workplace.presses(act.FAIR, carry(interview_id, "1"), "UBOB")
    workplace.submits(act.UNFAIR_FORM, carry(interview_id, "1"), {"why": "Envy."}, "UBOB")

    assert kinds_after(workplace, before) <= REFUSALS
    with workplace.database.transaction() as session:
        assert session.scalars(select(Judgement)).all() == []


def test_nobody_opens_somebody_elses_rubric(workplace: Workplace) -> None:
    value = carry(workplace.is_scored("UALICE"), "1")

    assert rated(workplace.database, ("", "T1", "UALICE"), value) is not None
    assert rated(workplace.database, ("", "T1", "UBOB"), value) is None
    assert rated(workplace.database, ("", "T2", "UALICE"), value) is None


@pytest.mark.parametrize("number", ["0", "2", "99", "", "one", "-1"])
def test_a_rubric_of_an_attempt_that_there_is_not_is_not_shown(
    workplace: Workplace, number: str
) -> None:
    interview_id = workplace.is_scored()

    assert rated(workplace.database, ("", "T1", "UALICE"), carry(interview_id, number)) is None


def test_a_round_of_another_workspace_opens_nothing_here(workplace: Workplace) -> None:
    workplace.sets_up()
    due = workplace.desk.next_due()
    assert due is not None
    workplace.passes(due - workplace.clock())
    with workplace.database.transaction() as session:
        number = session.scalars(select(Round.id)).one()
    elsewhere = Workplace(workplace.database, "T2", workplace.clock)

    elsewhere.presses(act.PRACTISE_HERE, f"disagreement:{number}", channel="C2")

    assert kinds_after(elsewhere, 0) == {"SayOutdated"}
    assert stages(workplace) == []


def test_a_second_interview_on_a_question_points_to_the_first(workplace: Workplace) -> None:
    first = workplace.begins()
    before = len(workplace.notebook)

    workplace.presses(f"{act.HOME_START}.disagreement", "disagreement")

    assert kinds_after(workplace, before) == {"PointTo"}
    assert workplace.last("PointTo").effect.interview.interview_id == first
    assert len(stages(workplace)) == 1


def test_pressing_a_prompt_makes_the_open_interview_count_for_its_round(
    workplace: Workplace,
) -> None:
    workplace.sets_up()
    workplace.begins()
    due = workplace.desk.next_due()
    assert due is not None
    workplace.passes(due - workplace.clock())
    number = workplace.last("PostPrompt").effect.round_id

    workplace.presses(act.PRACTISE_PRIVATE, f"disagreement:{number}", channel=CHANNEL)

    assert workplace.last("PointTo").act == "ephemeral"
    with workplace.database.transaction() as session:
        assert session.scalars(select(Interview.round_id)).one() == number


@pytest.mark.parametrize("action", [act.RETRY, act.RESTART])
def test_a_scored_interview_is_not_reopened_while_another_is_open(
    workplace: Workplace, action: str
) -> None:
    scored = workplace.is_scored()
    open_one = workplace.begins()
    before = len(workplace.notebook)

    workplace.presses(action, carry(scored, "result"))

    assert kinds_after(workplace, before) == {"PointTo"}
    assert workplace.last("PointTo").effect.interview.interview_id == open_one
    assert sorted(stages(workplace)) == ["answering", "scored"]


def test_a_scored_interview_is_tried_again_when_none_is_open(workplace: Workplace) -> None:
    scored = workplace.is_scored()

    workplace.presses(act.RETRY, carry(scored, "result"))

    asked = workplace.last("AskSection").effect
    assert (asked.attempt, asked.section, asked.of) == (2, "result", 1)


@pytest.mark.parametrize("section", ["salary", "situation.context", "*"])
def test_a_section_that_there_is_not_is_answered(workplace: Workplace, section: str) -> None:
    interview_id = workplace.begins()
    before = len(workplace.notebook)

    workplace.presses(act.NEXT, carry(interview_id, section))

    assert kinds_after(workplace, before) == {"SayOutdated"}


def test_a_button_pressed_twice_does_its_work_once(workplace: Workplace) -> None:
    interview_id = workplace.begins()

    workplace.presses(act.NEXT, carry(interview_id, "situation"))
    workplace.presses(act.NEXT, carry(interview_id, "situation"))

    assert [note.effect.section for note in workplace.said("AskSection")] == ["situation", "root"]
    assert workplace.last("Tell").effect.reason == "other_section"


def test_an_action_that_nobody_knows_is_answered(workplace: Workplace) -> None:
    workplace.presses("section.explode", "x")

    assert kinds_after(workplace, 0) == {"SayOutdated"}


def test_a_form_submitted_after_its_interview_ended_is_answered(workplace: Workplace) -> None:
    interview_id = workplace.is_scored()
    workplace.presses(act.STOP, interview_id)
    before = len(workplace.notebook)

    workplace.submits(act.UNFAIR_FORM, carry(interview_id, "1"), {"why": "It was late."})

    assert kinds_after(workplace, before) == {"SayOutdated"}
    assert "It was late." not in workplace.kept()
