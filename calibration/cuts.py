"""Chooses from how many points on a criterion is at 1 and at 2: each as often as it was given."""

from collections.abc import Mapping, Sequence

import numpy as np

from calibration.model import all_sections, criteria_of, fit
from calibration.rated import RatedSection
from calibration.ridge import Matrix

Cuts = tuple[float, float]
_FOLDS = 5
_CLOSEST = 0.2  # Two cuts that lie closer leave no room for a 1.


def choose(parts: Sequence[RatedSection]) -> dict[str, Cuts]:
    """Return the cuts of each criterion, by points that a fit without the answer gave.

    Moving them further until the scores agree best gained nothing for a writer held out.
    """
    points = _unseen_points(parts)
    return {
        name: _as_often(_given(parts, section, place), points[name])
        for section in all_sections()
        for place, name in enumerate(criteria_of(section))
    }


def levels(points: Matrix, cuts: Cuts) -> Matrix:
    """Return the level, 0 to 2, of each of the points."""
    return np.asarray((points >= cuts[0]).astype(int) + (points >= cuts[1]).astype(int))


def _unseen_points(parts: Sequence[RatedSection]) -> Mapping[str, Matrix]:
    """Each criterion's points, each by a fit on other answers; in no order."""
    fold = {answer: place % _FOLDS for place, answer in enumerate(_answers(parts))}
    found: dict[str, list[Matrix]] = {}
    for number in range(_FOLDS):
        model = fit([part for part in parts if fold[part.answer] != number])
        left = [part for part in parts if fold[part.answer] == number]
        for section in all_sections():
            own = [part for part in left if part.section == section]
            for name in criteria_of(section) if own else ():
                found.setdefault(name, []).append(model.points(name, own))
    return {name: np.concatenate(points) for name, points in found.items()}


def _answers(parts: Sequence[RatedSection]) -> list[str]:
    return list(dict.fromkeys(part.answer for part in parts))


def _given(parts: Sequence[RatedSection], section: str, place: int) -> Matrix:
    return np.array([float(part.levels[place]) for part in parts if part.section == section])


def _as_often(given: Matrix, points: Matrix) -> Cuts:
    first = float(np.quantile(points, np.mean(given < 1)))
    second = float(np.quantile(points, np.mean(given < 2)))  # noqa: PLR2004 - the levels are 0, 1, 2
    return first, max(second, first + _CLOSEST)
