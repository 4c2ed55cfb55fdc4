"""A team's plan: what an organiser chose, once."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.schedule.weeks import WEEK, monday_of, week_of


class Turn(StrEnum):
    """Which of the chosen questions a round asks."""

    ALL = "all"  # every one, each time
    ALTERNATE = "alternate"  # one each time, in turn
    POOL = "pool"  # one each time by lot, none again before all were asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Days without invitations, both included; one day has twice the same."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When a team practises what, and who."""

    weekday: int  # 0 is Monday
    at: str  # local time, "09:30"
    zone: str  # IANA: the channel's, and everybody's unless `own_zones`
    own_zones: bool = True
    open_days: int = 4  # 1 to 6
    reminder: bool = True
    turn: Turn = Turn.ALL
    questions: tuple[str, ...]
    people: tuple[str, ...] = ()  # U…; nobody named means everybody in the channel
    country: str = ""  # of public holidays, "DE" or "DE-BE"
    breaks: tuple[Break, ...] = ()
    first: date  # no round on a day before it
    weekday_before: int | None = None  # the day that held, until ...
    weekday_from: date | None = None  # ... this Monday

    def day_in(self, week: str) -> date:
        """Return the day of a week's round: a change of weekday waits for the next ISO week."""
        monday = monday_of(week)
        changed = self.weekday_from is not None and monday < self.weekday_from
        weekday = self.weekday_before if changed else self.weekday
        return monday + timedelta(days=weekday or 0)

    def after(self, before: "Plan", today: date) -> "Plan":
        """Return this plan as it follows another: a changed weekday holds from the next ISO week.

        Args:
            before: the plan that held until now.
            today: the local day of the change.
        """
        held = before.day_in(week_of(today)).weekday()
        if held == self.weekday:
            return self
        next_monday = monday_of(week_of(today)) + WEEK
        return replace(self, weekday_before=held, weekday_from=next_monday)

    def break_on(self, day: date) -> bool:
        """Say whether the team has taken a day out."""
        return any(each.first <= day <= each.last for each in self.breaks)

    def questions_of(self, number: int, seed: str) -> tuple[str, ...]:
        """Return what the team's round asks.

        Args:
            number: of its rounds before this one.
            seed: the team's own; the same seed draws the same lots.
        """
        match self.turn:
            case Turn.ALL:
                return self.questions
            case Turn.ALTERNATE:
                return (self.questions[number % len(self.questions)],)
            case Turn.POOL:
                cycle, place = divmod(number, len(self.questions))
                lots = random.Random(f"{seed}:{cycle}")  # noqa: S311 - no secret
                return (lots.sample(self.questions, len(self.questions))[place],)
