"""Turns of phrase: words and pairs of neighbours, without what makes no difference to a story.

Tense, number, gender, articles, figures, trades and their things are evened out, so that "she told
the nurses" and "he tells a foreman" are the same turns.
"""

import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from bot.rubric.evidence.lexicon import word_classes
from bot.rubric.text import Token

_BEGIN, _END = "^", "$"
_NUMBER = "#"
_ARTICLES = frozenset(["a", "an", "the"])
_NO_NUMBER = "one"  # "the one who".
_SHORTEST_PLURAL = 4
_SHORTEST_PAST = 5


def turns(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the turns of phrase in the words of one clause."""
    words = [even(token.word) for token in tokens if token.word not in _ARTICLES]
    pairs = pairwise([_BEGIN, *words, _END])
    return frozenset(words) | {f"{one} {other}" for one, other in pairs}


@lru_cache(maxsize=8192)
def even(word: str) -> str:
    """Return what stands for a word in the turns of phrase."""
    kinds = word_classes(word)
    if "number" in kinds and word != _NO_NUMBER:
        return _NUMBER
    for kind in ("thing", "role"):
        if kind in kinds:
            return f"<{kind}>"
    return _stem(_same_word().get(word, word))


def _stem(word: str) -> str:
    """A word without its ending; what is left need not be a word."""
    if len(word) >= _SHORTEST_PLURAL and word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    word = _same_word().get(word, word)
    if len(word) >= _SHORTEST_PAST and word.endswith("ied"):
        return f"{word[:-3]}y"
    if len(word) >= _SHORTEST_PAST and word.endswith("ed"):
        return word[:-2]
    return word.removesuffix("e") if len(word) >= _SHORTEST_PAST else word


@cache
def _same_word() -> dict[str, str]:
    """By each form that is evened out, the form that stands for it."""
    text = files("bot.rubric.evidence").joinpath("same_words.toml").read_text(encoding="utf-8")
    same: dict[str, str] = {}
    for table in tomllib.loads(text).values():
        for word, others in table.items():
            same |= dict.fromkeys(others.split(), word)
    return same
