"""Finds the thing that an answer is about, to speak of it by the person's own word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.rubric.evidence.lexicon import classes
from bot.rubric.text import Sentence, Token

FALLBACK = "work"

# People and times are no things, and some things say nothing.
_NO_THING = frozenset(
    {"role", "group", "span", "weekday", "month", "number", "past", "name", "small_word", "vague"}
)
_LONGEST = 20
_SHORTEST = 3


def noun(told: Iterable[Sentence]) -> str:
    """Return the noun that the sentences speak of most, or a word that fits anything.

    A word counts as a noun where an article stands before it and a small word or nothing after it.
    """
    counts = Counter(word for sentence in told for word in _nouns(sentence.tokens))
    return max(counts, key=lambda word: counts[word]) if counts else FALLBACK


def _nouns(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield what stands between an article and a small word or the end."""
    closed = [*("small_word" in classes(token) for token in tokens[1:]), True]
    for position in range(1, len(tokens)):
        article = "article" in classes(tokens[position - 1])
        if article and closed[position] and _is_thing(tokens[position]):
            yield tokens[position].word


def _is_thing(token: Token) -> bool:
    return (
        _SHORTEST <= len(token.word) <= _LONGEST
        and token.word.isalpha()
        and not _is_plural(token.word)
        and not classes(token) & _NO_THING
    )


def _is_plural(word: str) -> bool:
    """The examples speak of one thing; a few words on -s are lost for that."""
    return word.endswith("s") and not word.endswith(("ss", "us"))
