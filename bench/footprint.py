"""The rubric alone in a fresh interpreter: how long its import takes, and how much memory it holds."""

import pickle
import subprocess
import sys
from collections.abc import Sequence

from bench.answers import Answer
from bench.table import Row, Table

REPEATS = 5
# The question comes pickled, since reading it would bring in pydantic, which the rubric does not use.
_RUBRIC = """
{highest}
import pickle, sys, time
begin = time.perf_counter()
from bot.rubric.rating import rate
imported = time.perf_counter() - begin
for question, sections in pickle.load(sys.stdin.buffer):
    rate(question, sections)
print(imported, highest())
"""
_LIBRARY = """
{highest}
import sys, time
begin = time.perf_counter()
import dataclasses, importlib.resources, json, re, tomllib
imported = time.perf_counter() - begin
sys.stdin.buffer.read()
print(imported, highest())
"""
# Of the memory that the interpreter itself held, and not its parent before it: getrusage mixes both.
_HIGHEST = """
def highest():
    with open("/proc/self/status") as status:
        return next(line.split()[1] for line in status if line.startswith("VmHWM"))
"""
_KB_IN_MB = 1024  # Linux counts in kilobytes.


def measure(answers: Sequence[Answer], repeats: int = REPEATS) -> Table:
    """Return import time and memory, the least of a few runs."""
    given = pickle.dumps([(answer.question, dict(answer.sections)) for answer in answers])
    import_s, memory_mb = _least(_RUBRIC, given, repeats)
    library_s, library_mb = _least(_LIBRARY, given, repeats)
    rows = [
        Row(
            what="import",
            measured=f"{import_s:.3f} s",
            beside=f"{library_s:.3f} s",
            at_most="0.3 s",
        ),
        Row(
            what="memory at its highest",
            measured=f"{memory_mb:.0f} MB",
            beside=f"{library_mb:.0f} MB",
            at_most="80 MB",
        ),
    ]
    return Table(
        title="The rubric alone",
        how=f"A fresh interpreter that imports the rubric and rates {len(answers)} answers, "
        f"the least of {repeats} runs.",
        beside="the modules of the standard library that it uses",
        rows=rows,
    )


def _least(code: str, given: bytes, repeats: int) -> tuple[float, float]:
    """The least seconds and the least megabytes of several runs."""
    runs = [_run(code, given) for _ in range(repeats)]
    return min(seconds for seconds, _ in runs), min(memory for _, memory in runs)


def _run(code: str, given: bytes) -> tuple[float, float]:
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code.format(highest=_HIGHEST)],
        input=given,
        capture_output=True,
        check=True,
    )
    seconds, kilobytes = ended.stdout.split()
    return float(seconds), int(kilobytes) / _KB_IN_MB
