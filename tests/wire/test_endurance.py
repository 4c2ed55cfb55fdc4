"""What must not be lost: over a restart, a Slack that fails, a fact that comes late or twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.main import Bot
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from tests.wire.conftest import IMPATIENT, MANIFEST, MONDAY, World, start_bot
from tests.wire.dialogue import STORY, answers, begins

pytestmark = pytest.mark.wire


@pytest.fixture(params=["socket mode", "http"])
def started(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], World]]:
    """A workspace in which the bot can be started, and started again."""
    clock = MovableClock(MONDAY)
    bots: list[Bot] = []
    with Sandbox(manifest=MANIFEST, clock=clock, deadlines=IMPATIENT) as slack:

        def start() -> World:
            for bot in bots:
                bot.stop()
            bots[:] = [
                start_bot(slack, clock, tmp_path / "starling.db", http=request.param == "http")
            ]
            return World(slack=slack, bot=bots[0], clock=clock)

        yield start
        for bot in bots:
            bot.stop()


def test_a_pause_survives_a_restart(started: Callable[[], World]) -> None:
    world = started()
    alice = world.person("Alice")
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    answers(world, alice, first, STORY["situation"])
    alice.presses("Pause", alice.sees("2 of 5"))
    paused = alice.sees("Paused.")
    world.settles()

    world = started()
    alice.presses("Resume", paused)

    again = alice.sees("(open again)")
    answers(world, alice, again, STORY["root"])
    alice.sees("3 of 5")


def test_a_whole_interview_with_an_edit_a_delete_a_back_a_pause_and_a_retry(
    started: Callable[[], World],
) -> None:
    world = started()
    alice = world.person("Alice")
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    said = answers(world, alice, first, STORY["situation"], "Not this one.")
    alice.edits(said[0], STORY["situation"].replace("March", "May"))
    alice.deletes(said[1])
    answers(world, alice, alice.sees("2 of 5"), STORY["root"])
    alice.presses("Back", alice.sees("3 of 5"))
    answers(world, alice, alice.sees("(open again)"), "I asked her twice.")
    alice.presses("Pause", alice.sees("3 of 5"))
    paused = alice.sees("Paused.")
    world.settles()
    world = started()
    alice.presses("Resume", paused)
    answers(world, alice, alice.sees("Options and trade-offs* (open again)"), STORY["options"])
    answers(world, alice, alice.sees("4 of 5"), STORY["alignment"])
    answers(world, alice, alice.sees("5 of 5"), "It went well.")
    alice.presses("Show my feedback", alice.sees("That is all five"))

    alice.presses("Try the weakest section again", alice.sees("Your feedback"))
    answers(world, alice, alice.sees("1 of 1"), STORY["result"])
    alice.presses("Show my feedback", alice.sees("Thank you. Before you see"))

    assert " → " in alice.sees("try 2").text


def test_a_reply_is_kept_while_slack_refuses_to_authorize(started: Callable[[], World]) -> None:
    world = started()
    alice = world.person("Alice")
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    world.settles()
    world = started()
    world.slack.faults.add(
        method="auth.test", times=None, error="ratelimited", status=429, retry_after=60
    )

    alice.says(STORY["situation"], first.channel, first.thread_ts)
    world.settles()
    alice.presses("Look", first)

    assert "seventeen days" in alice.sees("so far (1 message)").text


def test_a_rate_limit_delays_a_message_and_loses_none(started: Callable[[], World]) -> None:
    world = started()
    alice = world.person("Alice")
    world.slack.faults.add(
        method="chat.postMessage", times=2, error="ratelimited", status=429, retry_after=1
    )

    alice.says("hello")

    alice.sees("I help you practise", timeout_s=10)


def test_a_post_of_unknown_outcome_is_found_and_not_doubled(started: Callable[[], World]) -> None:
    world = started()
    alice = world.person("Alice")
    world.slack.faults.add(method="chat.postMessage", times=1, after=True, status=500)

    alice.says("hello")
    alice.sees("I help you practise")
    world.slack.wait_until(
        lambda: any(e.kind.startswith("conversations.") for e in world.slack.traffic), 10
    )
    world.settles()

    greetings = [m for m in alice.reads(alice.dm) if "I help you practise" in m.text]
    assert len(greetings) == 1
