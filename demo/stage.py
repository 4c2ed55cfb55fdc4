"""The stage: the sandbox and the bot inside it, in one process, on one movable clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.main import Bot
from bot.settings import Settings
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock

TEAM = "T0STARLING"
"""The demo's workspace: its rows are deleted first, and no other's are touched."""
MANIFEST = Path(__file__).parent.parent / "manifest.yml"
BEGINS = datetime(2027, 3, 1, 8, 55, tzinfo=UTC)
"""A Monday, five minutes before the prompts. Within eight weeks clocks change, in New York on 14 March
and in Europe on the 28th, and a public holiday falls on a Monday: Easter, on the 29th.
"""
EIGHT_WEEKS = timedelta(weeks=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What is running."""

    slack: Sandbox
    bot: Bot
    clock: MovableClock

    def let_pass(self, time_passed: timedelta) -> None:
        """Let time pass as if the bot never slept: from one moment at which it is due to the next."""
        until = self.clock.now() + time_passed
        while (due := self._next()) is not None and due <= until:
            self._go_to(due)
        self._go_to(until)

    def go_to_next_event(self) -> None:
        """Move the clock to the next moment at which the schedule has something to do."""
        due = self._next()
        if due is not None:
            self._go_to(due)

    def _next(self) -> datetime | None:
        due = self.bot.desk.next_due()
        return None if due is None else due + timedelta(seconds=1)

    def _go_to(self, moment: datetime) -> None:
        # The clock runs on meanwhile, and never runs back.
        self.clock.move(max(moment - self.clock.now(), timedelta()))
        self.bot.run_to_rest()


@contextmanager
def opened(database_url: str, port: int) -> Iterator[Stage]:
    """Start the sandbox and the bot; stop both at the end."""
    clock = MovableClock(BEGINS)
    with Sandbox(manifest=MANIFEST, clock=clock, port=port, team_id=TEAM) as slack:
        bot = Bot(_settings(slack, database_url), now=clock.now).start()
        stage = Stage(slack=slack, bot=bot, clock=clock)
        slack.moves["1 hour"] = lambda: stage.let_pass(timedelta(hours=1))
        slack.moves["1 day"] = lambda: stage.let_pass(timedelta(days=1))
        slack.moves["1 week"] = lambda: stage.let_pass(timedelta(weeks=1))
        slack.moves["8 weeks"] = lambda: stage.let_pass(EIGHT_WEEKS)
        slack.moves["next event"] = stage.go_to_next_event
        try:
            slack.wait_connected()
            yield stage
        finally:
            bot.stop()


def _settings(slack: Sandbox, database_url: str) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_app_token=SecretStr(slack.app_token),
        slack_api_url=slack.api_url,
        database_url=database_url,
    )
