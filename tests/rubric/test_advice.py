"""What the feedback keeps, asks for, and asks next."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from bot.questions.reader import ALL, load
from bot.rubric.advice import advise
from bot.rubric.noun import noun
from bot.rubric.sheet import Quote, Rating
from bot.rubric.text import sentences

LEVELS = st.lists(st.integers(min_value=0, max_value=2), min_size=20, max_size=20)


def _ratings(slug: str, levels: list[int]) -> dict[str, Rating]:
    keys = [f"{s.slug}.{c.slug}" for s in load(slug).sections for c in s.criteria]
    return {
        key: Rating(
            level=level,
            quotes=(Quote(section=key.split(".")[0], start=0, end=4),) if level else (),
            reason="",
            sure=0.9,
        )
        for key, level in zip(keys, levels, strict=True)
    }


@given(st.sampled_from(ALL), LEVELS)
def test_advice_never_asks_for_what_is_at_two(slug: str, levels: list[int]) -> None:
    ratings = _ratings(slug, levels)

    advice = advise(load(slug), ratings, "menu")

    if advice.change is None:
        assert min(levels) == 2
    else:
        assert ratings[advice.change.criterion].level < 2


@given(st.sampled_from(ALL), LEVELS)
def test_what_is_kept_is_quoted_unless_nothing_stands_out(slug: str, levels: list[int]) -> None:
    advice = advise(load(slug), _ratings(slug, levels), "menu")

    assert (advice.keep_quote is None) == (max(levels) == 0)
    assert advice.keep
    assert advice.follow_up.endswith("?")


def test_what_is_wholly_missing_comes_before_what_is_half_there() -> None:
    levels = [1] * 20
    levels[13] = 0

    advice = advise(load("mistake"), _ratings("mistake", levels), "menu")

    assert advice.change is not None
    assert advice.change.criterion == "prevention.process"


def test_of_equals_the_surer_gap_comes_first() -> None:
    ratings = _ratings("mistake", [0] * 20)
    ratings["growth.measure"] = replace(ratings["growth.measure"], sure=0.95)

    advice = advise(load("mistake"), ratings, "menu")

    assert advice.change is not None
    assert advice.change.criterion == "growth.measure"


def test_where_all_is_there_nothing_is_asked_for() -> None:
    advice = advise(load("mistake"), _ratings("mistake", [2] * 20), "menu")

    assert advice.change is None
    assert advice.follow_up.endswith("?")


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("place", range(20))
def test_the_example_has_no_gap_left_in_it(slug: str, place: int) -> None:
    levels = [2] * 20
    levels[place] = 1

    advice = advise(load(slug), _ratings(slug, levels), "menu")

    assert advice.change is not None
    assert "{" not in advice.change.example


@pytest.mark.parametrize("slug", ALL)
def test_an_example_reads_well_without_a_thing_to_speak_of(slug: str) -> None:
    for place in range(20):
        levels = [2] * 20
        levels[place] = 0

        advice = advise(load(slug), _ratings(slug, levels), None)

        assert advice.change is not None
        assert "{" not in advice.change.example
        assert "the it" not in advice.change.example.lower()


def test_the_example_speaks_of_a_thing_of_the_persons_own() -> None:
    told = sentences("We changed the rota twice. The rota was late, and my boss saw the poster.")

    assert noun(told) == "rota"


@pytest.mark.parametrize(
    "text",
    [
        "She said no and I left.",
        "We changed the rota once.",
        "The clinic was full. The clinic was loud. My boss and the clinic closed.",
        "I called the order desk. The order desk was closed.",
    ],
)
def test_what_does_not_read_well_in_an_example_is_not_spoken_of(text: str) -> None:
    assert noun(sentences(text)) is None


@pytest.mark.parametrize("slug", ALL)
def test_every_nudge_says_what_is_missing_and_then_asks(slug: str) -> None:
    for section in load(slug).sections:
        for criterion in section.criteria:
            said, colon, asked = criterion.nudge.partition(": ")

            assert said
            assert colon
            assert asked.endswith("?")
