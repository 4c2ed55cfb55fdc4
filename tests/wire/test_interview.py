"""Whole interviews, as people live them."""

from datetime import timedelta

import pytest

from sandbox.people.person import Person
from tests.wire.conftest import CHANNEL, World
from tests.wire.dialogue import STORY, answers, answers_all, begins, is_scored

pytestmark = pytest.mark.wire


def test_one_person_practises_from_the_prompt_to_the_feedback(world: World, alice: Person) -> None:
    world.team_is_set_up()

    first = begins(alice, world.prompt(alice))
    _said, feedback = is_scored(world, alice, first)

    assert "What stands out" in feedback.text
    assert "What to change first" in feedback.text
    quotes = [line[2:] for line in feedback.text.splitlines() if line.startswith("> ")]
    assert quotes
    assert all(any(quote in text for text in STORY.values()) for quote in quotes)
    assert alice.reads(CHANNEL, world.prompt(alice).ts) == [world.prompt(alice)]


def test_nothing_is_stored_before_begin_and_not_for_me_ends_it(world: World, alice: Person) -> None:
    world.team_is_set_up()
    alice.presses("Practise in private", world.prompt(alice))
    notice = alice.sees("Shall we begin?")
    alice.says("I would rather think about it.", alice.dm, notice.thread_ts)
    alice.sees("Press *Begin* first")

    alice.presses("Not for me", notice)

    alice.sees("I kept nothing")
    assert "rather think" not in stored(world)


def test_after_not_for_me_a_reply_under_a_prompt_is_left_alone(world: World, alice: Person) -> None:
    world.team_is_set_up()
    prompt = world.prompt(alice)
    alice.presses("Practise in private", prompt)
    alice.presses("Not for me", alice.sees("Shall we begin?"))
    alice.sees("I kept nothing")

    alice.says("Well, I could tell you about Tom.", CHANNEL, prompt.ts)
    world.settles()

    alice.sees_nothing_of("as a draft")
    assert "about Tom" not in stored(world)


def test_the_word_next_moves_on_and_back_opens_the_section_before(
    world: World, alice: Person
) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    alice.says(STORY["situation"], first.channel, first.thread_ts)
    alice.says("next", first.channel, first.thread_ts)
    second = alice.sees("2 of 5")

    alice.presses("Back", second)

    again = alice.sees("(open again)")
    alice.says("And it was 2024.", first.channel, first.thread_ts)
    world.settles()
    alice.presses("Look", again)
    alice.sees("so far (2 messages)")


def test_help_gives_what_a_strong_section_tells_and_a_template(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))

    alice.presses("Help", first)

    assert "To start from" in alice.sees("Help with Situation and task").text


def test_a_thin_section_is_nudged_once_and_not_held_back(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))

    answers(world, alice, first, "We disagreed about something at work once.")

    alice.sees("About *Situation and task*")
    alice.sees("2 of 5")


def test_an_edit_after_the_score_changes_the_feedback_in_place(world: World, alice: Person) -> None:
    world.team_is_set_up()
    said, feedback = is_scored(world, alice, begins(alice, world.prompt(alice)))

    alice.edits(said[4], "It went well.")

    world.settles()
    changed = _now(alice, feedback.ts)
    assert "Result: 4.0" not in changed
    assert "Errors stayed" not in stored(world)


def test_a_deleted_message_is_deleted_here_as_well(world: World, alice: Person) -> None:
    world.team_is_set_up()
    said, feedback = is_scored(world, alice, begins(alice, world.prompt(alice)))

    alice.deletes(said[0])

    world.settles()
    assert _now(alice, feedback.ts) != feedback.text
    assert "seventeen days" not in stored(world)


