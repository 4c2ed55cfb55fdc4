"""Why somebody was invited this week, or was not: the rule, the row, the reason."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.outlook import slot_of_row
from bot.schedule.plan import Plan
from bot.schedule.roster import Kind
from bot.schedule.shown import Explanation, NoSlot, PauseReason, SlotState, TeamState
from bot.schedule.slots import slot_of
from bot.schedule.wall_clock import local_day
from bot.schedule.weeks import week_of
from storage import rounds, slots, teams
from storage.plans import participant_of, plan_of
from storage.tables import Person, Round, Slot as SlotRow, Team


def explain(session: Session, person: Person, now: datetime) -> list[Explanation]:
    """Return one explanation for each of somebody's teams."""
    mine = (*teams.of_person(session, person.id), *teams.open_to(session, person.id, now))
    found = {team.id: team for team in mine}  # one who has left may still be in an open round
    return [_of_team(session, team, person, now) for team in found.values()]


def _of_team(session: Session, team: Team, person: Person, now: datetime) -> Explanation:
    still_open = slots.open_of(session, team, person.id, now)
    if still_open is not None:
        return _of_slot(team, session.get_one(Round, still_open.round_id), still_open)
    week = week_of(local_day(now, person.zone or plan_of(team).zone))
    found = rounds.in_week(session, team, week)
    row = slots.of_person(session, found.id, person.id) if found is not None else None
    if found is not None and row is not None:
        return _of_slot(team, found, row)
    plan = plan_of(found or team)
    slot = slot_of(plan, participant_of(person), week, team.changed_at)
    bare = Explanation(
        channel=team.channel,
        week=week,
        plan=plan,
        zone=slot.zone,
        at=slot.at,
        pause=PauseReason(team.paused_for) if team.paused_for else None,
        no_slot=_why_none(team, found, plan, person, week),
    )
    if found is not None:
        return replace(bare, round_id=found.id)
    if bare.no_slot is NoSlot.NOT_OPEN_YET:
        return replace(bare, due=slot.due, closes=slot.closes, off=slot.off)
    return bare


def _of_slot(team: Team, of: Round, row: SlotRow) -> Explanation:
    return Explanation(
        channel=team.channel,
        week=of.week,
        plan=plan_of(of),
        zone=row.zone,
        at=row.at,
        due=row.due_at,
        closes=row.closes_at,
        invited=row.invited_at,
        round_id=of.id,
        slot_id=row.id,
        state=SlotState(row.state),
        off=slot_of_row(row).off,
    )


def _why_none(team: Team, found: Round | None, plan: Plan, person: Person, week: str) -> NoSlot:
    if person.kind == Kind.GUEST:
        return NoSlot.GUEST
    if plan.people and person.user not in plan.people:
        return NoSlot.NOT_NAMED
    if found is not None:
        return NoSlot.JOINED_LATER
    if team.state != TeamState.RUNNING:
        return NoSlot.PAUSED
    if plan.day_in(week) < plan.first:
        return NoSlot.BEFORE_FIRST
    return NoSlot.NOT_OPEN_YET if (team.next_week or week) == week else NoSlot.SET_LATER
