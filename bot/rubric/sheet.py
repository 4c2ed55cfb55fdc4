"""What a rating gives: levels with quotes, section scores, and advice, as plain values too."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Outcome = Literal["scored", "not_scored"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Quote:
    """A stretch of the person's own words: `answer[section][start:end]`."""

    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One criterion's level and what it rests on."""

    level: int  # 0, 1 or 2.
    quotes: tuple[Quote, ...]  # Empty at level 0, never above.
    reason: str  # For the person, in plain words.
    sure: float  # 0.0 to 1.0: how likely another rater gives the same level.


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The one thing to change first."""

    criterion: str  # Section and criterion, e.g. "result.measure": a key of the ratings.
    ask: str
    example: str  # How the next level would sound, with a thing of the person's own.


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitfall:
    """Something that answers to these questions often fall into, and this one does."""

    name: str  # See pitfalls.toml.
    says: str  # For the person, in one sentence.


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to keep, what to change first, and what an interviewer would ask next."""

    keep: str
    keep_quote: Quote | None  # None where nothing stands out yet.
    change: Change | None  # None where every criterion is at 2.
    follow_up: str
    pitfalls: tuple[Pitfall, ...] = ()  # Beside the one that the change speaks of already.


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One answer, rated."""

    outcome: Outcome
    reason: str  # Why it was not scored; empty where it was.
    ratings: Mapping[str, Rating]  # By "section.criterion", in the question's order.
    sections: Mapping[str, float]  # 0.0 to 4.0 in half points, in the question's order.
    total: float  # The mean of the sections.
    overall: int  # 1 strong no, 2 no, 3 mixed, 4 yes, 5 strong yes.
    advice: Advice | None  # None where it was not scored.
    version: str  # Of the rubric: the same text under the same version gives the same sheet.

    def to_json(self) -> dict[str, Any]:
        """Return plain values that `json.dumps` takes; `from_json` reads them back."""
        plain = asdict(self)
        plain["criteria"] = plain.pop("ratings")
        return plain


def from_json(plain: Mapping[str, Any]) -> Sheet:
    """Return the sheet that `Sheet.to_json` made into plain values."""
    advice = plain["advice"]
    return Sheet(
        outcome=plain["outcome"],
        reason=plain["reason"],
        ratings={name: _rating(rating) for name, rating in plain["criteria"].items()},
        sections=dict(plain["sections"]),
        total=plain["total"],
        overall=plain["overall"],
        advice=None if advice is None else _advice(advice),
        version=plain["version"],
    )


def _rating(plain: Mapping[str, Any]) -> Rating:
    quotes = tuple(Quote(**quote) for quote in plain["quotes"])
    return Rating(level=plain["level"], quotes=quotes, reason=plain["reason"], sure=plain["sure"])


def _advice(plain: Mapping[str, Any]) -> Advice:
    quote, change = plain["keep_quote"], plain["change"]
    return Advice(
        keep=plain["keep"],
        keep_quote=None if quote is None else Quote(**quote),
        change=None if change is None else Change(**change),
        follow_up=plain["follow_up"],
        # Sheets that were kept before there were pitfalls have none.
        pitfalls=tuple(Pitfall(**pitfall) for pitfall in plain.get("pitfalls", ())),
    )
