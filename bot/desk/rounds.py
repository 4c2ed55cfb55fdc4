"""Rounds: opened once a week, prompted at the channel's hour, closed when all have had their time."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk import notifying
from bot.desk.planning import Loaded, planned, replan
from bot.desk.wrapping import wrap_up
from bot.interview.announcements import PostPrompt
from bot.schedule.shown import PauseReason
from bot.schedule.slots import GRACE
from storage import rounds, slots, teams
from storage.outbox import Address
from storage.plans import plan_of
from storage.tables import Round, Team

log = logging.getLogger(__name__)
CANNOT_BE_READ = (
    PauseReason.ARCHIVED,
    PauseReason.NOT_INVITED,
    PauseReason.SHARED,
    PauseReason.GONE,
)
"""In a channel in such trouble a wrap-up reaches nobody, or others than it is meant for."""
TRY_AGAIN = timedelta(hours=1)
"""After a round could not be opened."""


def open_next(session: Session, now: datetime) -> bool:
    """Open a round that is due and freeze its people, questions and settings; False if none is."""
    team = teams.due_to_open(session, now)
    if team is None:
        return False
    try:
        with session.begin_nested():
            _open_and_replan(session, team, now)
    except Exception as error:
        # One team that cannot be read, by its zone for instance, must not stop the others.
        log.error("no round of team %s was opened: %s", team.id, type(error).__name__)  # noqa: TRY400
        team.opens_at = now + TRY_AGAIN
    return True


def post_due(session: Session, now: datetime) -> None:
    """Post the prompts of every round whose hour has come in its channel."""
    for number in rounds.miss_prompts(session, now, GRACE):
        log.warning("the prompts of round %s were missed", number)
    for due in rounds.to_prompt(session, now):
        team = session.get_one(Team, due.team_id)
        due.thread_id = _post_prompts(session, due, team, now)


def close_due(session: Session, now: datetime) -> None:
    """Close the rounds in which everybody's time is over, with a wrap-up in the thread."""
    for over in rounds.to_close(session, now):
        log.info("round %s closed", over.id)
        team = session.get_one(Team, over.team_id)
        if over.thread_id is not None and team.paused_for not in CANNOT_BE_READ:
            _post_wrap_up(session, over, team, now)


def _post_prompts(session: Session, due: Round, team: Team, now: datetime) -> str:
    """Post each question; return the outbox id of the first."""
    channel = Address(
        workspace_id=team.workspace_id,
        channel=team.channel,
        not_after=min(now + GRACE, due.prompts_close_at),
    )
    posted = [
        notifying.post(
            session,
            team,
            PostPrompt(question=slug, round_id=due.id),
            now,
            replace(channel, subject=f"{slug}:{due.id}"),
        )
        for slug in due.questions
    ]
    return posted[0]


def _post_wrap_up(session: Session, over: Round, team: Team, now: datetime) -> None:
    thread = Address(workspace_id=team.workspace_id, channel=team.channel, thread_id=over.thread_id)
    notifying.post(session, team, wrap_up(session, over), now, thread)


def _open_and_replan(session: Session, team: Team, now: datetime) -> None:
    people = teams.participants(session, team)
    if team.next_week is not None:
        _open(session, team, team.next_week, people, now)
    session.flush()
    replan(session, team, people)


def _open(session: Session, team: Team, week: str, people: Loaded, now: datetime) -> None:
    plan = plan_of(team)
    ready = planned(team, people, week)
    if ready.opens > now:
        return  # somebody has moved since it was worked out
    questions = plan.questions_of(rounds.count(session, team), seed=str(team.id))
    opened: Round | None = rounds.opened(session, team, ready, questions, now)
    if opened is None:
        return
    ids = {participant.user: number for number, participant in people}
    slots.open_all(session, opened.id, [(ids[user], slot) for user, slot in ready.slots])
    log.info("round %s of team %s opened for %s", opened.id, team.id, week)
