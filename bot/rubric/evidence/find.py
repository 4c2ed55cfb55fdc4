"""Finds the evidence in one section's sentences."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.rubric.evidence.phrase import Found, PhraseIndex, index
from bot.rubric.text import Sentence, Token

_LOOK_BACK = 4  # Words: as far as "would" and "not" reach forward.
_NEGATIONS = frozenset({"no", "not", "never", "nobody", "without", "didnt", "wasnt", "couldnt"})
_CUE_FILES = (
    "shared",
    "disagreement_situation",
    "disagreement_root",
    "disagreement_options",
    "disagreement_alignment",
    "disagreement_result",
    "mistake_situation",
    "mistake_mistake",
    "mistake_remediation",
    "mistake_prevention",
    "mistake_growth",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A detector's cue where it stands, and how it is said."""

    sentence: Sentence
    first: int  # Token of the sentence, and so is `last`; inclusive.
    last: int
    supposed: bool  # "I would ask them": not told as something that happened.
    negated: bool  # "we did not ask them".


Evidence = Mapping[str, Sequence[Hit]]  # By detector, in the order of the text.


def find(sentences: Iterable[Sentence]) -> Evidence:
    """Return what every detector finds in the sentences of one section.

    A sentence that recites a rule and tells nothing ("one should always ...") is passed over.
    """
    evidence: dict[str, list[Hit]] = {}
    for sentence in sentences:
        found = sorted(_index().find(sentence.tokens), key=lambda one: (one.first, one.last))
        if _only_recites(found):
            continue
        would = {one.first for one in found if one.detector == "would"}
        for one in found:
            evidence.setdefault(one.detector, []).append(_hit(sentence, one, would))
    return evidence


@cache
def _index() -> PhraseIndex:
    phrases: dict[str, list[str]] = {}
    for name in _CUE_FILES:
        path = files("bot.rubric.evidence").joinpath(f"cues/{name}.toml")
        for subject, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(value, list):
                phrases[subject] = value
            else:
                phrases |= {f"{subject}.{kind}": texts for kind, texts in value.items()}
    return index(phrases)


def _only_recites(found: Sequence[Found]) -> bool:
    detectors = {one.detector for one in found}
    return "recital" in detectors and "deed" not in detectors


def _hit(sentence: Sentence, found: Found, would: set[int]) -> Hit:
    begin = max(0, found.first - _LOOK_BACK)
    return Hit(
        sentence=sentence,
        first=found.first,
        last=found.last,
        supposed=not would.isdisjoint(range(begin, found.last + 1)),
        negated=_negated(sentence.tokens[max(0, found.first - 2) : found.first]),
    )


def _negated(before: Sequence[Token]) -> bool:
    return any(token.word in _NEGATIONS for token in before)
