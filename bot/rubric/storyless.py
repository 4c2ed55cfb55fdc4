"""Tells a story from what is none: another language, a list, random words, a rule, an "if"."""

from collections.abc import Sequence
from functools import cache

from bot.rubric.evidence.lexicon import classes
from bot.rubric.evidence.phrase import PhraseIndex, index
from bot.rubric.text import Sentence, Token
from bot.rubric.word_lists import phrases, word_list

NO_ENGLISH = "This does not read as English, and only English can be scored so far."
NO_SENTENCES = (
    "This is a list of terms. Tell what happened, in sentences: who did what, and what came of it."
)
RANDOM = "These words stand in no order that I can follow. Tell what happened, in sentences."
OTHER_QUESTION = "This answers another question. Tell of one time when this happened to you."
NONE_SUCH = "This says that there is no such story. A small one will do: tell what happened."
HYPOTHESIS = "This tells what you would do. Tell of one time when it happened, and what you did."
RECITAL = "This tells what is true in general. Tell of one time: who did what, and what came of it."
NO_EPISODE = frozenset({NONE_SUCH, HYPOTHESIS, RECITAL})
"""What is said to somebody who tells no one time; what else is refused is no telling at all."""

_LEAST_ENGLISH = 0.17  # Share of small words; sentences have 0.3 and more, work chat 0.27.
_LEAST_ENGLISH_IN_A_NOTE = 0.08
_NOTE_WORDS = 25
_LEAST_TIED = 0.12  # Share of words for somebody, something said before, or a deed; work chat 0.19.
_FOREIGN = 0.04  # Share of small words of other languages; names bring about 0.01.
_OTHER_QUESTION = 3  # Of its turns of phrase; one or two may be chance.
_SUPPOSED = 0.02  # Share of "would" and the like.
_FEW_DEEDS = 0.02  # Share of things that somebody did; stories have twice as many.
_MORE_GENERAL = 0.015  # By how much maxims may outweigh deeds and particulars.
_NO_LESS_GENERAL = 0.01  # The same, where it is said that there is no story.
_TYING = ("someone", "auxiliary", "tie", "object")
_NEAR = 3  # Words between an actor and the deed.


def why_no_story(told: Sequence[Sentence]) -> str | None:
    """Return why nothing was told that could be rated, in plain words for the person, or None."""
    said = [token for sentence in told for token in sentence.tokens]
    if not _is_english(said):
        return NO_ENGLISH if _is_foreign(said) else NO_SENTENCES
    if is_list(told):
        return NO_SENTENCES
    return _another_kind(told, said)


def is_list(told: Sequence[Sentence]) -> bool:
    """Whether these are terms in a row, with nobody who does anything."""
    said = [token for sentence in told for token in sentence.tokens]
    tied = sum(_is_tied(token) for token in said)
    return len(said) >= _NOTE_WORDS and tied < _LEAST_TIED * len(said)


def _is_tied(token: Token) -> bool:
    return any(token.word in word_list(name) for name in _TYING) or "past" in classes(token)


def _is_english(said: Sequence[Token]) -> bool:
    least = _LEAST_ENGLISH if len(said) >= _NOTE_WORDS else _LEAST_ENGLISH_IN_A_NOTE
    return _share(said, "english") >= least


def _is_foreign(said: Sequence[Token]) -> bool:
    strange = sum(not token.word.isascii() for token in said) / len(said)
    return _share(said, "foreign") + strange >= _FOREIGN


def _another_kind(told: Sequence[Sentence], said: Sequence[Token]) -> str | None:
    deeds = sum(map(_deeds, told)) / len(said)
    supposed = _share(said, "supposed")
    general = supposed + _share(said, "general") - deeds - _particulars(said)
    if _count(told, "other_question") >= _OTHER_QUESTION:
        return OTHER_QUESTION
    if supposed >= _SUPPOSED and supposed >= deeds:
        return HYPOTHESIS
    if general >= _NO_LESS_GENERAL and _count(told, "denial"):
        return NONE_SUCH
    if general >= _MORE_GENERAL and deeds <= _FEW_DEEDS:
        return RECITAL
    return None


def _share(said: Sequence[Token], name: str) -> float:
    return sum(token.word in word_list(name) for token in said) / len(said)


def _deeds(sentence: Sentence) -> int:
    """How often somebody is said to have done something."""
    deeds, since = 0, _NEAR + 1
    for token in sentence.tokens:
        kinds = classes(token)
        if "past" in kinds and since <= _NEAR:
            deeds += 1
        acts = token.word in word_list("someone") or not kinds.isdisjoint({"name", "role"})
        since = 1 if acts else since + 1
    return deeds


def _particulars(said: Sequence[Token]) -> float:
    """The share of words that only a story needs: numbers, days, months and roles."""
    kinds = {"number", "month", "weekday", "role"}
    return sum(not kinds.isdisjoint(classes(token)) for token in said) / len(said)


def _count(told: Sequence[Sentence], name: str) -> int:
    return sum(
        len({found.first for found in _index(name).find(sentence.tokens)}) for sentence in told
    )


@cache
def _index(name: str) -> PhraseIndex:
    return index({name: phrases(name)})
