"""The real bot inside the sandbox, over a real wire: once over Socket Mode, once over HTTP."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr

from bot.interview.instants import moment
from bot.main import Bot
from bot.settings import Settings
from bot.slack.settling import Pauses
from bot.slack.transport import OverHttp
from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from sandbox.state.deadlines import Deadlines
from sandbox.state.records import Message
from storage.tables import Row

MANIFEST = Path(__file__).parents[2] / "manifest.yml"
MONDAY = datetime(2026, 11, 23, 8, 55, tzinfo=UTC)
CHANNEL = "interview-practice"
IMPATIENT = Deadlines(retry_pauses_s=(0.2, 0.5, 1.0))
QUICK = Pauses(settle=0.3, look_again=0.3, target=0.02)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Slack, the bot in it, and the clock of both."""

    slack: Sandbox
    bot: Bot
    clock: MovableClock

    def person(self, name: str) -> Person:
        return self.slack.person(name)

    def settles(self) -> None:
        """Come back when everything that was said is heard, and everything due is answered."""
        for _round in range(20):
            self.slack.wait_delivered()
            self.bot.run_to_rest()
            if self.bot.desk.is_at_rest():
                return

    def passes(self, time_passed: timedelta) -> None:
        self.settles()
        self.clock.move(time_passed)
        self.settles()

    def lives_until(self, moment: datetime) -> None:
        """Let time pass from one due moment to the next, as when the bot is never down."""
        self.settles()
        while (due := self.bot.desk.next_due()) is not None and due <= moment:
            self.clock.move(max(due - self.clock.now(), timedelta()))
            self.settles()
        self.clock.move(max(moment - self.clock.now(), timedelta()))
        self.settles()

    def team_is_set_up(self) -> None:
        """Charlie invites the bot and sets the day; this week's prompts are posted."""
        charlie = self.person("Charlie")
        charlie.invites_bot(CHANNEL)
        charlie.presses("Set up", charlie.sees("I am Starling"))
        self.slack.wait_until(lambda: charlie.modal)
        charlie.fills("Time zone", "UTC")
        charlie.fills("First round", self.clock.now().date().isoformat())
        assert charlie.submits() == {}
        charlie.sees("Each Monday at 09:30")
        self.passes(timedelta(minutes=36))
        charlie.sees("This week: A mistake")

    def shows_modal(self, person: Person, words: str) -> None:
        """Wait until some words stand in somebody's open modal."""
        self.slack.wait_until(lambda: words in str(person.modal))

    def hour_of(self, message: Message, person: Person) -> str:
        """When a message was posted, by somebody's own clock: `"Mon 09:30"`."""
        return f"{moment(message.ts).astimezone(ZoneInfo(person.member.tz)):%a %H:%M}"

    def prompt(self, person: Person) -> Message:
        return person.sees("This week: A disagreement")


def settings_for(slack: Sandbox, database: Path, *, http: bool) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_app_token=None if http else SecretStr(slack.app_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        database_url=f"sqlite:///{database}",
        port=0,
    )


def start_bot(slack: Sandbox, clock: MovableClock, database: Path, *, http: bool) -> Bot:
    bot = Bot(settings_for(slack, database, http=http), now=clock.now, pauses=QUICK).start()
    if isinstance(bot.transport, OverHttp):
        slack.send_events_to(f"http://127.0.0.1:{bot.transport.port}/slack/events")
    else:
        slack.wait_connected()
    return bot


@pytest.fixture(scope="session", params=["socket mode", "http"])
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    for name in ("slack_bolt", "slack_sdk"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    clock = MovableClock(MONDAY)
    database = tmp_path_factory.mktemp("wire") / "starling.db"
    with Sandbox(manifest=MANIFEST, clock=clock, deadlines=IMPATIENT) as slack:
        bot = start_bot(slack, clock, database, http=request.param == "http")
        yield World(slack=slack, bot=bot, clock=clock)
        bot.stop()


@pytest.fixture
def world(running: World) -> Iterator[World]:
    """A workspace and a database in which nothing has happened yet; it is always Monday."""
    yield running
    running.settles()
    with running.bot.database.engine.begin() as connection:
        for table in reversed(Row.metadata.sorted_tables):
            connection.execute(table.delete())
    running.slack.reset()
    now = running.clock.now()
    monday = now.date() + timedelta(days=7 - now.weekday())
    running.clock.move_to(datetime.combine(monday, MONDAY.timetz()))


@pytest.fixture
def alice(world: World) -> Person:
    return world.person("Alice")


@pytest.fixture
def bob(world: World) -> Person:
    return world.person("Bob")
