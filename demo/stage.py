"""The stage: the sandbox and the bot inside it, in one process, on one movable clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.main import Bot
from bot.settings import Settings
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock

TEAM = "T0STARLING"
"""The demo's workspace: its rows are deleted first, and no other's are touched."""
MANIFEST = Path(__file__).parent.parent / "manifest.yml"
OPENS_AT = time(8, 55)
"""The demo begins on this week's Monday, five minutes before the prompts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What is running."""

    slack: Sandbox
    bot: Bot
    clock: MovableClock

    def let_pass(self, time_passed: timedelta) -> None:
        """Move the clock that the bot and the sandbox share, and let the bot come to rest."""
        self.clock.move(time_passed)
        self.bot.run_to_rest()

    def go_to_next_prompt(self) -> None:
        """Move the clock to the next instant at which prompts are due."""
        due = self.bot.desk.next_due()
        if due is not None:
            self.clock.move_to(due + timedelta(seconds=1))
        self.bot.run_to_rest()


@contextmanager
def opened(database_url: str, port: int) -> Iterator[Stage]:
    """Start the sandbox and the bot; stop both at the end."""
    clock = MovableClock(_monday(datetime.now(UTC)))
    with Sandbox(manifest=MANIFEST, clock=clock, port=port, team_id=TEAM) as slack:
        bot = Bot(_settings(slack, database_url), now=clock.now).start()
        stage = Stage(slack=slack, bot=bot, clock=clock)
        slack.moves["1 hour"] = lambda: stage.let_pass(timedelta(hours=1))
        slack.moves["1 day"] = lambda: stage.let_pass(timedelta(days=1))
        slack.moves["next prompt"] = stage.go_to_next_prompt
        try:
            slack.wait_connected()
            yield stage
        finally:
            bot.stop()


def _monday(today: datetime) -> datetime:
    monday = today.date() - timedelta(days=today.weekday())
    return datetime.combine(monday, OPENS_AT, tzinfo=UTC)


def _settings(slack: Sandbox, database_url: str) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_app_token=SecretStr(slack.app_token),
        slack_api_url=slack.api_url,
        database_url=database_url,
    )
