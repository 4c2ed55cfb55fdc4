"""Invitations: one for each person in a round at their own hour, and at most one reminder."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from sqlalchemy.orm import Session

from bot.letters import Letter
from bot.schedule.notices import Invite, RemindToBegin
from bot.schedule.slots import GRACE, LATEST, reminder_from
from bot.schedule.wall_clock import local_day, local_instant
from storage import outbox, slots
from storage.outbox import Address
from storage.plans import plan_of, preferences_of
from storage.slots import Due
from storage.tables import Person, Round, Said, Slot, Team

log = logging.getLogger(__name__)
MADE_UP = timedelta(hours=1)
"""An invitation that came so long after its hour was made up."""
_Letter = tuple[Address, dict[str, Any]]


def settle(session: Session, now: datetime) -> None:
    """Give up what is too late, and leave out who has begun already."""
    missed = slots.miss(session, now, GRACE)
    if missed:
        log.warning("%s invitations were missed", missed)
    slots.pass_over(session, now)


def invite_some(session: Session, now: datetime) -> bool:
    """Invite a chunk of those who are due; False when there is nobody left."""
    due = slots.take_due(session, now)
    letters = chain.from_iterable(_letters(each, now) for each in due)
    outbox.say_to_many(session, letters, kind=Invite.__name__, now=now)
    return bool(due)


def remind_some(session: Session, now: datetime) -> bool:
    """Remind a chunk of those who have not begun; False when there is nobody left."""
    due = slots.take_to_remind(session, now)
    reminders = [reminder for each in due if (reminder := _reminder(*each, now)) is not None]
    outbox.say_to_many(session, reminders, kind=RemindToBegin.__name__, now=now)
    return bool(due)


def expire(session: Session, said: Said) -> None:
    """Take in that Slack could not be told something in time; `why` knows of a lost invitation."""
    if said.kind == Invite.__name__ and said.body is not None:
        slots.lose(session, int(said.body["effect"]["round_id"]), said.channel)


def _halfway(slot: Slot) -> datetime:
    """Return the middle of what an invitation that was made up leaves of a round."""
    invited_at = slot.invited_at or slot.due_at
    made_up = invited_at - slot.due_at > MADE_UP
    return invited_at + (slot.closes_at - invited_at) / 2 if made_up else slot.due_at


def _letters(due: Due, now: datetime) -> Iterator[_Letter]:
    invitation = Invite(
        channel=due.team.channel,
        round_id=due.of.id,
        questions=tuple(due.of.questions),
        closes=due.closes_at,
    )
    body = Letter(effect=invitation).to_body()
    last = min(now + GRACE, due.closes_at)
    for user in due.users:
        yield Address(workspace_id=due.team.workspace_id, channel=user, not_after=last), body


def _reminder(slot: Slot, person: Person, of: Round, team: Team, now: datetime) -> _Letter | None:
    """Return a reminder, if it is a good time where they are now; else put it off, or drop it."""
    plan, mine = plan_of(of), preferences_of(person.preferences)
    zone = person.zone or plan.zone
    earliest = max(now, _halfway(slot))
    best = reminder_from(earliest, slot.closes_at, zone, plan, mine) if mine.invited else None
    slot.remind_at = best if best is not None and best > now else None
    if best is None or best > now:
        return None
    reminder = RemindToBegin(
        channel=team.channel,
        round_id=of.id,
        questions=tuple(of.questions),
        closes=slot.closes_at,
    )
    evening = local_instant(local_day(now, zone), LATEST, zone)
    address = Address(
        workspace_id=person.workspace_id,
        channel=person.user,
        not_after=min(evening, slot.closes_at),
    )
    return address, Letter(effect=reminder).to_body()
