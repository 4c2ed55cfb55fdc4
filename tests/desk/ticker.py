"""A process of its own that ticks once: python -m tests.desk.ticker URL NOW. A line for each step."""

import sys
from datetime import datetime

from bot.desk.desk import Desk
from storage.database import Database


def main(url: str, now: str) -> None:
    """Tick; before each step the clock is looked at, and a line is written."""

    def clock() -> datetime:
        sys.stdout.write("step\n")
        sys.stdout.flush()
        return datetime.fromisoformat(now)

    database = Database(url)
    Desk(database, clock).tick()
    database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
