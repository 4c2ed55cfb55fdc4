"""Which classes a word belongs to."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from bot.rubric.text import Token

_FILES = ("lexicon.toml", "word_classes.toml")
_SHORTEST_PAST = 5
_SHORTEST_PLURAL = 4
_SHORTEST_GERUND = 6
_NO_GERUND = frozenset(
    [
        "nothing",
        "something",
        "anything",
        "everything",
        "during",
        "morning",
        "evening",
        "meeting",
        "building",
    ]
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def classes(token: Token) -> frozenset[str]:
    """Return the names of the classes that a word belongs to, "number" and "name" among them."""
    found = word_classes(token.word)
    if token.capital and token.word != "i" and not found & {"month", "weekday"}:
        found |= {"name"}
    return found


@lru_cache(maxsize=8192)
def word_classes(word: str) -> frozenset[str]:
    """Return the classes that a word in lower case belongs to, wherever it stands."""
    found = _by_word().get(word, frozenset())
    if word[0].isdigit():
        return found | _numeral(word)
    if "not_past" not in found and len(word) >= _SHORTEST_PAST and word.endswith("ed"):
        found |= {"past"}
    if len(word) >= _SHORTEST_GERUND and word.endswith("ing") and word not in _NO_GERUND:
        found |= {"ing"}
    if "small_word" not in found and _looks_plural(word):
        found |= {"plural"}
    return found or frozenset({"base"})


def _numeral(word: str) -> frozenset[str]:
    kinds = {"number", "digits"}
    if _CLOCK.fullmatch(word):
        kinds.add("clock")
    if _YEAR.fullmatch(word):
        kinds.add("year")
    return frozenset(kinds)


def _looks_plural(word: str) -> bool:
    return (
        len(word) >= _SHORTEST_PLURAL
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
    )


@cache
def _by_word() -> dict[str, frozenset[str]]:
    by_word: dict[str, frozenset[str]] = {}
    for name in _FILES:
        text = files("bot.rubric.evidence").joinpath(name).read_text(encoding="utf-8")
        for kind, words in tomllib.loads(text).items():
            for word in words.split():
                by_word[word] = by_word.get(word, frozenset()) | {kind}
    return by_word
