"""It holds when somebody tries: what tells no more earns no more, and what tells the same the same."""

import statistics
import sys
from collections.abc import Callable

import pytest

from bot.questions.reader import ALL, load
from bot.rubric.rating import rate
from bot.rubric.storyless import RECITAL
from tests.rubric import disturbances as do
from tests.rubric.rated import english, rated

SLIGHT = 0.1
"""How far a section may move on average by what is only another way of writing."""
TRIED = rated()[::3]
GIVEN = [sections for _, sections in english()[:328]]  # Of 330, two are in Spanish.
HOSTILE = ["a", "(", ".", " ", "[(", "1,", "'", "\u0301", "\U0001f642", "I did not ", "give me "]


def _scores(change: Callable[[str], str]) -> list[tuple[float, float]]:
    """Each section's score before and after a change to all of them."""
    return [
        (one.sheet.sections[section], score)
        for one in TRIED
        for section, score in rate(one.question, do.each(change)(one.sections)).sections.items()
    ]


def test_it_is_tried_on_more_than_a_hundred_answers() -> None:
    assert len(TRIED) > 100


@pytest.mark.parametrize("change", do.SAME)
def test_saying_it_twice_padding_it_and_telling_it_in_another_order_changes_nothing(
    change: Callable[[str], str],
) -> None:
    assert [pair for pair in _scores(change) if pair[0] != pair[1]] == []


@pytest.mark.parametrize("change", [do.names_swapped, do.genders_swapped])
def test_other_names_and_genders_change_nothing(change: Callable[[str], str]) -> None:
    assert [pair for pair in _scores(change) if pair[0] != pair[1]] == []


def test_other_trades_change_one_section_in_five_hundred_at_most() -> None:
    pairs = _scores(do.trades_swapped)

    assert statistics.mean(before != after for before, after in pairs) <= 0.002


@pytest.mark.parametrize("change", do.SLIPS)
def test_another_way_of_writing_changes_little(change: Callable[[str], str]) -> None:
    shifts = [after - before for before, after in _scores(change)]

    assert abs(statistics.mean(shifts)) <= SLIGHT


def test_sections_of_shuffled_words_earn_next_to_nothing() -> None:
    """Over the answers that were given: ours are terser, and are counted whole below."""
    tried = [one for one in rated() if one.sections in GIVEN][::3]
    over = [
        score
        for one in tried
        for score in rate(one.question, do.each(do.shuffled)(one.sections)).sections.values()
        if score > 1.0
    ]

    assert len(tried) > 100
    assert len(over) / len(tried) <= 0.02


def test_hardly_any_answer_of_shuffled_words_earns_more() -> None:
    shuffled = [rate(one.question, do.each(do.shuffled)(one.sections)) for one in TRIED]
    over = [sheet for sheet in shuffled if max(sheet.sections.values()) > 1.0]

    assert len(over) / len(TRIED) <= 0.02


def test_facts_instead_of_half_the_story_hardly_ever_earn_anything() -> None:
    with_facts, kept = _scores(do.half_replaced), _scores(do.kept_half)
    earned = [one[1] > other[1] for one, other in zip(with_facts, kept, strict=True)]

    assert statistics.mean(earned) <= 0.02


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("seed", range(100))
def test_a_list_of_interview_words_earns_next_to_nothing(slug: str, seed: int) -> None:
    answer = do.word_lists(load(slug).slugs, seed)

    assert max(rate(load(slug), answer).sections.values()) <= 1.0


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("level", [1, 2])
def test_the_criterias_own_wording_earns_next_to_nothing(slug: str, level: int) -> None:
    question = load(slug)
    answer = {
        section.slug: " ".join(f"I say {c.levels[level].lower()}" for c in section.criteria)
        for section in question.sections
    }

    assert max(rate(question, answer).sections.values()) <= 1.0


def test_without_what_it_was_quoted_for_a_level_falls() -> None:
    for place, one in enumerate(TRIED):
        levels = {key: rating for key, rating in one.sheet.ratings.items() if rating.level}
        key = list(levels)[place % len(levels)]

        bare = rate(one.question, do.without_evidence(one.question, one.sections, key))

        assert bare.ratings[key].level == 0


def test_following_the_advice_raises_the_section() -> None:
    raised = []
    for one in TRIED:
        change = one.sheet.advice.change if one.sheet.advice else None
        if change is None:
            continue
        section = change.criterion.partition(".")[0]
        for sentence in do.honest_sentences(f"{one.question.slug}.{change.criterion}"):
            told = {**one.sections, section: f"{one.sections.get(section, '')}\n{sentence}"}
            after = rate(one.question, told).sections[section]
            raised.append(after > one.sheet.sections[section])

    assert len(raised) > 100
    assert statistics.mean(raised) >= 0.8


def test_an_honest_sentence_hardly_ever_lowers_a_level() -> None:
    lowered = []
    for place, one in enumerate(TRIED):
        keys = list(one.sheet.ratings)
        key = keys[place % len(keys)]
        section = key.partition(".")[0]
        for sentence in do.honest_sentences(f"{one.question.slug}.{key}"):
            told = {**one.sections, section: f"{one.sections.get(section, '')}\n{sentence}"}
            after = rate(one.question, told).ratings
            lowered.append(any(after[name].level < one.sheet.ratings[name].level for name in keys))

    assert len(lowered) > 100
    assert statistics.mean(lowered) <= 0.02


def test_the_advice_never_asks_for_what_is_rated_in_full() -> None:
    for one in TRIED:
        change = one.sheet.advice.change if one.sheet.advice else None

        assert change is None or one.sheet.ratings[change.criterion].level < 2


@pytest.mark.parametrize("bit", HOSTILE)
def test_hostile_text_takes_steps_in_proportion_to_its_length(bit: str) -> None:
    short, long = (_steps(bit * (length // len(bit))) for length in (5_000, 20_000))

    assert long <= 4.5 * short + 1_000


def test_stories_are_taken_for_stories() -> None:
    reasons = [rate(question, sections).reason for question, sections in english()]

    assert reasons.count(RECITAL) <= 0.01 * len(reasons)


def _steps(text: str) -> int:
    """How many lines of code it takes to rate a text, which no other work on the machine changes."""
    steps = 0

    def count(_frame: object, _event: str, _argument: object) -> Callable[..., object]:
        nonlocal steps
        steps += 1
        return count

    question = load("mistake")
    rate(question, {"mistake": text[:100]})
    before = sys.gettrace()
    sys.settrace(count)  # type: ignore[arg-type] # wider than it has to be
    try:
        rate(question, {"mistake": text})
    finally:
        sys.settrace(before)
    return steps
