"""Saying what the schedule has to say: in a team's channel, or to one person."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.interview.announcements import PostPrompt
from bot.letters import Letter
from bot.schedule.notices import Notice
from bot.schedule.roster import Kind
from storage import outbox
from storage.outbox import Address
from storage.tables import Person, Team


def post(
    session: Session,
    team: Team,
    effect: Notice | PostPrompt,
    now: datetime,
    at: Address | None = None,
) -> str:
    """Say something in a team's channel, or `at` some place in it; return its outbox id."""
    address = at or Address(workspace_id=team.workspace_id, channel=team.channel)
    letter = Letter(effect=effect)
    return outbox.say(session, address, kind=letter.kind, body=letter.to_body(), now=now)


def tell(session: Session, person: Person, effect: Notice, now: datetime) -> None:
    """Say something in somebody's direct message."""
    address = Address(workspace_id=person.workspace_id, channel=person.user)
    letter = Letter(effect=effect)
    outbox.say(session, address, kind=letter.kind, body=letter.to_body(), now=now)


def tell_organiser(session: Session, team: Team, effect: Notice, now: datetime) -> None:
    """Tell whoever set a team up or changed it last; where they are gone, say it in the channel."""
    organiser = session.get(Person, team.organiser_id) if team.organiser_id else None
    if organiser is not None and organiser.kind != Kind.GONE:
        tell(session, organiser, effect, now)
    else:
        post(session, team, effect, now)
