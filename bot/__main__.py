"""The command line: `python -m bot run` and `python -m bot score`."""

import argparse
import logging
import signal
import sys
import threading
from pathlib import Path

from alembic.util.exc import CommandError
from sqlalchemy.exc import DBAPIError

from bot import scoring
from bot.main import Bot
from bot.settings import SettingsInvalid, read_settings

USAGE = 2
"""The exit code for a setting or an argument that is missing or wrong."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="start the bot, until SIGTERM or Ctrl-C")
    scored = commands.add_parser("score", help="score answers in bulk, one JSON object a line")
    scored.add_argument("source", type=Path, metavar="IN.jsonl")
    scored.add_argument("target", type=Path, metavar="OUT.jsonl")
    chosen = parser.parse_args(arguments)
    if chosen.command == "score":
        return score(chosen.source, chosen.target)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    return run()


def run() -> int:
    """Start the bot, and stop it in order when asked to."""
    logging.getLogger("slack_sdk").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        bot = Bot(read_settings())
        bot.database.migrate()
    except CommandError:
        return _refuse("DATABASE_URL: this database belongs to a newer Starling. Install that one.")
    except SettingsInvalid as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"PORT cannot be listened on: {error.strerror or type(error).__name__}.")
    except DBAPIError as error:
        return _refuse(f"DATABASE_URL: this database cannot be used ({type(error.orig).__name__}).")
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stopping.set())
    bot.start()
    stopping.wait()
    bot.stop()
    return 0


def score(source: Path, target: Path) -> int:
    """Score the answers in one file into another."""
    try:
        return scoring.score(source, target)
    except OSError as error:
        return _refuse(str(error))


def _refuse(reason: str) -> int:
    print(f"starling: {reason}", file=sys.stderr)  # noqa: T201 - it is the command's answer
    return USAGE


if __name__ == "__main__":
    sys.exit(main())
