"""What people see: every effect has words, within Slack's limits, and nothing in them comes alive."""

from typing import Any, get_args

import pytest

from bot.interview import announcements as news
from bot.interview.announcements import Announcement
from bot.interview.effects import Effect
from bot.letters import Letter, from_body
from bot.questions import reader
from bot.rubric.rating import rate
from bot.schedule.notices import Notice
from bot.slack.views import feedback, forms
from bot.slack.views.render import render, render_home
from tests.slack import letters
from tests.slack.limits import ALIVE, faults_of_message, faults_of_view

LIVELY = "<!channel> <@U1> <#C1|x> <https://example.com|here> & *bold* `code`"
LONG = {
    "words": "It was long. " * 3077,
    "ampersands": "&" * 40_000,
    "brackets": "<" * 40_000,
    "lines": "a\n" * 20_000,
    "one word": "a" * 40_000,
}


KINDS = sorted({letter.kind for letter in letters.messages()})


def described(letter: Letter) -> str:
    scene = letter.scene
    return f"{letter.effect} {scene.question} {scene.place}" if scene else str(letter.effect)


def faults(kind: str, words: str = "My story.") -> list[str]:
    drawn = [render(letter) for letter in letters.messages(words) if letter.kind == kind]
    assert drawn
    return sorted({fault for message in drawn for fault in faults_of_message(message)})


def test_the_samples_are_of_every_kind_that_there_is() -> None:
    sampled = {type(letter.effect) for letter in (*letters.messages(), *letters.homes())}

    assert sampled == {*get_args(Effect), *get_args(Announcement), *get_args(Notice)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_message_keeps_slacks_limits_and_its_text_stands_alone(kind: str) -> None:
    assert faults(kind) == []


@pytest.mark.parametrize("kind", ["ShowSection", "ShowFeedback"])
@pytest.mark.parametrize("long", LONG)
def test_forty_thousand_characters_in_an_answer_break_no_limit(long: str, kind: str) -> None:
    assert faults(kind, LONG[long]) == []


def test_nothing_that_people_wrote_comes_alive() -> None:
    texts = [
        str(part)
        for letter in letters.messages(LIVELY)
        if letter.kind in ("ShowSection", "ShowFeedback")
        for part in (render(letter).text, *(block.to_dict() for block in render(letter).blocks))
    ]

    assert any("channel" in text for text in texts)
    assert [text for text in texts if ALIVE.search(text) or "<https" in text] == []


@pytest.mark.parametrize("letter", letters.homes(), ids=["newcomer", "everything"])
def test_the_home_tab_keeps_slacks_limits(letter: Letter) -> None:
    assert list(faults_of_view(render_home(letter))) == []


@pytest.mark.parametrize(
    "view",
    [
        forms.choose(),
        forms.why_unfair(f"{letters.INTERVIEW}:1"),
        forms.notice(forms.SHARED),
        forms.notice(forms.NOT_INVITED),
    ],
    ids=["choose", "why", "shared", "not invited"],
)
def test_every_form_keeps_slacks_limits(view: Any) -> None:
    assert list(faults_of_view(view)) == []


@pytest.mark.parametrize("question", reader.ALL)
@pytest.mark.parametrize(
    "words", ["My story.", LIVELY, *LONG.values()], ids=["short", "lively", *LONG]
)
def test_the_whole_rubric_keeps_slacks_limits(question: str, words: str) -> None:
    read = reader.load(question)
    answer = {
        slug: f"{text} {words}"
        for slug, text in zip(read.slugs, letters.STORY.values(), strict=True)
    }
    effect = letters.feedbacks(question, words)[0]

    view = feedback.rubric(_with_sheet(effect, rate(read, answer)), read, answer)

    assert list(faults_of_view(view)) == []
    assert not ALIVE.search(str(view.to_dict()))


def test_the_whole_rubric_says_that_no_person_has_checked_it() -> None:
    read = reader.load("mistake")
    answer = dict(zip(read.slugs, letters.STORY.values(), strict=True))

    view = str(feedback.rubric(letters.feedbacks("mistake", "")[0], read, answer).to_dict())

    assert "How this is rated" in view
    assert "No person has checked its ratings yet." in view


@pytest.mark.parametrize("question", reader.ALL)
def test_every_criterion_stands_in_the_whole_rubric(question: str) -> None:
    read = reader.load(question)
    answer = dict(zip(read.slugs, letters.STORY.values(), strict=True))

    view = str(feedback.rubric(letters.feedbacks(question, "")[0], read, answer).to_dict())

    titles = [criterion.title for section in read.sections for criterion in section.criteria]
    assert [title for title in titles if title not in view] == []


def test_every_letter_is_read_back_as_it_was_filed() -> None:
    for letter in (*letters.messages("Mine & yours."), *letters.homes()):
        assert from_body(letter.kind, letter.to_body()) == letter, described(letter)


def test_what_belongs_to_no_interview_cannot_be_said_in_one() -> None:
    with pytest.raises(ValueError, match="belongs to no interview"):
        render(Letter(effect=news.SayNotYours(), scene=letters.scenes("disagreement")[0]))


def test_feedback_quotes_the_persons_own_words() -> None:
    whole = letters.feedbacks("disagreement", "I owned the payments service.")[0]

    text = render(Letter(effect=whole, scene=letters.scenes("disagreement")[0])).text

    assert "> I owned the payments service." in text


def test_feedback_that_found_nothing_says_so() -> None:
    whole = letters.feedbacks("disagreement", "")[0]
    bare = Letter(effect=_with_quotes(whole, ()), scene=letters.scenes("disagreement")[0])

    assert "I found nothing about this yet." in render(bare).text


def _with_sheet(effect: Any, sheet: Any) -> Any:
    return type(effect)(attempt=effect.attempt, sections=effect.sections, sheet=sheet)


def _with_quotes(effect: Any, quoted: tuple[tuple[str, str], ...]) -> Any:
    return type(effect)(
        attempt=effect.attempt, sections=effect.sections, sheet=effect.sheet, quoted=quoted
    )
