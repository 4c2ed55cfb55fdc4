"""The rated answers, section by section, as the rubric sees them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.questions.question import Question
from bot.questions.reader import ALL, load
from bot.rubric import guards
from bot.rubric.evidence.find import find
from bot.rubric.evidence.strength import strengths

HERE = Path(__file__).parent
_RATER = "r1"  # The second rating of the first 120 says how far a rater agrees with himself.


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedSection:
    """One section of a rated answer."""

    answer: str  # Its id; the first letter is the writer's.
    section: str  # Question and section, e.g. "mistake.growth".
    words: int
    strength: Mapping[str, float]  # By detector.
    wording: frozenset[str]
    levels: tuple[int, int, int, int]

    @property
    def writer(self) -> str:
        """The letter of its writer: the same hand wrote all answers with this letter."""
        return self.answer[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedAnswer:
    """One answer, with what the rater gave."""

    identifier: str
    question: Question
    sections: dict[str, str]  # As written.
    levels: dict[str, int]  # By "section.criterion".
    overall: int


@cache
def answers() -> tuple[RatedAnswer, ...]:
    """Return the answers in English of at least twelve words, in the order of the file."""
    ratings = {row["id"]: row for row in _rows("ratings.jsonl") if row["rater"] == _RATER}
    questions = {slug: load(slug) for slug in ALL}
    return tuple(
        RatedAnswer(
            identifier=row["id"],
            question=questions[row["question"]],
            sections=row["sections"],
            levels=ratings[row["id"]]["criteria"],
            overall=ratings[row["id"]]["overall"],
        )
        for row in _rows("answers.jsonl")
        if row["language"] == "en" and _words(row["sections"]) >= guards.FEWEST_WORDS
    )


@cache
def sections() -> tuple[RatedSection, ...]:
    """Return every section of every answer, five after five."""
    return tuple(part for answer in answers() for part in _parts(answer))


def _parts(answer: RatedAnswer) -> list[RatedSection]:
    text = {slug: answer.sections.get(slug, "") for slug in answer.question.slugs}
    told = guards.rateable(answer.question, guards.story(text))
    parts = []
    for section in answer.question.sections:
        levels = [answer.levels[f"{section.slug}.{one.slug}"] for one in section.criteria]
        evidence = find(told[section.slug])
        parts.append(
            RatedSection(
                answer=answer.identifier,
                section=f"{answer.question.slug}.{section.slug}",
                words=evidence.words,
                strength=strengths(evidence),
                wording=evidence.wording,
                levels=(levels[0], levels[1], levels[2], levels[3]),
            )
        )
    return parts


def _words(texts: dict[str, str]) -> int:
    return sum(len(text.split()) for text in texts.values())


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
