"""The first hour: what people do before they know how it goes."""

import pytest

from sandbox.people.person import Person
from tests.wire.conftest import CHANNEL, World
from tests.wire.dialogue import STORY, answers, begins
from tests.wire.test_interview import stored

pytestmark = pytest.mark.wire


@pytest.mark.parametrize(
    ("said", "answered"),
    [("Hi!", "I help you practise"), ("help", "section by section"), ("Thanks", "welcome")],
)
def test_small_talk_gets_a_short_human_answer_and_is_not_kept(
    world: World, alice: Person, said: str, answered: str
) -> None:
    alice.says(said)

    alice.sees(answered)
    alice.sees_nothing_of("as a draft")


def test_words_outside_a_thread_are_kept_and_can_start_an_interview(
    world: World, alice: Person
) -> None:
    alice.says(STORY["situation"])
    offer = alice.sees("I kept that as a draft for 24 hours")

    alice.presses("Start a new one: A disagreement", offer)
    alice.presses("Begin", alice.sees("Shall we begin?"))

    alice.presses("Look", alice.sees("1 of 5"))
    assert "seventeen days" in alice.sees("so far (1 message)").text
    alice.sees("that is now in")


def test_words_outside_a_thread_can_be_added_to_what_is_open(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    answers(world, alice, first, STORY["situation"])
    second = alice.sees("2 of 5")
    alice.says(STORY["root"])

    alice.presses("Add to A disagreement, Root of the disagreement", alice.sees("as a draft"))

    alice.sees("that is now in *A disagreement, Root of the disagreement*")
    alice.presses("Look", second)
    assert "campaign was paid" in alice.sees("so far (1 message)").text


def test_a_second_message_joins_the_draft_and_the_question_is_not_asked_twice(
    world: World, alice: Person
) -> None:
    alice.says("There was this thing with the rota last year.")
    alice.sees("I kept that as a draft")

    alice.says("Priya and I did not agree at all.")

    alice.sees("I kept those 2 messages as a draft")
    assert len([m for m in alice.reads(alice.dm) if "as a draft" in m.text]) == 1


def test_a_draft_can_be_thrown_away(world: World, alice: Person) -> None:
    alice.says("Priya and I did not agree at all.")

    alice.presses("Throw it away", alice.sees("as a draft"))

    alice.sees("I keep nothing of it")
    world.settles()
    assert "Priya and I" not in stored(world)


def test_a_draft_that_is_edited_is_kept_as_edited(world: World, alice: Person) -> None:
    said = alice.says("Priya and I did not agree at all.")
    alice.sees("as a draft")
    alice.edits(said, "Priya and I did not agree about the rota.")
    world.settles()

    alice.presses("Start a new one: A disagreement", alice.sees("as a draft"))
    alice.presses("Begin", alice.sees("Shall we begin?"))
    alice.presses("Look", alice.sees("1 of 5"))

    assert "about the rota" in alice.sees("so far (1 message)").text


def test_a_reply_under_a_prompt_is_offered_both_ways_and_becomes_the_first_section(
    world: World, alice: Person, bob: Person
) -> None:
    world.team_is_set_up()
    alice.says(STORY["situation"], CHANNEL, world.prompt(alice).ts)
    offer = alice.sees("as a draft of your first section")
    bob.sees_nothing_of("as a draft of your first section")

    alice.presses("Practise in private", offer)
    alice.presses("Begin", alice.sees("Shall we begin?"))

    alice.presses("Look", alice.sees("1 of 5"))
    assert "seventeen days" in alice.sees("so far (1 message)").text


def test_the_command_opens_the_choice_of_question(world: World, alice: Person) -> None:
    alice.runs("/practice")
    world.slack.wait_until(lambda: alice.modal)
    alice.chooses("Which question?", "A mistake")
    assert alice.submits() == {}

    alice.sees("Before you begin *A mistake*")


def test_the_command_starts_the_question_that_it_names(world: World, alice: Person) -> None:
    alice.runs("/practice mistake")

    alice.sees("Before you begin *A mistake*")


def test_the_command_helps(world: World, alice: Person) -> None:
    alice.runs("/practice help")

    alice.sees("*Stop and delete* removes it")


def test_the_shortcut_opens_the_choice_of_question(world: World, alice: Person) -> None:
    alice.uses("Practise an interview")
    world.slack.wait_until(lambda: alice.modal)
    assert alice.submits() == {}

    alice.sees("Before you begin *A disagreement*")


def test_the_home_tab_starts_and_lists_interviews(world: World, alice: Person) -> None:
    alice.opens_home()
    world.slack.wait_until(lambda: alice.home)
    alice.presses("Start: A mistake")
    alice.presses("Begin", alice.sees("Shall we begin?"))
    alice.sees("1 of 5")

    alice.opens_home()

    world.slack.wait_until(lambda: "under way" in str(alice.home) and "Go to it" in str(alice.home))


def test_the_bot_says_once_in_a_channel_what_it_is(world: World, bob: Person) -> None:
    bob.invites_bot("general")

    bob.sees("I am Starling")


def test_a_zone_that_does_not_exist_is_told_under_its_field(world: World, bob: Person) -> None:
    bob.invites_bot("general")
    bob.presses("Set up", bob.sees("I am Starling"))
    world.slack.wait_until(lambda: bob.modal)

    bob.fills("Time zone", "Europe/Nowhere")

    assert bob.submits() == {"zone": "I do not know this zone. Write one such as Europe/Berlin."}


def test_the_form_opens_with_what_is_set(world: World, alice: Person) -> None:
    world.team_is_set_up()

    alice.presses("Set up", alice.sees("I am Starling"))
    world.slack.wait_until(lambda: alice.modal)
    alice.chooses("Day", "Friday")
    assert alice.submits() == {}

    alice.sees("Each Friday at 09:30 (UTC)")


def test_an_unknown_word_after_the_command_is_told(world: World, alice: Person) -> None:
    alice.runs("/practice gibberish")

    alice.sees("I do not know that word")


def test_setting_up_a_channel_without_the_bot_says_to_invite_it(world: World, bob: Person) -> None:
    bob.runs("/practice setup", "general")

    world.slack.wait_until(lambda: "Invite me there" in str(bob.modal))


def test_after_declining_somebody_may_still_start_themselves(world: World, alice: Person) -> None:
    alice.runs("/practice mistake")
    alice.presses("Not for me", alice.sees("Shall we begin?"))
    alice.sees("I kept nothing")

    alice.runs("/practice mistake")
    world.settles()

    alice.presses("Begin", alice.sees("Shall we begin?"))
    alice.sees("1 of 5")
