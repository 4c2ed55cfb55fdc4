"""The courier: the only one that posts. Takes from the outbox, calls Slack, has it settled.

No transaction is open while Slack is called. Before a post is sent it is marked as unsure, so that
whoever finds it after a crash looks for it in Slack before posting it again.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from slack_sdk import WebClient
from sqlalchemy.orm import Session

from bot.slack.calls import Call, Pointless, Waits, call_for
from bot.slack.outcome import REFUSED
from bot.slack.settling import Pauses, Settling
from storage import claims, outbox
from storage.database import Database
from storage.machine import machine_now_s
from storage.outbox import ENDED, UNSURE
from storage.tables import Said

log = logging.getLogger(__name__)

LEASE_S = 60.0
MOST_WAITS = 25
"""So often an ephemeral waits for what it points to; it is a courtesy."""


class Courier:
    """Carries what the outbox holds to one workspace's Slack."""

    def __init__(
        self,
        database: Database,
        client: WebClient,
        lost: Callable[[Session, Said], None],
        pauses: Pauses | None = None,
        *,
        expired: Callable[[Session, Said], None],
        now: Callable[[], datetime],
    ) -> None:
        """Make a courier.

        Args:
            database: whose outbox it takes from.
            client: with the workspace's token, and without a retry of its own.
            lost: what to do with a letter whose thread or channel is gone.
            pauses: how long it waits.
            expired: what to do with a letter that it is too late to say.
            now: the clock that people see; aware.
        """
        self._database = database
        self._expired, self._now = expired, now
        self._client = client
        self._pauses = pauses or Pauses()
        self._settling = Settling(database=database, client=client, lost=lost, pauses=self._pauses)
        self._holder = uuid4().hex

    def deliver(self) -> int:
        """Send everything that may be sent now; return how many steps that took."""
        steps = 0
        while lane := self._claim():
            try:
                while self._step(lane):
                    steps += 1
            finally:
                self._release(lane)
        return steps + self._settling.look_again()

    def _claim(self) -> str | None:
        with self._database.transaction() as session:
            lane = outbox.next_lane(session)
            if lane is None:
                return None
            mine = claims.claim(session, outbox.LANE + lane, self._holder, LEASE_S)
            return lane if mine else None

    def _release(self, lane: str) -> None:
        with self._database.transaction() as session:
            claims.release(session, outbox.LANE + lane, self._holder)

    def _step(self, lane: str) -> bool:
        """Take a lane's first row: look for it, send it, or leave it for later."""
        with self._database.transaction() as session:
            if not claims.holds(session, outbox.LANE + lane, self._holder):
                return False
            row = outbox.next_row(session, lane)
            if row is None:
                return False
            was_unsure = row.state == UNSURE
            call = None if was_unsure else self._prepare(session, row)
        if was_unsure:
            self._settling.unsure(row)
        elif call is not None:
            self._send(row, call)
        return True

    def _prepare(self, session: Session, row: Said) -> Call | None:
        """Return a row's call, and note that it is about to be made; None if it must not be yet."""
        if row.not_after is not None and row.not_after < self._now():
            self._expired(session, row)
            outbox.end(row, "too late")
            return None
        try:
            call = call_for(session, row)
        except Waits:
            row.tries += 1
            row.not_before_s = machine_now_s(session) + self._pauses.target
            if row.act == "ephemeral" and row.tries > MOST_WAITS:
                outbox.end(row, "what it points to did not come")
            return None
        except Pointless as error:
            outbox.end(row, str(error))
            return None
        except Exception as error:
            # One letter that cannot be put into words must not stop the rest. No traceback: it
            # could quote what was to be said.
            log.error("outbox %s: %s: %s", row.id, row.kind, type(error).__name__)  # noqa: TRY400
            outbox.end(row, type(error).__name__)
            return None
        row.tries += 1
        if row.act == "ephemeral":
            row.state, row.reason = ENDED, "tried once"
        elif row.act == "post":
            row.state = UNSURE
            row.not_before_s = machine_now_s(session) + self._pauses.settle
        return call

    def _send(self, row: Said, call: Call) -> None:
        try:
            response = call.on(self._client)
        except REFUSED as error:
            log.warning("outbox %s: %s failed: %s", row.id, call.method, type(error).__name__)
            self._settling.failed(row, error)
        else:
            self._settling.sent(row, response)
