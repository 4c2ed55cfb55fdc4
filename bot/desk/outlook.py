"""What is to come for somebody: their next invitations, as plans and people stand now."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from sqlalchemy.orm import Session

from bot.schedule.days import Off, Reason
from bot.schedule.preview import Upcoming, upcoming
from bot.schedule.roster import Kind
from bot.schedule.rounds import weeks_to_come
from bot.schedule.shown import PauseReason, Preview
from bot.schedule.slots import Slot
from bot.schedule.wall_clock import shifted
from bot.schedule.weeks import WEEK
from storage import slots, teams
from storage.plans import participant_of, plan_of
from storage.tables import Person, Round, Slot as SlotRow, Team

SHOWN = 8
"""Weeks in a preview."""


def previews(session: Session, person: Person) -> list[Preview]:
    """Return somebody's next slots in each of their teams."""
    found = []
    for team in teams.of_person(session, person.id):
        pause = PauseReason(team.paused_for) if team.paused_for else None
        coming = () if pause else tuple(islice(_coming(session, team, person), SHOWN))
        found.append(Preview(channel=team.channel, upcoming=coming, pause=pause))
    return found


def next_of_teams(session: Session, person: Person) -> list[tuple[str, datetime | None]]:
    """Return (channel, next invitation if one is to be expected) of each of somebody's teams."""
    return [
        (preview.channel, next((u.slot.due for u in preview.upcoming if not u.slot.skipped), None))
        for preview in previews(session, person)
    ]


def next_invitation(session: Session, person: Person) -> datetime | None:
    """Return somebody's next invitation from any team, if one is to be expected."""
    moments = (moment for _, moment in next_of_teams(session, person))
    return min((moment for moment in moments if moment is not None), default=None)


def slot_of_row(row: SlotRow) -> Slot:
    """Return a slot as it was frozen."""
    off = Off(why=Reason(row.why), name=row.holiday or "") if row.why else None
    return Slot(
        zone=row.zone,
        at=row.at,
        due=row.due_at,
        closes=row.closes_at,
        remind=row.remind_at,
        off=off,
    )


def _coming(session: Session, team: Team, person: Person) -> Iterator[Upcoming]:
    """Yield what is frozen already and still to come, then what would be frozen."""
    for row, of in slots.waiting_of(session, person.id):
        if of.team_id == team.id:
            yield _frozen(row, of)
    plan, mine = plan_of(team), participant_of(person)
    if person.kind != Kind.MEMBER or (plan.people and person.user not in plan.people):
        return
    weeks = weeks_to_come(plan, team.since, teams.weeks(session, team))
    yield from upcoming(plan, mine, weeks, team.changed_at)


def _frozen(row: SlotRow, of: Round) -> Upcoming:
    slot = slot_of_row(row)
    shift = shifted(slot.due - WEEK, slot.due, slot.zone)
    return Upcoming(week=of.week, day=plan_of(of).day_in(of.week), slot=slot, shift=shift)
