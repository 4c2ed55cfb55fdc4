"""Measures everything, prints it, and writes docs/performance.md."""

import os
import platform
from pathlib import Path

from bench import footprint, minute, rating
from bench.answers import rated_answers

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
HEAD = """# Performance

Written by `make bench`.
What stands side by side was measured in one run on one machine, so compare along a line and not between runs.
No test asserts a speed.

Python {python}, {cores} cores.
"""


def main() -> None:
    """Measure, print, write."""
    answers = rated_answers()
    tables = [rating.measure(answers), footprint.measure(answers), minute.measure()]
    head = HEAD.format(python=platform.python_version(), cores=os.cpu_count())
    page = "\n".join([head, *(table.to_markdown() for table in tables)])
    PAGE.write_text(page, encoding="utf-8")
    print(page)  # noqa: T201 - it is the command's answer


if __name__ == "__main__":
    main()
