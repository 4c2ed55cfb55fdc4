"""Tells sentences from shuffled words, by pairs of small words that English does not put together.

Some kinds of words never follow each other: a few such pairs give a shuffled section away. Where
there are few small words, it takes the whole answer, and the pairs that people do put together,
as counted in the rated answers by calibration/fit_turns.py.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from bot.rubric.text import Sentence
from bot.rubric.word_lists import word_list

# Kinds that do not follow each other: "the of", "they the", "my was". Speech, dictation and
# second-language grammar bring about few of them; shuffling brings about one in ten small words.
_NEVER = frozenset(
    {
        *(
            ("determiner", kind)
            for kind in ("determiner", "preposition", "subject", "conjunction", "and")
        ),
        *(("determiner", kind) for kind in ("auxiliary", "object", "verb")),
        *(("subject", kind) for kind in ("determiner", "preposition", "conjunction", "subject")),
        ("subject", "object"),
        ("preposition", "subject"),
    }
)
_KINDS = (
    "determiner",
    "preposition",
    "subject",
    "conjunction",
    "and",
    "auxiliary",
    "object",
    "verb",
)
_MOST_SHARE = 0.035  # Of pairs that begin with a small word; a real section has under 0.03.
_MOST_PAIRS = 2  # One can be a slip.
_SPACE = 1
_FEWEST_UNHEARD = 4  # With three, one terse and honest answer in a thousand was refused.
_UNHEARD = 0.2  # Share of small words; no rated answer has so many, by far.


def is_shuffled(told: Iterable[Sentence]) -> bool:
    """Whether the words of a text stand in no order that English knows."""
    begun = wrong = 0
    for sentence in told:
        for token, following in pairwise(sentence.tokens):
            kind = _kind().get(token.word)
            # A comma or a dash between them makes any two words good neighbours.
            if kind is None or following.start - token.end > _SPACE:
                continue
            begun += 1
            # "the the" is a stutter.
            wrong += (kind, _kind().get(following.word)) in _NEVER and token.word != following.word
    return wrong >= _MOST_PAIRS and wrong >= _MOST_SHARE * begun


def is_strange(told: Iterable[Sentence]) -> bool:
    """Whether a whole answer puts small words together as hardly anybody does."""
    pairs = [pair for sentence in told for pair in small_pairs(sentence)]
    unheard = sum(second not in _heard().get(first, ()) for first, second in pairs)
    return unheard >= _FEWEST_UNHEARD and unheard >= _UNHEARD * len(pairs)


def small_pairs(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Yield the pairs of small words that stand side by side."""
    small = word_list("english")
    for one, other in pairwise(sentence.tokens):
        near = other.start - one.end <= _SPACE
        if near and one.word in small and other.word in small and one.word != other.word:
            yield one.word, other.word


@cache
def _heard() -> dict[str, frozenset[str]]:
    path = files("bot.rubric").joinpath("small_pairs.json")
    heard: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {first: frozenset(seconds.split()) for first, seconds in heard.items()}


@cache
def _kind() -> dict[str, str]:
    return {word: kind for kind in _KINDS for word in word_list(kind)}
