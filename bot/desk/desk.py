"""The desk: files what is heard, takes it in one person at a time, and lets time pass."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from bot.desk import forms, messages, presses, rounds, ticking
from bot.desk.work import NotYet, Work
from bot.facts import (
    FACT,
    BotInvited,
    ButtonPressed,
    CommandGiven,
    Fact,
    FormSubmitted,
    HomeOpened,
    MessageDeleted,
    MessageEdited,
    MessageWritten,
    OfMessage,
)
from bot.interview.instants import instant
from storage import claims, inbox, outbox, people
from storage.database import Database
from storage.tables import Heard, Interview as Row, Person, Workspace

log = logging.getLogger(__name__)

LEASE_S = 60.0
NOT_YET_S = 0.5
HANDLERS: dict[type, Callable[[Work, Any], None]] = {
    MessageWritten: messages.written,
    MessageEdited: messages.edited,
    MessageDeleted: messages.deleted,
    ButtonPressed: presses.pressed,
    CommandGiven: forms.commanded,
    FormSubmitted: forms.submitted,
    HomeOpened: forms.opened_home,
    BotInvited: forms.invited,
}
"""Who takes in each kind of fact."""


class Desk:
    """The use cases, on one database and one clock."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.now = clock
        self._holder = uuid4().hex

    def file(self, fact: Fact) -> bool:
        """Keep a fact before Slack hears that we heard it; say whether it is new."""
        with self.database.transaction() as session:
            workspace = people.workspace(session, fact.enterprise, fact.team)
            if isinstance(fact, OfMessage) and _is_foreign(session, workspace.id, fact):
                return False
            return inbox.file(
                session,
                lane=f"{workspace.id}:{fact.user}",
                body=FACT.dump_python(fact, mode="json"),
                now=self.now(),
                workspace_id=workspace.id,
                event_id=fact.event_id,
                key=fact.key[:255],
                at=fact.at,
                kind=fact.kind,
            )

    def drain(self) -> int:
        """Take in every fact that waits, one person at a time; return how many were."""
        taken = 0
        while lane := self._claim():
            try:
                while self._take_next(lane):
                    taken += 1
            finally:
                self._release(lane)
        return taken

    def tick(self) -> None:
        """Let time pass: open rounds that are due, remind, set aside."""
        with self.database.transaction() as session:
            rounds.open_due(session, self.now())
        with self.database.transaction() as session:
            left = [row.id for row in ticking.untouched(session, self.now())]
        for interview_id in left:
            self._let_pass(interview_id)

    def next_due(self) -> datetime | None:
        """Return the next moment at which prompts are due to any team."""
        with self.database.transaction() as session:
            return rounds.next_due(session, self.now())

    def retain(self) -> None:
        """Delete what is kept for a time only."""
        with self.database.transaction() as session:
            ticking.forget_old(session, self.now())

    def is_at_rest(self) -> bool:
        """Say whether nothing waits to be taken in or to be said."""
        with self.database.transaction() as session:
            return inbox.waiting(session) == 0 and outbox.waiting(session) == 0

    def _claim(self) -> str | None:
        with self.database.transaction() as session:
            lane = inbox.next_lane(session)
            if lane is None:
                return None
            return lane if claims.claim(session, inbox.LANE + lane, self._holder, LEASE_S) else None

    def _release(self, lane: str) -> None:
        with self.database.transaction() as session:
            claims.release(session, inbox.LANE + lane, self._holder)

    def _take_next(self, lane: str) -> bool:
        """Take in a lane's next fact in one transaction; False when there is none for now."""
        row_id: int | None = None
        try:
            with self.database.transaction() as session:
                if not claims.holds(session, inbox.LANE + lane, self._holder):
                    return False
                row = inbox.next_fact(session, lane)
                if row is None:
                    return False
                row_id = row.id
                fact = FACT.validate_python(row.body)
                HANDLERS[type(fact)](self._work(session, row, fact), fact)
                inbox.finish(row)
        except NotYet:
            self._postpone(row_id)
        except Exception as error:
            self._fail(row_id, error)
        return True

    def _work(self, session: Any, row: Heard, fact: Fact) -> Work:
        workspace = session.get_one(Workspace, row.workspace_id)
        person = people.person(session, workspace.id, fact.user, fact.name)
        return Work(session=session, workspace=workspace, person=person, at=fact.at, now=self.now())

    def _let_pass(self, interview_id: str) -> None:
        with self.database.transaction() as session:
            row = session.get_one(Row, interview_id)
            person = session.get_one(Person, row.person_id)
            workspace = session.get_one(Workspace, person.workspace_id)
            now = self.now()
            at = instant(now)
            ticking.let_pass(
                Work(session=session, workspace=workspace, person=person, at=at, now=now), row
            )

    def _postpone(self, row_id: int | None) -> None:
        if row_id is not None:
            with self.database.transaction() as session:
                inbox.postpone(session, row_id, NOT_YET_S)

    def _fail(self, row_id: int | None, error: Exception) -> None:
        """Count a failure; log where it happened, and never what was being said."""
        if row_id is None:
            raise error
        with self.database.transaction() as session:
            aside = inbox.fail(session, row_id, type(error).__name__)
        where = _where(error)
        log.error(
            "fact %s failed: %s at %s%s",
            row_id,
            type(error).__name__,
            where,
            " (set aside)" * aside,
        )


def _is_foreign(session: Session, workspace_id: int, fact: OfMessage) -> bool:
    """Say whether a reply whose parent Slack does not tell stands in other people's thread."""
    if fact.parent_known or fact.thread_ts is None:
        return not fact.parent_known
    return outbox.by_message(session, workspace_id, fact.channel, fact.thread_ts) is None


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
