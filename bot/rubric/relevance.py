"""Tells what belongs to a story from fillers and from facts that have nothing to do with it."""

from bot.rubric.evidence.clauses import clauses
from bot.rubric.evidence.lexicon import classes
from bot.rubric.evidence.reading import is_of_a_story
from bot.rubric.evidence.turns import turns
from bot.rubric.text import Sentence, Token
from bot.rubric.word_lists import word_list

# What facts seldom have: somebody, a day, a number, or something that was done.
_OF_A_STORY = frozenset({"past", "name", "role", "month", "weekday", "number"})
_SENTENCE = 4  # Words; what is shorter is a note, and notes leave out what ties them.


def belongs(sentence: Sentence) -> bool:
    """Whether a sentence may be part of a story, as far as it can be told from its words."""
    if len(sentence.tokens) < _SENTENCE:
        return not is_filler(sentence)
    reads_so = any(is_of_a_story(turns(clause.tokens)) for clause in clauses(sentence))
    return reads_so and not (is_filler(sentence) or _is_general_fact(sentence))


def is_filler(sentence: Sentence) -> bool:
    """Whether a sentence is only what people say while they think."""
    return all(_says_nothing(token) for token in sentence.tokens)


def _says_nothing(token: Token) -> bool:
    """A word that people say while they think; "I did" tells of a deed."""
    said = token.word in word_list("english") or token.word in word_list("filler")
    return said and token.word != "did"


def _is_general_fact(sentence: Sentence) -> bool:
    """Whether nothing ties it to anybody, to a time or to what was said before."""
    words = set(sentence.words)
    return (
        not words.isdisjoint(word_list("article"))
        and words.isdisjoint(word_list("tie"))
        and not any(classes(token) & _OF_A_STORY for token in sentence.tokens)
    )
