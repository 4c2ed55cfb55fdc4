"""From the evidence in a section to a criterion's level; what counts how much is data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.rubric.evidence.find import Evidence, Hit
from bot.rubric.evidence.reading import support
from bot.rubric.evidence.strength import counts, strengths
from bot.rubric.scales import Scale, grounds, overall_cuts, scales, telling

_SURE_OF_NOTHING = 0.9  # A cue that is not known may still be missed.
_FULL = 2
_SEVERAL = 120  # Words; shorter sections keep to what they are asked.
_LEAST_WEIGHT = 0.01  # What counts less is not worth quoting.
_LEAST_SUPPORT = 0.2  # A clause that speaks less for a criterion is not quoted for it.


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A criterion's level, and why."""

    level: int
    points: float
    sure: float
    weighed: Sequence[tuple[Hit, float]] = field(default=())  # The evidence and what it counts.


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """One section's evidence, weighed as far as it is the same for every criterion."""

    evidence: Evidence
    strength: Mapping[str, float]  # By detector.
    story: float  # Points for the telling as such.

    def support(self, name: str) -> list[tuple[Hit, float]]:
        """Return the clauses that speak for a criterion, what speaks most for it first."""
        found = [(said.place, support(name, said.turns)) for said in self.evidence.said]
        return sorted((one for one in found if one[1]), key=lambda one: -one[1])


def weigh(evidence: Evidence) -> Weighing:
    """Return a section's evidence, ready to be judged by each criterion."""
    strength = strengths(evidence)
    story = _sum(telling().weights, strength)
    return Weighing(evidence=evidence, strength=strength, story=story)


def judge(name: str, weighing: Weighing) -> Judgement:
    """Return the level of a criterion by the evidence in one section.

    Args:
        name: one of the forty, e.g. "mistake.growth.measure".
        weighing: the section's evidence.
    """
    scale = scales()[name]
    clauses = weighing.support(name)
    weighed = _weighed(name, scale, weighing) + _worth_quoting(clauses, scale)
    if not weighed:
        return Judgement(level=0, points=0.0, sure=_SURE_OF_NOTHING)
    points = scale.base + scale.story * weighing.story + _sum(scale.weights, weighing.strength)
    points += sum(
        weight * found for weight, (_, found) in zip(scale.clauses, clauses, strict=False)
    )
    level = sum(points >= cut for cut in scale.cuts)
    if grounds()[name].happened and all(hit.supposed for hit, _ in weighed):
        level = min(level, 1)
    return Judgement(level=level, points=points, sure=_sure(points, scale), weighed=weighed)


def is_dwelt_on(name: str, weighing: Weighing) -> bool:
    """Whether a section tells a criterion in full, and is so long that it may tell several."""
    return weighing.evidence.words >= _SEVERAL and judge(name, weighing).level == _FULL


def overall(total: float) -> int:
    """Return the overall judgement, 1 to 5, for a total of 0.0 to 4.0."""
    return 1 + sum(total >= cut for cut in overall_cuts())


def _weighed(name: str, scale: Scale, weighing: Weighing) -> list[tuple[Hit, float]]:
    return [
        (hit, max(scale.weights.get(detector, 0.0), _LEAST_WEIGHT))
        for detector in grounds()[name].evidence
        for hit in weighing.evidence.hits.get(detector, ())
        if counts(detector, hit)
    ]


def _worth_quoting(clauses: Sequence[tuple[Hit, float]], scale: Scale) -> list[tuple[Hit, float]]:
    return [
        (place, scale.clauses[0] * found) for place, found in clauses if found >= _LEAST_SUPPORT
    ]


def _sum(weights: Mapping[str, float], strength: Mapping[str, float]) -> float:
    return sum(weights.get(detector, 0.0) * found for detector, found in strength.items())


def _sure(points: float, scale: Scale) -> float:
    """How far the points lie from the nearest cut, on 0.5 to 0.95: near it, others may differ."""
    first, second = scale.cuts
    distance = min(abs(points - first), abs(points - second)) / max(second - first, 0.5)
    return round(0.5 + 0.45 * min(1.0, distance), 2)
