"""Least squares with a penalty on large weights, and with signs that are known beforehand."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_ROUNDS = 80
_UNRELATED = 10.0  # How much it counts that fitted values follow what they shall not.


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A straight line through the data: `base + features @ weights`."""

    base: float
    weights: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is known of the weights before anything is fitted."""

    penalty: float  # On the square of each weight.
    least: Matrix
    most: Matrix
    unrelated: Matrix  # What the fitted values shall not follow: a value for each row.


def ridge(features: Matrix, wanted: Matrix, limits: Limits) -> Fit:
    """Return the best weights within the limits, found one coordinate after the other.

    Args:
        features: a row for each thing that was rated.
        wanted: what was given to each.
        limits: what is known of the weights.
    """
    middle, mean = features.mean(axis=0), float(wanted.mean())
    centred = features - middle
    products = centred.T @ centred
    follows = centred.T @ limits.unrelated
    products += _UNRELATED * np.outer(follows, follows) / float(limits.unrelated @ limits.unrelated)
    products[np.diag_indices(len(middle))] += limits.penalty
    slope = -(centred.T @ (wanted - mean))
    weights = np.zeros(len(middle))
    for _ in range(_ROUNDS):
        for place in range(len(middle)):
            better = weights[place] - slope[place] / products[place, place]
            better = min(max(better, limits.least[place]), limits.most[place])
            if better != weights[place]:
                slope += products[:, place] * (better - weights[place])
                weights[place] = better
    return Fit(base=mean - float(middle @ weights), weights=weights)
