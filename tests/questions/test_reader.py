"""The questions that ship, and a team's own file."""

from importlib.resources import files

import pytest

from bot.questions.reader import ALL, QuestionInvalid, load, read


def test_the_two_questions_come_in_order() -> None:
    assert ALL == ("disagreement", "mistake")


@pytest.mark.parametrize(
    ("slug", "sections"),
    [
        ("disagreement", ("situation", "root", "options", "alignment", "result")),
        ("mistake", ("situation", "mistake", "remediation", "prevention", "growth")),
    ],
)
def test_a_question_has_its_five_sections_in_order(slug: str, sections: tuple[str, ...]) -> None:
    question = load(slug)

    assert question.slug == slug
    assert question.slugs == sections


@pytest.mark.parametrize("slug", ALL)
def test_every_section_has_four_criteria_of_its_own(slug: str) -> None:
    for section in load(slug).sections:
        names = {f"{slug}.{section.slug}.{criterion.slug}" for criterion in section.criteria}

        assert {criterion.name for criterion in section.criteria} == names
        assert len(names) == 4


def test_the_forty_criteria_are_forty() -> None:
    names = {
        criterion.name
        for slug in ALL
        for section in load(slug).sections
        for criterion in section.criteria
    }

    assert len(names) == 40


def test_a_question_finds_its_section_and_the_section_its_criterion() -> None:
    section = load("mistake").section("growth")

    assert section.criterion("measure").name == "mistake.growth.measure"


def test_an_unknown_question_section_or_criterion_is_a_lookup_error() -> None:
    with pytest.raises(LookupError, match="no question 'triumph'"):
        load("triumph")
    with pytest.raises(LookupError, match="no section 'growth'"):
        load("disagreement").section("growth")
    with pytest.raises(LookupError, match="no criterion 'cause'"):
        load("mistake").section("growth").criterion("cause")


def test_a_question_is_read_once() -> None:
    assert load("mistake") is load("mistake")


OWN = files("bot.questions").joinpath("mistake.toml").read_text(encoding="utf-8")


def test_a_teams_own_question_mixes_criteria_by_name() -> None:
    own = OWN.replace('"mistake.situation.goal"', '"disagreement.situation.people"')

    slugs = [criterion.slug for criterion in read(own).section("situation").criteria]

    assert slugs == ["context", "people", "stakes", "role"]


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('slug = "mistake"', "slug = mistake", "not valid TOML"),
        ('title = "A mistake"', "", "At title: Field required"),
        ('title = "A mistake"', 'titel = "A mistake"', "At title: Field required"),
        ('slug = "mistake"', 'slug = "Our Mistake"', "At slug: "),
        ('"mistake.situation.goal",', "", "At sections.0.criteria: "),
        ('"mistake.situation.goal"', '"mistake.situation.gaol"', "'mistake.situation.gaol'"),
        ('"mistake.situation.goal"', '"mistake.situation.role"', "'role' is there twice"),
        ('slug = "growth"', 'slug = "prevention"', "'prevention' is there twice"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(before: str, after: str, complaint: str) -> None:
    with pytest.raises(QuestionInvalid, match=complaint):
        read(OWN.replace(before, after, 1))
