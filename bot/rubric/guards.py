"""What is no story to rate: too short, another language, the question pasted back, words to the grader."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from bot.questions.question import Question
from bot.rubric.evidence.lexicon import classes
from bot.rubric.text import Sentence, Token, sentences, tokens

FEWEST_WORDS = 12
Shingle = tuple[str, ...]
_SHINGLE = 5  # Words in a row; as many in common are no chance.
_ECHO = 0.5  # Share of a text's shingles that stand in the question.

# Share of the small words that English cannot do without; a fifth is usual even in hasty notes.
_LEAST_ENGLISH = 0.12
_LEAST_ENGLISH_IN_A_NOTE = 0.05  # A single line may leave most of them out.
_NOTE_WORDS = 25

# Narrow on purpose: "he told me to ignore the rules" and "I sent it to the examiner" are stories.
_TO_THE_GRADER = re.compile(
    r"\b(?:ignore|disregard|forget) (?:all |any |the |your |my )*"
    r"(?:(?:previous|prior|above|earlier) (?:instructions|rules|rubric|prompt)|rubric\b)"
    r"|\b(?:dear|hello|note to the) (?:grader|rater|evaluator|examiner|scorer|ai)\b"
    r"|\b(?:give|award|rate|score|grade|mark) (?:this|me|my|it|the answer)\b[^.!?]{0,40}"
    r"\b(?:full|highest|maximum|max|top|best|perfect|excellent|[0-9]+) "
    r"(?:score|scores|marks?|points?|ratings?|grade|out of)\b"
    r"|\b(?:full|maximum|highest) (?:marks|score)\b"
    r"|\b(?:as|you are) an? (?:ai|language model)\b",
    re.IGNORECASE,
)


def story(answer: Mapping[str, str]) -> dict[str, list[Sentence]]:
    """Return the sentences of each section that may be rated.

    What speaks to the grader is left out, and what stood before counts once.
    """
    seen: set[tuple[str, ...]] = set()
    return {
        section: list(_unseen((s for s in sentences(text) if not _to_grader(text, s)), seen))
        for section, text in answer.items()
    }


def refusal(question: Question, words: int, told: Iterable[Sentence]) -> str | None:
    """Return why an answer cannot be scored, in plain words for the person, or None.

    Args:
        question: what was asked.
        words: how many there are in what may be rated, counted at spaces.
        told: all that may be rated.
    """
    if words < FEWEST_WORDS:
        return (
            f"There are fewer than {FEWEST_WORDS} words to go by, which is too short to score. "
            "Write a few sentences about what happened."
        )
    said = [token for sentence in told for token in sentence.tokens]
    if not _is_english(said):
        return "This does not read as sentences in English, and only those can be scored so far."
    if _echoes([token.word for token in said], _asked(question)):
        return "This is mostly the question itself. Tell what happened in your own words."
    return None


def _to_grader(text: str, sentence: Sentence) -> bool:
    return _TO_THE_GRADER.search(text, sentence.start, sentence.end) is not None


def _unseen(part: Iterable[Sentence], seen: set[tuple[str, ...]]) -> Iterator[Sentence]:
    for sentence in part:
        if sentence.words not in seen:
            yield sentence
        # "Yes." may well be said twice.
        if len(sentence.words) >= _SHINGLE:
            seen.add(sentence.words)


def _is_english(said: Sequence[Token]) -> bool:
    least = _LEAST_ENGLISH if len(said) >= _NOTE_WORDS else _LEAST_ENGLISH_IN_A_NOTE
    return sum("small_word" in classes(token) for token in said) >= least * len(said)


def _echoes(words: Sequence[str], original: frozenset[Shingle]) -> bool:
    own = list(_shingles(words))
    return sum(shingle in original for shingle in own) >= _ECHO * len(own)


def _shingles(words: Sequence[str]) -> Iterator[Shingle]:
    for start in range(len(words) - _SHINGLE + 1):
        yield tuple(words[start : start + _SHINGLE])


@lru_cache(maxsize=64)  # Questions; their words do not change.
def _asked(question: Question) -> frozenset[Shingle]:
    """Everything in which the question and its criteria are put to people."""
    texts = [question.prompt]
    for section in question.sections:
        texts += [section.ask, *section.tells, section.template]
        for criterion in section.criteria:
            texts += [*criterion.levels, criterion.ask, criterion.nudge, criterion.example]
    return frozenset(_shingles([token.word for text in texts for token in tokens(text)]))
