"""The one nudge while a section is being written."""

import pytest

from bot.questions.reader import load
from bot.rubric.rating import missing
from tests.rubric.samples import SAMPLES, STRONG_DISAGREEMENT, STRONG_MISTAKE


@pytest.mark.parametrize(
    ("slug", "answer"), [("disagreement", STRONG_DISAGREEMENT), ("mistake", STRONG_MISTAKE)]
)
def test_a_section_that_tells_everything_gets_no_nudge(slug: str, answer: dict[str, str]) -> None:
    assert {missing(load(slug), section, text) for section, text in answer.items()} == {None}


def test_a_section_without_a_figure_is_asked_for_one() -> None:
    text = (
        "In my new job I handled such a case myself, with the list. My boss copied the idea for "
        "the whole ward. I used to think that care was enough; now I know that a check is "
        "somebody else's eyes."
    )

    criterion = missing(load("mistake"), "growth", text)

    assert criterion is not None
    assert criterion.slug == "measure"


@pytest.mark.parametrize(("slug", "answer"), SAMPLES)
def test_the_nudge_is_one_of_the_sections_own_criteria(slug: str, answer: dict[str, str]) -> None:
    for section in load(slug).sections:
        criterion = missing(load(slug), section.slug, answer[section.slug])

        assert criterion is None or criterion in section.criteria


def test_an_empty_section_is_asked_for_its_first_thing() -> None:
    section = load("disagreement").section("result")

    assert missing(load("disagreement"), "result", "") == section.criteria[0]


def test_an_unknown_section_is_an_error() -> None:
    with pytest.raises(LookupError):
        missing(load("disagreement"), "growth", "We are done.")
