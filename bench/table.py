"""A table of measurements, and how it reads in Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that was measured, beside another in the same run."""

    what: str
    measured: str  # With its unit, and so is `beside`.
    beside: str
    at_most: str  # What it may be; "-" where nothing was promised.


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The measurements of one subject."""

    title: str
    how: str  # In a sentence or two: on what, and how often.
    beside: str  # The heading of what stands beside.
    rows: Sequence[Row]

    def to_markdown(self) -> str:
        """Return the table under its heading."""
        lines = [
            f"## {self.title}\n",
            f"{self.how}\n",
            f"| | measured | {self.beside} | at most |",
            "| --- | --- | --- | --- |",
            *(
                f"| {row.what} | {row.measured} | {row.beside} | {row.at_most} |"
                for row in self.rows
            ),
        ]
        return "\n".join(lines) + "\n"
