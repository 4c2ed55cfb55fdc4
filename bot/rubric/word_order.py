"""Tells sentences from shuffled words, by pairs of small words that English does not put together."""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from bot.rubric.text import Sentence
from bot.rubric.word_lists import word_list

# Kinds that do not follow each other: "the of", "they the", "my was". Speech, dictation and
# second-language grammar bring about few of them; shuffling brings about one in ten small words.
_NEVER = frozenset(
    {
        *(("determiner", kind) for kind in ("determiner", "preposition", "subject", "conjunction")),
        *(("determiner", kind) for kind in ("auxiliary", "object", "verb")),
        *(("subject", kind) for kind in ("determiner", "preposition", "conjunction", "subject")),
        ("subject", "object"),
        ("preposition", "subject"),
    }
)
_KINDS = ("determiner", "preposition", "subject", "conjunction", "auxiliary", "object", "verb")
_MOST_SHARE = 0.035  # Of pairs that begin with a small word; a real section has under 0.03.
_MOST_PAIRS = 2  # One can be a slip.
_SPACE = 1


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


@cache
def _kind() -> dict[str, str]:
    return {word: kind for kind in _KINDS for word in word_list(kind)}
