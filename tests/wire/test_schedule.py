"""The schedule, as people meet it: its form and list, invitations, reminders, why and preview."""

from datetime import timedelta

import pytest

from sandbox.people.person import Person
from sandbox.state.records import Message
from tests.wire.conftest import CHANNEL, World
from tests.wire.dialogue import begins, is_scored

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def charlie(world: World) -> Person:
    return world.person("Charlie")


def opens_form(world: World, person: Person, command: str = "/practice schedule") -> None:
    person.runs(command, CHANNEL)
    world.slack.wait_until(lambda: person.modal)
    person.fills("Time zone", "UTC")
    person.fills("First round", world.clock.now().date().isoformat())


def in_dm(person: Person, words: str) -> list[Message]:
    """Her direct messages that hold some words, oldest first."""
    return [message for message in person.reads(person.dm) if words in message.text]


def invitations(person: Person) -> list[Message]:
    return [m for m in person.reads(person.dm) if "My invitations" in m.buttons]


def reminders(person: Person) -> list[Message]:
    return in_dm(person, "If you find ten minutes")


def test_an_organiser_sets_the_rhythm_once_and_everybody_is_invited_at_their_own_hour(
    world: World, charlie: Person
) -> None:
    charlie.invites_bot(CHANNEL)
    opens_form(world, charlie)
    charlie.chooses("Day", "Tuesday")
    charlie.chooses("Open for", "3 days")
    assert charlie.submits() == {}

    world.lives_until(world.clock.now() + 2 * DAY)

    for person in world.slack.people:
        (invitation,) = invitations(person)
        assert world.hour_of(invitation, person) == "Tue 09:30", person.name


@pytest.mark.parametrize(
    ("field", "value", "block", "words"),
    [
        ("Time zone", "Europe/Nowhere", "zone", "I do not know this zone"),
        ("First round", "2020-01-06", "first", "That day has passed"),
        ("Public holidays", "XX", "country", "I do not know this country"),
        ("Days without a round", "at Christmas", "breaks", "I cannot read"),
    ],
)
def test_a_mistake_is_told_under_its_field_and_nothing_is_set(
    world: World, charlie: Person, field: str, value: str, block: str, words: str
) -> None:
    charlie.invites_bot(CHANNEL)
    opens_form(world, charlie)
    charlie.fills(field, value)

    wrong = charlie.submits()
    world.settles()

    assert list(wrong) == [block]
    assert words in wrong[block]
    assert world.bot.desk.next_due() is None


def test_a_channel_without_the_bot_is_refused_under_its_field(
    world: World, charlie: Person
) -> None:
    charlie.invites_bot(CHANNEL)
    opens_form(world, charlie)
    charlie.picks("Channel", "general")

    wrong = charlie.submits()

    assert "Invite me" in wrong["channel"]


def test_a_channel_shared_with_another_company_is_refused_with_the_reason(
    world: World, charlie: Person
) -> None:
    charlie.invites_bot(CHANNEL)
    opens_form(world, charlie)
    charlie.shares(CHANNEL)

    wrong = charlie.submits()

    assert "shared with another company" in wrong["channel"]


def test_only_people_in_the_channel_can_be_named(world: World, charlie: Person) -> None:
    charlie.invites_bot(CHANNEL)
    world.person("Bob").leaves(CHANNEL)
    opens_form(world, charlie)
    charlie.picks("Who takes part", "Alice", "Bob")

    wrong = charlie.submits()

    assert "people" in wrong


def test_who_is_named_is_invited_and_nobody_else(world: World, charlie: Person) -> None:
    charlie.invites_bot(CHANNEL)
    opens_form(world, charlie)
    charlie.picks("Who takes part", "Alice", "Dana")
    assert charlie.submits() == {}

    world.lives_until(world.clock.now() + DAY)

    invited = {person.name for person in world.slack.people if invitations(person)}
    assert invited == {"Alice", "Dana"}


def test_the_list_shows_edits_pauses_resumes_and_ends(world: World, charlie: Person) -> None:
    world.team_is_set_up()
    for label, confirmed in (("Pause", "are paused"), ("Resume", "Resumed"), ("End", "Ended")):
        charlie.runs("/practice schedule", CHANNEL)
        world.shows_modal(charlie, label)
        charlie.presses(label)
        world.shows_modal(charlie, "I confirm it")
        world.settles()
        assert in_dm(charlie, confirmed), label
        charlie.closes()

    world.lives_until(world.clock.now() + 8 * DAY)

    assert sum("This week:" in m.text for m in charlie.reads(CHANNEL)) == 2


def test_an_edit_touches_the_next_round_and_is_told_to_its_maker_alone(
    world: World, charlie: Person
) -> None:
    world.team_is_set_up()
    talk = len(charlie.reads(CHANNEL))
    charlie.runs("/practice schedule", CHANNEL)
    world.shows_modal(charlie, "Edit")
    charlie.presses("Edit")
    world.shows_modal(charlie, "Save")
    charlie.chooses("Day", "Friday")
    charlie.chooses("Time", "15:00")
    assert charlie.submits() == {}
    world.settles()

    (told,) = in_dm(charlie, "Saved")
    monday = world.clock.now()
    world.lives_until(monday + 13 * DAY)

    assert "Each Friday at 15:00" in told.text
    posted = [m for m in charlie.reads(CHANNEL) if "This week:" in m.text]
    assert [world.hour_of(m, world.person("Dana"))[:3] for m in posted][2:] == ["Fri", "Fri"]
    assert len([m for m in charlie.reads(CHANNEL)[talk:] if "Saved" in m.text]) == 0


