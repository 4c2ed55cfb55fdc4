"""Rosters: what a channel is and who is in it, as Slack tells it on good days and bad ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.schedule.roster import Kind, Member, Roster
from bot.schedule.shown import PauseReason
from bot.settings import forget_proxies
from bot.slack.member import member_of
from bot.slack.payload import Part
from bot.slack.roster import PAGE, take, trouble_of
from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.newcomers import PEOPLE, NewMember
from tests.slack.conftest import MANIFEST

CHANNEL = "interview-practice"
ZONE = "Europe/Paris"
GUESTS = (
    NewMember(name="gus", real_name="Gus", tz=ZONE, is_restricted=True),
    NewMember(name="una", real_name="Una", tz=ZONE, is_ultra_restricted=True),
)
NOBODY: frozenset[str] = frozenset()


@pytest.fixture
def slack() -> Iterator[Sandbox]:
    forget_proxies()
    with Sandbox(manifest=MANIFEST, people=(*PEOPLE, *GUESTS)) as sandbox:
        yield sandbox


@pytest.fixture
def client(slack: Sandbox) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.api_url, timeout=5, retry_handlers=[])


@pytest.fixture
def channel(slack: Sandbox, alice: Person) -> str:
    alice.invites_bot(CHANNEL)
    return slack.channel(CHANNEL)


class Everybody:
    """Known people: all there are."""

    def __contains__(self, user: object) -> bool:
        return True


class FirstTwoAreNew:
    """Nobody is known; but once two people were asked about, Slack has enough of us."""

    def __init__(self, slack: Sandbox) -> None:
        self._slack, self._asked = slack, 0

    def __contains__(self, user: object) -> bool:
        self._asked += 1
        if self._asked > 2:
            too_many(self._slack, "users.info")
        return False


def too_many(slack: Sandbox, method: str) -> None:
    slack.faults.add(method=method, status=429, error="ratelimited", retry_after=30, times=None)


def calls(slack: Sandbox, method: str) -> int:
    return sum(entry.kind == method for entry in slack.traffic)


def found(roster: Roster | None) -> Roster:
    assert roster is not None
    return roster


def test_everybody_in_the_channel_is_told_with_what_they_are(
    slack: Sandbox, client: WebClient, channel: str
) -> None:
    slack.person("Gus").joins(CHANNEL)
    slack.person("Una").joins(CHANNEL)

    roster = found(take(client, channel, NOBODY))

    kinds = {member.user: (member.kind, member.zone) for member in roster.met}
    assert roster.trouble is None
    assert set(roster.members) == set(kinds)
    assert kinds[slack.person("Alice").id] == (Kind.MEMBER, "Europe/Berlin")
    assert kinds[slack.person("Gus").id] == (Kind.GUEST, ZONE)
    assert kinds[slack.person("Una").id] == (Kind.GUEST, ZONE)
    assert kinds[slack.bot_user_id][0] is Kind.BOT
    assert len(kinds) == len(PEOPLE) + 3


def test_who_is_known_is_not_asked_about(slack: Sandbox, client: WebClient, channel: str) -> None:
    known = {slack.person(name).id for name in ("Alice", "Bob", "Charlie")}

    roster = found(take(client, channel, known))

    assert known < set(roster.members)
    assert {member.user for member in roster.met} == set(roster.members) - known
    assert calls(slack, "users.info") == len(roster.met)


def test_a_large_channel_is_told_whole() -> None:
    many = tuple(
        NewMember(name=f"p{number}", real_name=f"P{number}", tz="UTC") for number in range(2 * PAGE)
    )
    with Sandbox(manifest=MANIFEST, people=many) as slack:
        slack.person("P0").invites_bot(CHANNEL)
        client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])

        roster = found(take(client, slack.channel(CHANNEL), Everybody()))

        assert len(roster.members) == len(set(roster.members)) == 2 * PAGE + 1
        assert calls(slack, "conversations.members") == 3


def test_an_archived_channel_cannot_practise(
    client: WebClient, channel: str, alice: Person
) -> None:
    alice.archives(CHANNEL)

    assert take(client, channel, NOBODY) == Roster(trouble=PauseReason.ARCHIVED)


def test_a_shared_channel_cannot_practise(client: WebClient, channel: str, alice: Person) -> None:
    company = alice.shares(CHANNEL)
    shared = take(client, channel, NOBODY)
    alice.unshares(CHANNEL, company)
    again = found(take(client, channel, NOBODY))

    assert shared == Roster(trouble=PauseReason.SHARED)
    assert again.trouble is None


def test_a_channel_that_the_bot_was_removed_from_cannot_practise(
    client: WebClient, channel: str, alice: Person
) -> None:
    alice.removes_bot(CHANNEL)

    assert take(client, channel, NOBODY) == Roster(trouble=PauseReason.NOT_INVITED)


def test_what_is_not_there_or_is_no_channel_cannot_practise(
    client: WebClient, alice: Person
) -> None:
    gone = Roster(trouble=PauseReason.GONE)

    assert take(client, "C0NOWHERE", NOBODY) == gone
    assert take(client, alice.dm, NOBODY) == gone


@pytest.mark.parametrize(
    ("info", "trouble"),
    [
        ({"is_member": True}, None),
        ({"is_member": True, "is_pending_ext_shared": True}, PauseReason.SHARED),
        ({"is_member": True, "is_org_shared": True, "is_shared": True}, None),
        ({"is_member": True, "is_private": True}, PauseReason.GONE),
        ({"is_im": True}, PauseReason.GONE),
        ({"is_mpim": True, "is_member": True}, PauseReason.GONE),
        ({"is_archived": True}, PauseReason.ARCHIVED),
        ({}, PauseReason.NOT_INVITED),
    ],
)
def test_trouble_is_told_by_what_slack_documents(
    info: dict[str, Any], trouble: PauseReason | None
) -> None:
    assert trouble_of(Part(info)) is trouble


@pytest.mark.parametrize("method", ["conversations.info", "conversations.members"])
@pytest.mark.parametrize("error", ["ratelimited", "internal_error", "invalid_auth"])
def test_while_slack_cannot_be_asked_nothing_is_told(
    slack: Sandbox, client: WebClient, channel: str, method: str, error: str
) -> None:
    slack.faults.add(method=method, error=error)

    assert take(client, channel, NOBODY) is None


def test_without_a_network_nothing_is_told() -> None:
    nobody_there = WebClient(base_url="http://127.0.0.1:1/api/", retry_handlers=[])

    assert take(nobody_there, "C1", NOBODY) is None


def test_a_scope_that_is_missing_for_channels_is_no_trouble_of_the_channel(tmp_path: Path) -> None:
    without = MANIFEST.read_text(encoding="utf-8").replace("      - channels:read\n", "")
    path = tmp_path / "manifest.yml"
    path.write_text(without, encoding="utf-8")
    with Sandbox(manifest=path) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])

        assert take(client, slack.channel(CHANNEL), NOBODY) is None


def test_when_slack_has_enough_the_rest_is_left_for_the_next_time(
    slack: Sandbox, client: WebClient, channel: str
) -> None:
    roster = found(take(client, channel, FirstTwoAreNew(slack)))
    slack.faults.clear()
    rest = found(take(client, channel, {member.user for member in roster.met}))

    assert len(roster.met) == 2
    assert len(roster.members) == len(PEOPLE) + 1
    assert {member.user for member in (*roster.met, *rest.met)} == set(roster.members)


def test_after_a_limit_slack_is_left_alone(slack: Sandbox, client: WebClient, channel: str) -> None:
    too_many(slack, "users.info")

    roster = found(take(client, channel, NOBODY))

    assert (len(roster.members), roster.met) == (len(PEOPLE) + 1, ())
    assert calls(slack, "users.info") == 1


@pytest.mark.parametrize(
    ("error", "kind"), [("user_not_found", Kind.GONE), ("user_not_visible", Kind.GUEST)]
)
def test_whom_slack_does_not_describe_takes_no_part_and_keeps_nobody_out(
    slack: Sandbox, client: WebClient, channel: str, error: str, kind: Kind
) -> None:
    slack.faults.add(method="users.info", error=error)

    roster = found(take(client, channel, NOBODY))

    assert [member.kind for member in roster.met].count(kind) == 1
    assert len(roster.met) == len(roster.members)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({}, Kind.MEMBER),
        ({"team_id": "T1"}, Kind.MEMBER),
        ({"team_id": "T2"}, Kind.GUEST),
        ({"id": "W1", "team_id": "T2"}, Kind.MEMBER),
        ({"id": "W1", "team_id": "T2", "is_stranger": True}, Kind.GUEST),
        ({"is_stranger": True}, Kind.GUEST),
        ({"is_restricted": True}, Kind.GUEST),
        ({"is_ultra_restricted": True}, Kind.GUEST),
        ({"is_bot": True}, Kind.BOT),
        ({"is_workflow_bot": True}, Kind.BOT),
        ({"id": "USLACKBOT"}, Kind.BOT),
        ({"deleted": True, "is_bot": True}, Kind.GONE),
        ({"deleted": True, "is_restricted": True}, Kind.GONE),
    ],
)
def test_what_somebody_is_is_told_by_what_slack_documents(told: dict[str, Any], kind: Kind) -> None:
    assert member_of(Part({"id": "U1"} | told), "T1").kind is kind


@pytest.mark.parametrize(
    ("zone", "known"),
    [
        ("Asia/Kolkata", "Asia/Kolkata"),
        ("Mars/Base", ""),
        ("../etc/passwd", ""),
        ("", ""),
        (None, ""),
        (7, ""),
    ],
)
def test_only_a_zone_that_exists_is_one(zone: Any, known: str) -> None:
    told = Part({"id": "U1", "tz": zone})

    assert member_of(told, "T1") == Member(user="U1", zone=known, kind=Kind.MEMBER)


def test_in_the_view_of_an_organisation_a_colleagues_team_tells_nothing() -> None:
    assert member_of(Part({"id": "U1", "team_id": "T2"}), "E1").kind is Kind.MEMBER
