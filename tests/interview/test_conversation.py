"""The conversation: what each event does, and that the order of hearing does not matter."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from bot.interview import effects as eff, events as ev
from bot.interview.conversation import Advanced, advance
from bot.interview.events import Place
from bot.interview.interview import Interview, Stage
from bot.interview.standing import answer, section_text
from bot.rubric.rating import rate
from tests.interview.stories import (
    HISTORIES,
    LATER,
    NOON,
    QUESTION,
    SECTIONS,
    answered,
    at,
    begun,
    lived,
)
from tests.interview.table import DOCUMENT, table


def after(stage: Stage, event: ev.Event) -> Advanced:
    return advance(lived(HISTORIES[stage]).interview, event, LATER)


def said(advanced: Advanced) -> list[type]:
    return [type(effect) for effect in advanced.effects]


def test_the_documented_table_is_what_the_code_does() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == table(), "run `make docs` and read the change"


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_can_be_reached(stage: Stage) -> None:
    assert lived(HISTORIES[stage]).standing.stage is stage


def test_the_five_sections_are_asked_in_the_order_of_the_guide() -> None:
    asked = []
    interview = Interview(id="i", question=QUESTION)
    for event in answered():
        advanced = advance(interview, event, LATER)
        interview = advanced.interview
        asked += [e.section for e in advanced.effects if isinstance(e, eff.AskSection)]

    assert tuple(asked) == SECTIONS


def test_several_messages_make_one_section() -> None:
    first = ev.Replied(at=at(2), ts=at(2), text="One.")
    second = ev.Replied(at=at(3), ts=at(3), text="Two.")

    advanced = lived([*begun(), first, second])

    written = section_text(advanced.interview, advanced.standing.attempt, "situation")
    assert written == "One.\nTwo."


def test_next_pressed_twice_closes_one_section_only() -> None:
    once = lived([*begun(), ev.Closed(at=at(5), section="situation")])

    twice = advance(once.interview, ev.Closed(at=at(6), section="situation"), LATER)

    assert twice.standing.section == "root"
    assert twice.effects == (eff.Tell(reason=eff.Reason.OTHER_SECTION, section="root"),)


def test_the_same_press_heard_twice_is_heard_once() -> None:
    press = ev.Closed(at=at(5), section="situation")

    advanced = advance(lived([*begun(), press]).interview, press, LATER)

    assert said(advanced) == []


def test_back_opens_the_section_before_and_what_follows_belongs_to_it() -> None:
    back = [
        *begun(),
        ev.Closed(at=at(5), section="situation"),
        ev.Reopened(at=at(6), section="root"),
        ev.Replied(at=at(7), ts=at(7), text="I forgot to say when."),
    ]

    advanced = lived(back)

    assert advanced.standing.attempt.pieces == (("situation", at(7)),)


def test_a_message_while_paused_resumes_and_is_kept() -> None:
    advanced = after(Stage.PAUSED, ev.Replied(at=at(90), ts=at(90), text="I am back."))

    assert advanced.standing.stage is Stage.ANSWERING
    assert ("root", at(90)) in advanced.standing.attempt.pieces


def test_rating_every_section_shows_the_feedback() -> None:
    ratings: list[ev.Event] = [
        ev.SelfRated(at=at(90 + i), section=section, level=3) for i, section in enumerate(SECTIONS)
    ]

    advanced = lived([*answered(), *ratings])

    assert said(advanced) == [eff.ShowFeedback]
    assert advanced.standing.stage is Stage.SCORED


def test_a_section_without_anything_is_nudged_once_and_never_held_back() -> None:
    shallow = [*begun(), ev.Replied(at=at(2), ts=at(2), text="We disagreed about a thing at work.")]

    first = lived([*shallow, ev.Closed(at=at(3), section="situation")])
    again = lived(
        [*shallow, ev.Closed(at=at(3), section="situation"), ev.Reopened(at=at(4), section="root")]
    )
    second = advance(again.interview, ev.Closed(at=at(5), section="situation"), LATER)

    assert said(first) == [eff.Nudge, eff.AskSection]
    assert said(second) == [eff.AskSection]


def test_skip_is_not_nudged() -> None:
    advanced = lived([*begun(), ev.Skipped(at=at(3), section="situation")])

    assert said(advanced) == [eff.AskSection]


def test_an_edit_after_the_score_renews_the_feedback_of_that_attempt() -> None:
    edit = ev.Edited(ts=at(10), version=at(95), text="It was in March, with three weeks left.")

    advanced = after(Stage.SCORED, edit)

    assert advanced.effects == (eff.ShowFeedback(attempt=1, sections=SECTIONS, renewed=True),)


def test_an_edit_that_changes_nothing_says_nothing() -> None:
    scored = lived(HISTORIES[Stage.SCORED])
    same = scored.interview.pieces[at(10)].text

    advanced = advance(scored.interview, ev.Edited(ts=at(10), version=at(95), text=same), LATER)

    assert advanced.effects == ()


def test_an_edit_never_moves_a_message_to_another_section() -> None:
    before = lived(HISTORIES[Stage.SCORED])

    after_edit = advance(before.interview, ev.Edited(ts=at(20), version=at(95), text="next"), LATER)

    assert after_edit.standing.attempt.pieces == before.standing.attempt.pieces


def test_a_deleted_message_leaves_no_text() -> None:
    advanced = after(Stage.SCORED, ev.Erased(ts=at(10)))

    assert advanced.interview.pieces[at(10)].text == ""
    assert said(advanced) == [eff.ShowFeedback]


def test_a_late_message_goes_to_the_section_that_was_open_when_it_was_written() -> None:
    advanced = after(Stage.SCORED, ev.Replied(at=at(15), ts=at(15), text="Late, and still mine."))

    assert ("root", at(15)) in advanced.standing.attempt.pieces
    assert said(advanced) == [eff.ShowFeedback]


def test_a_retry_answers_one_section_and_leaves_the_others_as_they_stood() -> None:
    retry = [
        *HISTORIES[Stage.SCORED],
        ev.RetryChosen(at=at(90), section="result"),
        ev.Replied(at=at(91), ts=at(91), text="Tickets fell from nine to two a week."),
    ]

    advanced = lived(retry)

    texts = answer(advanced.interview, advanced.standing, 2)
    assert texts["result"] == "Tickets fell from nine to two a week."
    assert texts["situation"] == "What I have to tell about situation."
    assert answer(advanced.interview, advanced.standing, 1)["result"].endswith("about result.")


def test_start_over_is_a_new_attempt_of_all_sections() -> None:
    advanced = after(Stage.SCORED, ev.RestartChosen(at=at(90)))

    assert advanced.standing.attempt.sections == SECTIONS
    assert answer(advanced.interview, advanced.standing, 2) == dict.fromkeys(SECTIONS, "")


def test_after_stop_and_delete_a_late_message_is_dropped() -> None:
    late = ev.Replied(at=at(12), ts=at(12), text="Too late.")

    advanced = after(Stage.DELETED, late)

    assert at(12) not in advanced.interview.pieces
    assert advanced.effects == ()


def test_a_time_out_that_was_overtaken_by_a_message_does_nothing() -> None:
    interview = lived(HISTORIES[Stage.ANSWERING]).interview

    advanced = advance(interview, ev.SetAside(at=at(60)), NOON)

    assert advanced.standing.stage is Stage.ANSWERING
    assert advanced.effects == ()


def test_in_a_channel_the_thread_opens_only_after_begin() -> None:
    started = lived(begun(Place.CHANNEL)[:1])
    agreed = lived(begun(Place.CHANNEL))

    assert said(started) == [eff.ShowNotice]
    assert said(agreed) == [eff.OpenThread, eff.AskSection]


WHOLE_LIFE: list[ev.Event] = [
    *answered()[:6],
    ev.Replied(at=at(32), ts=at(32), text="next"),
    *answered()[6:],
    ev.Edited(ts=at(10), version=at(61), text="In March we rebuilt the checkout for 40 shops."),
    ev.Edited(ts=at(10), version=at(62), text="In May we rebuilt the checkout for 40 shops."),
    ev.Erased(ts=at(20)),
    ev.SelfRated(at=at(70), section="result", level=2),
    ev.Revealed(at=at(71)),
    ev.RetryChosen(at=at(80), section="result"),
    ev.Replied(at=at(81), ts=at(81), text="Tickets fell from nine to two a week by June."),
    ev.Replied(at=at(82), ts=at(82), text="next"),
    ev.Edited(ts=at(82), version=at(83), text="next, please"),
    ev.Reopened(at=at(84), section=None),
    ev.Replied(at=at(85), ts=at(85), text="And she asks me first now."),
    ev.Closed(at=at(86), section="result"),
    ev.Revealed(at=at(87)),
    ev.Edited(ts=at(50), version=at(88), text="It went well."),
]


def essence(advanced: Advanced) -> dict[str, Any]:
    """What must not depend on the order: stage, pieces of each section, ratings."""
    interview, standing = advanced.interview, advanced.standing
    return {
        "stage": standing.stage,
        "pieces": [attempt.pieces for attempt in standing.attempts],
        "texts": {ts: (p.text, p.erased) for ts, p in interview.pieces.items()},
        "ratings": [
            rate(QUESTION, answer(interview, standing, attempt.number)).to_json()
            for attempt in standing.attempts
            if attempt.scored
        ],
    }


@settings(max_examples=150, deadline=None)
@given(order=st.permutations(WHOLE_LIFE[1:]))
def test_any_order_of_hearing_gives_the_same_interview(order: list[ev.Event]) -> None:
    assert essence(lived([WHOLE_LIFE[0], *order])) == essence(lived(WHOLE_LIFE))


@settings(max_examples=50, deadline=None)
@given(order=st.permutations(WHOLE_LIFE[1:]), again=st.lists(st.sampled_from(WHOLE_LIFE)))
def test_hearing_things_twice_changes_nothing(order: list[ev.Event], again: list[ev.Event]) -> None:
    assert essence(lived([WHOLE_LIFE[0], *order, *again])) == essence(lived(WHOLE_LIFE))


def test_stopping_ends_in_the_same_place_whatever_came_first() -> None:
    stop = ev.Stopped(at=at(60))

    early = lived([begun()[0], stop, *answered()[1:]])
    late = lived([*answered(), stop])

    assert early.standing.stage is late.standing.stage is Stage.DELETED
