"""Odd things that arrive: each gets a plain answer, and nothing that was kept is lost."""

import pytest

from sandbox.people.person import Person
from tests.wire.conftest import CHANNEL, World
from tests.wire.dialogue import STORY, answers, begins, is_scored
from tests.wire.test_interview import stored

pytestmark = pytest.mark.wire


def test_emoji_alone_are_not_taken_as_an_answer(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))

    alice.says(":+1: :tada:", first.channel, first.thread_ts)

    alice.sees("I found no words in that message")


def test_a_file_without_words_is_answered(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))

    alice.attaches("story.m4a", first.channel, first.thread_ts)

    alice.sees("I can only read words")


def test_forty_thousand_characters_are_kept_and_rated(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    long = (STORY["situation"] + " ") * 200

    answers(world, alice, first, long[:39_000])

    alice.presses("Look", first)
    alice.sees("so far (1 message)")
    alice.sees("2 of 5")


def test_markup_and_mentions_in_an_answer_come_back_dead(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    alice.says("<!channel> look at <https://example.com|this>", first.channel, first.thread_ts)
    world.settles()

    alice.presses("Look", first)

    shown = alice.sees("so far (1 message)").text
    assert "<!channel>" not in shown
    assert "<https" not in shown


def test_a_button_on_an_old_message_says_where_the_interview_is(
    world: World, alice: Person
) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    answers(world, alice, first, STORY["situation"])
    alice.sees("2 of 5")

    alice.presses("Next", first)

    alice.sees("That section is closed already. You are in *Root of the disagreement* now.")


def test_a_button_pressed_twice_moves_on_once(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    alice.says(STORY["situation"], first.channel, first.thread_ts)

    alice.presses("Next", first)
    alice.presses("Next", first)
    world.settles()

    alice.sees("2 of 5")
    alice.sees_nothing_of("3 of 5")


def test_a_form_about_a_deleted_interview_says_so(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    _said, feedback = is_scored(world, alice, first)
    alice.presses("No", feedback)
    world.slack.wait_until(lambda: alice.modal)
    alice.presses("Stop and delete", first)
    alice.sees("I deleted everything I kept")

    alice.fills("What was not fair?", "All of it.")
    alice.submits()

    alice.sees("no longer there")
    world.settles()
    assert "All of it" not in stored(world)


def test_buttons_of_a_deleted_interview_say_that_it_is_over(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    alice.presses("Stop and delete", first)
    alice.sees("I deleted everything I kept")

    alice.presses("Next", first)

    alice.sees("This interview is over")


def test_a_message_also_sent_to_the_channel_counts_as_a_reply(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice), "Answer here")
    alice.says(STORY["situation"], first.channel, first.thread_ts, broadcast=True)
    world.settles()

    alice.presses("Look", first)

    alice.sees("so far (1 message)")


def test_talk_in_the_channel_is_not_kept(world: World, alice: Person) -> None:
    world.team_is_set_up()

    said = alice.says("Lunch at twelve under the chestnut tree?", CHANNEL)
    alice.says("Chestnut it is.", CHANNEL, said)
    world.settles()

    assert "hestnut" not in stored(world)


def test_when_the_thread_is_gone_the_interview_goes_on_in_a_new_one(
    world: World, alice: Person
) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    answers(world, alice, first, STORY["situation"])
    second = alice.sees("2 of 5")
    world.slack.faults.add(method="chat.postMessage", times=1, error="thread_not_found", status=200)

    answers(world, alice, second, STORY["root"])

    third = alice.sees("3 of 5")
    assert third.thread_ts != first.thread_ts
    answers(world, alice, third, STORY["options"])
    alice.sees("4 of 5")
