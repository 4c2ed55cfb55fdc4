"""Published text pasted in: known, also where a fifth of its words were changed."""

import random
import tomllib
from importlib.resources import files

import pytest

from bot.questions.reader import ALL, load
from bot.rubric.guards import ECHO, MODEL, TOO_SHORT
from bot.rubric.rating import rate
from tests.rubric.samples import SAMPLES, STRONG_DISAGREEMENT, STRONG_MISTAKE

PUBLISHED = tomllib.loads(
    files("bot.rubric").joinpath("published.toml").read_text(encoding="utf-8")
)
OTHER_WORDS = [
    "amber",
    "bridge",
    "candle",
    "dolphin",
    "ember",
    "forest",
    "garden",
    "harbour",
    "island",
    "jacket",
]


def _dealt(slug: str, text: str) -> dict[str, str]:
    """The lines of a text, dealt out to the five sections in order."""
    lines, slugs = text.strip().splitlines(), load(slug).slugs
    share = len(lines) // len(slugs) + 1
    return {
        section: "\n".join(lines[place * share : (place + 1) * share])
        for place, section in enumerate(slugs)
    }


def _changed(text: str, chance: random.Random) -> str:
    """The text with one word in five changed, at random places."""
    lines = [line.split() for line in text.splitlines()]
    places = [(row, place) for row, line in enumerate(lines) for place in range(len(line))]
    for row, place in chance.sample(places, len(places) // 5):
        lines[row][place] = chance.choice(OTHER_WORDS)
    return "\n".join(" ".join(line) for line in lines)


def _every_fifth_changed(text: str, first: int) -> str:
    words = text.split(" ")
    return " ".join(
        OTHER_WORDS[place % len(OTHER_WORDS)] if place % 5 == first else word
        for place, word in enumerate(words)
    )


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("outline", ["disagreement", "mistake"])
def test_the_model_answer_is_known(slug: str, outline: str) -> None:
    text = PUBLISHED["model"][outline]

    assert rate(load(slug), _dealt(slug, text)).reason == MODEL
    assert rate(load(slug), {load(slug).slugs[2]: text}).reason == MODEL


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("seed", range(100))
def test_the_model_answer_is_known_with_a_fifth_of_its_words_changed(slug: str, seed: int) -> None:
    text = _changed(PUBLISHED["model"][slug], random.Random(seed))  # noqa: S311 - no secret

    assert rate(load(slug), _dealt(slug, text)).reason == MODEL


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("first", range(5))
def test_changing_every_fifth_word_does_not_hide_the_model_answer(slug: str, first: int) -> None:
    text = _every_fifth_changed(PUBLISHED["model"][slug], first)

    assert rate(load(slug), _dealt(slug, text)).reason == MODEL


@pytest.mark.parametrize("slug", ALL)
def test_a_line_of_the_model_answer_earns_nothing_in_a_story(slug: str) -> None:
    mine = STRONG_DISAGREEMENT if slug == "disagreement" else STRONG_MISTAKE
    lines = [
        line
        for line in PUBLISHED["model"][slug].strip().splitlines()
        if len(line) > 60 and ";" not in line
    ]
    thin = {section: text.partition(". ")[0] + "." for section, text in mine.items()}
    before = rate(load(slug), thin)

    for line in lines:
        for section, text in thin.items():
            after = rate(load(slug), {**thin, section: f"{text}\n{line}"})
            assert after.outcome == "not_scored" or after.sections == before.sections


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("part", ["question", "levels", "rules"])
def test_the_rating_guide_pasted_in_is_known(slug: str, part: str) -> None:
    text = PUBLISHED["guide"][part]

    assert rate(load(slug), _dealt(slug, text)).reason in {ECHO, TOO_SHORT}


@pytest.mark.parametrize(("slug", "answer"), SAMPLES)
def test_the_prompt_above_an_answer_changes_nothing(slug: str, answer: dict[str, str]) -> None:
    question = load(slug)
    with_prompt = {
        section.slug: f"{section.ask}\n{answer[section.slug]}" for section in question.sections
    }

    assert rate(question, with_prompt).sections == rate(question, answer).sections
