"""The pitfalls that answers to these questions fall into, told apart."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.questions.question import Question
from bot.rubric.evidence.phrase import PhraseIndex, index
from bot.rubric.sheet import Pitfall, Rating
from bot.rubric.text import Sentence
from bot.rubric.word_lists import phrases

_FULL = 2
_NO_BLAME = frozenset({"not", "nobody", "nobodys", "none", "never", "without", "isnt", "wasnt"})
_LOOK_BACK = 3  # Words: "it was not all his fault".


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """When a pitfall is there, and what is said of it."""

    criteria: frozenset[str]  # Names of the forty; one of them has to be at that level or below.
    at_most: int
    blaming: bool  # Words of blame have to stand in the text as well.
    says: str


def find(
    question: Question, ratings: Mapping[str, Rating], told: Mapping[str, Sequence[Sentence]]
) -> dict[str, Pitfall]:
    """Return the pitfalls of an answer, by the rating ("section.criterion") that each concerns.

    Args:
        question: what was asked.
        ratings: by "section.criterion".
        told: the sentences of each section; one in which nothing is told falls into no pitfall.
    """
    found = {}
    blames = any(_blames(sentence) for part in told.values() for sentence in part)
    for section in question.sections:
        for criterion in section.criteria if told.get(section.slug) else ():
            key = f"{section.slug}.{criterion.slug}"
            for name, sign in _signs().items():
                if _shows(sign, criterion.name, ratings.get(key), blames=blames):
                    found[key] = Pitfall(name=name, says=sign.says)
    return found


def cannot_be_confirmed(ratings: Mapping[str, Rating]) -> bool:
    """Whether nothing is told so that a colleague who was there could confirm or deny it."""
    return all(rating.level < _FULL for rating in ratings.values())


def _shows(sign: _Sign, criterion: str, rating: Rating | None, *, blames: bool) -> bool:
    return (
        rating is not None
        and criterion in sign.criteria
        and rating.level <= sign.at_most
        and (blames or not sign.blaming)
    )


def _blames(sentence: Sentence) -> bool:
    words = sentence.words
    return any(
        _NO_BLAME.isdisjoint(words[max(0, found.first - _LOOK_BACK) : found.last + 1])
        for found in _blame().find(sentence.tokens)
    )


@cache
def _blame() -> PhraseIndex:
    return index({"blame": phrases("blame")})


@cache
def _signs() -> dict[str, _Sign]:
    text = files("bot.rubric").joinpath("pitfalls.toml").read_text(encoding="utf-8")
    return {
        name: _Sign(
            criteria=frozenset(table["criteria"]),
            at_most=table["at_most"],
            blaming=table.get("blaming", False),
            says=table["says"],
        )
        for name, table in tomllib.loads(text).items()
    }
