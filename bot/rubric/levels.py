"""From the evidence in a section to a criterion's level; what counts how much is data."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from bot.rubric.evidence.find import Evidence, Hit

# What the first, second, third and fourth place count together: more of the same is not better.
_WORTH = (0.0, 1.0, 1.5, 1.75, 2.0)
_APART = 5  # Words between two hits of a detector that count as two.
_SURE_OF_NOTHING = 0.9  # A cue that is not known may still be missed.
_DWELT_ON = 4  # Places; fewer are often chance.
_OWN = ("firm", "hint", "blame")  # Detectors that each criterion has for itself.


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What counts how much for one criterion; see weights.toml."""

    cuts: tuple[float, float]
    evidence: Mapping[str, float]
    concrete: Mapping[str, float]
    blame: Mapping[str, float]
    happened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A criterion's level, and why."""

    level: int
    points: float
    sure: float
    weighed: Sequence[tuple[Hit, float]] = field(default=())  # The evidence and what it counts.


def judge(name: str, evidence: Evidence) -> Judgement:
    """Return the level of a criterion by the evidence in one section.

    Args:
        name: one of the forty, e.g. "mistake.growth.measure".
        evidence: what was found in the section.
    """
    scale = scales()[name]
    weighed = [
        (hit, weight)
        for detector, weight in scale.evidence.items()
        for hit in evidence.get(detector, ())
        if not (scale.happened and hit.negated)
    ]
    if not weighed:
        return Judgement(level=0, points=0.0, sure=_SURE_OF_NOTHING)
    points = _points(scale, evidence)
    level = sum(points >= cut for cut in scale.cuts)
    if scale.happened and all(hit.supposed for hit, _ in weighed):
        level = min(level, 1)
    return Judgement(level=level, points=points, sure=_sure(points, scale), weighed=weighed)


def is_dwelt_on(name: str, evidence: Evidence) -> bool:
    """Whether a criterion's own firmest cues stand in a section at several places."""
    return _places(evidence.get(f"{name}.firm", ())) >= _DWELT_ON


def overall(total: float) -> int:
    """Return the overall judgement, 1 to 5, for a total of 0.0 to 4.0."""
    cuts: list[float] = _weights()["overall"]
    return 1 + sum(total >= cut for cut in cuts)


@cache
def scales() -> Mapping[str, Scale]:
    """Return the scale of each of the forty criteria."""
    return {
        name: Scale(
            cuts=(table["cuts"][0], table["cuts"][1]),
            evidence=_named(name, table["evidence"]),
            concrete=_named(name, table["concrete"]),
            blame=_named(name, {"blame": table.get("blame", 0.0)}),
            happened=table.get("happened", False),
        )
        for name, table in _weights().items()
        if isinstance(table, dict)
    }


def _points(scale: Scale, evidence: Evidence) -> float:
    gained = _sum(scale.evidence, evidence) + _sum(scale.concrete, evidence)
    return max(0.0, gained - _sum(scale.blame, evidence))


def _sum(weights: Mapping[str, float], evidence: Evidence) -> float:
    return sum(
        weight * _WORTH[min(_places(evidence.get(detector, ())), len(_WORTH) - 1)]
        for detector, weight in weights.items()
    )


def _places(hits: Sequence[Hit]) -> int:
    """How many times a detector was hit, not counting hits on nearly the same words."""
    places = 0
    sentence, word = -1, 0
    for hit in hits:
        if hit.sentence.start != sentence or hit.first - word >= _APART:
            places += 1
            sentence, word = hit.sentence.start, hit.first
    return places


def _sure(points: float, scale: Scale) -> float:
    """How far the points lie from the nearest cut, on 0.5 to 0.95: near it, others may differ."""
    first, second = scale.cuts
    distance = min(abs(points - first), abs(points - second)) / max(second - first, 0.5)
    return round(0.5 + 0.45 * min(1.0, distance), 2)


def _named(name: str, weights: Mapping[str, float]) -> Mapping[str, float]:
    return {
        f"{name}.{detector}" if detector in _OWN else detector: weight
        for detector, weight in weights.items()
    }


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads(files("bot.rubric").joinpath("weights.toml").read_text(encoding="utf-8"))
