"""How much evidence there is: more places count for more, but less and less."""

from collections.abc import Mapping, Sequence

from bot.rubric.evidence.find import Evidence, Hit

# What the first, second, third and fourth place count together: more of the same is not better.
_WORTH = (0.0, 1.0, 1.5, 1.75, 2.0)
_APART = 4  # Words between two hits of a detector that count as two.
_SUPPOSED = 0.4  # What would happen counts so much of what did.
# A stake or an alternative may well be told as what would happen.
_MAY_BE_SUPPOSED = ("vague", "situation", "options")


def strengths(evidence: Evidence) -> Mapping[str, float]:
    """Return the strength of each detector that was hit, 0.0 to 2.0."""
    found = {detector: _strength(detector, hits) for detector, hits in evidence.hits.items()}
    return {detector: strength for detector, strength in found.items() if strength}


def counts(detector: str, hit: Hit) -> bool:
    """Whether a hit is evidence: not so where the thing is denied."""
    return not hit.negated or detector.startswith("vague.")


def _strength(detector: str, hits: Sequence[Hit]) -> float:
    if detector.partition(".")[0] in _MAY_BE_SUPPOSED:
        return _worth([hit for hit in hits if counts(detector, hit)])
    done = _worth([hit for hit in hits if counts(detector, hit) and not hit.supposed])
    supposed = _worth([hit for hit in hits if counts(detector, hit) and hit.supposed])
    return min(_WORTH[-1], done + _SUPPOSED * supposed)


def _worth(hits: Sequence[Hit]) -> float:
    places = 0
    sentence, word = -1, 0
    for hit in hits:
        if hit.sentence.start != sentence or hit.first - word >= _APART:
            places += 1
            sentence, word = hit.sentence.start, hit.first
    return _WORTH[min(places, len(_WORTH) - 1)]
