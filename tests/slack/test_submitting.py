"""Judging a schedule's form: what Slack knows is shown under the field at fault, or comes later."""

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient

from bot import actions as act
from bot.facts import FormSubmitted
from bot.settings import forget_proxies
from bot.slack.fitness import MOST
from bot.slack.listeners.lookups import Lookups
from bot.slack.submitting import Judge
from bot.slack.views import forms
from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.newcomers import NewMember
from tests.slack.conftest import MANIFEST
from tests.slack.lookups import NOON, NOTHING, of_one_team
from tests.slack.samples import FILLED

CHANNEL = "interview-practice"
LATE_S = 1.8
"""Later than our patience, and within the client's time-out: what is waited for would be told."""


@pytest.fixture
def slack() -> Iterator[Sandbox]:
    forget_proxies()
    with Sandbox(manifest=MANIFEST) as sandbox:
        yield sandbox


@pytest.fixture
def channel(slack: Sandbox) -> str:
    return slack.channel(CHANNEL)


def client_of(slack: Sandbox) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])


def judged(
    slack: Sandbox,
    *,
    by: str = "Alice",
    lookups: Lookups = NOTHING,
    subject: str = "",
    **values: str | None,
) -> dict[str, str]:
    judge = Judge(client_of(slack), lookups, lambda: NOON)
    form: dict[str, Any] = {"form": act.SCHEDULE_FORM, "subject": subject}
    user = slack.person(by).id
    return judge(FormSubmitted(team="T1", user=user, at="", key="", values=FILLED | values, **form))


def ids(slack: Sandbox, *names: str) -> str:
    return ",".join(slack.person(name).id for name in names)


def test_a_channel_with_the_bot_in_it_is_in_order(
    slack: Sandbox, channel: str, alice: Person
) -> None:
    alice.invites_bot(CHANNEL)

    assert judged(slack, channel=channel, people=ids(slack, "Alice", "Bob")) == {}


def test_what_is_wrong_with_the_channel_is_told_under_it(
    slack: Sandbox, channel: str, alice: Person
) -> None:
    without_bot = judged(slack, channel=channel)
    alice.invites_bot(CHANNEL)
    company = alice.shares(CHANNEL)
    shared = judged(slack, channel=channel)
    alice.unshares(CHANNEL, company)
    alice.archives(CHANNEL)
    archived = judged(slack, channel=channel)

    assert without_bot == {"channel": forms.NOT_INVITED}
    assert shared == {"channel": forms.SHARED}
    assert archived == {"channel": forms.ARCHIVED}
    assert judged(slack, channel="C0NOWHERE") == {"channel": forms.UNSEEN}


def test_a_channel_that_has_a_schedule_gets_no_second_one(
    slack: Sandbox, channel: str, alice: Person
) -> None:
    alice.invites_bot(CHANNEL)

    wrong = judged(slack, lookups=of_one_team(channel), channel=channel)

    assert wrong == {"channel": forms.HAS_ONE}


def test_a_first_round_in_the_past_is_told_under_its_field_of_a_change_too(
    slack: Sandbox, channel: str, alice: Person
) -> None:
    alice.invites_bot(CHANNEL)

    wrong = judged(slack, lookups=of_one_team(channel), subject="7", first="2026-02-02")

    assert "That day has passed" in wrong["first"]


def test_nobody_sets_up_a_channel_that_they_are_not_in(
    slack: Sandbox, channel: str, alice: Person
) -> None:
    alice.invites_bot(CHANNEL)
    slack.person("Bob").leaves(CHANNEL)

    assert judged(slack, by="Bob", channel=channel) == {"channel": forms.NOT_THERE}


def test_who_is_named_and_not_in_the_channel_is_counted(
    slack: Sandbox, channel: str, alice: Person
) -> None:
    alice.invites_bot(CHANNEL)
    slack.person("Bob").leaves(CHANNEL)
    one = judged(slack, channel=channel, people=ids(slack, "Alice", "Bob"))
    slack.person("Charlie").leaves(CHANNEL)
    two = judged(slack, channel=channel, people=ids(slack, "Alice", "Bob", "Charlie"))

    assert "1 of those you named is not in it" in one["people"]
    assert "2 of those you named are not in it" in two["people"]
    assert set(one) == set(two) == {"people"}


def test_of_a_change_only_the_people_are_checked_in_the_teams_channel(
    slack: Sandbox, channel: str, alice: Person
) -> None:
    alice.invites_bot(CHANNEL)
    slack.person("Bob").leaves(CHANNEL)
    alice.archives(CHANNEL)
    team = of_one_team(channel)

    wrong = judged(slack, lookups=team, subject="7", people=ids(slack, "Alice", "Bob"))

    assert set(wrong) == {"people"}
    assert judged(slack, lookups=team, subject="7", people=ids(slack, "Alice")) == {}
    assert judged(slack, lookups=team, subject="8", people=ids(slack, "Bob")) == {}


def test_what_is_wrong_in_itself_is_told_in_the_same_step(slack: Sandbox, channel: str) -> None:
    wrong = judged(slack, channel=channel, at="25:00")

    assert set(wrong) == {"channel", "at"}
    assert set(judged(slack, channel=None, people=ids(slack, "Bob"))) == {"channel"}


@pytest.mark.parametrize("error", ["ratelimited", "internal_error", "invalid_auth"])
def test_what_slack_does_not_tell_does_not_stand_in_the_way(
    slack: Sandbox, channel: str, error: str
) -> None:
    slack.person("Bob").leaves(CHANNEL)
    slack.faults.add(method="*", error=error, times=None)

    assert judged(slack, channel=channel, people=ids(slack, "Bob")) == {}


def test_what_slack_tells_too_late_is_not_waited_for(
    slack: Sandbox, channel: str, alice: Person
) -> None:
    alice.invites_bot(CHANNEL)
    slack.person("Bob").leaves(CHANNEL)
    slack.faults.add(method="conversations.info", error="channel_not_found", hang_s=LATE_S)

    wrong = judged(slack, channel=channel, people=ids(slack, "Bob"))

    assert set(wrong) == {"people"}


def test_of_a_channel_too_large_to_be_told_at_once_nobody_is_said_to_be_absent() -> None:
    many = tuple(NewMember(name=f"p{n}", real_name=f"P{n}", tz="UTC") for n in range(MOST + 1))
    with Sandbox(manifest=MANIFEST, people=many) as slack:
        slack.person("P0").invites_bot(CHANNEL)
        last = many[-1].real_name

        where = slack.channel(CHANNEL)
        assert judged(slack, by="P0", channel=where, people=ids(slack, last)) == {}
