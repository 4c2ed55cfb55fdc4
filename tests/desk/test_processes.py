"""Processes that tick at once, and one that is killed in the middle: never twice, never lost."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk.workplace import Workplace, member

TOP = Path(__file__).parents[2]
PEOPLE = 2500
STEPS_TILL_INVITED = 6
"""Open twice, post, settle, and one chunk of people with a second begun."""


@contextmanager
def ticking(workplace: Workplace) -> Iterator[subprocess.Popen[str]]:
    url = workplace.database.engine.url.render_as_string(hide_password=False)
    now = workplace.clock().isoformat()
    command = [sys.executable, "-m", "tests.desk.ticker", url, now]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, cwd=TOP, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process


def finish(process: subprocess.Popen[str]) -> int:
    process.communicate()
    return process.returncode


@pytest.fixture
def crowded(workplace: Workplace) -> Workplace:
    """A team of thousands, all due now."""
    workplace.sets_up(*(member(f"U{number}") for number in range(PEOPLE)))
    workplace.clock.passes(timedelta(hours=2))
    return workplace


def test_two_processes_that_tick_at_once_invite_everybody_once(crowded: Workplace) -> None:
    with ticking(crowded) as one, ticking(crowded) as other:
        ended = finish(one), finish(other)
    crowded.desk.tick()
    crowded.carries()

    invited = [note.channel for note in crowded.said("Invite")]
    assert ended == (0, 0)
    assert (len(invited), len(set(invited))) == (PEOPLE, PEOPLE)
    assert len(crowded.said("PostPrompt")) == 2


def test_a_process_killed_in_the_middle_of_a_tick_loses_nobody_and_doubles_nothing(
    crowded: Workplace,
) -> None:
    with ticking(crowded) as process:
        assert process.stdout is not None
        for _step in range(STEPS_TILL_INVITED):
            process.stdout.readline()
        process.kill()
    crowded.carries()
    halfway = len(crowded.said("Invite"))
    crowded.desk.tick()
    crowded.carries()

    invited = [note.channel for note in crowded.said("Invite")]
    assert 0 < halfway < PEOPLE
    assert (len(invited), len(set(invited))) == (PEOPLE, PEOPLE)
    assert len(crowded.said("PostPrompt")) == 2
