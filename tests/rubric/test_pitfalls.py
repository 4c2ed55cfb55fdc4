"""The pitfalls of these questions, told apart in the feedback."""

import pytest

from bot.questions.reader import ALL, load
from bot.rubric import pitfalls
from bot.rubric.advice import advise
from bot.rubric.sheet import Quote, Rating
from bot.rubric.text import sentences


def _ratings(slug: str, **levels: int) -> dict[str, Rating]:
    """All at 2, but those named; `options_choice=1` is of "options.choice"."""
    ratings = {}
    for section in load(slug).sections:
        for criterion in section.criteria:
            level = levels.get(f"{section.slug}_{criterion.slug}", 2)
            quotes = (Quote(section=section.slug, start=0, end=4),) if level else ()
            key = f"{section.slug}.{criterion.slug}"
            ratings[key] = Rating(level=level, quotes=quotes, reason="", sure=0.9)
    return ratings


@pytest.mark.parametrize(
    ("slug", "key", "name"),
    [
        ("disagreement", "options.alternatives", "single_path"),
        ("disagreement", "situation.context", "no_boundary"),
        ("mistake", "situation.context", "no_boundary"),
        ("disagreement", "result.measure", "no_number"),
        ("mistake", "growth.measure", "no_number"),
        ("disagreement", "result.lasting", "no_change_of_own"),
        ("mistake", "prevention.habit", "no_change_of_own"),
    ],
)
def test_what_is_missing_altogether_is_a_pitfall(slug: str, key: str, name: str) -> None:
    section = key.partition(".")[0]
    told = {section: sentences("We did it on Monday.")}
    ratings = _ratings(slug, **{key.replace(".", "_"): 0})

    found = pitfalls.find(load(slug), ratings, told)

    assert {at: pitfall.name for at, pitfall in found.items()} == {key: name}


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("She was lazy and it was her fault.", True),
        ("Honestly he had no idea how it works.", True),
        ("It went wrong because of him.", True),
        ("It was not her fault, and nobody was to blame.", False),
        ("She was not lazy: she had three other shops to look after.", False),
        ("I had forgotten the date, and the fault was mine.", False),
    ],
)
def test_who_is_blamed_is_told_from_who_is_not(text: str, blamed: bool) -> None:
    told = {"root": sentences(text)}

    found = pitfalls.find(load("disagreement"), _ratings("disagreement", root_fairness=1), told)

    assert [pitfall.name for pitfall in found.values()] == ["people_blamed"] * blamed


@pytest.mark.parametrize("slug", ALL)
def test_a_strong_answer_falls_into_none(slug: str) -> None:
    told = dict.fromkeys(load(slug).slugs, sentences("It was her fault, one might think."))

    assert pitfalls.find(load(slug), _ratings(slug), told) == {}


def test_a_section_that_is_empty_falls_into_none() -> None:
    ratings = _ratings("disagreement", options_alternatives=0)

    assert pitfalls.find(load("disagreement"), ratings, {"options": ()}) == {}


def test_the_pitfall_that_is_to_change_stands_in_what_is_asked_for() -> None:
    question, ratings = load("disagreement"), _ratings("disagreement", options_alternatives=0)
    found = pitfalls.find(question, ratings, {"options": sentences("We waited.")})

    advice = advise(question, ratings, None, found)

    assert advice.change is not None
    assert advice.change.ask.startswith("It reads as if there had been one way only. Name ")
    assert advice.pitfalls == ()


def test_the_others_stand_beside_it() -> None:
    question = load("mistake")
    ratings = _ratings("mistake", prevention_habit=0, growth_measure=0, growth_adoption=0)
    told = dict.fromkeys(question.slugs, sentences("We waited."))

    advice = advise(question, ratings, None, pitfalls.find(question, ratings, told))

    assert advice.change is not None
    assert advice.change.criterion == "growth.measure"
    assert [pitfall.name for pitfall in advice.pitfalls] == ["no_change_of_own"]


def test_where_nobody_could_confirm_anything_it_is_said() -> None:
    question = load("mistake")
    ratings = {key: Rating(level=0, quotes=(), reason="", sure=0.9) for key in _ratings("mistake")}

    advice = advise(question, ratings, None)

    assert advice.change is not None
    assert "a colleague who was there could confirm" in advice.change.ask


def test_what_stands_in_another_section_is_not_asked_for_again() -> None:
    question, ratings = load("mistake"), _ratings("mistake", growth_measure=1)
    elsewhere = (Quote(section="situation", start=0, end=4),)
    rating = Rating(level=1, quotes=elsewhere, reason="", sure=0.9)

    advice = advise(question, {**ratings, "growth.measure": rating}, None)

    assert advice.change is not None
    assert advice.change.ask.startswith(f"You tell this under {question.sections[0].title}.")
