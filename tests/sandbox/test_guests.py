"""Guests, people of another company, and who was deactivated long ago."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from sandbox.outlines.conformance import departures_in
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from sandbox.state.workspace import PEOPLE, NewMember
from tests.sandbox.conftest import NOON, QUICK

CHANNEL = "interview-practice"
ZONE = "Europe/Paris"
OTHERS = (
    NewMember(name="gus", real_name="Gus", tz=ZONE, is_restricted=True),
    NewMember(name="una", real_name="Una", tz=ZONE, is_ultra_restricted=True),
    NewMember(name="eve", real_name="Eve", tz=ZONE, is_stranger=True, team_id="T0ELSEWHERE"),
    NewMember(name="sam", real_name="Sam", tz=ZONE, is_stranger=True),
    NewMember(name="zoe", real_name="Zoe", tz=ZONE, deleted=True),
)
STATUS = ("deleted", "is_restricted", "is_ultra_restricted", "is_stranger")


@pytest.fixture
def slack(manifest: Path) -> Iterator[Sandbox]:
    people = (*PEOPLE, *OTHERS)
    with Sandbox(
        manifest=manifest, clock=MovableClock(NOON), people=people, deadlines=QUICK
    ) as sandbox:
        yield sandbox
        assert [problem for entry in sandbox.traffic for problem in departures_in(entry)] == []


def user(client: WebClient, slack: Sandbox, name: str) -> dict[str, Any]:
    found: dict[str, Any] = client.users_info(user=slack.person(name).id)["user"]
    return found


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("Alice", (False, False, False, False)),
        ("Gus", (False, True, False, False)),
        ("Una", (False, True, True, False)),
        ("Eve", (False, False, False, True)),
        ("Zoe", (True, False, False, False)),
    ],
)
def test_everybody_is_told_apart(
    slack: Sandbox, client: WebClient, name: str, status: tuple[bool, ...]
) -> None:
    answer = user(client, slack, name)
    listed = {member["id"]: member for member in client.users_list()["members"]}

    assert tuple(answer[key] for key in STATUS) == status
    assert listed[answer["id"]] == answer


def test_only_the_team_tells_who_is_of_another_company(slack: Sandbox, client: WebClient) -> None:
    alice, eve = slack.person("Alice"), slack.person("Eve")
    with pytest.raises(AssertionError, match="is not shared with Eve's company"):
        eve.joins(CHANNEL)
    alice.invites_bot(CHANNEL)
    alice.shares(CHANNEL, "T0ELSEWHERE")
    eve.joins(CHANNEL)
    eve.says("hello from elsewhere", channel=CHANNEL)
    slack.wait_delivered()

    # Slack: "in a shared channel that your app has access to" is no stranger.
    assert user(client, slack, "Eve")["is_stranger"] is False
    assert user(client, slack, "Eve")["team_id"] == "T0ELSEWHERE"
    assert user(client, slack, "Sam")["is_stranger"] is True
    assert user(client, slack, "Sam")["team_id"] not in ("T0ELSEWHERE", slack.team_id)
    assert user(client, slack, "Alice")["team_id"] == slack.team_id
    events = [entry.payload["event"] for entry in slack.traffic if entry.kind == "events_api"]
    of_eve = [event["team"] for event in events if event.get("user") == eve.id]
    assert set(of_eve) == {"T0ELSEWHERE"}

    alice.unshares(CHANNEL, "T0ELSEWHERE")
    channel = slack.channel(CHANNEL)
    assert eve.id not in client.conversations_members(channel=channel)["members"]


def test_only_members_are_in_every_channel_at_first(slack: Sandbox, client: WebClient) -> None:
    channel = slack.channel(CHANNEL)
    names = [person.name for person in slack.people]
    members = client.conversations_members(channel=channel)["members"]
    slack.person("Una").joins(CHANNEL)
    after = client.conversations_members(channel=channel)["members"]

    assert names == ["Alice", "Bob", "Charlie", "Dana", "Gus", "Una", "Eve", "Sam", "Zoe"]
    assert [slack.person(member).name for member in members] == names[:4]
    assert slack.person("Una").id in after
