"""What one gets without understanding anything: length alone, and eight shallow counts."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from calibration.model import all_sections
from calibration.rated import RatedSection
from calibration.ridge import Matrix

_PENALTY = 1.0
_HIGHEST = 8  # A section's score in half points.
_COUNTED = (
    "telling.number",
    "telling.deed",
    "telling.own_past",
    "telling.because",
    "telling.contrast",
    "telling.role",
    "telling.day",
)
Scores = Mapping[tuple[str, str], int]


def length(part: RatedSection) -> list[float]:
    """Return the logarithm of a section's words."""
    return [float(np.log1p(part.words))]


def counts(part: RatedSection) -> list[float]:
    """Return length and seven counts that know nothing of the criteria."""
    return length(part) + [part.strength.get(one, 0.0) for one in _COUNTED]


def scores(
    splits: Sequence[tuple[list[RatedSection], list[RatedSection]]],
    features: Callable[[RatedSection], list[float]],
) -> Scores:
    """Return each section's score by ridge regression on some features, held out."""
    found: dict[tuple[str, str], int] = {}
    for known, unseen in splits:
        for section in all_sections():
            own = [part for part in known if part.section == section]
            left = [part for part in unseen if part.section == section]
            rated = _predicted(
                np.array([features(part) for part in own]),
                np.array([float(sum(part.levels)) for part in own]),
                np.array([features(part) for part in left]),
            )
            values = np.clip(np.round(rated), 0, _HIGHEST).astype(int).tolist()
            found |= {(p.answer, section): one for p, one in zip(left, values, strict=True)}
    return found


def _predicted(known: Matrix, wanted: Matrix, unseen: Matrix) -> Matrix:
    middle, spread = known.mean(axis=0), known.std(axis=0) + 1e-9
    scaled = (known - middle) / spread
    products = scaled.T @ scaled + _PENALTY * np.eye(known.shape[1])
    weights = np.linalg.solve(products, scaled.T @ (wanted - wanted.mean()))
    return np.asarray(wanted.mean() + (unseen - middle) / spread @ weights)
