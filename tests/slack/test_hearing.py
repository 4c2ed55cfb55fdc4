"""Hearing: what Slack documents becomes a fact, and what is spoilt becomes nothing worse than a refusal."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from bot.facts import (
    BotInvited,
    ButtonPressed,
    ChannelChanged,
    CommandGiven,
    Fact,
    FormSubmitted,
    HomeOpened,
    MessageDeleted,
    MessageEdited,
    MessageWritten,
    PersonChanged,
)
from bot.slack.hearing import read
from bot.slack.payload import Unreadable
from tests.slack import samples
from tests.slack.samples import BOT, LATER, TS, Payload

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HEARD: dict[str, type | None] = {
    "AppHomeOpened": HomeOpened,
    "ChannelArchive": ChannelChanged,
    "ChannelShared": ChannelChanged,
    "ChannelUnarchive": ChannelChanged,
    "ChannelUnshared": ChannelChanged,
    "MemberJoinedChannel": ChannelChanged,  # of a person
    "MemberLeftChannel": ChannelChanged,
    "Message": MessageWritten,
    "MessageChanged": MessageEdited,
    "MessageDeleted": MessageDeleted,
    "MessageFileShare": MessageWritten,
    "MessageThreadBroadcast": MessageWritten,
    "UrlVerification": None,
    "UserChange": PersonChanged,
    "block_actions": ButtonPressed,
    "shortcut": None,  # opens a form at once
    "slash_command": CommandGiven,
    "view_closed": None,
    "view_submission": FormSubmitted,
}


def heard(body: Payload) -> Fact | None:
    return read(body, NOON)


def message(name: str = "Message", **event: Any) -> Payload:
    """A message event with some of its keys changed; None takes one out."""
    body = samples.event(name)
    body["event"] = {k: v for k, v in (body["event"] | event).items() if v is not None}
    return body


@pytest.mark.parametrize("name", [*samples.EVENTS, *samples.INTERACTIONS])
def test_every_documented_payload_is_heard_as_what_it_is(name: str) -> None:
    body = samples.event(name) if name in samples.EVENTS else samples.interaction(name)

    fact = heard(body)

    assert fact is None if HEARD[name] is None else type(fact) is HEARD[name]


@settings(max_examples=600)
@given(samples.spoilt())
def test_a_spoilt_payload_is_refused_at_worst(body: Payload) -> None:
    try:
        fact = heard(body)
    except (Unreadable, ValueError):
        return
    assert fact is None or fact.team


@settings(max_examples=200)
@given(samples.spoilt())
def test_a_refusal_names_keys_and_never_what_was_written(body: Payload) -> None:
    refusals: list[str] = []
    try:
        heard(body)
    except Unreadable as error:
        refusals.append(str(error))
    except ValueError:
        pass  # whoever logs it names its type alone
    assert all(refusal.isidentifier() for refusal in refusals)


def test_a_message_is_heard_with_all_that_is_needed() -> None:
    fact = heard(message(channel="C1", channel_type="channel", ts=LATER))

    assert fact == MessageWritten(
        enterprise="x",
        team="T1",
        user="UALICE",
        at=LATER,
        event_id="x",
        key=fact.key if fact else "",
        channel="C1",
        direct=False,
        ts=LATER,
        thread_ts=TS,
        text="My story.",
    )


@pytest.mark.parametrize(
    "event",
    [
        {"bot_id": "B1"},
        {"user": BOT},
        {"subtype": "bot_message"},
        {"subtype": "channel_join"},
        {"subtype": "one_that_comes_next_year"},
        {"channel": "C1", "channel_type": "channel", "parent_user_id": "UBOB"},
    ],
)
def test_what_is_no_word_of_a_person_to_the_bot_is_not_heard(event: dict[str, Any]) -> None:
    assert heard(message(**event)) is None


@pytest.mark.parametrize(("parent", "known"), [(BOT, True), (None, False)])
def test_in_a_channel_it_is_told_whether_the_reply_is_known_to_be_to_the_bot(
    parent: str | None, known: bool
) -> None:
    fact = heard(message(channel="C1", channel_type="channel", parent_user_id=parent))

    assert isinstance(fact, MessageWritten)
    assert fact.parent_known is known


def test_an_unfurled_link_is_no_edit() -> None:
    body = samples.event("MessageChanged")
    del body["event"]["message"]["edited"]

    assert heard(body) is None


def test_a_voice_clip_without_words_is_heard_with_its_file() -> None:
    fact = heard(message("MessageFileShare", text=""))

    assert isinstance(fact, MessageWritten)
    assert (fact.text, fact.files) == ("", 1)


def test_the_root_of_a_thread_is_in_no_thread() -> None:
    fact = heard(message(ts=TS, thread_ts=TS))

    assert isinstance(fact, MessageWritten)
    assert fact.thread_ts is None


def test_a_delivery_that_comes_again_has_the_same_key_and_an_edit_another() -> None:
    first, again = heard(message()), heard(message())
    edit, later = samples.event("MessageChanged"), samples.event("MessageChanged")
    later["event"]["message"]["edited"]["ts"] = LATER

    keys = [fact.key for fact in (first, again, heard(edit), heard(later)) if fact is not None]

    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


def test_no_key_holds_what_was_written() -> None:
    fact = heard(message(text="quokka"))

    assert fact is not None
    assert "quokka" not in fact.key


def test_that_the_bot_joined_is_an_invitation_and_that_a_person_did_is_a_change() -> None:
    own = heard(message("MemberJoinedChannel", user=BOT, channel="C1"))
    other = heard(message("MemberJoinedChannel", user="UBOB", channel="C1"))

    assert isinstance(own, BotInvited)
    assert own.channel == "C1"
    assert isinstance(other, ChannelChanged)
    assert other.channel == "C1"


def test_the_messages_tab_is_no_home_tab() -> None:
    assert heard(message("AppHomeOpened", tab="messages")) is None


def test_of_an_org_wide_installation_the_workspace_is_still_found() -> None:
    body = samples.interaction("block_actions") | {"team": None, "enterprise": {"id": "E1"}}

    fact = heard(body)

    assert fact is not None
    assert (fact.enterprise, fact.team) == ("E1", "T1")


def test_without_a_workspace_nothing_can_be_heard() -> None:
    body = samples.event("Message")
    del body["team_id"]

    with pytest.raises(Unreadable, match="team_id"):
        heard(body)


def test_a_chosen_option_counts_as_what_the_button_carries() -> None:
    body = samples.interaction("block_actions")
    body["actions"] = [
        {"action_id": "rating.choose", "selected_option": {"value": "i:root:3"}, "action_ts": TS}
    ]

    fact = heard(body)

    assert isinstance(fact, ButtonPressed)
    assert fact.value == "i:root:3"


def test_what_was_filled_in_is_read_by_block() -> None:
    body = samples.interaction("view_submission")
    body["view"]["state"] = {
        "values": {
            "why": {"choice": {"type": "plain_text_input", "value": "It was late."}},
            "leave_out": {"choice": {"type": "checkboxes", "selected_options": [{"value": "yes"}]}},
            "empty": {"choice": {"type": "plain_text_input", "value": None}},
        }
    }

    fact = heard(body)

    assert isinstance(fact, FormSubmitted)
    assert fact.values == {"why": "It was late.", "leave_out": "yes", "empty": None}


def test_a_press_in_a_modal_is_in_no_channel() -> None:
    body = samples.interaction("block_actions")
    for key in ("channel", "message"):
        body.pop(key, None)
    body["container"] = {"type": "view", "view_id": "V1"}
    body["view"] = {"id": "V1", "type": "modal"}

    fact = heard(body)

    assert isinstance(fact, ButtonPressed)
    assert (fact.channel, fact.thread_ts) == (None, None)
