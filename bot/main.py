"""Puts the pieces together; the only module that knows all of them."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock
from typing import Self

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.models.views import View

from bot.desk.desk import Desk
from bot.desk.invitations import expire
from bot.desk.showing import rated
from bot.desk.showing_schedule import Schedule
from bot.desk.threads import rehome
from bot.facts import Fact
from bot.scheduler import Clockwork
from bot.settings import Settings, forget_proxies
from bot.slack import roster
from bot.slack.app import build_app
from bot.slack.courier import Courier
from bot.slack.listeners.lookups import Lookups, Whose
from bot.slack.settling import Pauses
from bot.slack.transport import Transport, transport
from bot.slack.views import feedback
from storage.database import Database

log = logging.getLogger(__name__)

SLACK_TIMEOUT_S = 10
ON_THIS_MACHINE = ("http://127.0.0.1", "http://localhost")


class Bot:
    """The whole bot: what it keeps, what it hears, what it says, and its clockwork."""

    def __init__(
        self,
        settings: Settings,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        pauses: Pauses | None = None,
    ) -> None:
        if settings.slack_api_url.startswith(ON_THIS_MACHINE):
            forget_proxies()
        self.database = Database(settings.database_url)
        self.desk = Desk(self.database, now)
        self._client = _client(settings)
        self.courier = Courier(
            self.database,
            self._client,
            lost=lambda session, said: rehome(session, said, now()),
            pauses=pauses,
            expired=expire,
            now=now,
        )
        # One run of each at a time: then "nothing left to do" means that nothing is under way either.
        self._draining, self._delivering, self._asking = Lock(), Lock(), Lock()
        secret = settings.slack_signing_secret
        self.app: App = build_app(
            client=self._client,
            signing_secret=secret.get_secret_value() if secret else None,
            file=self._file,
            lookups=self._lookups(now),
            now=now,
        )
        self.transport: Transport = transport(self.app, settings)
        self.clockwork = Clockwork(
            {
                "tick": self.desk.tick,
                "roster": self._roster,
                "drain": self._drain,
                "deliver": self._deliver,
                "retain": self.desk.retain,
                "listen": self.transport.listen,
            }
        )

    def start(self) -> Self:
        """Bring the tables to the newest form, listen, and start the clockwork."""
        self.database.migrate()
        self.desk.retain()
        self.transport.listen()
        self.clockwork.start()
        return self

    def stop(self) -> None:
        """Stop listening, finish what is under way, and close the database."""
        self.transport.stop()
        self.clockwork.stop()
        self.database.close()

    def run_to_rest(self) -> None:
        """Let time pass, then take in and say all that waits: after the clock was moved."""
        self.desk.tick()
        self.desk.retain()
        while self._work():
            self.desk.tick()

    def _file(self, fact: Fact) -> bool:
        new = self.desk.file(fact)
        self.clockwork.wake("drain")
        return new

    def _drain(self) -> int:
        with self._draining:
            taken = self.desk.drain()
        if taken:
            self.clockwork.wake("deliver")
        return taken

    def _deliver(self) -> int:
        with self._delivering:
            return self.courier.deliver()

    def _work(self) -> int:
        return self._drain() + self._roster() + self._deliver()

    def _roster(self) -> int:
        """Ask Slack who is in the channels of which it is time to know; return how many."""
        with self._asking:
            due = self.desk.rosters_due()
            for team_id, channel, known in due:
                self.desk.take_roster(team_id, roster.take(self._client, channel, known))
        return len(due)

    def _lookups(self, now: Callable[[], datetime]) -> Lookups:
        schedule = Schedule(self.database)
        return Lookups(
            rubric=self._rubric,
            teams=schedule.teams,
            team_of_channel=schedule.team_of_channel,
            team=schedule.team,
            preferences=schedule.preferences,
            why=lambda whose: schedule.why(whose, now()),
            previews=schedule.previews,
            now=now,
        )

    def _rubric(self, whose: Whose, value: str) -> View | None:
        found = rated(self.database, whose, value)
        return feedback.rubric(found.feedback, found.question, found.answer) if found else None


def _client(settings: Settings) -> WebClient:
    # Without the SDK's retry: after a broken connection it would post the same thing twice.
    return WebClient(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=SLACK_TIMEOUT_S,
        retry_handlers=[],
    )
