"""What belongs to a story, and what is said beside it."""

import pytest

from bot.rubric.relevance import belongs
from bot.rubric.text import sentences
from tests.rubric.disturbances import FILLER
from tests.rubric.rated import english
from tests.rubric.samples import SAMPLES


@pytest.mark.parametrize("filler", FILLER)
def test_what_is_said_while_thinking_is_left_out(filler: str) -> None:
    assert not any(map(belongs, sentences(filler)))


@pytest.mark.parametrize(
    "fact",
    [
        "The moon is moving away from the earth.",
        "A ripe tomato smells of the sun.",
        "Owls fly without a sound.",
        "Bread is best in the morning.",
    ],
)
def test_a_fact_that_has_nothing_to_do_with_it_is_left_out(fact: str) -> None:
    assert not any(map(belongs, sentences(fact)))


@pytest.mark.parametrize(
    "sentence",
    [
        "I did.",
        "It was my fault.",
        "The list is now printed from the chart.",
        "Waiting was safe, the other way was fast.",
        "Option one is cheap but slow.",
        "Errors down 40%.",
        "We waited.",
        "The night shift uses it too.",
    ],
)
def test_a_plain_sentence_of_a_story_stays(sentence: str) -> None:
    assert all(map(belongs, sentences(sentence)))


def test_nearly_everything_that_people_write_stays() -> None:
    told = [
        belongs(one)
        for _, answer in english()
        for text in answer.values()
        for one in sentences(text)
    ]

    assert sum(told) / len(told) >= 0.97


@pytest.mark.parametrize(("slug", "answer"), SAMPLES)
def test_a_strong_answer_stays_whole(slug: str, answer: dict[str, str]) -> None:
    if "project" not in answer["situation"]:
        assert all(belongs(one) for text in answer.values() for one in sentences(text))
