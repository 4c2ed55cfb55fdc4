"""Fits the rubric's weights to the rated answers and writes them: `python -m calibration.fit`.

It reads clauses by the turns of phrase that `python -m calibration.fit_turns` wrote before.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.rubric.evidence.find import detectors
from calibration.cuts import Cuts, choose
from calibration.model import Model, fit
from calibration.rated import RatedSection, answers, sections
from calibration.reader import read_unseen
from calibration.ridge import Matrix

WEIGHTS = Path(__file__).parents[1] / "bot" / "rubric" / "weights.json"
_DIGITS = 4
_LEAST = 0.002  # What counts less changes no level.
_JUDGEMENTS = 5


def weights(parts: Sequence[RatedSection]) -> dict[str, Any]:
    """Return all that rating needs to know, as plain values."""
    known = read_unseen([part for part in parts if not part.refused])
    return _plain(fit(known), choose(known))


def main() -> None:
    """Fit to all rated answers, and write what ships with the bot."""
    fitted = weights(sections())
    WEIGHTS.write_text(json.dumps(fitted, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def overall_cuts(totals: Sequence[float], given: Sequence[int]) -> list[float]:
    """Return the totals from which on an overall judgement is a 2, 3, 4 and 5."""
    ordered = np.sort(np.asarray(totals))
    shares = [np.mean(np.asarray(given) <= level) for level in range(1, _JUDGEMENTS)]
    return [round(float(np.quantile(ordered, share)), 2) for share in shares]


def _plain(model: Model, cuts: dict[str, Cuts]) -> dict[str, Any]:
    count = len(detectors())
    criteria = {
        name: {
            "base": round(fitted.base, _DIGITS),
            "story": round(float(fitted.weights[count]), _DIGITS),
            "cuts": [round(cut, _DIGITS) for cut in cuts[name]],
            "weights": _named(detectors(), fitted.weights[:count]),
            "clauses": [round(weight, _DIGITS) for weight in fitted.weights[count + 1 :].tolist()],
        }
        for name, fitted in model.criteria.items()
    }
    return {
        "overall": _overall(),
        "telling": _named(detectors(), model.telling.weights[:count]),
        "criteria": criteria,
    }


def _overall() -> list[float]:
    """By the rater's own totals: what an answer is worth in all follows from its sections."""
    totals = [sum(answer.levels.values()) / 10 for answer in answers()]
    return overall_cuts(totals, [answer.overall for answer in answers()])


def _named(names: Sequence[str], values: Matrix) -> dict[str, float]:
    named = zip(names, values.tolist(), strict=False)
    return {name: round(value, _DIGITS) for name, value in named if abs(value) >= _LEAST}


if __name__ == "__main__":
    main()
