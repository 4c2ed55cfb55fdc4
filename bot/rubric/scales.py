"""What counts how much for each of the forty criteria: the data that calibration fits."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What speaks for a criterion, whatever it counts; see criteria.toml."""

    evidence: tuple[str, ...]  # Detectors; these are quoted.
    against: frozenset[str]  # Detectors that take away.
    happened: bool  # Told only as what would be done, it is 1 at most.


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How one criterion's points come about, and from how many points on it is at 1 and at 2."""

    base: float
    story: float  # What a point for the telling as such counts.
    weights: Mapping[str, float]  # By detector.
    clauses: tuple[float, float]  # What the clause counts that speaks for it most, and the next.
    cuts: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What makes a section concrete, whatever it is about: the same for all criteria."""

    weights: Mapping[str, float]  # By detector.


@cache
def grounds() -> Mapping[str, Grounds]:
    """Return each criterion's grounds by its name, e.g. "mistake.growth.measure"."""
    text = files("bot.rubric").joinpath("criteria.toml").read_text(encoding="utf-8")
    return {
        name: Grounds(
            evidence=tuple(table["evidence"]),
            against=frozenset(table.get("against", ())),
            happened=table.get("happened", False),
        )
        for name, table in tomllib.loads(text).items()
    }


@cache
def scales() -> Mapping[str, Scale]:
    """Return each criterion's scale by its name."""
    return {
        name: Scale(
            base=table["base"],
            story=table["story"],
            weights=table["weights"],
            clauses=(table["clauses"][0], table["clauses"][1]),
            cuts=(table["cuts"][0], table["cuts"][1]),
        )
        for name, table in _fitted()["criteria"].items()
    }


@cache
def telling() -> Telling:
    """Return what counts for every criterion alike."""
    return Telling(weights=_fitted()["telling"])


@cache
def overall_cuts() -> tuple[float, ...]:
    """Return the totals from which on an answer is a 2, 3, 4 and 5."""
    return tuple(_fitted()["overall"])


@cache
def _fitted() -> dict[str, Any]:
    fitted: dict[str, Any] = json.loads(
        files("bot.rubric").joinpath("weights.json").read_text(encoding="utf-8")
    )
    return fitted
