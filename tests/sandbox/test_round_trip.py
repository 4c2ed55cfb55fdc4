"""A whole dialogue: a person, the wire, a real Bolt app, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.outlines.conformance import departures_in
from sandbox.people.person import Person
from sandbox.server import Sandbox
from sandbox.state.clock import MovableClock
from tests.sandbox.conftest import NOON, QUICK
from tests.sandbox.echo_app import Echo, over_http, over_socket_mode


@pytest.fixture(scope="module", params=[over_socket_mode, over_http])
def running(manifest: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Sandbox, Echo]]:
    # One connection for all: closing one takes a second or two.
    with (
        Sandbox(manifest=manifest, clock=MovableClock(NOON), deadlines=QUICK) as sandbox,
        request.param(sandbox) as app,
    ):
        yield sandbox, app


@pytest.fixture
def slack(running: tuple[Sandbox, Echo]) -> Iterator[Sandbox]:
    sandbox = running[0]
    sandbox.reset()
    yield sandbox
    assert [problem for entry in sandbox.traffic for problem in departures_in(entry)] == []


@pytest.fixture
def echo(running: tuple[Sandbox, Echo]) -> Echo:
    running[1].heard.clear()
    return running[1]


def test_buttons_and_modals_work_as_in_slack(slack: Sandbox, echo: Echo, alice: Person) -> None:
    alice.says("hello & <welcome>")
    answer = alice.sees("You said: hello & <welcome>")
    assert answer.user == slack.bot_user_id
    assert answer.buttons == ("Again", "Ask me")

    alice.presses("Again")
    assert alice.sees("Pressed!").ephemeral_to == alice.id

    alice.chooses("Colour", "Blue", message=answer)
    alice.presses("Ask me", message=answer)
    alice.sees("A question")
    alice.fills("What?", "wrong")
    assert alice.submits() == {"what": "Not that."}
    alice.fills("What?", "update")
    assert alice.submits() == {}
    alice.sees("Once more")
    alice.fills("What?", "push")
    assert alice.submits() == {}
    alice.sees("On top")
    alice.closes()
    alice.sees("Once more")
    alice.fills("What?", "fine")
    assert alice.submits() == {}
    assert alice.modal is None


def test_a_button_in_a_modal_changes_it_or_opens_another_on_top(
    slack: Sandbox, echo: Echo, alice: Person
) -> None:
    alice.runs("/echo modal")
    alice.sees("With buttons")
    alice.fills("What?", "half done")
    alice.presses("More")
    alice.sees("Once more")
    alice.presses("Deeper")
    alice.sees("On top")
    alice.closes()
    alice.sees("half done")

    more, deeper = [body for body in echo.heard if body.get("type") == "block_actions"]
    for body in (more, deeper):
        assert body["container"] == {"type": "view", "view_id": body["view"]["id"]}
        assert body["view"]["state"]["values"]["what"]["text"]["value"] == "half done"
        assert body.keys().isdisjoint({"channel", "message", "state", "response_url"})
    assert more["actions"][0]["value"] == "7"
    assert more["view"]["id"] == deeper["view"]["id"] == alice.modal.id  # type: ignore[union-attr]


def test_commands_shortcuts_and_the_home_tab_work_as_in_slack(echo: Echo, alice: Person) -> None:
    alice.runs("/echo one two")
    assert alice.sees("Echo: one two").ephemeral_to == alice.id
    alice.uses("Ask Echo")
    alice.sees("A question")
    alice.opens_home()
    alice.sees("At home")


def test_edits_unfurls_and_deletions_are_told(slack: Sandbox, echo: Echo, alice: Person) -> None:
    said = alice.says("hello")
    alice.sees("You said: hello")

    alice.edits(said, "hello again")
    alice.unfurls(said)
    alice.deletes(said)
    slack.wait_until(lambda: len([b for b in echo.heard if _subtype(b) == "message_deleted"]))
    subtypes = [_subtype(body) for body in echo.heard]
    assert subtypes.count("message_changed") == 2


def test_the_bot_hears_a_channel_only_once_it_was_invited(
    slack: Sandbox, echo: Echo, alice: Person
) -> None:
    alice.says("before", channel="interview-practice")
    alice.invites_bot("interview-practice")
    root = alice.says("after", channel="interview-practice")

    alice.sees("You said: after")
    alice.says("in the thread", thread=root)
    alice.sees("You said: in the thread")
    alice.sees_nothing_of("You said: before")
    assert [m.text for m in alice.reads("interview-practice", thread=root)] == [
        "after",
        "in the thread",
        "You said: in the thread",
    ]


def _subtype(body: dict[str, dict[str, str]]) -> str | None:
    event = body.get("event")
    return event.get("subtype") if event else None
