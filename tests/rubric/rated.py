"""The rated answers, as material for tests that disturb them."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.questions.question import Question
from bot.questions.reader import load
from bot.rubric.rating import rate
from bot.rubric.sheet import Sheet

ANSWERS = Path(__file__).parents[2] / "calibration" / "answers.jsonl"


class Rated(NamedTuple):
    """One answer that is scored, and its sheet."""

    question: Question
    sections: dict[str, str]
    sheet: Sheet


@cache
def rated() -> tuple[Rated, ...]:
    """Return every answer that is scored."""
    return tuple(one for one in _all() if one.sheet.outcome == "scored")


@cache
def english() -> tuple[tuple[Question, dict[str, str]], ...]:
    """Return every answer in English, also those that tell no story."""
    return tuple(
        (load(line["question"]), line["sections"])
        for line in map(json.loads, ANSWERS.read_text(encoding="utf-8").splitlines())
        if line["language"] == "en"
    )


def _all() -> Iterator[Rated]:
    for question, sections in english():
        yield Rated(question, sections, rate(question, sections))
