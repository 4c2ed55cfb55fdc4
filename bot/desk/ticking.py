"""What happens because time passed: rounds open, interviews are reminded of and set aside."""

import logging
from datetime import datetime, time, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.desk.interviews import take
from bot.desk.work import Work
from bot.interview.announcements import PostPrompt
from bot.interview.conversation import REMIND_AFTER, SET_ASIDE_AFTER
from bot.interview.events import LeftUntouched, SetAside
from bot.interview.schedule import due_next, due_since, week_of
from bot.letters import Letter
from bot.questions import reader
from storage import drafts, interviews, outbox, teams
from storage.outbox import Address
from storage.tables import Heard, Interview as Row, PieceWritten, Team

log = logging.getLogger(__name__)
GRACE = timedelta(hours=12)
"""A round that was missed while the bot was down is made up within this time, or not at all."""
ASIDE_KEPT = timedelta(days=7)
DRAFT_KEPT = timedelta(hours=24)
AGREED_DRAFT_KEPT = timedelta(days=14)


def open_rounds(session: Session, now: datetime) -> int:
    """Post the prompts of every round that is due; return how many were opened."""
    return sum(_open_round(session, team, now) for team in teams.all_teams(session))


def next_due(session: Session, now: datetime) -> datetime | None:
    """Return the next moment at which prompts are due to any team."""
    due = (
        due_next(team.weekday, time.fromisoformat(team.at), team.zone, now)
        for team in teams.all_teams(session)
    )
    return min(due, default=None)


def untouched(session: Session, now: datetime) -> list[Row]:
    """Return the interviews that nobody touched long enough to say or do something about it."""
    aside = interviews.untouched_since(session, now - SET_ASIDE_AFTER, reminded=True)
    remind = interviews.untouched_since(session, now - REMIND_AFTER, reminded=False)
    return [*aside, *(row for row in remind if row not in aside)]


def let_pass(work: Work, row: Row) -> None:
    """Remind of an interview, or set it aside if it has been left for fourteen days."""
    if row.touched_at <= work.now - SET_ASIDE_AFTER:
        take(work, row, SetAside(at=work.at))
    elif not row.reminded:
        row.reminded = True
        take(work, row, LeftUntouched(at=work.at))


def forget_old(session: Session, now: datetime) -> None:
    """Delete what is kept for a time only: drafts, words before Begin, facts set aside."""
    drafts.delete_old(session, unconsented=now - DRAFT_KEPT, others=now - AGREED_DRAFT_KEPT)
    stale = select(Row.id).where(Row.stage == "noticed", Row.touched_at < now - DRAFT_KEPT)
    session.execute(
        update(PieceWritten)
        .where(PieceWritten.interview_id.in_(stale))
        .values(text="", erased=True)
    )
    session.execute(
        update(Heard)
        .where(Heard.state == "aside", Heard.filed_at < now - ASIDE_KEPT)
        .values(body=None)
    )


def _open_round(session: Session, team: Team, now: datetime) -> bool:
    due = due_since(team.weekday, time.fromisoformat(team.at), team.zone, now)
    if due < team.since or now - due > GRACE:
        return False
    week = week_of(due, team.zone)
    opened = teams.open_round(session, team, week, now)
    if opened is None:
        return False
    log.info("round %s of team %s opened for %s", opened.id, team.id, week)
    for slug in reader.ALL:
        prompt = PostPrompt(question=slug, round_id=opened.id)
        address = Address(
            workspace_id=team.workspace_id, channel=team.channel, subject=f"{slug}:{opened.id}"
        )
        letter = Letter(effect=prompt)
        outbox.say(session, address, kind=letter.kind, body=letter.to_body(), now=now)
    return True
