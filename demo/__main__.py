"""`make demo`: a small Slack in the browser with the real bot in it, until Ctrl-C."""

import argparse
import errno
import logging
import os
import signal
import sys
import threading

from rich.console import Console
from sqlalchemy.exc import ArgumentError, DBAPIError

from demo import play, script
from demo.database import Refused, alone, prepare
from demo.stage import EIGHT_WEEKS, Stage, opened
from demo.transcript import print_transcript
from demo.weeks import print_weeks

WRONG = 2
PORT_MOST = 65535


def main() -> int:
    """Run the demo; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    parser.add_argument(
        "--once", action="store_true", help="play one interview and eight weeks, print them, stop"
    )
    once = parser.parse_args().once
    for name in ("slack_bolt", "slack_sdk", "bot"):
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        with alone():
            port = _port(os.environ.get("PORT") or "0")
            with opened(prepare(os.environ.get("DATABASE_URL") or None), port) as stage:
                _show(stage, once=once)
    except (Refused, OSError, ValueError, ImportError, ArgumentError, DBAPIError) as error:
        print(f"demo: {_reason(error)}", file=sys.stderr)  # noqa: T201 - it is the command's answer
        return WRONG
    return 0


def _reason(error: Exception) -> str:
    match error:
        case ArgumentError() | ImportError():
            return (
                "DATABASE_URL is malformed: write sqlite:///FILE or postgresql://..., or unset it."
            )
        case DBAPIError():
            return "DATABASE_URL names a database that cannot be opened. Mend it, or unset it."
        case OSError(errno=errno.EADDRINUSE):
            return "The port in PORT is taken. Choose another, or unset it."
        case _:
            return str(error)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > PORT_MOST:
        raise ValueError(f"PORT is {text!r}; it must be a number from 1 to {PORT_MOST}.")
    return int(text)


def _show(stage: Stage, *, once: bool) -> None:
    console = Console(highlight=False)
    with console.status("Starling posts this week's prompts") as status:
        play.set_the_scene(stage)
        play.practise(stage, status.update)
        stage.bot.run_to_rest()
    if once:
        print_transcript(stage, script.COLLEAGUE, script.CHANNEL, console)
        with console.status("Eight weeks pass"):
            stage.let_pass(EIGHT_WEEKS)
        print_weeks(stage, console)
        return
    console.print(f"Starling is running in a small Slack of its own: {stage.slack.address}")
    console.print(
        f"You are Alice. {script.COLLEAGUE} has practised in #{script.CHANNEL}. "
        "Now press Practise in private under a prompt. Ctrl-C ends it."
    )
    _wait_for_interrupt()


def _wait_for_interrupt() -> None:
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stopping.set())
    stopping.wait()


if __name__ == "__main__":
    sys.exit(main())
