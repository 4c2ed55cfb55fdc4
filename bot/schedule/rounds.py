"""One week's round of a team, planned: when it opens and closes, and everybody's slot in it."""

from collections.abc import Iterable, Iterator, Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, time

from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Plan
from bot.schedule.slots import Slot, slot_of
from bot.schedule.wall_clock import local_day, local_instant
from bot.schedule.weeks import weeks_from

CHANNEL = Participant(user="")
"""The channel itself: it is where the plan's zone is, and has no days off of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRound:
    """A round as it would be frozen. Moments are aware, in UTC."""

    week: str  # ISO, "2026-W48"
    prompts: Slot  # the channel's
    slots: tuple[tuple[str, Slot], ...]  # (user, slot)

    @property
    def opens(self) -> datetime:
        """The earliest hour of the channel's and its people's."""
        due = [slot.due for _, slot in self.slots if not slot.skipped]
        if not self.prompts.skipped:
            due.append(self.prompts.due)
        return min(due, default=self.prompts.due)

    @property
    def closes(self) -> datetime:
        """The latest local closing hour."""
        return max([self.prompts.closes, *(slot.closes for _, slot in self.slots)])


def planned_round(
    plan: Plan, people: Iterable[Participant], week: str, not_before: datetime | None = None
) -> PlannedRound:
    """Return a team's round in a week, as it stands now; `not_before` as in `slot_of`."""
    prompts = slot_of(plan, CHANNEL, week, not_before)
    slots = tuple(_slots(plan, people, week, not_before))
    return PlannedRound(week=week, prompts=prompts, slots=slots)


def weeks_to_come(plan: Plan, since: datetime, opened: AbstractSet[str]) -> Iterator[str]:
    """Yield the weeks that still have a round before them, first to last, without end.

    Args:
        plan: the team's.
        since: aware; when it was set up or resumed. A round whose hour lay before it is nobody's.
        opened: the weeks that had their round.
    """
    at = time.fromisoformat(plan.at)
    for week in weeks_from(max(plan.first, local_day(since, plan.zone))):
        day = plan.day_in(week)
        if week in opened or day < plan.first or local_instant(day, at, plan.zone) < since:
            continue
        yield week


def _slots(
    plan: Plan, people: Iterable[Participant], week: str, not_before: datetime | None
) -> Iterator[tuple[str, Slot]]:
    """Yield everybody's slot, worked out once for those who live and chose alike."""
    known: dict[tuple[str, Preferences], Slot] = {}
    for person in people:
        alike = person.zone, person.preferences
        if alike not in known:
            known[alike] = slot_of(plan, person, week, not_before)
        yield person.user, known[alike]
