"""The words by which a story is told from what is none."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list in words.toml."""
    return frozenset(_lists()[name].split())


@cache
def phrases(name: str) -> Sequence[str]:
    """Return the phrases of a list in words.toml."""
    return tuple(_phrases()[name])


def _lists() -> dict[str, str]:
    return {name: value for name, value in _read().items() if isinstance(value, str)}


def _phrases() -> dict[str, list[str]]:
    return {name: value for name, value in _read().items() if isinstance(value, list)}


@cache
def _read() -> dict[str, str | list[str]]:
    return tomllib.loads(files("bot.rubric").joinpath("words.toml").read_text(encoding="utf-8"))