def test_a_look_goes_with_the_message_that_it_showed(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    said = alice.says(STORY["situation"], first.channel, first.thread_ts)
    world.settles()
    alice.presses("Look", first)
    look = alice.sees("so far (1 message)")

    alice.deletes(said)
    world.settles()

    assert _now(alice, look.ts) == ""


def test_an_unfurled_link_is_no_edit(world: World, alice: Person) -> None:
    world.team_is_set_up()
    said, feedback = is_scored(world, alice, begins(alice, world.prompt(alice)))

    alice.unfurls(said[0])
    world.settles()

    assert _now(alice, feedback.ts) == feedback.text


def test_a_section_can_be_tried_again_and_shows_the_difference(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    answers(world, alice, first, STORY["situation"])
    for number in (2, 3, 4):
        answers(world, alice, alice.sees(f"{number} of 5"), list(STORY.values())[number - 1])
    answers(world, alice, alice.sees("5 of 5"), "It went well.")
    alice.presses("Show my feedback", alice.sees("That is all five"))
    feedback = alice.sees("Your feedback: A disagreement")

    alice.presses("Try the weakest section again", feedback)
    answers(world, alice, alice.sees("1 of 1 · Result"), STORY["result"])
    alice.presses("Show my feedback", alice.sees("Thank you. Before you see"))

    again = alice.sees("Result, try 2")
    assert " → " in again.text
    assert _now(alice, feedback.ts) == feedback.text


def test_own_ratings_stand_beside_the_scores(world: World, alice: Person) -> None:
    world.team_is_set_up()
    answers_all(world, alice, begins(alice, world.prompt(alice)))
    rating = alice.sees("Before you see the feedback")

    alice.chooses("Rate Result", "1 · hardly there", rating)
    alice.presses("Show my feedback", rating)

    assert "(you said 1)" in alice.sees("Your feedback").text


def test_the_whole_rubric_is_folded_away_behind_a_button(world: World, alice: Person) -> None:
    world.team_is_set_up()
    _said, feedback = is_scored(world, alice, begins(alice, world.prompt(alice)))

    alice.presses("See the whole rubric", feedback)

    modal = world.slack.wait_until(lambda: alice.modal)
    assert "of 2" in str(modal)


def test_an_unfair_feedback_takes_one_line_of_why(world: World, alice: Person) -> None:
    world.team_is_set_up()
    _said, feedback = is_scored(world, alice, begins(alice, world.prompt(alice)))

    alice.presses("No", feedback)
    world.slack.wait_until(lambda: alice.modal)
    alice.fills("What was not fair?", "It missed the number.")
    alice.chooses("Team figures", "Leave this answer out of team figures")
    assert alice.submits() == {}

    alice.sees("left out of team figures")


def test_stop_and_delete_leaves_no_word(world: World, alice: Person) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    _said, feedback = is_scored(world, alice, first)

    alice.presses("Stop and delete", first)

    alice.sees("I deleted everything I kept")
    world.settles()
    assert "seventeen days" not in stored(world)
    assert _now(alice, feedback.ts) == ""


def test_in_the_channel_only_questions_replies_and_done_are_seen(
    world: World, alice: Person, bob: Person
) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice), "Answer here")
    answers_all(world, alice, first)
    alice.presses("Show my feedback", alice.sees("Before you see the feedback"))
    alice.sees("Your feedback")
    bob.sees("Done.")

    texts = [message.text for message in bob.reads(CHANNEL, first.thread_ts)]

    questions = [text for text in texts if " of 5 · " in text]
    assert len(questions) == 5
    assert [t for t in texts if t not in questions and t not in STORY.values()] == [
        texts[0],
        "Done.",
    ]
    bob.sees_nothing_of("Your feedback")


def test_before_the_first_answer_in_a_channel_it_is_said_who_can_read_it(
    world: World, alice: Person
) -> None:
    world.team_is_set_up()

    alice.presses("Answer here", world.prompt(alice))

    alice.sees("Everybody in this channel can read what you write here")


def test_what_others_write_in_an_interview_is_talk(
    world: World, alice: Person, bob: Person
) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice), "Answer here")
    bob.says("I remember that one!", first.channel, first.thread_ts)
    alice.says(STORY["situation"], first.channel, first.thread_ts)
    world.settles()

    alice.presses("Look", first)

    assert "I remember" not in alice.sees("so far (1 message)").text
    assert "I remember" not in stored(world)


def test_nobody_presses_the_buttons_of_somebody_elses_interview(
    world: World, alice: Person, bob: Person
) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice), "Answer here")

    bob.presses("Next", first)

    bob.sees("belongs to somebody else")
    alice.sees_nothing_of("2 of 5")


def test_an_interview_left_alone_is_reminded_of_once_then_set_aside_and_resumed(
    world: World, alice: Person
) -> None:
    world.team_is_set_up()
    first = begins(alice, world.prompt(alice))
    alice.says(STORY["situation"], first.channel, first.thread_ts)
    world.settles()

    world.passes(timedelta(days=3))
    alice.sees("still open, and still kept")
    world.passes(timedelta(days=1))
    world.passes(timedelta(days=10))
    aside = alice.sees("aside. Nothing is deleted")
    alice.presses("Resume", aside)

    alice.presses("Look", alice.sees("(open again)"))
    alice.sees("so far (1 message)")
    texts = [m.text for m in alice.reads(alice.dm, first.thread_ts)]
    assert len([text for text in texts if "still open" in text]) == 1


def test_starting_what_is_open_already_links_to_it(world: World, alice: Person) -> None:
    world.team_is_set_up()
    begins(alice, world.prompt(alice))

    alice.presses("Practise in private", world.prompt(alice))

    assert "Go to it" in alice.sees("is open already").text


def _now(person: Person, ts: str) -> str:
    """Return what a message in somebody's direct message reads now; empty if it is gone."""
    roots = person.reads(person.dm)
    replies = [reply for root in roots for reply in person.reads(person.dm, root.ts)]
    return next((m.text for m in (*roots, *replies) if m.ts == ts), "")


def stored(world: World) -> str:
    """Return everything that the database holds, as one text."""
    with world.bot.database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        return "\n".join(raw.iterdump())
