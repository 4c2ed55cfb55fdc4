"""What a rating promises, whatever the text."""

from importlib.resources import files

import pytest
from hypothesis import assume, given, settings, strategies as st

from bot.questions.reader import ALL, load, read
from bot.rubric.rating import VERSION, rate
from bot.rubric.sheet import Sheet
from tests.rubric.samples import (
    SAMPLES,
    STRONG_DISAGREEMENT,
    STRONG_MISTAKE,
    WEAK_DISAGREEMENT,
    WEAK_MISTAKE,
)

SENTENCES = [
    sentence + "."
    for _, answer in SAMPLES
    for text in answer.values()
    for sentence in text.rstrip(".").split(". ")
]
HONEST = [
    sentence
    for sentence in SENTENCES
    if any(sentence[:-1] in text for text in STRONG_DISAGREEMENT.values())
]
PARTS = st.one_of(
    st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join),
    st.lists(st.sampled_from(SENTENCES), max_size=8).map("\n- ".join),
    st.text(max_size=300),
)


@st.composite
def answers(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    slug = draw(st.sampled_from(ALL))
    return slug, {section: draw(PARTS) for section in load(slug).slugs}


@given(answers())
@settings(deadline=None)
def test_every_quote_is_an_exact_short_stretch_of_the_text(
    given_answer: tuple[str, dict[str, str]],
) -> None:
    slug, answer = given_answer

    sheet = rate(load(slug), answer)

    for rating in sheet.ratings.values():
        for quote in rating.quotes:
            words = answer[quote.section][quote.start : quote.end]
            assert words == words.strip()
            assert 0 < len(words) <= 200


@given(answers())
@settings(deadline=None)
def test_every_level_rests_on_a_quote_or_says_that_nothing_was_found(
    given_answer: tuple[str, dict[str, str]],
) -> None:
    slug, answer = given_answer

    sheet = rate(load(slug), answer)

    for rating in sheet.ratings.values():
        assert rating.level in {0, 1, 2}
        assert bool(rating.quotes) == (rating.level > 0)
        assert ("Nothing was found" in rating.reason) == (rating.level == 0)
        assert 0.0 <= rating.sure <= 1.0


@given(answers())
@settings(deadline=None)
def test_the_same_text_gets_the_same_sheet(given_answer: tuple[str, dict[str, str]]) -> None:
    slug, answer = given_answer

    assert rate(load(slug), answer) == rate(load(slug), answer)


@given(answers())
@settings(deadline=None)
def test_a_section_is_half_the_sum_of_its_levels_and_the_total_is_their_mean(
    given_answer: tuple[str, dict[str, str]],
) -> None:
    slug, answer = given_answer

    sheet = rate(load(slug), answer)

    for section, score in sheet.sections.items():
        assert score == sum(_levels(sheet, section)) / 2
    assert sheet.total == pytest.approx(sum(sheet.sections.values()) / 5)
    assert 1 <= sheet.overall <= 5


@pytest.mark.parametrize(
    ("slug", "strong", "weak"),
    [
        ("disagreement", STRONG_DISAGREEMENT, WEAK_DISAGREEMENT),
        ("mistake", STRONG_MISTAKE, WEAK_MISTAKE),
    ],
)
def test_a_strong_answer_is_far_above_a_weak_one(
    slug: str, strong: dict[str, str], weak: dict[str, str]
) -> None:
    question = load(slug)

    best, worst = rate(question, strong), rate(question, weak)

    assert best.total >= 3.0
    assert worst.total <= 1.0
    assert best.overall >= 4
    assert worst.overall == 1


def test_the_criteria_come_in_the_order_of_the_question() -> None:
    question = load("mistake")

    sheet = rate(question, WEAK_MISTAKE)

    assert list(sheet.ratings)[:5] == [
        "situation.context",
        "situation.goal",
        "situation.stakes",
        "situation.role",
        "mistake.ownership",
    ]
    assert tuple(sheet.sections) == question.slugs
    assert sheet.version == VERSION


def test_an_absent_section_counts_as_empty_and_an_unknown_one_is_an_error() -> None:
    answer = {**STRONG_MISTAKE}
    del answer["growth"]

    assert rate(load("mistake"), answer).sections["growth"] <= 2.0
    with pytest.raises(LookupError, match="no section 'result'"):
        rate(load("mistake"), {"result": "It went well."})


@pytest.mark.parametrize(("slug", "answer"), SAMPLES)
def test_saying_it_twice_changes_nothing(slug: str, answer: dict[str, str]) -> None:
    question = load(slug)

    twice = {section: f"{text} {text}" for section, text in answer.items()}

    assert rate(question, twice).sections == rate(question, answer).sections


def test_what_would_happen_is_at_most_a_one() -> None:
    answer = dict.fromkeys(
        load("disagreement").slugs,
        "I would ask the manager and we would agree on a trial by Friday with 10 customers.",
    )

    sheet = rate(load("disagreement"), answer)

    assert max(rating.level for rating in sheet.ratings.values()) <= 1


def test_what_stands_only_in_another_section_is_at_most_a_one() -> None:
    everything = {"situation": " ".join(STRONG_MISTAKE.values()), "growth": "see above"}

    sheet = rate(load("mistake"), everything)

    assert max(_levels(sheet, "growth")) == 1
    for key in ("growth.track_record", "growth.measure", "growth.adoption", "growth.reflection"):
        assert all(quote.section == "situation" for quote in sheet.ratings[key].quotes)


def test_blame_costs_what_fairness_earns() -> None:
    question = load("disagreement")
    fair = STRONG_DISAGREEMENT["root"]
    blaming = "She was stubborn and stupid as usual. She never listens. It was her fault, typical."

    assert rate(question, {**STRONG_DISAGREEMENT, "root": fair}).ratings["root.fairness"].level == 2
    assert (
        rate(question, {**STRONG_DISAGREEMENT, "root": blaming}).ratings["root.fairness"].level < 2
    )


def test_a_teams_own_mix_of_criteria_is_rated_by_their_names() -> None:
    shipped = files("bot.questions").joinpath("mistake.toml").read_text(encoding="utf-8")
    own = read(shipped.replace('"mistake.situation.goal"', '"disagreement.situation.people"'))

    rating = rate(own, STRONG_MISTAKE).ratings["situation.people"]

    assert rating.level >= 1


@given(answers(), st.data())
@settings(deadline=None)
def test_one_more_honest_sentence_never_lowers_a_level(
    given_answer: tuple[str, dict[str, str]], data: st.DataObject
) -> None:
    slug, answer = given_answer
    section = data.draw(st.sampled_from(load(slug).slugs))
    sentence = data.draw(st.sampled_from(HONEST))
    assume(not any(sentence in text for text in answer.values()))

    before = rate(load(slug), answer)
    after = rate(load(slug), {**answer, section: f"{answer[section]}\n{sentence}"})

    if before.outcome == after.outcome == "scored":
        for key, rating in after.ratings.items():
            assert rating.level >= before.ratings[key].level


@pytest.mark.parametrize(
    "text",
    ["a" * 20_000, "(" * 20_000, "." * 20_000, " " * 20_000, "[(" * 10_000, "1," * 10_000],
)
def test_hostile_text_is_simply_not_scored(text: str) -> None:
    question = load("mistake")

    assert rate(question, dict.fromkeys(question.slugs, text)).outcome == "not_scored"


def _levels(sheet: Sheet, section: str) -> list[int]:
    return [
        rating.level for key, rating in sheet.ratings.items() if key.partition(".")[0] == section
    ]
