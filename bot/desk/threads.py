"""When a thread or its channel is gone: the interview goes on in the direct message."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.interview.effects import OpenThread
from bot.interview.events import Place
from bot.interview.scene import Scene
from bot.letters import Letter
from storage import outbox, teams
from storage.outbox import Address
from storage.tables import Interview as Row, Person, Said

MOST_THREADS = 3
"""An interview that lost so many threads is not moved again by itself."""


def rehome(session: Session, said: Said, now: datetime) -> None:
    """Open a new thread in the direct message for an interview, and say there what was to be said.

    What is no part of an interview, and what fails in the new thread as well, is let go; but a
    team's channel is looked at.
    """
    team = teams.of_channel(session, said.workspace_id, said.channel)
    if team is not None:
        team.roster_due_at = now
    row = session.get(Row, said.interview_id) if said.interview_id else None
    if row is None or said.act != "post" or said.body is None:
        return
    person = session.get_one(Person, row.person_id)
    fails_there_too = said.kind == "OpenThread" and row.place == Place.PRIVATE
    if fails_there_too or outbox.count(session, row.id, "OpenThread") >= MOST_THREADS:
        return
    unsaid = [] if said.kind == "OpenThread" else [said]
    if said.thread_id is None or said.thread_id == row.root_id:
        unsaid += outbox.waiting_in(session, row.root_id)
        row.root_id = _open_thread(session, said, row, person, now)
    for waiting in unsaid:
        in_thread = Address(
            workspace_id=waiting.workspace_id,
            channel=person.user,
            thread_id=row.root_id,
            interview_id=row.id,
            subject=waiting.subject,
        )
        outbox.say(session, in_thread, kind=waiting.kind, body=waiting.body, now=now)
        outbox.end(waiting, "said in another thread")


def _open_thread(session: Session, said: Said, row: Row, person: Person, now: datetime) -> str:
    row.place, row.channel = Place.PRIVATE, None
    scene = Scene(interview_id=row.id, question=row.question, place=Place.PRIVATE, user=person.user)
    opened = Letter(effect=OpenThread(), scene=scene)
    to_person = Address(workspace_id=said.workspace_id, channel=person.user, interview_id=row.id)
    return outbox.say(session, to_person, kind=opened.kind, body=opened.to_body(), now=now)
