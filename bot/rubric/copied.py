"""Knows published text again, also where a fifth of its words were changed."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from bot.questions.question import Question
from bot.rubric.text import sentences

Shingle = tuple[str, ...]
# Words in a row. Of three, about half stay whole where every fifth word was changed; of five, none.
_SHINGLE = 3
_MODEL = 0.15  # Share of an answer's shingles; answers of people's own have under 0.03.
_ECHO = 0.4  # The questions and the templates are there to be taken up, so more is allowed.
_CUT = 0.6  # Share of a sentence's shingles from which on it is left out.
_LEAST = 4  # Shingles; fewer in common may be chance.


def is_model_answer(told: Iterable[Sequence[str]]) -> bool:
    """Whether so much of a text is the published model answer that nothing can be rated."""
    return _share(told, _published("model")) >= _MODEL


def is_echo(told: Iterable[Sequence[str]], question: Question) -> bool:
    """Whether most of a text is the question, its template or the rating guide."""
    told = list(told)
    return (
        _share(told, _asked(question)) >= _ECHO
        or _share(told, _published("guide")) >= _ECHO
        or _share(told, _asked(question) | _published("guide")) >= _ECHO
    )


def is_copied(words: Sequence[str], question: Question) -> bool:
    """Whether one sentence is taken from the model answer, the question or the guide."""
    if len(words) < _LEAST + _SHINGLE - 1:
        return False
    known = (_published("model"), _published("guide"), _prompts(question))
    return any(_share([words], bank) >= _CUT for bank in known)


def _share(told: Iterable[Sequence[str]], bank: frozenset[Shingle]) -> float:
    own = [shingle for words in told for shingle in _shingles(words)]
    if len(own) < _LEAST:
        return 0.0
    return sum(shingle in bank for shingle in own) / len(own)


def _shingles(words: Sequence[str]) -> Iterator[Shingle]:
    for start in range(len(words) - _SHINGLE + 1):
        yield tuple(words[start : start + _SHINGLE])


@cache
def _published(name: str) -> frozenset[Shingle]:
    text = files("bot.rubric").joinpath("published.toml").read_text(encoding="utf-8")
    return _bank(tomllib.loads(text)[name].values())


@lru_cache(maxsize=64)  # Questions; their words do not change.
def _asked(question: Question) -> frozenset[Shingle]:
    """Everything in which the question and its criteria are put to people."""
    texts = []
    for section in question.sections:
        texts.append(section.template)
        texts += [criterion.example for criterion in section.criteria]
    return _prompts(question) | _bank(texts)


@lru_cache(maxsize=64)
def _prompts(question: Question) -> frozenset[Shingle]:
    """What asks, without what is there to be taken up: templates and examples."""
    texts = [question.prompt]
    for section in question.sections:
        texts += [section.ask, *section.tells]
        for criterion in section.criteria:
            texts += [*criterion.levels, criterion.ask, criterion.nudge]
    return _bank(texts)


def _bank(texts: Iterable[str]) -> frozenset[Shingle]:
    return frozenset(
        shingle
        for text in texts
        for sentence in sentences(text)
        for shingle in _shingles(sentence.words)
    )
