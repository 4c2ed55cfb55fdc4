"""Settling: what a row of the outbox becomes by what came of its call."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse
from sqlalchemy.orm import Session

from bot.interview.instants import instant
from bot.slack.calls import place_of
from bot.slack.marker import find
from bot.slack.outcome import PLACE_LOST, REFUSED, THREAD_LOST, Outcome, outcome
from storage import outbox
from storage.database import Database
from storage.machine import machine_now_s
from storage.outbox import POSTED, WAITING
from storage.tables import Said

SEARCH_BEFORE = timedelta(minutes=1)
"""Slack's clock and ours may differ by so much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """How long to wait, in seconds of machine time."""

    settle: float = 15.0  # after an unknown outcome: longer than a call's own time-out
    look_again: float = 60.0  # after it was settled, for a post that shows only then
    target: float = 0.2  # for the message that an update or a link is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """Writes down what came of a call."""

    database: Database
    client: WebClient
    lost: Callable[[Session, Said], None]  # what to do when a thread or a channel is gone
    pauses: Pauses

    def sent(self, row: Said, response: SlackResponse) -> None:
        """Slack took it."""
        link = self._permalink(row, response) if row.act == "post" else None
        with self.database.transaction() as session:
            row = session.get_one(Said, row.seq)
            row.body = None
            if row.act == "ephemeral":
                return
            row.state, row.reason = POSTED, None
            if row.act == "post":
                row.posted_channel, row.posted_ts = response["channel"], response["ts"]
                row.permalink = link

    def failed(self, row: Said, error: Exception) -> None:
        """Slack refused it, or did not answer."""
        what, pause_s, name = outcome(error)
        with self.database.transaction() as session:
            row = session.get_one(Said, row.seq)
            row.reason = name
            if row.act == "ephemeral" and what is not Outcome.LATER:
                outbox.end(row, name)
                return
            if what is Outcome.NEVER:
                if name in (*THREAD_LOST, *PLACE_LOST):
                    self.lost(session, row)
                outbox.end(row, name)
                return
            if what is Outcome.LATER:
                row.state = WAITING
            elif row.act == "post":
                pause_s = self.pauses.settle
            row.not_before_s = machine_now_s(session) + pause_s

    def unsure(self, row: Said) -> None:
        """Look for a post of unknown outcome: found, it is done; else it may be sent again."""
        try:
            channel, found = self._look(row)
        except REFUSED as error:
            self._not_seen(row, error)
            return
        with self.database.transaction() as session:
            row = session.get_one(Said, row.seq)
            row.look_again_s = machine_now_s(session) + self.pauses.look_again
            if found:
                row.state, row.body, row.reason = POSTED, None, None
                row.posted_channel, row.posted_ts = channel, found[0]
            else:
                row.state, row.not_before_s = WAITING, 0.0

    def look_again(self) -> int:
        """Look once more for posts that were of unknown outcome; delete and count the doubles."""
        with self.database.transaction() as session:
            rows = outbox.to_look_again(session)
        return sum(self._delete_doubles(row) for row in rows)

    def _delete_doubles(self, row: Said) -> int:
        try:
            channel, found = self._look(row)
            doubles = [ts for ts in found if ts != row.posted_ts]
            for ts in doubles:
                self.client.chat_delete(channel=channel, ts=ts)
        except REFUSED as error:
            pause_s = max(outcome(error)[1], self.pauses.look_again)
            with self.database.transaction() as session:
                again = session.get_one(Said, row.seq)
                again.look_again_s = machine_now_s(session) + pause_s
            return 0
        with self.database.transaction() as session:
            again = session.get_one(Said, row.seq)
            again.look_again_s, again.doubled = None, bool(doubles)
        return len(doubles)

    def _look(self, row: Said) -> tuple[str, list[str]]:
        with self.database.transaction() as session:
            channel, thread_ts = place_of(session, session.get_one(Said, row.seq))
        if row.posted_channel:
            channel = row.posted_channel
        elif not channel.startswith(("C", "G", "D")):
            channel = self.client.conversations_open(users=[channel])["channel"]["id"]
        oldest = instant(row.filed_at - SEARCH_BEFORE)
        return channel, find(
            self.client, channel=channel, thread_ts=thread_ts, oldest=oldest, row_id=row.id
        )

    def _not_seen(self, row: Said, error: Exception) -> None:
        _what, pause_s, name = outcome(error)
        with self.database.transaction() as session:
            row = session.get_one(Said, row.seq)
            row.reason = f"looking for it: {name}"
            row.not_before_s = machine_now_s(session) + pause_s

    def _permalink(self, row: Said, response: SlackResponse) -> str | None:
        """Return the link of a message that others will point to; a post is no worse without."""
        with self.database.transaction() as session:
            if row.kind != "OpenThread" and not outbox.is_pointed_to(session, row.id):
                return None
        try:
            at = {"channel": response["channel"], "message_ts": response["ts"]}
            return str(self.client.chat_getPermalink(**at)["permalink"])
        except REFUSED:
            return None
