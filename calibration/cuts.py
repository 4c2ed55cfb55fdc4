"""Chooses from how many points on a criterion is at 1 and at 2, so that section scores agree."""

from collections.abc import Mapping, Sequence

import numpy as np

from calibration.agreement import kappa
from calibration.model import all_sections, criteria_of, fit
from calibration.rated import RatedSection
from calibration.ridge import Matrix

Cuts = tuple[float, float]
_FOLDS = 5
_STEPS = (-0.3, -0.2, -0.1, 0.1, 0.2, 0.3)  # In points; a level is about one.
_ROUNDS = 3
_CLOSEST = 0.2  # Two cuts that lie closer leave no room for a 1.
_LEVELS, _SCORES = 3, 9  # 0 to 2; and in half points 0 to 8.


def choose(parts: Sequence[RatedSection]) -> dict[str, Cuts]:
    """Return the cuts of each criterion, by points that a fit without the answer gave."""
    points = _unseen_points(parts)
    return {
        name: cuts
        for section in all_sections()
        for name, cuts in _of(section, parts, points).items()
    }


def levels(points: Matrix, cuts: Cuts) -> Matrix:
    """Return the level, 0 to 2, of each of the points."""
    return np.asarray((points >= cuts[0]).astype(int) + (points >= cuts[1]).astype(int))


def _of(
    section: str, parts: Sequence[RatedSection], points: Mapping[str, Matrix]
) -> dict[str, Cuts]:
    names = criteria_of(section)
    given = np.array([part.levels for part in parts if part.section == section])
    found = np.array([points[name] for name in names]).T
    return dict(zip(names, _chosen(given, found), strict=True))


def _unseen_points(parts: Sequence[RatedSection]) -> Mapping[str, Matrix]:
    """Each criterion's points for its sections, in their order, each by a fit on other answers."""
    fold = {answer: place % _FOLDS for place, answer in enumerate(_answers(parts))}
    by_name: dict[str, dict[str, float]] = {}
    for number in range(_FOLDS):
        model = fit([part for part in parts if fold[part.answer] != number])
        for section in all_sections():
            left = [p for p in parts if p.section == section and fold[p.answer] == number]
            if not left:
                continue
            for name in criteria_of(section):
                found = zip((p.answer for p in left), model.points(name, left), strict=True)
                by_name.setdefault(name, {}).update(found)
    return {name: np.array(_in_order(parts, name, found)) for name, found in by_name.items()}


def _in_order(parts: Sequence[RatedSection], name: str, found: Mapping[str, float]) -> list[float]:
    section = name.rpartition(".")[0]
    return [found[part.answer] for part in parts if part.section == section]


def _answers(parts: Sequence[RatedSection]) -> list[str]:
    return list(dict.fromkeys(part.answer for part in parts))


def _chosen(given: Matrix, found: Matrix) -> list[Cuts]:
    """Begin where each level comes as often as it was given, then move what agrees better."""
    cuts = [_as_often(given[:, place], found[:, place]) for place in range(given.shape[1])]
    best = _agreement(given, found, cuts)
    for _ in range(_ROUNDS):
        for place in range(len(cuts)):
            for moved in _neighbours(cuts[place]):
                tried = [*cuts[:place], moved, *cuts[place + 1 :]]
                agreement = _agreement(given, found, tried)
                if agreement > best:
                    cuts, best = tried, agreement
    return cuts


def _as_often(given: Matrix, found: Matrix) -> Cuts:
    first = float(np.quantile(found, np.mean(given < 1)))
    second = float(np.quantile(found, np.mean(given < _LEVELS - 1)))
    return first, max(second, first + _CLOSEST)


def _neighbours(cuts: Cuts) -> list[Cuts]:
    moved = [(cuts[0] + step, cuts[1]) for step in _STEPS]
    moved += [(cuts[0], cuts[1] + step) for step in _STEPS]
    return [(first, second) for first, second in moved if second >= first + _CLOSEST]


def _agreement(given: Matrix, found: Matrix, cuts: Sequence[Cuts]) -> float:
    """The section's kappa, and with less weight that of its criteria."""
    rated = np.array([levels(found[:, place], one) for place, one in enumerate(cuts)]).T
    section = kappa(given.sum(axis=1), rated.sum(axis=1), _SCORES)
    single = [kappa(given[:, place], rated[:, place], _LEVELS) for place in range(len(cuts))]
    return section + 0.5 * sum(single) / len(single)
