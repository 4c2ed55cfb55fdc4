"""Learns from marked clauses which turns of phrase speak for which criterion."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bot.questions.reader import ALL, load
from bot.rubric.evidence.reading import STORY
from calibration.rated import RatedSection, unrelated
from calibration.ridge import Matrix

_PENALTY = 60.0  # Chosen by leaving out writers; 30 and 120 agree as well.
_TURNS = 2500  # Of 4,000 the rest added nothing.
_LEAST_CLAUSES = 4  # With fewer, a turn of phrase is chance;
_LEAST_WRITERS = 3  # with fewer, it is a habit of theirs.
_MOSTLY = 0.3  # A word that so often begins with a capital is a name.
_FOLDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What each turn of phrase counts for each criterion, and for being part of a story."""

    places: Mapping[str, int]  # Row by turn of phrase.
    weights: Matrix  # A column for each of `columns()`.
    usual: Matrix

    def read(self, parts: Sequence[RatedSection]) -> list[RatedSection]:
        """Return the sections with how far their clauses speak for each of their criteria."""
        return [replace(part, support=self._support(part)) for part in parts]

    def _support(self, part: RatedSection) -> dict[str, tuple[float, float]]:
        nothing = np.zeros((2, len(self.usual)))
        found = np.vstack([nothing, *(self._points(clause.turns) for clause in part.clauses)])
        first, second = np.sort(np.clip(found, 0.0, 1.0), axis=0)[::-1][:2].tolist()
        return {
            name: (first[place], second[place])
            for place, name in enumerate(columns())
            if name.startswith(f"{part.section}.")
        }

    def _points(self, turns: frozenset[str]) -> Matrix:
        return np.asarray(self.usual + self.weights[_rows(turns, self.places)].sum(axis=0))


def learn(parts: Sequence[RatedSection]) -> Reader:
    """Return the reader that fits the marks in the sections."""
    turns = {turn: place for place, turn in enumerate(_common_turns(parts))}
    weights = np.zeros((len(turns), len(columns())))
    usual = np.zeros(len(columns()))
    for lesson in (*(_on_question(slug, parts) for slug in ALL), _on_stories(parts)):
        usual[lesson.columns] = np.average(lesson.wanted, axis=0, weights=lesson.counts)
        weights[:, lesson.columns] = _solved(lesson, lesson.wanted - usual[lesson.columns], turns)
    return Reader(places=turns, weights=weights, usual=usual)


def read_unseen(parts: Sequence[RatedSection]) -> list[RatedSection]:
    """Return the sections, each read by a reader that has not seen its answer."""
    answers = list(dict.fromkeys(part.answer for part in parts))
    fold = {answer: place % _FOLDS for place, answer in enumerate(answers)}
    read: dict[tuple[str, str], RatedSection] = {}
    for number in range(_FOLDS):
        reader = learn([part for part in parts if fold[part.answer] != number])
        for part in reader.read([part for part in parts if fold[part.answer] == number]):
            read[part.answer, part.section] = part
    return [read[part.answer, part.section] for part in parts]


@cache
def columns() -> tuple[str, ...]:
    """Return the names of the forty criteria, and what stands for being part of a story."""
    return (
        *(
            criterion.name
            for slug in ALL
            for section in load(slug).sections
            for criterion in section.criteria
        ),
        STORY,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lesson:
    """What clauses shall be read as: a row for each clause, a column for each of `columns`."""

    turns: Sequence[frozenset[str]]
    wanted: Matrix
    counts: Matrix  # How much each clause counts.
    columns: Sequence[int]


def _on_question(slug: str, parts: Sequence[RatedSection]) -> _Lesson:
    clauses = [
        clause for part in parts if part.section.startswith(f"{slug}.") for clause in part.clauses
    ]
    names = [name for name in columns() if name.startswith(f"{slug}.")]
    return _Lesson(
        turns=[clause.turns for clause in clauses],
        wanted=np.array([[clause.marks.get(name, 0.0) for name in names] for clause in clauses]),
        counts=np.ones(len(clauses)),
        columns=[columns().index(name) for name in names],
    )


def _on_stories(parts: Sequence[RatedSection]) -> _Lesson:
    """Any clause of an answer is part of a story, and none of the sentences beside them is."""
    told = [clause.turns for part in parts for clause in part.clauses]
    beside = unrelated()
    return _Lesson(
        turns=[*told, *beside],
        wanted=np.array([[1.0]] * len(told) + [[0.0]] * len(beside)),
        counts=np.array([1.0] * len(told) + [len(told) / len(beside) / 2] * len(beside)),
        columns=[columns().index(STORY)],
    )


def _solved(lesson: _Lesson, wanted: Matrix, places: Mapping[str, int]) -> Matrix:
    """Least squares with a penalty; a clause has few turns, so the products are summed one by one."""
    size = len(places)
    products = np.zeros(size * size)
    answers = np.zeros((size, wanted.shape[1]))
    for turns, row, count in zip(lesson.turns, wanted, lesson.counts.tolist(), strict=True):
        rows = _rows(turns, places)
        products[(rows[:, None] * size + rows[None, :]).ravel()] += count
        answers[rows] += count * row
    square = products.reshape(size, size)
    square[np.diag_indices(size)] += _PENALTY
    return np.asarray(np.linalg.solve(square, answers))


def _rows(turns: frozenset[str], places: Mapping[str, int]) -> NDArray[np.intp]:
    return np.array(sorted(places[turn] for turn in turns if turn in places), dtype=np.intp)


def _common_turns(parts: Sequence[RatedSection]) -> list[str]:
    """The turns of phrase that several writers use, names left out; the most common first."""
    said: Counter[str] = Counter()
    named: Counter[str] = Counter()
    writers: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for clause in part.clauses:
            said.update(clause.turns)
            named.update(clause.names)
            for turn in clause.turns:
                writers[turn].add(part.writer)
    names = {name for name, count in named.items() if count > _MOSTLY * said[name]}
    common = [
        (-count, turn)
        for turn, count in said.items()
        if count >= _LEAST_CLAUSES
        and len(writers[turn]) >= _LEAST_WRITERS
        and names.isdisjoint(turn.split())
    ]
    return [turn for _, turn in sorted(common)[:_TURNS]]
