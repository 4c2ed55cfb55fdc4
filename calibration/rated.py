"""The rated answers, section by section, as the rubric sees them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from bot.questions.question import Question
from bot.questions.reader import ALL, load
from bot.rubric import guards
from bot.rubric.evidence.clauses import clauses
from bot.rubric.evidence.find import Said, find
from bot.rubric.evidence.strength import strengths
from bot.rubric.evidence.turns import even, turns
from bot.rubric.text import sentences

_Mark = tuple[int, int, dict[str, int]]  # From, to, and level by "section.criterion".
HERE = Path(__file__).parent
# The second rating of the first 120 ("r2") says how far a rater agrees with himself.
_RATERS = ("r1", "r3")
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedClause:
    """A clause of a rated section, and what it speaks for."""

    turns: frozenset[str]
    names: frozenset[str]  # Words among them that begin with a capital letter.
    marks: Mapping[str, float]  # By criterion, also of other sections; 1.0 is in full.


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedSection:
    """One section of a rated answer."""

    answer: str  # Its id; the first letter is the writer's.
    section: str  # Question and section, e.g. "mistake.growth".
    words: int
    strength: Mapping[str, float]  # By detector.
    clauses: Sequence[MarkedClause]
    levels: tuple[int, int, int, int]
    refused: bool = False  # The guards would not have its answer scored.
    support: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """By criterion, how far the two clauses speak for it that do most; once they were read."""

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
    ratings = {row["id"]: row for row in _rows("ratings.jsonl") if row["rater"] in _RATERS}
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


@cache
def unrelated() -> tuple[frozenset[str], ...]:
    """Return the turns of phrase of each clause in sentences that belong to no such story."""
    text = (HERE / "unrelated.txt").read_text(encoding="utf-8")
    return tuple(turns(one.tokens) for sentence in sentences(text) for one in clauses(sentence))


def _parts(answer: RatedAnswer) -> list[RatedSection]:
    text = {slug: answer.sections.get(slug, "") for slug in answer.question.slugs}
    story = guards.story(text)
    told = guards.rateable(answer.question, story)
    refused = guards.refusal(answer.question, text, story) is not None
    marks = _marks().get(answer.identifier, {})
    parts = []
    for section in answer.question.sections:
        levels = [answer.levels[f"{section.slug}.{one.slug}"] for one in section.criteria]
        evidence = find(told[section.slug])
        said = find(story[section.slug]).said  # Whether it belongs to the story is learnt from it.
        parts.append(
            RatedSection(
                answer=answer.identifier,
                section=f"{answer.question.slug}.{section.slug}",
                words=evidence.words,
                strength=strengths(evidence),
                clauses=[
                    _marked(one, marks.get(section.slug, ()), answer.question.slug) for one in said
                ],
                levels=(levels[0], levels[1], levels[2], levels[3]),
                refused=refused,
            )
        )
    return parts


def _marked(said: Said, marks: Sequence[_Mark], question: str) -> MarkedClause:
    tokens = said.place.sentence.tokens[said.place.first : said.place.last + 1]
    found: dict[str, float] = {}
    for start, end, speaks_for in marks:
        within = sum(start <= token.start < end for token in tokens)
        if within > _HALF * len(tokens):
            found |= {f"{question}.{name}": level / 2 for name, level in speaks_for.items()}
    return MarkedClause(
        turns=said.turns,
        names=frozenset(even(token.word) for token in tokens if token.capital),
        marks=found,
    )


@cache
def _marks() -> dict[str, dict[str, list[_Mark]]]:
    """By answer and section, which stretches speak for which criteria."""
    found: dict[str, dict[str, list[_Mark]]] = {}
    for row in _rows("marks.jsonl"):
        found[row["id"]] = {
            section: [(start, end, speaks_for) for start, end, speaks_for in marks]
            for section, marks in row["marks"].items()
        }
    return found


def _words(texts: dict[str, str]) -> int:
    return sum(len(text.split()) for text in texts.values())


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
