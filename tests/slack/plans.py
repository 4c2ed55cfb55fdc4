"""Plans of teams: the usual one, one with everything in it, and every turn and zone between."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.questions import reader
from bot.schedule.plan import Break, Plan, Turn

NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
USUAL = Plan(
    weekday=0, at="09:30", zone="Europe/Berlin", questions=reader.ALL, first=date(2026, 11, 9)
)
FULL = Plan(
    weekday=2,
    at="07:07",
    zone="America/Argentina/ComodRivadavia",
    own_zones=False,
    open_days=6,
    turn=Turn.POOL,
    questions=reader.ALL,
    people=tuple(f"U{number:010d}" for number in range(500)),
    country="US-CA",
    breaks=tuple(
        Break(first=day, last=day + timedelta(days=number % 2))
        for number in range(50)
        for day in (date(2027, 1, 1) + timedelta(days=7 * number),)
    ),
    first=date(2026, 11, 9),
    weekday_before=0,
    weekday_from=date(2026, 11, 9),
)


def plans() -> tuple[Plan, ...]:
    """Every way in which a team can choose."""
    return (
        USUAL,
        FULL,
        replace(USUAL, reminder=False, open_days=1, questions=reader.ALL[:1], people=("UALICE",)),
        *(replace(USUAL, turn=turn, own_zones=own) for turn in Turn for own in (False, True)),
    )