def test_an_invitation_leads_to_an_answer_that_counts_for_the_round(
    world: World, alice: Person
) -> None:
    world.team_is_set_up()
    (invitation,) = invitations(alice)

    first = begins(alice, invitation, "Practise: A disagreement")
    is_scored(world, alice, first)
    world.lives_until(world.clock.now() + 6 * DAY)

    assert reminders(alice) == []
    assert len(reminders(world.person("Dana"))) == 1


def test_not_this_week_is_the_last_word_of_the_week(world: World, alice: Person) -> None:
    world.team_is_set_up()
    alice.presses("Not this week", invitations(alice)[0])
    world.lives_until(world.clock.now() + 6 * DAY)
    this_week = len(invitations(alice)), len(reminders(alice))

    world.lives_until(world.clock.now() + 2 * DAY)

    assert this_week == (1, 0)
    assert len(invitations(alice)) == 2


def test_a_person_moves_their_own_hour_and_mistakes_are_told_under_the_field(
    world: World, alice: Person
) -> None:
    world.team_is_set_up()
    alice.runs("/practice invitations")
    world.slack.wait_until(lambda: alice.modal)
    alice.chooses("Hour", "17:00")
    alice.fills("Public holidays", "Atlantis")
    wrong = alice.submits()
    alice.fills("Public holidays", "FR")
    assert alice.submits() == {}
    world.lives_until(world.clock.now() + 8 * DAY)

    assert list(wrong) == ["country"]
    assert in_dm(alice, "17:00")
    assert world.hour_of(invitations(alice)[-1], alice) == "Mon 17:00"


def test_who_turns_invitations_off_hears_nothing_more(world: World, alice: Person) -> None:
    world.team_is_set_up()
    alice.presses("My invitations", invitations(alice)[0])
    world.slack.wait_until(lambda: alice.modal)
    alice.chooses("Invitations", "Do not invite me")
    assert alice.submits() == {}

    world.lives_until(world.clock.now() + 15 * DAY)

    assert (len(invitations(alice)), len(reminders(alice))) == (1, 0)


def test_the_wrap_up_comes_under_the_prompts_when_all_have_had_their_time(
    world: World, charlie: Person
) -> None:
    world.team_is_set_up()
    (prompt, *_) = [m for m in charlie.reads(CHANNEL) if "This week:" in m.text]

    world.lives_until(world.clock.now() + 5 * DAY)

    thread = charlie.reads(CHANNEL, prompt)
    assert "round has closed" in thread[-1].text
    assert not any(person.name in thread[-1].text for person in world.slack.people)


def test_why_tells_the_reason_the_rule_and_the_row(world: World, alice: Person) -> None:
    world.team_is_set_up()

    alice.runs("/practice why", CHANNEL)

    told = alice.sees("Rule:")
    assert told.ephemeral_to == alice.id
    assert "Each Monday at 09:30 in your own time zone, Europe/Berlin" in told.text
    assert "invited" in told.text


def test_preview_shows_eight_by_the_askers_own_clock(world: World, alice: Person) -> None:
    world.team_is_set_up()

    alice.runs("/practice preview", CHANNEL)

    told = alice.sees("in Europe/Berlin")
    lines = [line for line in told.text.splitlines() if line.startswith("•")]
    assert len(lines) == 8
    assert all("09:30" in line for line in lines)


def test_the_home_tab_tells_the_next_invitation_and_opens_both_forms(
    world: World, alice: Person
) -> None:
    world.team_is_set_up()
    alice.opens_home()
    world.slack.wait_until(lambda: "Your next invitation" in str(alice.home))

    alice.presses("Set up or change a schedule")
    world.shows_modal(alice, "New schedule")
    alice.closes()
    alice.presses("My invitations")

    world.shows_modal(alice, "Away until")


def test_an_archived_channel_pauses_its_team_and_the_organiser_is_told_once(
    world: World, charlie: Person
) -> None:
    world.team_is_set_up()

    charlie.archives(CHANNEL)
    world.lives_until(world.clock.now() + 8 * DAY)

    assert len(in_dm(charlie, "are paused")) == 1
    assert len(invitations(charlie)) == 1


def test_a_bot_that_was_removed_pauses_its_team_before_the_next_round(
    world: World, charlie: Person
) -> None:
    world.team_is_set_up()

    charlie.removes_bot(CHANNEL)
    world.lives_until(world.clock.now() + 8 * DAY)

    assert len(in_dm(charlie, "are paused")) == 1


def test_who_is_deactivated_is_not_invited_and_the_organiser_hears_of_the_named(
    world: World, charlie: Person
) -> None:
    charlie.invites_bot(CHANNEL)
    opens_form(world, charlie)
    charlie.picks("Who takes part", "Alice", "Bob")
    assert charlie.submits() == {}
    world.settles()

    world.person("Bob").is_deactivated()
    world.lives_until(world.clock.now() + DAY)

    assert invitations(world.person("Bob")) == []
    assert len(in_dm(charlie, "I no longer invite")) == 1


def test_who_moves_is_invited_by_the_new_clock_the_next_week(world: World, alice: Person) -> None:
    world.team_is_set_up()
    alice.moves_to("Asia/Tokyo")

    world.lives_until(world.clock.now() + 7 * DAY)

    _before, after = invitations(alice)
    assert world.hour_of(after, alice) == "Mon 09:30"
