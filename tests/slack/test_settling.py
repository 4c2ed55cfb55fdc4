"""The courier against the sandbox: on Slack's bad days everything is said once, or ended."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from slack_sdk import WebClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.interview.announcements import Greet, Introduce, PointToDirect, PublishHome
from bot.letters import Letter
from bot.slack.courier import Courier
from bot.slack.marker import metadata
from bot.slack.settling import Pauses
from sandbox.person import Person
from sandbox.server import Sandbox
from storage import outbox, people
from storage.database import Database
from storage.machine import machine_now_s
from storage.outbox import ENDED, POSTED, UNSURE, WAITING, Address
from storage.tables import Said

CHANNEL = "interview-practice"
HELLO, THANKS = Letter(effect=Greet(to="hello")), Letter(effect=Greet(to="thanks"))
PATIENT = Pauses(settle=0.0, look_again=3600.0, target=0.0)
EAGER = Pauses(settle=0.0, look_again=0.0, target=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """An outbox, its courier, and the Slack that it carries to."""

    database: Database
    slack: Sandbox
    client: WebClient
    lost: list[str] = field(default_factory=list)

    def courier(self, pauses: Pauses = PATIENT) -> Courier:
        def lose(_session: Session, row: Said) -> None:
            self.lost.append(row.id)

        return Courier(self.database, self.client, lose, pauses)

    def says(self, letter: Letter, channel: str, **address: Any) -> str:
        """File a letter; return its marker."""
        with self.database.transaction() as session:
            workspace = people.workspace(session, "", self.slack.team_id)
            place = Address(workspace_id=workspace.id, channel=channel, **address)
            return outbox.say(
                session, place, kind=letter.kind, body=letter.to_body(), now=self.slack.clock.now()
            )

    def row(self, marker: str) -> Said:
        with self.database.transaction() as session:
            row = outbox.by_id(session, marker)
            assert row is not None
            return row

    def pauses_over(self) -> None:
        """Let the pause of every row be over, without waiting for it."""
        with self.database.transaction() as session:
            session.execute(update(Said).values(not_before_s=0.0))
            session.execute(
                update(Said).where(Said.look_again_s.is_not(None)).values(look_again_s=0.0)
            )

    def pause_s(self, marker: str) -> float:
        """How long a row still waits, in seconds."""
        row = self.row(marker)
        with self.database.transaction() as session:
            return row.not_before_s - machine_now_s(session)

    def calls(self, method: str) -> int:
        return sum(entry.kind == method for entry in self.slack.traffic)


@pytest.fixture
def post(database: Database, slack: Sandbox, client: WebClient) -> Post:
    slack.reset()
    return Post(database=database, slack=slack, client=client)


@pytest.fixture
def alice(slack: Sandbox) -> Person:
    return slack.person("Alice")


def texts(person: Person) -> list[str]:
    """What stands in somebody's direct message."""
    return [message.text for message in person.reads(person.dm)]


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


@pytest.mark.parametrize("error", ["internal_error", "ratelimited", "user_not_in_channel"])
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
    home = Letter(effect=PublishHome(interviews=(), teams=()))
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
