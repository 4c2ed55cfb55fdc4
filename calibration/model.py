"""Fits what each piece of evidence counts, and where a criterion's levels begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.questions.reader import ALL, load
from bot.rubric.evidence.find import detectors
from bot.rubric.scales import grounds
from calibration.rated import RatedSection
from calibration.ridge import Fit, Limits, Matrix, ridge

# Chosen by leaving out one writer after the other; the agreement hardly changes around them.
_PENALTY_OF_TELLING = 70.0
_PENALTY_OF_CRITERION = 200.0
_OWN = 5.0  # A criterion's own detectors are penalised much less than the rest.
_STORY = 4.0
_CLAUSE = 15.0
_FREE, _UP, _DOWN = (-np.inf, np.inf), (0.0, np.inf), (-np.inf, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The fitted weights; where the levels begin is not its matter."""

    telling: Fit
    criteria: Mapping[str, Fit]

    def story(self, parts: Sequence[RatedSection]) -> Matrix:
        """Return the points of each section for the telling as such."""
        points: Matrix = _strengths(parts) @ self.telling.weights[: len(detectors())]
        return points

    def points(self, name: str, parts: Sequence[RatedSection]) -> Matrix:
        """Return the points of a criterion in each of the sections."""
        fit = self.criteria[name]
        features = np.c_[_strengths(parts), self.story(parts), _support(name, parts)]
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
    model = Model(telling=_fit_telling(parts), criteria={})
    criteria = {}
    for section in all_sections():
        own = [part for part in parts if part.section == section]
        features = np.c_[_strengths(own), model.story(own)]
        sums = np.array([[float(sum(part.levels))] for part in own])
        for place, name in enumerate(criteria_of(section)):
            wanted = np.array([part.levels[place] for part in own], dtype=np.float64)
            length = _length(own, sums)
            support = _support(name, own)
            criteria[name] = _fit_criterion(name, np.c_[features, support], wanted, length)
    return replace(model, criteria=criteria)


def _fit_telling(parts: Sequence[RatedSection]) -> Fit:
    """What makes any section concrete; that some sections are rated lower is not its matter."""
    sections = all_sections()
    which = np.array([[float(part.section == one) for one in sections] for part in parts])
    features = np.c_[_strengths(parts), which * 10]
    wanted = np.array([sum(part.levels) / 4 for part in parts])
    signs = [_DOWN if _is_vague(one) else _UP for one in detectors()]
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
    own = [_OWN if one in ground.evidence else 1.0 for one in detectors()]
    scale = np.array([*own, _STORY, _CLAUSE, _CLAUSE])
    signs = [_DOWN if one in ground.against or _is_vague(one) else _UP for one in detectors()]
    least, most = np.array([*signs, _UP, _UP, _UP]).T
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


def _strengths(parts: Sequence[RatedSection]) -> Matrix:
    return np.array(
        [[part.strength.get(detector, 0.0) for detector in detectors()] for part in parts]
    )


def _support(name: str, parts: Sequence[RatedSection]) -> Matrix:
    return np.array([part.support[name] for part in parts])
