"""Rounds: opened once a week for each team, prompted once, closed once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.schedule.rounds import PlannedRound
from bot.schedule.shown import SlotState
from storage.machine import insert
from storage.tables import Round, Slot, Team


def opened(
    session: Session,
    team: Team,
    planned: PlannedRound,
    questions: Sequence[str],
    now: datetime,
) -> Round | None:
    """Open a team's round, and freeze its plan; return None if the week has its round already."""
    prompts = planned.prompts
    new = insert(session, Round).values(
        team_id=team.id,
        week=planned.week,
        plan=team.plan,
        questions=list(questions),
        opened_at=now,
        closes_at=planned.closes,
        closed=False,
        prompts_due_at=prompts.due,
        prompts_close_at=prompts.closes,
        prompts=SlotState.SKIPPED if prompts.skipped else SlotState.WAITING,
    )
    number = session.scalar(new.on_conflict_do_nothing().returning(Round.id))
    return session.get(Round, number) if number is not None else None


def in_week(session: Session, team: Team, week: str) -> Round | None:
    """Return a team's round of a week."""
    return session.scalar(select(Round).where(Round.team_id == team.id, Round.week == week))


def count(session: Session, team: Team) -> int:
    """Count a team's rounds that were not skipped."""
    anybody = select(Slot.round_id).where(Slot.state != SlotState.SKIPPED)
    asked = (Round.prompts != SlotState.SKIPPED) | Round.id.in_(anybody)
    query = select(func.count()).where(Round.team_id == team.id, asked)
    return session.scalar(query) or 0


def is_open(session: Session, team: Team, now: datetime) -> bool:
    """Say whether a round of a team's is under way."""
    query = select(Round.id).where(Round.team_id == team.id, Round.closes_at > now)
    return session.scalar(query.limit(1)) is not None


def next_prompts(session: Session, team: Team) -> datetime | None:
    """Return when the prompts of a team's open round come, if they are still to come."""
    return session.scalar(
        select(func.min(Round.prompts_due_at)).where(
            Round.team_id == team.id, Round.prompts == SlotState.WAITING
        )
    )


def next_of(session: Session) -> datetime | None:
    """Return the next moment at which prompts come or a round closes."""
    prompts = select(func.min(Round.prompts_due_at)).where(Round.prompts == SlotState.WAITING)
    closing = select(func.min(Round.closes_at)).where(Round.closed.is_(False))
    found = [session.scalar(prompts), session.scalar(closing)]
    return min((moment for moment in found if moment is not None), default=None)


def to_prompt(session: Session, now: datetime) -> Sequence[Round]:
    """Return the rounds whose prompts are due now, each to one caller only."""
    due = update(Round).where(Round.prompts == SlotState.WAITING, Round.prompts_due_at <= now)
    taken = due.values(prompts=SlotState.INVITED).returning(Round)
    return session.scalars(taken, execution_options={"populate_existing": True}).all()


def miss_prompts(session: Session, now: datetime, grace: timedelta) -> Sequence[int]:
    """Give up prompts that are too late, and take up again those that a clock set back.

    Returns the ids of the rounds whose prompts were missed.
    """
    session.execute(
        update(Round)
        .where(
            Round.prompts == SlotState.MISSED,
            Round.prompts_due_at >= now - grace,
            Round.prompts_close_at > now,
        )
        .values(prompts=SlotState.WAITING)
    )
    # Closed by a clock that was wrong, and nothing was said of it.
    session.execute(
        update(Round)
        .where(Round.closed.is_(True), Round.thread_id.is_(None), Round.closes_at > now)
        .values(closed=False)
    )
    late = (Round.prompts_due_at < now - grace) | (Round.prompts_close_at <= now)
    missed = update(Round).where(Round.prompts == SlotState.WAITING, late)
    return session.scalars(missed.values(prompts=SlotState.MISSED).returning(Round.id)).all()


def to_close(session: Session, now: datetime) -> Sequence[Round]:
    """Return the rounds that have closed for everybody, each to one caller only."""
    over = update(Round).where(Round.closed.is_(False), Round.closes_at <= now)
    taken = over.values(closed=True).returning(Round)
    return session.scalars(taken, execution_options={"populate_existing": True}).all()


def drop_prompts(session: Session, team: Team, now: datetime) -> None:
    """Post no prompts of a team's open rounds that were not posted yet."""
    session.execute(
        update(Round)
        .where(Round.team_id == team.id, Round.prompts == SlotState.WAITING, Round.closes_at > now)
        .values(prompts=SlotState.SKIPPED)
    )
