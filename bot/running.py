"""Runs the bot: `python -m bot run`."""

import logging
import signal
import threading

from alembic.util.exc import CommandError
from sqlalchemy.exc import DBAPIError

from bot.main import Bot
from bot.settings import SettingsInvalid, read_settings


class CannotRun(Exception):
    """The bot cannot start; the message names the setting, and says what is wrong with it."""


def run() -> None:
    """Start the bot, and stop it in order when SIGTERM or Ctrl-C asks for it.

    Raises:
        CannotRun: a setting is missing or wrong.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("slack_sdk").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    bot = _ready()
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stopping.set())
    bot.start()
    stopping.wait()
    bot.stop()


def _ready() -> Bot:
    try:
        bot = Bot(read_settings())
        bot.database.migrate()
    except CommandError as error:
        raise CannotRun(
            "DATABASE_URL: this database belongs to a newer Starling. Install that one."
        ) from error
    except SettingsInvalid as error:
        raise CannotRun(str(error)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CannotRun(f"PORT cannot be listened on: {reason}.") from error
    except DBAPIError as error:
        reason = type(error.orig).__name__
        raise CannotRun(f"DATABASE_URL: this database cannot be used ({reason}).") from error
    return bot
