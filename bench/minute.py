"""People who are due in the same minute: few and many, of one zone and of thirty."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console
from rich.progress import track

from bench import crowd, ticking
from bench.databases import NewDatabase, on_postgres, on_sqlite
from bench.table import Row, Table
from bench.ticking import Run
from bot.schedule.participant import Participant

SIZES = (1_000, 10_000, 100_000)
MANY_ZONES = 10_000
REPEATS = 5
HOW = """One tick that opens their round, writes everybody's slot and files everybody's invitation: \
the median of {repeats} runs, each in a new database on the disk.
A person is to cost the same, within a fifth, in a crowd of any size.
Those of 30 zones have a weekday off each, and the tick comes when the last zone is due: six of seven are invited.
The tick at which nothing is due comes a minute later, with everybody's slot in the table."""
_TEN_THOUSAND = 10_000
_US = 1_000_000
_MS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Who is due, and what is promised of it."""

    what: str
    people: Sequence[Participant]
    at: datetime | None = None  # of the tick; None is when the round opens
    at_most: str


def measure(
    sizes: Sequence[int] = SIZES, many_zones: int = MANY_ZONES, repeats: int = REPEATS
) -> Table:
    """Return how long it takes on each database."""
    with on_postgres() as new_postgres:
        rows = [
            row
            for name, opened in (("SQLite", on_sqlite), ("PostgreSQL", new_postgres))
            for row in _rows(name, opened, _cases(sizes, many_zones), repeats)
        ]
    return Table(
        title="People who are due in the same minute",
        how=HOW.format(repeats=repeats),
        beside="one bulk insert into the outbox",
        rows=rows,
    )


def _cases(sizes: Sequence[int], many_zones: int) -> list[Case]:
    alike = [
        Case(
            what=f"{size:,}",
            people=crowd.of_one_zone(size),
            at_most="5 s, 6 times" if size == _TEN_THOUSAND else "6 times",
        )
        for size in sizes
    ]
    spread = Case(
        what=f"{many_zones:,} of 30 zones",
        people=crowd.of_many_zones(many_zones),
        at=crowd.last_hour(),
        at_most="-",
    )
    return [*alike, spread]


def _rows(name: str, opened: NewDatabase, cases: Sequence[Case], repeats: int) -> list[Row]:
    # In turns, so that a minute in which the machine does something else is not one case's alone.
    turns = [
        [ticking.run(opened, case.people, case.at) for case in cases]
        for _ in track(range(repeats), name, console=Console(stderr=True))
    ]
    measured = list(zip(cases, zip(*turns, strict=True), strict=True))
    return [
        *(_row(name, case, runs) for case, runs in measured),
        *(_idle_row(name, case, runs) for case, runs in measured if case.at is None),
    ]


def _row(name: str, case: Case, runs: Sequence[Run]) -> Row:
    tick = statistics.median(run.tick for run in runs)
    insert = statistics.median(run.insert for run in runs)
    times = statistics.median(run.tick / run.insert for run in runs)
    return Row(
        what=f"{name}, {case.what}",
        measured=f"{_each(tick, case)}, {times:.1f} times",
        beside=_each(insert, case),
        at_most=case.at_most,
    )


def _idle_row(name: str, case: Case, runs: Sequence[Run]) -> Row:
    idle = statistics.median(run.idle for run in runs)
    return Row(
        what=f"{name}, {case.what}, nothing due",
        measured=f"{idle * _MS:.1f} ms",
        beside="-",
        at_most="-",
    )


def _each(seconds: float, case: Case) -> str:
    return f"{seconds:.2f} s, {seconds / len(case.people) * _US:.0f} µs each"
