"""Which classes a word belongs to."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from bot.rubric.text import Token

_SHORTEST_PAST = 5


def classes(token: Token) -> frozenset[str]:
    """Return the names of the classes that a word belongs to, "number" and "name" among them."""
    return _classes(token.word, capital=token.capital)


@lru_cache(maxsize=8192)
def _classes(word: str, *, capital: bool) -> frozenset[str]:
    found = _by_word().get(word, frozenset())
    if word[0].isdigit():
        found |= {"number"}
    if "not_past" not in found and _looks_past(word):
        found |= {"past"}
    if capital and word != "i" and not found & {"month", "weekday"}:
        found |= {"name"}
    return found


@cache
def _by_word() -> dict[str, frozenset[str]]:
    text = files("bot.rubric.evidence").joinpath("lexicon.toml").read_text(encoding="utf-8")
    by_word: dict[str, frozenset[str]] = {}
    for name, words in tomllib.loads(text).items():
        for word in words.split():
            by_word[word] = by_word.get(word, frozenset()) | {name}
    return by_word


def _looks_past(word: str) -> bool:
    return len(word) >= _SHORTEST_PAST and word.endswith("ed")
