"""`python -m bot preview`: when prompts would come, without Slack and without a database."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.schedule.wall_clock import local_day
from bot.schedule.weeks import WEEKDAYS
from tests.test_command_line import TOP, run

BERLIN = {"--weekday": "monday", "--at": "09:30", "--zone": "Europe/Berlin"}
OCTOBER = {**BERLIN, "--from": "2026-10-12", "--count": "3"}
LISTED = """\
2026-10-12T09:30:00+02:00 2026-10-12T07:30:00Z
2026-10-19T09:30:00+02:00 2026-10-19T07:30:00Z
2026-10-26T09:30:00+01:00 2026-10-26T08:30:00Z clock change
"""
HEAVY = ("slack_bolt", "slack_sdk", "sqlalchemy", "alembic", "storage", "bot.desk", "bot.main")


def preview(folder: Path, options: dict[str, str]) -> subprocess.CompletedProcess[str]:
    given = (f"{name}={value}" for name, value in options.items())
    return run(folder, ("preview", *given))


def listed(folder: Path, options: dict[str, str]) -> list[str]:
    ended = preview(folder, options)

    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout.splitlines()


def test_each_week_is_a_line_and_a_change_of_clock_is_marked(tmp_path: Path) -> None:
    ended = preview(tmp_path, OCTOBER)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, LISTED, "")
    assert list(tmp_path.iterdir()) == []


def test_an_hour_that_is_skipped_comes_at_the_end_of_the_gap(tmp_path: Path) -> None:
    skipped = {"--weekday": "sunday", "--at": "02:30", "--from": "2027-03-28", "--count": "1"}

    [line] = listed(tmp_path, {**BERLIN, **skipped})

    assert line == "2027-03-28T03:00:00+02:00 2027-03-28T01:00:00Z clock change"


def test_an_hour_that_comes_twice_is_the_first(tmp_path: Path) -> None:
    twice = {"--weekday": "sunday", "--at": "02:30", "--from": "2026-10-25", "--count": "1"}

    [line] = listed(tmp_path, {**BERLIN, **twice})

    assert line == "2026-10-25T02:30:00+02:00 2026-10-25T00:30:00Z"


@pytest.mark.parametrize(
    ("first", "shown"), [("2026-10-12", "2026-10-12"), ("2026-10-13", "2026-10-19")]
)
def test_the_day_to_begin_with_counts(tmp_path: Path, first: str, shown: str) -> None:
    assert listed(tmp_path, {**OCTOBER, "--from": first})[0].startswith(shown)


def test_it_begins_today_where_the_zone_is_and_shows_eight_weeks(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    yesterday = WEEKDAYS[(local_day(now, "Pacific/Kiritimati") - timedelta(days=1)).weekday()]
    far = {"--weekday": yesterday, "--at": "23:59", "--zone": "Pacific/Kiritimati"}

    lines = listed(tmp_path, far)

    shown = datetime.fromisoformat(lines[0].split()[0])
    assert len(lines) == 8
    assert shown.utcoffset() == timedelta(hours=14)
    assert now < shown < now + timedelta(days=7)


@pytest.mark.parametrize("count", [1, 520])
def test_it_shows_as_many_weeks_as_it_is_asked_for(tmp_path: Path, count: int) -> None:
    assert len(listed(tmp_path, {**OCTOBER, "--count": str(count)})) == count


@pytest.mark.parametrize("weekday", ["Monday", "MONDAY", "mOnDaY"])
def test_a_weekday_may_be_written_large_or_small(tmp_path: Path, weekday: str) -> None:
    assert preview(tmp_path, {**OCTOBER, "--weekday": weekday}).stdout == LISTED


@pytest.mark.parametrize(
    ("name", "wrong", "advice"),
    [
        ("--weekday", "funday", "such as monday"),
        ("--weekday", "0", "such as monday"),
        ("--at", "25:00", "from 00:00 to 23:59"),
        ("--at", "24:00", "from 00:00 to 23:59"),
        ("--at", "9:30", "such as 09:30"),
        ("--zone", "Berlin", "such as Europe/Berlin"),
        ("--zone", "../etc/passwd", "such as Europe/Berlin"),
        ("--zone", "", "such as Europe/Berlin"),
        ("--from", "2026-02-30", "such as 2026-10-12"),
        ("--from", "tomorrow", "such as 2026-10-12"),
        ("--from", "0001-01-01", "from 1970-01-01 to 2199-12-31"),
        ("--from", "9999-12-31", "from 1970-01-01 to 2199-12-31"),
        ("--count", "0", "from 1 to 520"),
        ("--count", "521", "from 1 to 520"),
        ("--count", "-1", "from 1 to 520"),
        ("--count", "٣", "from 1 to 520"),
        ("--count", "many", "from 1 to 520"),
    ],
)
def test_what_it_cannot_read_it_names_and_says_what_to_write(
    tmp_path: Path, name: str, wrong: str, advice: str
) -> None:
    ended = preview(tmp_path, {**OCTOBER, name: wrong})

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("usage: python -m bot preview")
    said = ended.stderr.splitlines()[-1]
    assert said.startswith(f"python -m bot preview: error: argument {name}: “{wrong}” is no ")
    assert advice in said


@pytest.mark.parametrize("name", BERLIN)
def test_what_is_missing_is_named(tmp_path: Path, name: str) -> None:
    ended = preview(tmp_path, {key: value for key, value in OCTOBER.items() if key != name})

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.splitlines()[-1].endswith(f"required: {name}")


def test_it_loads_neither_slack_nor_the_database(tmp_path: Path) -> None:
    options = [f"{name}={value}" for name, value in OCTOBER.items()]
    program = (
        f"import sys; from bot.__main__ import main; main(['preview', *{options}]);"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )

    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        cwd=TOP,
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )

    assert ended.stdout == LISTED + "[]\n"
