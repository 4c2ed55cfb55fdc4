"""Reads clauses: how far each speaks for a criterion, by what was learnt from rated answers."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from math import fsum

USUAL = ""
"""Under this turn stands what a criterion has in any clause."""


STORY = "story"
"""What stands beside the criteria: whether a clause is part of such a story at all."""

# So one in eighty clauses with evidence in rated answers is left out, and has little of it; of facts
# and proverbs that were never seen before two in three are.
_SURELY = 0.45
_HARDLY = 0.25
_SOMETHING = 0.2  # Support for any criterion.
_PLAINLY = 0.25


def is_of_a_story(turns: frozenset[str]) -> bool:
    """Whether a clause may be part of a story, and not a fact, a recipe or a proverb."""
    story = support(STORY, turns)
    if story >= _SURELY:
        return True
    return story >= _HARDLY and _most(turns) >= _SOMETHING


def speaks(turns: frozenset[str]) -> bool:
    """Whether a clause plainly speaks for some criterion."""
    return _most(turns) >= _PLAINLY


def support(criterion: str, turns: frozenset[str]) -> float:
    """Return how far a clause speaks for a criterion: 0.0 not at all, 1.0 in full.

    Args:
        criterion: one of the forty, e.g. "mistake.growth.measure", or `STORY`.
        turns: the clause's turns of phrase.
    """
    weights = _weights()[criterion]
    said = fsum(weights[turn] for turn in turns & weights.keys())  # Exact in any order.
    return min(1.0, max(0.0, weights[USUAL] + said))


@lru_cache(maxsize=1024)
def _most(turns: frozenset[str]) -> float:
    return max(support(name, turns) for name in _weights() if name != STORY)


@cache
def _weights() -> Mapping[str, dict[str, float]]:
    """What each turn of phrase counts, by criterion."""
    path = files("bot.rubric.evidence").joinpath("turns.json")
    learnt = json.loads(path.read_text(encoding="utf-8"))
    names: list[str] = learnt["columns"]
    weights: dict[str, dict[str, float]] = {name: {} for name in names}
    for turn, row in learnt["turns"].items():
        for place, weight in row:
            weights[names[place]][turn] = weight
    return weights
