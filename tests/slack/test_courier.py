"""The courier: everything is said once and in order, or ended."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.interview.announcements import PointToDirect, PublishHome
from bot.letters import Letter
from bot.slack.marker import metadata
from sandbox.people.person import Person
from storage.outbox import ENDED, POSTED, WAITING
from storage.tables import Said
from tests.slack.post import CHANNEL, HELLO, THANKS, Post, texts


def test_what_is_filed_is_posted_once_and_forgotten(post: Post, alice: Person) -> None:
    marker = post.says(THANKS, alice.id)

    post.courier().deliver()
    post.courier().deliver()

    row = post.row(marker)
    assert texts(alice) == ["You are welcome."]
    assert (row.state, row.body, row.posted_channel) == (POSTED, None, alice.dm)


def test_a_post_is_marked_with_its_id_and_nothing_else(post: Post, alice: Person) -> None:
    marker = post.says(THANKS, alice.id)

    post.courier().deliver()

    assert alice.reads(alice.dm)[0].metadata == metadata(marker)


def test_what_was_to_be_said_in_a_channel_that_is_gone_is_handed_on(post: Post) -> None:
    marker = post.says(THANKS, "C0GONE")

    post.courier().deliver()

    assert post.lost == [marker]
    assert post.row(marker).state == ENDED


def test_who_is_locked_out_keeps_what_was_to_be_said(post: Post, alice: Person) -> None:
    post.slack.faults.add(method="chat.postMessage", error="token_revoked")
    marker = post.says(THANKS, alice.id)

    post.courier().deliver()
    state = post.row(marker).state
    post.pauses_over()
    post.courier().deliver()

    assert state == WAITING
    assert texts(alice) == ["You are welcome."]


@pytest.mark.parametrize("error", ["internal_error", "user_not_in_channel"])
def test_an_ephemeral_is_tried_once(post: Post, alice: Person, error: str) -> None:
    alice.invites_bot(CHANNEL)
    channel = post.slack.channel(CHANNEL)
    post.slack.faults.add(method="chat.postEphemeral", error=error)
    marker = post.says(THANKS, channel, act="ephemeral", user=alice.id)

    post.courier().deliver()
    post.pauses_over()
    post.courier().deliver()

    assert post.calls("chat.postEphemeral") == 1
    assert (post.row(marker).state, post.row(marker).body) == (ENDED, None)


def test_an_ephemeral_that_slack_put_off_is_said_later(post: Post, alice: Person) -> None:
    alice.invites_bot(CHANNEL)
    post.slack.faults.add(method="chat.postEphemeral", error="ratelimited", status=429)
    marker = post.says(THANKS, post.slack.channel(CHANNEL), act="ephemeral", user=alice.id)

    post.courier().deliver()
    post.pauses_over()
    post.courier().deliver()

    assert post.calls("chat.postEphemeral") == 2
    assert (post.row(marker).state, post.row(marker).body) == (ENDED, None)


def test_a_letter_that_cannot_be_put_into_words_stops_no_other(post: Post, alice: Person) -> None:
    broken = post.says(THANKS, alice.id)
    with post.database.transaction() as session:
        session.get_one(Said, post.row(broken).seq).kind = "FromAnotherVersion"
    post.says(THANKS, alice.id)

    post.courier().deliver()

    assert post.row(broken).state == ENDED
    assert texts(alice) == ["You are welcome."]


def test_an_ephemeral_links_to_what_it_points_to(post: Post, alice: Person) -> None:
    alice.invites_bot(CHANNEL)
    target = post.says(THANKS, alice.id)
    post.says(
        Letter(effect=PointToDirect()),
        post.slack.channel(CHANNEL),
        act="ephemeral",
        user=alice.id,
        target_id=target,
    )

    for _round in range(3):
        post.courier().deliver()
        post.pauses_over()

    assert "|Open it>" in alice.sees("I wrote to you").text


def test_one_place_is_told_things_in_order_though_the_first_fails(
    post: Post, alice: Person
) -> None:
    post.slack.faults.add(method="chat.postMessage", status=503)
    post.says(HELLO, alice.id)
    post.says(THANKS, alice.id)

    post.courier().deliver()

    assert [text[:5] for text in texts(alice)] == ["Hello", "You a"]


def test_a_place_where_slack_is_slow_holds_up_no_other(post: Post, alice: Person) -> None:
    bob = post.slack.person("Bob")
    post.slack.faults.add(method="chat.postMessage", status=429, retry_after=30)
    post.says(THANKS, alice.id)
    post.says(THANKS, bob.id)

    post.courier().deliver()

    assert (texts(alice), texts(bob)) == ([], ["You are welcome."])


def test_an_update_waits_for_its_message_and_a_delete_takes_it_away(
    post: Post, alice: Person
) -> None:
    shown = post.says(THANKS, alice.id)
    post.says(HELLO, alice.id, act="update", target_id=shown)
    post.courier().deliver()
    updated = texts(alice)

    post.says(HELLO, alice.id, act="delete", target_id=shown)
    post.courier().deliver()

    assert [text[:5] for text in updated] == ["Hello"]
    assert texts(alice) == []


def test_what_hangs_on_a_message_that_never_came_is_let_go(post: Post, alice: Person) -> None:
    post.slack.faults.add(method="chat.postMessage", error="msg_too_long")
    shown = post.says(THANKS, alice.id)
    update_of_it = post.says(HELLO, alice.id, act="update", target_id=shown)

    post.courier().deliver()

    assert post.row(update_of_it).state == ENDED


def test_a_home_tab_is_published(post: Post, alice: Person) -> None:
    home = Letter(effect=PublishHome(interviews=()))
    post.says(home, alice.id, act="home", user=alice.id)

    post.courier().deliver()

    assert "Practise an interview" in str(alice.home)


def test_no_log_line_of_a_failure_holds_a_word_of_it(
    post: Post, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    post.slack.faults.add(method="chat.postMessage", error="msg_too_long")
    marker = post.says(THANKS, alice.id)

    post.courier().deliver()

    assert marker in caplog.text
    assert "welcome" not in caplog.text


def test_nothing_that_was_said_stays_in_the_outbox(post: Post, alice: Person) -> None:
    for letter in (HELLO, THANKS):
        post.says(letter, alice.id)

    post.courier().deliver()

    with post.database.transaction() as session:
        assert session.scalars(select(Said.body)).all() == [None, None]


def test_what_it_is_too_late_to_say_is_not_said_and_somebody_hears_of_it(
    post: Post, alice: Person
) -> None:
    now = post.slack.clock.now()
    late = post.says(HELLO, alice.id, not_after=now - timedelta(seconds=1))
    in_time = post.says(THANKS, alice.id, not_after=now + timedelta(hours=1))

    post.courier().deliver()

    assert post.row(late).state == ENDED
    assert post.expired == [late]
    assert post.row(in_time).state == POSTED
    assert len(alice.reads(alice.dm)) == 1
