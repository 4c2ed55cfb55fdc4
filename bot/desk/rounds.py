"""Rounds: a week's prompts to a team, posted once and in time."""

import logging
from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.interview.announcements import PostPrompt
from bot.interview.schedule import due_next, due_since, week_of
from bot.letters import Letter
from bot.questions import reader
from storage import outbox, teams
from storage.outbox import Address
from storage.tables import Team

log = logging.getLogger(__name__)
GRACE = timedelta(hours=12)
"""A round that was missed while the bot was down is made up within this time, or not at all."""


def open_due(session: Session, now: datetime) -> int:
    """Post the prompts of every round that is due; return how many were opened."""
    return sum(_open(session, team, now) for team in teams.all_teams(session))


def next_due(session: Session, now: datetime) -> datetime | None:
    """Return the next moment at which prompts are due to any team."""
    due = (next_of(session, team, now) for team in teams.all_teams(session))
    return min(due, default=None)


def next_of(session: Session, team: Team, now: datetime) -> datetime:
    """Return the next moment at which a team's prompts will come.

    A week whose prompts were posted already, before the day was changed, has no second round.
    """
    due = due_next(team.weekday, time.fromisoformat(team.at), team.zone, now)
    if teams.has_round(session, team, week_of(due, team.zone)):
        return due_next(team.weekday, time.fromisoformat(team.at), team.zone, due)
    return due


def _open(session: Session, team: Team, now: datetime) -> bool:
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
