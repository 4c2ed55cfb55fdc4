"""`python -m demo --once`: a whole interview on real input, printed, with its feedback."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from demo.script import ANSWERS, COLLEAGUE, QUESTION
from storage.database import Database
from tests.demo.test_database import keep_draft, url_of

TOP = Path(__file__).parents[2]


def run(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "demo", "--once"],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(TOP), "COLUMNS": "2000", **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def sentences() -> Iterator[str]:
    for messages in ANSWERS:
        for message in messages:
            yield from (sentence.strip(" .") for sentence in message.split(". "))


def test_it_plays_an_interview_and_prints_it_with_its_feedback(tmp_path: Path) -> None:
    ended = run(tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    feedback = ended.stdout.partition(f"Your feedback: {QUESTION}")[2]
    assert f"{COLLEAGUE} (in the channel)" in ended.stdout
    assert [section for section in ANSWERS if section[0] not in ended.stdout] == []
    quotes = [line.strip("> ") for line in feedback.splitlines() if line.strip().startswith(">")]
    assert quotes
    assert any(said in quote for quote in quotes for said in sentences())
    assert "try 2" in feedback


def test_it_lives_through_eight_weeks_with_a_holiday_and_changes_of_clock(tmp_path: Path) -> None:
    printed = run(tmp_path).stdout

    weeks = printed[printed.index("week of") :]
    assert "invited Mon 09:00 EST" in weeks, "New York before its change of clock"
    assert "invited Mon 09:00 EDT" in weeks
    assert "invited Tue 09:00 CEST" in weeks, "Berlin after Easter Monday"
    assert "reminder Wed 09:00" in weeks
    assert weeks.count("wrap-up Fri") == 8


def test_a_database_with_a_real_workspace_is_one_line_and_exit_2(
    tmp_path: Path, database: Database
) -> None:
    keep_draft(database, "T1REAL")

    ended = run(tmp_path, DATABASE_URL=url_of(database))

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("demo: This database holds a real workspace")
    assert len(ended.stderr.splitlines()) == 1


def test_a_port_that_is_no_number_is_one_line_and_exit_2(tmp_path: Path) -> None:
    ended = run(tmp_path, PORT="http")

    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
