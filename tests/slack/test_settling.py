"""Settling: a post of unknown outcome is looked for before it is made again."""

import pytest
from sqlalchemy import update

from bot.interview.announcements import Introduce
from bot.letters import Letter
from bot.slack.marker import metadata
from sandbox.people.person import Person
from storage.outbox import ENDED, POSTED, UNSURE, WAITING
from storage.tables import Said
from tests.slack.post import CHANNEL, EAGER, HELLO, THANKS, Post, texts


def test_a_post_that_was_taken_and_then_timed_out_is_found_and_not_doubled(
    post: Post, alice: Person
) -> None:
    post.slack.faults.add(method="chat.postMessage", after=True, hang_s=3.0)
    marker = post.says(THANKS, alice.id)

    post.courier().deliver()

    row = post.row(marker)
    assert texts(alice) == ["You are welcome."]
    assert (row.state, row.tries) == (POSTED, 1)
    assert row.posted_ts == alice.reads(alice.dm)[0].ts


@pytest.mark.parametrize("error", ["internal_error", "fatal_error", "request_timeout"])
def test_a_post_that_slack_is_not_sure_of_is_found_and_not_doubled(
    post: Post, alice: Person, error: str
) -> None:
    post.slack.faults.add(method="chat.postMessage", after=True, error=error)
    marker = post.says(THANKS, alice.id)

    post.courier().deliver()

    assert texts(alice) == ["You are welcome."]
    assert post.row(marker).state == POSTED


def test_a_post_in_a_channel_is_found_as_well(post: Post, alice: Person) -> None:
    alice.invites_bot(CHANNEL)
    channel = post.slack.channel(CHANNEL)
    post.slack.faults.add(method="chat.postMessage", after=True)
    post.says(Letter(effect=Introduce(channel=channel)), channel)

    post.courier().deliver()

    said = [m for m in alice.reads(CHANNEL) if m.text.startswith("Hello! I am Starling")]
    assert len(said) == 1


def test_a_post_that_was_not_taken_is_posted_after_it_was_looked_for(
    post: Post, alice: Person
) -> None:
    post.slack.faults.add(method="chat.postMessage", status=503, error="service_unavailable")
    marker = post.says(THANKS, alice.id)

    post.courier().deliver()

    assert texts(alice) == ["You are welcome."]
    assert post.row(marker).tries == 2


def test_a_post_whose_courier_died_before_sending_is_made_up(post: Post, alice: Person) -> None:
    marker = post.says(THANKS, alice.id)
    with post.database.transaction() as session:
        session.execute(update(Said).values(state=UNSURE, tries=1))

    post.courier().deliver()

    assert texts(alice) == ["You are welcome."]
    assert post.row(marker).state == POSTED


def test_a_post_whose_courier_died_after_sending_is_not_made_again(
    post: Post, alice: Person
) -> None:
    marker = post.says(THANKS, alice.id)
    post.client.chat_postMessage(
        channel=alice.id, text="You are welcome.", metadata=metadata(marker)
    )
    with post.database.transaction() as session:
        session.execute(update(Said).values(state=UNSURE, tries=1))

    post.courier().deliver()

    assert texts(alice) == ["You are welcome."]


def test_while_slack_cannot_be_asked_nothing_is_posted_again(post: Post, alice: Person) -> None:
    post.slack.faults.add(method="chat.postMessage", after=True)
    post.slack.faults.add(method="conversations.open", error="internal_error")
    post.slack.faults.add(method="conversations.history", error="internal_error")
    marker = post.says(THANKS, alice.id)

    for _again in range(4):
        post.courier().deliver()
        post.pauses_over()

    assert texts(alice) == ["You are welcome."]
    assert (post.row(marker).state, post.row(marker).tries) == (POSTED, 1)


def test_a_double_that_shows_only_later_is_deleted_and_counted(post: Post, alice: Person) -> None:
    post.slack.faults.add(method="chat.postMessage", after=True)
    marker = post.says(THANKS, alice.id)
    post.courier().deliver()
    post.client.chat_postMessage(
        channel=alice.id, text="You are welcome.", metadata=metadata(marker)
    )
    post.pauses_over()

    post.courier().deliver()

    assert texts(alice) == ["You are welcome."]
    assert post.row(marker).doubled


def test_no_other_message_is_taken_for_a_double(post: Post, alice: Person) -> None:
    post.slack.faults.add(method="chat.postMessage", after=True)
    first, second = post.says(THANKS, alice.id), post.says(THANKS, alice.id)

    post.courier(EAGER).deliver()

    assert texts(alice) == ["You are welcome."] * 2
    assert not post.row(first).doubled
    assert not post.row(second).doubled


def test_a_call_too_many_is_waited_for_as_long_as_slack_says(post: Post, alice: Person) -> None:
    post.slack.faults.add(
        method="chat.postMessage", status=429, error="ratelimited", retry_after=30
    )
    marker = post.says(THANKS, alice.id)

    post.courier().deliver()
    waits_s, state = post.pause_s(marker), post.row(marker).state
    post.pauses_over()
    post.courier().deliver()

    assert state == WAITING
    assert 25 < waits_s <= 30
    assert texts(alice) == ["You are welcome."]


def test_a_permanent_error_ends_it_and_the_next_one_is_said(post: Post, alice: Person) -> None:
    post.slack.faults.add(method="chat.postMessage", error="msg_too_long")
    refused, next_one = post.says(HELLO, alice.id), post.says(THANKS, alice.id)

    post.courier().deliver()

    row = post.row(refused)
    assert (row.state, row.body, row.reason) == (ENDED, None, "msg_too_long")
    assert post.row(next_one).state == POSTED
    assert post.lost == []
