"""The rated answers are whole, and only those that can be rated count."""

import json

import pytest

from bot.questions.reader import ALL, load
from calibration.rated import HERE, answers, sections


@pytest.mark.parametrize("name", ["answers.jsonl", "ratings.jsonl"])
def test_every_line_is_an_object_with_an_id(name: str) -> None:
    rows = [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]

    assert all(row["id"] for row in rows)


def test_every_answer_has_a_level_for_each_of_its_twenty_criteria() -> None:
    keys = {
        slug: {f"{s.slug}.{c.slug}" for s in load(slug).sections for c in s.criteria}
        for slug in ALL
    }

    assert all(set(answer.levels) == keys[answer.question.slug] for answer in answers())
    assert {level for answer in answers() for level in answer.levels.values()} == {0, 1, 2}


def test_answers_in_other_languages_and_short_ones_are_left_out() -> None:
    identifiers = {answer.identifier for answer in answers()}

    assert identifiers.isdisjoint({"dd-034", "dm-039"})
    assert all(
        sum(len(text.split()) for text in answer.sections.values()) >= 12 for answer in answers()
    )


def test_every_answer_has_five_sections() -> None:
    assert len(sections()) == 5 * len(answers())
    assert {part.writer for part in sections()} == set("defghijklmnopqrst")


def test_the_readme_says_who_rated() -> None:
    text = (HERE / "README.md").read_text(encoding="utf-8")

    assert "A language model gave them. No person has rated any yet." in text
