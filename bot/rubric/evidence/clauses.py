"""Cuts sentences into clauses, so that what is dictated without a stop has parts as well."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.rubric.text import Sentence, Token
from bot.rubric.word_lists import word_list

# Chosen by looking at answers as spoken: what is cut is what one would read in one breath.
_LONG = 18  # Words; a shorter sentence is one clause.
_LEAST = 6  # Before a word that goes on,
_LEAST_BEFORE_SUBJECT = 10  # and before a new subject: "I rang her she came at once".
_MOST = 22
_REST = 4  # The end of a sentence is not cut off alone.


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Tokens `first` to `last` (inclusive) of a sentence."""

    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and numbers."""
        return self.sentence.tokens[self.first : self.last + 1]


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses of a sentence; without loss, and in order."""
    first = 0
    for place in range(1, len(sentence.tokens)):
        if _is_cut_before(sentence.tokens, first, place):
            yield Clause(sentence=sentence, first=first, last=place - 1)
            first = place
    yield Clause(sentence=sentence, first=first, last=len(sentence.tokens) - 1)


def _is_cut_before(tokens: tuple[Token, ...], first: int, place: int) -> bool:
    if len(tokens) <= _LONG or len(tokens) - place < _REST:
        return False
    so_far, word, before = place - first, tokens[place].word, tokens[place - 1].word
    if so_far >= _MOST:
        return True
    goes_on, subject = word_list("goes_on"), word_list("clause_subject")
    if before in goes_on:
        return False
    if word in goes_on:
        return so_far >= _LEAST
    return word in subject and before not in subject and so_far >= _LEAST_BEFORE_SUBJECT
