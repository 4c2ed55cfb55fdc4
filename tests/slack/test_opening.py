"""Opening: what each word of the command and each button of the schedule shows at once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.models.blocks import ActionsBlock

from bot import actions as act
from bot.facts import ButtonPressed, Fact
from bot.schedule.shown import Explanation
from bot.settings import forget_proxies
from bot.slack.app import build_app
from bot.slack.listeners.lookups import Lookups, Whose
from bot.slack.transport import OverHttp
from bot.slack.views import explaining, forms
from bot.slack.views.message import button
from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.records import View
from tests.slack.conftest import MANIFEST
from tests.slack.lookups import NOON, NOTHING, of_one_team

CHANNEL = "interview-practice"
filed: list[Fact] = []


def keep(fact: Fact) -> bool:
    filed.append(fact)
    return True


@pytest.fixture
def slack() -> Iterator[Sandbox]:
    forget_proxies()
    filed.clear()
    with Sandbox(manifest=MANIFEST) as sandbox:
        yield sandbox


@pytest.fixture
def channel(slack: Sandbox, alice: Person) -> str:
    alice.invites_bot(CHANNEL)
    return slack.channel(CHANNEL)


@pytest.fixture
def client(slack: Sandbox) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])


@pytest.fixture
def listen(slack: Sandbox, client: WebClient) -> Iterator[Callable[[Lookups], None]]:
    """Let the bot listen, with something to look up."""
    started: list[OverHttp] = []

    def start(lookups: Lookups) -> None:
        app = build_app(
            client=client,
            signing_secret=slack.signing_secret,
            file=keep,
            lookups=lookups,
            now=lambda: NOON,
        )
        started.append(OverHttp(app, port=0))
        started[-1].listen()
        slack.send_events_to(f"http://127.0.0.1:{started[-1].port}/slack/events")

    yield start
    for transport in started:
        transport.stop()


Listen = Callable[[Lookups], None]


def shown(slack: Sandbox, person: Person, unlike: View | None = None) -> dict[str, Any]:
    """Return the modal that a person has before her, once it is another one."""
    before = unlike and unlike.hash

    def is_new() -> View | None:
        view = person.modal
        return view if view is not None and view.hash != before else None

    return slack.wait_until(is_new).body


def words(body: dict[str, Any]) -> str:
    return str([block.get("text", {}).get("text") for block in body["blocks"]])


def inputs(body: dict[str, Any]) -> set[str]:
    return {block["block_id"] for block in body["blocks"] if block["type"] == "input"}


def offer(client: WebClient, person: Person, action: str, carried: str) -> None:
    """Send somebody a button."""
    row = ActionsBlock(elements=[button("Press me", action, carried)])
    client.chat_postMessage(channel=person.id, text="Here", blocks=[row.to_dict()])


def test_schedule_lists_somebodys_teams(
    slack: Sandbox, listen: Listen, channel: str, alice: Person
) -> None:
    listen(of_one_team(channel))
    alice.runs("/practice schedule")

    assert f"<#{channel}>" in words(shown(slack, alice))


@pytest.mark.parametrize("word", ["schedule", "setup", "set up", "  Set   Up "])
def test_without_a_team_the_form_of_the_channel_opens(
    slack: Sandbox, listen: Listen, channel: str, alice: Person, word: str
) -> None:
    listen(NOTHING)
    alice.runs(f"/practice {word}", channel=CHANNEL)

    form = shown(slack, alice)

    assert (form["callback_id"], form.get("private_metadata", "")) == (act.SCHEDULE_FORM, "")
    assert "Europe/Berlin" in str(form)  # where Alice is
    assert channel in str(form)


def test_setup_in_the_channel_of_a_team_changes_that_team(
    slack: Sandbox, listen: Listen, channel: str, alice: Person
) -> None:
    listen(of_one_team(channel))
    alice.runs("/practice setup", channel=CHANNEL)

    form = shown(slack, alice)

    assert (form["callback_id"], form["private_metadata"]) == (act.SCHEDULE_FORM, "7")
    assert "channel" not in inputs(form)


def test_in_a_direct_message_the_form_asks_for_the_channel(
    slack: Sandbox, listen: Listen, alice: Person
) -> None:
    listen(NOTHING)
    alice.runs("/practice setup")

    form = shown(slack, alice)

    assert "channel" in inputs(form)
    assert alice.dm not in str(form)


@pytest.mark.parametrize("word", ["schedule", "setup"])
def test_a_channel_that_cannot_practise_is_told_instead_of_a_form(
    slack: Sandbox, listen: Listen, alice: Person, word: str
) -> None:
    listen(NOTHING)
    alice.runs(f"/practice {word}", channel=CHANNEL)

    assert forms.NOT_INVITED in words(shown(slack, alice))


def test_invitations_open_by_word_and_by_button(
    slack: Sandbox, client: WebClient, listen: Listen, alice: Person
) -> None:
    listen(NOTHING)
    alice.runs("/practice invitations")
    by_word = shown(slack, alice)
    alice.closes()
    offer(client, alice, act.INVITATIONS, "-")
    alice.presses("Press me")

    assert by_word["callback_id"] == act.INVITATIONS_FORM
    assert shown(slack, alice)["callback_id"] == act.INVITATIONS_FORM


def test_why_and_preview_are_answered_at_once_and_for_who_asked(
    slack: Sandbox, listen: Listen, channel: str, alice: Person
) -> None:
    asked: list[Whose] = []

    def why(whose: Whose) -> tuple[Explanation, ...]:
        asked.append(whose)
        return ()

    listen(replace(NOTHING, why=why))
    alice.runs("/practice why", channel=CHANNEL)
    alice.sees(explaining.NO_TEAM[:40])
    alice.runs("/practice preview", channel=CHANNEL)
    slack.wait_delivered()

    answers = [said for said in alice.reads(CHANNEL) if said.text == explaining.NO_TEAM]
    assert asked == [("", slack.team_id, alice.id)]
    assert [said.ephemeral_to for said in answers] == [alice.id, alice.id]
    slack.person("Bob").sees_nothing_of(explaining.NO_TEAM[:40])


def test_the_schedule_button_opens_the_form_of_its_channel_or_the_list(
    slack: Sandbox, client: WebClient, listen: Listen, channel: str, alice: Person
) -> None:
    listen(of_one_team(channel))
    offer(client, alice, act.SCHEDULE, channel)
    alice.presses("Press me")
    form = shown(slack, alice)
    alice.closes()
    offer(client, alice, act.SCHEDULE, "-")
    alice.presses("Press me")

    assert form["private_metadata"] == "7"
    assert "callback_id" not in shown(slack, alice)
    assert filed[-1].kind == "button_pressed"


@pytest.mark.parametrize(("label", "subject"), [("Edit", "7"), ("New schedule", "")])
def test_in_the_list_a_form_opens_on_top_and_closes_onto_the_list(
    slack: Sandbox, listen: Listen, channel: str, alice: Person, label: str, subject: str
) -> None:
    listen(of_one_team(channel))
    alice.runs("/practice schedule")
    shown(slack, alice)
    below = alice.modal
    alice.presses(label)
    form = shown(slack, alice, unlike=below)
    alice.closes()

    assert form["callback_id"] == act.SCHEDULE_FORM
    assert form.get("private_metadata", "") == subject
    assert alice.modal is below


def test_a_team_that_is_gone_or_another_persons_is_not_opened(
    slack: Sandbox, client: WebClient, listen: Listen, channel: str, alice: Person
) -> None:
    listen(of_one_team(channel, user=alice.id))
    bob = slack.person("Bob")
    for person, number in ((alice, "8"), (bob, "7")):
        offer(client, person, act.SCHEDULE_EDIT, number)
        person.presses("Press me")

        assert "no longer there" in words(shown(slack, person))


def test_a_press_that_changes_a_team_is_filed_and_the_modal_says_that_it_was_heard(
    slack: Sandbox, listen: Listen, channel: str, alice: Person
) -> None:
    listen(of_one_team(channel))
    alice.runs("/practice schedule")
    shown(slack, alice)
    before = alice.modal
    assert before is not None
    view_id, old_hash = before.id, before.hash
    alice.presses("Pause")
    slack.wait_until(lambda: alice.modal and alice.modal.hash != old_hash)

    pressed = [fact for fact in filed if isinstance(fact, ButtonPressed)]
    assert [(fact.action, fact.value, fact.channel) for fact in pressed] == [
        (act.SCHEDULE_PAUSE, "7", None)
    ]
    assert alice.modal is not None
    assert alice.modal.id == view_id
    assert "Pausing it" in words(alice.modal.body)
