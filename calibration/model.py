"""Fits what each piece of evidence counts, and where a criterion's levels begin."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.questions.reader import ALL, load
from bot.rubric.evidence.find import detectors
from bot.rubric.evidence.lexicon import word_classes
from bot.rubric.scales import grounds
from calibration.rated import RatedSection
from calibration.ridge import Fit, Limits, Matrix, ridge

# Chosen by leaving out one writer after the other; the agreement hardly changes around them.
_PENALTY_OF_TELLING = 70.0
_PENALTY_OF_CRITERION = 120.0
_OWN = 5.0  # A criterion's own detectors are penalised much less than the rest.
_STORY = 4.0
_TURNS = 600
_LEAST_ANSWERS = 8  # With fewer, a turn of phrase is chance;
_LEAST_A_WRITER = 2  # with fewer for any writer, it is his habit.
_FREE, _UP, _DOWN = (-np.inf, np.inf), (0.0, np.inf), (-np.inf, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The fitted weights; where the levels begin is not its matter."""

    turns: tuple[str, ...]
    telling: Fit
    criteria: Mapping[str, Fit]

    def story(self, parts: Sequence[RatedSection]) -> Matrix:
        """Return the points of each section for the telling as such."""
        weights = self.telling.weights[: len(detectors()) + len(self.turns)]
        points: Matrix = _features(parts, self.turns) @ weights
        return points

    def points(self, name: str, parts: Sequence[RatedSection]) -> Matrix:
        """Return the points of a criterion in each of the sections."""
        fit = self.criteria[name]
        features = np.c_[_strengths(parts), self.story(parts)]
        return np.asarray(fit.base + features @ fit.weights)


def criteria_of(section: str) -> tuple[str, ...]:
    """Return the names of a section's four criteria; the section e.g. "mistake.growth"."""
    question, _, slug = section.partition(".")
    return tuple(one.name for one in load(question).section(slug).criteria)


def all_sections() -> tuple[str, ...]:
    """Return the ten sections of both questions."""
    return tuple(f"{slug}.{section}" for slug in ALL for section in load(slug).slugs)


def fit(parts: Sequence[RatedSection]) -> Model:
    """Return the model that fits the rated sections."""
    turns = _common_turns(parts)
    telling = _fit_telling(parts, turns)
    model = Model(turns=turns, telling=telling, criteria={})
    criteria = {}
    for section in all_sections():
        own = [part for part in parts if part.section == section]
        features = np.c_[_strengths(own), model.story(own)]
        sums = np.array([[float(sum(part.levels))] for part in own])
        for place, name in enumerate(criteria_of(section)):
            wanted = np.array([part.levels[place] for part in own], dtype=np.float64)
            length = _length(own, sums)
            criteria[name] = _fit_criterion(name, features, wanted, length)
    return Model(turns=turns, telling=telling, criteria=criteria)


def _fit_telling(parts: Sequence[RatedSection], turns: Sequence[str]) -> Fit:
    """What makes any section concrete; that some sections are rated lower is not its matter."""
    sections = all_sections()
    which = np.array([[float(part.section == one) for one in sections] for part in parts])
    features = np.c_[_features(parts, turns), which * 10]
    wanted = np.array([sum(part.levels) / 4 for part in parts])
    signs = [_DOWN if _is_vague(one) else _UP for one in detectors()]
    signs += [_UP] * len(turns)
    signs += [_FREE] * len(sections)
    least, most = np.array(signs).T
    limits = Limits(
        penalty=_PENALTY_OF_TELLING,
        least=least,
        most=most,
        unrelated=_length(parts, np.c_[which, wanted]),
    )
    return ridge(features, wanted, limits)


def _fit_criterion(name: str, features: Matrix, wanted: Matrix, length: Matrix) -> Fit:
    ground = grounds()[name]
    scale = np.array([_OWN if one in ground.evidence else 1.0 for one in detectors()] + [_STORY])
    signs = [_DOWN if one in ground.against or _is_vague(one) else _UP for one in detectors()]
    least, most = np.array([*signs, _UP]).T
    limits = Limits(penalty=_PENALTY_OF_CRITERION, least=least, most=most, unrelated=length)
    fitted = ridge(features * scale, wanted, limits)
    return Fit(base=fitted.base, weights=fitted.weights * scale)


def _length(parts: Sequence[RatedSection], known: Matrix) -> Matrix:
    """The logarithm of the words, less what is explained by what is known of each section."""
    words = np.log1p([part.words for part in parts])
    known = np.c_[np.ones(len(parts)), known]
    slopes = np.linalg.lstsq(known, words, rcond=None)[0]
    return np.asarray(words - known @ slopes)


def _is_vague(detector: str) -> bool:
    return detector.startswith("vague.")


def _features(parts: Sequence[RatedSection], turns: Sequence[str]) -> Matrix:
    said = [[float(turn in part.wording) for turn in turns] for part in parts]
    features: Matrix = np.c_[_strengths(parts), np.array(said).reshape(len(parts), len(turns))]
    return features


def _strengths(parts: Sequence[RatedSection]) -> Matrix:
    return np.array(
        [[part.strength.get(detector, 0.0) for detector in detectors()] for part in parts]
    )


def _common_turns(parts: Sequence[RatedSection]) -> tuple[str, ...]:
    """The pairs of words that every writer uses, whatever the trade and the topic."""
    writers = {part.answer[0] for part in parts}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        for turn in part.wording:
            counts[turn][part.answer[0]] += 1
    common = [
        (-sum(by_writer.values()), turn)
        for turn, by_writer in counts.items()
        if sum(by_writer.values()) >= _LEAST_ANSWERS
        and all(by_writer[writer] >= _LEAST_A_WRITER for writer in writers)
        and not any(_is_of_a_trade(word) for word in turn.split())
    ]
    return tuple(turn for _, turn in sorted(common)[:_TURNS])


def _is_of_a_trade(word: str) -> bool:
    return word != "#" and not word_classes(word).isdisjoint({"thing", "role"})
