"""Rates a whole answer, and finds what one section still lacks."""

from collections.abc import Mapping

from bot.questions.question import Criterion, Question
from bot.rubric.sheet import Sheet

VERSION = "1"


def rate(question: Question, answer: Mapping[str, str]) -> Sheet:
    """Return the ratings of an answer.

    Args:
        question: what was asked.
        answer: the text of each section by its slug; an absent one counts as empty.

    Raises:
        LookupError: the answer has a section that the question has not.
    """
    raise NotImplementedError("The evidence comes next.")


def missing(question: Question, section: str, text: str) -> Criterion | None:
    """Return the one thing that is wholly missing from a section, if there is such a thing.

    Raises:
        LookupError: the question has no such section.
    """
    raise NotImplementedError("The evidence comes next.")
