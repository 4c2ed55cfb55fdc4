"""Finds the evidence in one section's sentences."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

from bot.rubric.evidence.clauses import Clause, clauses
from bot.rubric.evidence.phrase import PhraseIndex, index
from bot.rubric.evidence.reading import speaks
from bot.rubric.evidence.turns import turns
from bot.rubric.text import Sentence, Token

SUPPOSED = frozenset(
    ["would", "wouldnt", "could", "should", "might", "will", "shall", "gonna", "ll"]
)
_LOOK_BACK = 4  # Words: as far as "would" reaches forward,
_DENIAL_REACHES = 2  # and "not".
_NEGATIONS = frozenset(
    [
        "no",
        "not",
        "never",
        "nobody",
        "without",
        "didnt",
        "wasnt",
        "couldnt",
        "dont",
        "hadnt",
    ]  # as tokens have them
)
_CUE_FILES = (
    "telling",
    "vague",
    "situation",
    "root",
    "options",
    "alignment",
    "result",
    "mistake",
    "remediation",
    "prevention",
    "growth",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A detector's cue where it stands, and how it is said."""

    sentence: Sentence
    first: int  # Token of the sentence, and so is `last`; inclusive.
    last: int
    supposed: bool  # "I would ask them": not told as something that happened.
    negated: bool  # "we did not ask them".


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A clause, and the turns of phrase in it."""

    place: Hit
    turns: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a section holds that a criterion may weigh."""

    hits: Mapping[str, Sequence[Hit]]  # By detector ("file.name"), in the order of the text.
    said: Sequence[Said]  # All of its clauses.
    words: int


def find(sentences: Iterable[Sentence]) -> Evidence:
    """Return what every detector finds in the sentences of one section, and its clauses.

    What is said twice counts once, and what sounds vague does not count where something is told.
    """
    told = list({sentence.words: sentence for sentence in sentences}.values())
    hits: dict[str, list[Hit]] = {}
    for sentence in told:
        supposed = _up_to(SUPPOSED, sentence.tokens)
        denied = _up_to(_NEGATIONS, sentence.tokens)
        for one in _index().find(sentence.tokens):
            hit = Hit(
                sentence=sentence,
                first=one.first,
                last=one.last,
                supposed=supposed[one.last + 1] > supposed[max(0, one.first - _LOOK_BACK)],
                negated=denied[one.first] > denied[max(0, one.first - _DENIAL_REACHES)],
            )
            hits.setdefault(one.detector, []).append(hit)
    said = [_said(clause) for sentence in told for clause in clauses(sentence)]
    for detector in [name for name in hits if name.startswith("vague.")]:
        hits[detector] = [hit for hit in hits[detector] if not _is_in_evidence(hit, said)]
    return Evidence(
        hits=hits,
        said=said,
        words=sum(len(sentence.tokens) for sentence in told),
    )


@cache
def detectors() -> tuple[str, ...]:
    """Return the names of all detectors, in the order of their files."""
    return tuple(_phrases())


@cache
def _index() -> PhraseIndex:
    return index(_phrases())


def _phrases() -> dict[str, list[str]]:
    phrases: dict[str, list[str]] = {}
    for name in _CUE_FILES:
        path = files("bot.rubric.evidence").joinpath(f"cues/{name}.toml")
        cues = tomllib.loads(path.read_text(encoding="utf-8"))
        phrases |= {f"{name}.{detector}": texts for detector, texts in cues.items()}
    return phrases


def _up_to(words: frozenset[str], tokens: Sequence[Token]) -> list[int]:
    """How many of the words stand before each token, and at the end how many in all."""
    return list(accumulate((token.word in words for token in tokens), initial=0))


def _is_in_evidence(hit: Hit, said: Iterable[Said]) -> bool:
    """Whether a clause that sounds vague tells something all the same."""
    return any(
        one.place.sentence is hit.sentence
        and one.place.first <= hit.first <= one.place.last
        and speaks(one.turns)
        for one in said
    )


def _said(clause: Clause) -> Said:
    supposed = any(token.word in SUPPOSED for token in clause.tokens)
    place = Hit(
        sentence=clause.sentence,
        first=clause.first,
        last=clause.last,
        supposed=supposed,
        negated=False,
    )
    return Said(place=place, turns=turns(clause.tokens))
