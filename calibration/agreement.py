"""How far two raters agree."""

from collections.abc import Sequence

import numpy as np

from calibration.ridge import Matrix

_DRAWS = 500


def kappa(given: Sequence[int], found: Sequence[int], levels: int) -> float:
    """Return the quadratic weighted kappa of two ratings of the same things.

    1.0 is full agreement, 0.0 what chance brings. A level that is off by two weighs four times
    as much as one that is off by one.

    Source: Cohen (1968), Weighted kappa: nominal scale agreement, Psychological Bulletin 70(4).
    """
    observed = np.zeros((levels, levels))
    np.add.at(observed, (np.asarray(given), np.asarray(found)), 1)
    apart = np.arange(levels)[:, None] - np.arange(levels)[None, :]
    expected = np.outer(observed.sum(axis=1), observed.sum(axis=0)) / observed.sum()
    against = float((apart**2 * expected).sum())
    return 1.0 - float((apart**2 * observed).sum()) / against if against else 1.0


def interval(given: Sequence[int], found: Sequence[int], levels: int) -> tuple[float, float]:
    """Return between which values kappa lies in 95 of 100 drawings of as many with replacement."""
    draws = np.random.default_rng(0)
    pairs = np.array([given, found]).T
    again = [pairs[draws.integers(len(pairs), size=len(pairs))] for _ in range(_DRAWS)]
    kappas = [kappa(one[:, 0].tolist(), one[:, 1].tolist(), levels) for one in again]
    return float(np.quantile(kappas, 0.025)), float(np.quantile(kappas, 0.975))


def correlation(given: Sequence[float], found: Sequence[float]) -> float:
    """Return Pearson's r."""
    return float(np.corrcoef(given, found)[0, 1])


def partial_correlation(
    one: Sequence[float], other: Sequence[float], known: Sequence[float]
) -> float:
    """Return the correlation of two things once what a third explains is taken out of both."""
    return correlation(_rest(one, known).tolist(), _rest(other, known).tolist())


def _rest(values: Sequence[float], known: Sequence[float]) -> Matrix:
    slope, base = np.polyfit(known, values, 1)
    rest: Matrix = np.asarray(values) - slope * np.asarray(known) - base
    return rest
