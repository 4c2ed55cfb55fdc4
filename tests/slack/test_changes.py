"""Hearing that people and channels changed, from no more than Slack documents."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.facts import ChannelChanged, Fact, PersonChanged
from bot.schedule.roster import Kind
from bot.slack.hearing import read
from bot.slack.payload import Unreadable
from tests.slack import samples
from tests.slack.samples import Payload

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def heard(body: Payload) -> Fact | None:
    return read(body, NOON)


def changed(**user: Any) -> Payload:
    """The change of a person with some keys of theirs changed; None takes one out."""
    body = samples.event("UserChange")
    body["event"]["user"] = {
        k: v for k, v in (body["event"]["user"] | user).items() if v is not None
    }
    return body


@pytest.mark.parametrize(
    "kind",
    [
        "channel_archive",
        "channel_deleted",
        "channel_left",
        "channel_shared",
        "channel_unarchive",
        "channel_unshared",
        "member_joined_channel",
        "member_left_channel",
    ],
)
def test_a_change_of_a_channel_needs_no_more_than_slack_documents(kind: str) -> None:
    body = samples.event("ChannelArchive") | {"event_id": "Ev1"}
    body["event"] = {"type": kind, "channel": "C1", "user": "UBOB"}

    fact = heard(body)

    assert isinstance(fact, ChannelChanged)
    assert (fact.channel, fact.user, fact.at) == ("C1", "", "1700000000.000000")


def test_two_changes_of_one_second_are_two_and_one_that_comes_again_is_one() -> None:
    def keys(event_id: str) -> str:
        body = samples.event("ChannelArchive") | {"event_id": event_id}
        body["event"] = {"type": "channel_archive", "channel": "C1"}
        fact = heard(body)
        return fact.key if fact else ""

    assert keys("Ev1") == keys("Ev1") != keys("Ev2")


def test_who_moved_is_told_with_the_new_zone() -> None:
    fact = heard(changed(id="UBOB", tz="Asia/Tokyo"))

    assert isinstance(fact, PersonChanged)
    assert (fact.user, fact.zone, fact.person_kind) == ("UBOB", "Asia/Tokyo", Kind.MEMBER)


@pytest.mark.parametrize(
    ("user", "kind"),
    [
        ({"deleted": True}, Kind.GONE),
        ({"is_restricted": True}, Kind.GUEST),
        ({"team_id": "T2"}, Kind.GUEST),
        ({"is_bot": True}, Kind.BOT),
        ({"team_id": None, "tz": None, "deleted": None, "is_bot": None}, Kind.MEMBER),
    ],
)
def test_who_changed_is_told_with_what_they_are_now(user: dict[str, Any], kind: Kind) -> None:
    fact = heard(changed(**user))

    assert isinstance(fact, PersonChanged)
    assert Kind(fact.person_kind) is kind


def test_a_change_of_nobody_cannot_be_heard() -> None:
    with pytest.raises(Unreadable, match="id"):
        heard(changed(id=None))
