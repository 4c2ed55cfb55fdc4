"""Learns what turns of phrase speak for, and writes it: `python -m calibration.fit_turns`."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.rubric.evidence.reading import USUAL
from bot.rubric.text import sentences
from bot.rubric.word_order import small_pairs
from calibration.rated import RatedSection, answers, sections as rated_sections
from calibration.reader import columns, learn

_RUBRIC = Path(__file__).parents[1] / "bot" / "rubric"
TURNS = _RUBRIC / "evidence" / "turns.json"
PAIRS = _RUBRIC / "small_pairs.json"
_DIGITS = 4
LEAST = 0.01
"""What counts less changes no level."""


def turns(parts: Sequence[RatedSection]) -> dict[str, Any]:
    """Return what each turn of phrase counts for each criterion, as plain values."""
    reader = learn(parts)
    table = [
        [
            [place, round(weight, _DIGITS)]
            for place, weight in enumerate(row)
            if abs(weight) >= LEAST
        ]
        for row in [reader.usual.tolist(), *reader.weights.tolist()]
    ]
    names = [USUAL, *reader.places]
    return {
        "columns": list(columns()),
        "turns": {name: row for name, row in zip(names, table, strict=True) if row},
    }


def pairs() -> dict[str, str]:
    """Return the small words that follow each small word in at least two answers."""
    counts: Counter[tuple[str, str]] = Counter()
    for answer in answers():
        told = (one for text in answer.sections.values() for one in sentences(text))
        counts.update({pair for sentence in told for pair in small_pairs(sentence)})
    known: dict[str, list[str]] = {}
    for first, second in sorted(pair for pair, count in counts.items() if count > 1):
        known.setdefault(first, []).append(second)
    return {first: " ".join(seconds) for first, seconds in known.items()}


def main() -> None:
    """Learn from all rated answers, and write what ships with the bot."""
    PAIRS.write_text(json.dumps(pairs(), indent=1) + "\n", encoding="utf-8")
    TURNS.write_text(_line_by_line(turns(rated_sections())), encoding="utf-8")


def _line_by_line(table: dict[str, Any]) -> str:
    """As JSON with a line for each turn of phrase, for people to read and to compare."""
    rows = [f"{json.dumps(turn)}: {json.dumps(row)}" for turn, row in table["turns"].items()]
    names = json.dumps(table["columns"])
    return f'{{"columns": {names},\n"turns": {{\n' + ",\n".join(rows) + "\n}}\n"


if __name__ == "__main__":
    main()
