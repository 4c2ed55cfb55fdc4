"""Scores answers in bulk: `python -m bot score IN.jsonl OUT.jsonl`, one JSON object a line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from bot.questions import reader
from bot.questions.question import Question
from bot.rubric.rating import rate
from bot.rubric.sheet import Advice, Sheet

SOME_LINES_WRONG = 1
"""The exit code where some lines could not be read; the others are scored."""
SHOWN_AFTER_S = 3.0


class LineInvalid(Exception):
    """A line is no answer; the message says why, without quoting what people wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One answer to score."""

    id: str | int
    question: Question
    sections: dict[str, str]  # Text by the section's slug.


def score(source: Path, target: Path, console: Console | None = None) -> int:
    """Write the sheet of each answer in `source` to `target`; return the exit code.

    What is wrong and how far it is go to `console`, which is standard error unless given.

    Raises:
        OSError: a file cannot be read or written, or both are the same one.
    """
    if target.exists() and target.samefile(source):
        raise OSError(f"{target} would be overwritten while it is read. Name another file.")
    console = console or Console(stderr=True)
    wrong = 0
    with source.open("rb") as lines, target.open("w", encoding="utf-8") as out:
        for number, line in enumerate(_watched(lines, source.stat().st_size, console), start=1):
            try:
                submission = parse(line)
            except LineInvalid as error:
                wrong += 1
                console.out(f"starling: line {number}: {error}", highlight=False)
                continue
            sheet = rate(submission.question, submission.sections)
            out.write(json.dumps(to_line(submission.id, sheet)) + "\n")
    return SOME_LINES_WRONG if wrong else 0


def parse(line: bytes) -> Submission:
    """Return the answer on a line; keys that nobody asks for are passed over.

    Raises:
        LineInvalid: it is no such object.
    """
    try:
        plain = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise LineInvalid("this is not JSON.") from error
    if not isinstance(plain, dict):
        raise LineInvalid("this is not an object with id, question and sections.")
    name = plain.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise LineInvalid("it needs an id, a text or a whole number.")
    question = _question(plain.get("question"))
    return Submission(id=name, question=question, sections=_sections(question, plain))


def to_line(name: str | int, sheet: Sheet) -> dict[str, Any]:
    """Return what is written about an answer.

    Returns:
        `{"id", "outcome", "reason", "criteria", "sections", "total", "overall", "advice",
        "version"}`. What the bot keeps beside that for its own messages is left out.
    """
    plain = sheet.to_json()
    plain["advice"] = None if sheet.advice is None else _advice(sheet.advice)
    order = ["outcome", "reason", "criteria", "sections", "total", "overall", "advice", "version"]
    return {"id": name, **{key: plain[key] for key in order}}


def _question(slug: object) -> Question:
    if not isinstance(slug, str) or slug not in reader.ALL:
        raise LineInvalid(f"its question has to be one of: {', '.join(reader.ALL)}.")
    return reader.load(slug)


def _sections(question: Question, plain: dict[str, Any]) -> dict[str, str]:
    sections = plain.get("sections")
    if not isinstance(sections, dict):
        raise LineInvalid("it needs sections, an object of texts.")
    for slug, text in sections.items():
        if slug not in question.slugs:
            raise LineInvalid(
                f"there is an unknown section. {question.slug} has: {', '.join(question.slugs)}."
            )
        if not isinstance(text, str):
            raise LineInvalid(f"its section {slug} is not a text.")
    return sections


def _advice(advice: Advice) -> dict[str, Any]:
    change = advice.change
    return {
        "keep": advice.keep,
        "change": change
        and {"criterion": change.criterion, "ask": change.ask, "example": change.example},
        "follow_up": advice.follow_up,
    }


def _watched(lines: Iterable[bytes], size: int, console: Console) -> Iterator[bytes]:
    """Yield the lines; on a terminal, show how far it is when it takes more than a few seconds."""
    if not console.is_terminal:
        yield from lines
        return
    columns = (TextColumn("Scoring"), BarColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=console, transient=True)
    task = progress.add_task("", total=size)
    try:
        for line in lines:
            if not progress.live.is_started and (progress.tasks[0].elapsed or 0) > SHOWN_AFTER_S:
                progress.start()
            yield line
            progress.advance(task, len(line))
    finally:
        progress.stop()
