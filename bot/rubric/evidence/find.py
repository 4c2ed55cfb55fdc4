"""Finds the evidence in one section's sentences."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from bot.rubric.evidence.phrase import Found, PhraseIndex, index
from bot.rubric.text import Sentence, Token

SUPPOSED = frozenset(
    ["would", "wouldnt", "could", "should", "might", "will", "shall", "gonna", "ll"]
)
_LOOK_BACK = 4  # Words: as far as "would" and "not" reach forward.
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
class Evidence:
    """What a section holds that a criterion may weigh."""

    hits: Mapping[str, Sequence[Hit]]  # By detector ("file.name"), in the order of the text.
    wording: frozenset[str]  # Its pairs of neighbouring words, with a space between.
    words: int


def find(sentences: Iterable[Sentence]) -> Evidence:
    """Return what every detector finds in the sentences of one section, and its wording.

    What is said twice counts once.
    """
    told = list({sentence.words: sentence for sentence in sentences}.values())
    hits: dict[str, list[Hit]] = {}
    for sentence in told:
        found = sorted(_index().find(sentence.tokens), key=lambda one: (one.first, one.last))
        for one in found:
            hits.setdefault(one.detector, []).append(_hit(sentence, one))
    return Evidence(
        hits=hits,
        wording=frozenset(turn for sentence in told for turn in _wording(sentence)),
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


def _hit(sentence: Sentence, found: Found) -> Hit:
    tokens = sentence.tokens
    begin = max(0, found.first - _LOOK_BACK)
    return Hit(
        sentence=sentence,
        first=found.first,
        last=found.last,
        supposed=_any_of(SUPPOSED, tokens[begin : found.last + 1]),
        negated=_any_of(_NEGATIONS, tokens[max(0, found.first - 2) : found.first]),
    )


def _any_of(words: frozenset[str], tokens: Sequence[Token]) -> bool:
    return any(token.word in words for token in tokens)


def _wording(sentence: Sentence) -> Iterator[str]:
    words = ["#" if word[0].isdigit() else word for word in sentence.words]
    for one, other in pairwise(words):
        yield f"{one} {other}"
