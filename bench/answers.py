"""The answers that are measured with: the rated ones."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.questions import reader
from bot.questions.question import Question

RATED = Path(__file__).parents[1] / "calibration" / "answers.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, and what was asked."""

    question: Question
    sections: Mapping[str, str]


def rated_answers() -> Sequence[Answer]:
    """Return the rated answers, in the order in which they are kept."""
    lines = map(json.loads, RATED.read_text(encoding="utf-8").splitlines())
    return [
        Answer(question=reader.load(line["question"]), sections=line["sections"]) for line in lines
    ]
