"""The command line: `python -m bot run`, `python -m bot preview` and `python -m bot score`."""

import argparse
import sys
from pathlib import Path

from bot import previewing, scoring

USAGE = 2
"""The exit code for a setting or an argument that is missing or wrong."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="start the bot, until SIGTERM or Ctrl-C")
    previewing.add_arguments(commands.add_parser("preview", help="say when prompts would come"))
    scored = commands.add_parser("score", help="score answers in bulk, one JSON object a line")
    scored.add_argument("source", type=Path, metavar="IN.jsonl")
    scored.add_argument("target", type=Path, metavar="OUT.jsonl")
    chosen = parser.parse_args(arguments)
    match chosen.command:
        case "score":
            return score(chosen.source, chosen.target)
        case "preview":
            return preview(chosen)
        case _:
            return run()


def run() -> int:
    """Start the bot, and stop it in order when asked to."""
    # Only this command needs Slack and a database, which take their time to load.
    from bot import running  # noqa: PLC0415

    try:
        running.run()
    except running.CannotRun as error:
        return _refuse(str(error))
    return 0


def preview(chosen: argparse.Namespace) -> int:
    """Print when prompts would come, a line a week."""
    for line in previewing.preview(chosen):
        print(line)  # noqa: T201 - it is the command's answer
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
