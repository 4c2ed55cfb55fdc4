"""Rating an answer, beside splitting it into words with one regular expression."""

import re
import statistics
import time
from collections.abc import Callable, Sequence

from bench.answers import Answer
from bench.table import Row, Table
from bot.rubric.rating import rate

REPEATS = 5
_WORD = re.compile(r"\w+")
_MS = 1000


def measure(answers: Sequence[Answer], repeats: int = REPEATS) -> Table:
    """Return how long an answer takes."""
    rated = _times_ms(answers, repeats, _rate)
    split = _times_ms(answers, repeats, _split)
    rows = [
        Row(
            what=what,
            measured=f"{value(rated):.2f} ms",
            beside=f"{value(split):.3f} ms",
            at_most=at_most,
        )
        for what, value, at_most in (
            ("median", statistics.median, "-"),
            ("of 100 answers the 95th", _p95, "15 ms"),
            ("slowest", max, "-"),
        )
    ]
    return Table(
        title="Rating an answer",
        how=f"Each of {len(answers)} rated answers of five sections, the median of {repeats} times; one thread.",
        beside="splitting it into words",
        rows=rows,
    )


def _rate(answer: Answer) -> None:
    rate(answer.question, answer.sections)


def _split(answer: Answer) -> None:
    for text in answer.sections.values():
        _WORD.findall(text)


def _times_ms(
    answers: Sequence[Answer], repeats: int, work: Callable[[Answer], None]
) -> Sequence[float]:
    return [statistics.median(_time_ms(work, answer) for _ in range(repeats)) for answer in answers]


def _time_ms(work: Callable[[Answer], None], answer: Answer) -> float:
    begin = time.perf_counter()
    work(answer)
    return (time.perf_counter() - begin) * _MS


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
