"""Draining: takes in the facts that were filed, one person at a time, each in one transaction."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

from bot.desk import forms, messages, presses, rosters
from bot.desk.work import NotYet, Work
from bot.facts import (
    FACT,
    BotInvited,
    ButtonPressed,
    ChannelChanged,
    CommandGiven,
    Fact,
    FormSubmitted,
    HomeOpened,
    MessageDeleted,
    MessageEdited,
    MessageWritten,
    PersonChanged,
)
from storage import claims, inbox, people
from storage.database import Database
from storage.tables import Heard, Workspace

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
    PersonChanged: rosters.person_changed,
    ChannelChanged: rosters.channel_changed,
}
"""Who takes in each kind of fact."""


class Drain:
    """Takes in what waits in the inbox."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._now = clock
        self._holder = uuid4().hex

    def run(self) -> int:
        """Take in every fact that waits, one person at a time; return how many were."""
        taken = 0
        while lane := self._claim():
            try:
                while self._take_next(lane):
                    taken += 1
            finally:
                self._release(lane)
        return taken

    def _claim(self) -> str | None:
        with self._database.transaction() as session:
            lane = inbox.next_lane(session)
            if lane is None:
                return None
            return lane if claims.claim(session, inbox.LANE + lane, self._holder, LEASE_S) else None

    def _release(self, lane: str) -> None:
        with self._database.transaction() as session:
            claims.release(session, inbox.LANE + lane, self._holder)

    def _take_next(self, lane: str) -> bool:
        """Take in a lane's next fact in one transaction; False when there is none for now."""
        row_id: int | None = None
        try:
            with self._database.transaction() as session:
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
        return Work(
            session=session,
            workspace=workspace,
            person=person,
            at=fact.at,
            now=self._now(),
            heard_in=getattr(fact, "channel", None) or "",
        )

    def _postpone(self, row_id: int | None) -> None:
        if row_id is not None:
            with self._database.transaction() as session:
                inbox.postpone(session, row_id, NOT_YET_S)

    def _fail(self, row_id: int | None, error: Exception) -> None:
        """Count a failure; log where it happened, and never what was being said."""
        if row_id is None:
            raise error
        with self._database.transaction() as session:
            aside = inbox.fail(session, row_id, type(error).__name__)
        where = _where(error)
        log.error(
            "fact %s failed: %s at %s%s",
            row_id,
            type(error).__name__,
            where,
            " (set aside)" * aside,
        )


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
