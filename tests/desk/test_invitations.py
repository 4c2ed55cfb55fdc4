"""Invitations: everybody once a week, at their own hour, or a reason why not."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot import actions as act
from bot.schedule.roster import Kind
from storage.tables import Person, Slot
from tests.desk.workplace import ALICE, MONDAY, Workplace, member

WEEK, DAY, HOUR = timedelta(days=7), timedelta(days=1), timedelta(hours=1)
CLOSES = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
OWN = {"invited": "yes", "at": "team", "off": "", "away": "", "country": ""}
FROM_EAST_TO_WEST = (
    "Pacific/Kiritimati",
    "Pacific/Auckland",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Europe/Berlin",
    "Europe/London",
    "America/St_Johns",
    "America/New_York",
    "Pacific/Honolulu",
    "Pacific/Pago_Pago",
)


def invited(workplace: Workplace, user: str = "UALICE") -> int:
    return len([note for note in workplace.said("Invite") if note.channel == user])


def reminded(workplace: Workplace, user: str = "UALICE") -> int:
    return len([note for note in workplace.said("RemindToBegin") if note.channel == user])


def outcome(workplace: Workplace, user: str = "UALICE") -> list[tuple[str, str | None]]:
    """What became of somebody's slots, and why."""
    query = select(Slot.state, Slot.why).join(Person, Person.id == Slot.person_id)
    with workplace.database.transaction() as session:
        rows = session.execute(query.where(Person.user == user).order_by(Slot.id))
        return [(state, why) for state, why in rows]


@pytest.mark.parametrize("open_days", ["1", "6"])
@pytest.mark.parametrize("team_zone", ["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"])
def test_everybody_is_invited_at_their_own_hour_while_the_round_is_open_for_them(
    workplace: Workplace, team_zone: str, open_days: str
) -> None:
    people = {f"U{i}": zone for i, zone in enumerate(FROM_EAST_TO_WEST)}
    workplace.sets_up(
        *(member(user, zone) for user, zone in people.items()),
        zone=team_zone,
        open=open_days,
        first="2026-11-30",
    )

    heard: dict[str, datetime] = {}
    while len(heard) < len(people):
        due = workplace.desk.next_due()
        assert due is not None
        before = len(workplace.said("Invite"))
        workplace.passes_until(due)
        for note in workplace.said("Invite")[before:]:
            heard[note.channel] = workplace.clock()
            assert note.effect.closes > workplace.clock()

    shown = {user: at.astimezone(ZoneInfo(people[user])) for user, at in heard.items()}
    assert {f"{at:%A %d %H:%M}" for at in shown.values()} == {"Monday 30 09:30"}


def test_with_one_zone_for_all_everybody_is_invited_at_once(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, member("UBOB", "Asia/Tokyo"), zones="one", zone="Europe/Berlin")

    workplace.passes_until(datetime(2026, 11, 23, 8, 30, tzinfo=UTC))

    assert (invited(workplace), invited(workplace, "UBOB")) == (1, 1)


def test_bots_guests_and_the_deactivated_are_never_invited(workplace: Workplace) -> None:
    others = [member(f"U{kind}", kind=kind) for kind in Kind if kind is not Kind.MEMBER]
    workplace.sets_up(ALICE, *others)

    workplace.passes_until(MONDAY + WEEK + DAY)

    assert {note.channel for note in workplace.said("Invite")} == {"UALICE"}


def test_where_people_are_named_nobody_else_is_invited(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, member("UBOB"), people="UBOB,UNOTHERE")

    workplace.passes_until(MONDAY + DAY)

    assert {note.channel for note in workplace.said("Invite")} == {"UBOB"}


def test_within_the_grace_time_an_invitation_is_made_up_once(workplace: Workplace) -> None:
    workplace.sets_up()

    workplace.passes(12 * HOUR)
    workplace.passes(HOUR)

    assert invited(workplace) == 1


def test_what_is_too_late_is_missed_and_never_sent(workplace: Workplace) -> None:
    workplace.sets_up()

    workplace.passes(14 * HOUR)

    assert invited(workplace) == 0
    assert outcome(workplace) == [("missed", "down")]


def test_nobody_is_invited_when_their_window_has_closed(workplace: Workplace) -> None:
    late = {**OWN, "at": "23:30"}
    workplace.sets_up(ALICE, member("UBOB"))
    workplace.submits(act.INVITATIONS_FORM, "", late)

    workplace.passes_until(datetime(2026, 11, 23, 23, 29, tzinfo=UTC))
    workplace.passes(4 * DAY + HOUR)

    assert invited(workplace) == 0
    assert outcome(workplace) == [("missed", "down")]


def test_who_begins_before_their_hour_is_not_invited_and_counts(workplace: Workplace) -> None:
    workplace.sets_up(member("UALICE", "America/New_York"))
    workplace.passes_until(datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
    workplace.presses(f"{act.PRACTISE_PRIVATE}.mistake", "mistake:1")

    workplace.passes_until(CLOSES + DAY)

    assert (invited(workplace), reminded(workplace)) == (0, 0)
    assert outcome(workplace) == [("begun", None)]


def test_there_is_one_reminder_in_the_middle_for_who_has_not_begun(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, member("UBOB"))
    workplace.passes_until(MONDAY + DAY)
    workplace.presses(f"{act.PRACTISE_PRIVATE}.mistake", "mistake:1", "UBOB")

    workplace.passes_until(datetime(2026, 11, 25, 9, 29, tzinfo=UTC))
    before = reminded(workplace)
    workplace.passes_until(CLOSES + DAY)

    assert (before, reminded(workplace), reminded(workplace, "UBOB")) == (0, 1, 0)


def test_a_reminder_missed_at_night_waits_for_the_morning(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes_until(MONDAY + DAY)
    workplace.passes(datetime(2026, 11, 25, 22, tzinfo=UTC) - workplace.clock())
    at_night = reminded(workplace)

    due = workplace.desk.next_due()
    workplace.passes_until(CLOSES)

    assert at_night == 0
    assert due == datetime(2026, 11, 26, 8, tzinfo=UTC)
    assert reminded(workplace) == 1


def test_without_the_reminder_nobody_is_reminded(workplace: Workplace) -> None:
    workplace.sets_up(reminder="")

    workplace.passes_until(CLOSES + DAY)

    assert (invited(workplace), reminded(workplace)) == (1, 0)


def test_not_this_week_means_nothing_more_this_week(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes_until(MONDAY + DAY)
    workplace.presses(act.NOT_THIS_WEEK, "1")

    workplace.passes_until(CLOSES)
    this_week = reminded(workplace)
    workplace.passes_until(MONDAY + WEEK + DAY)

    assert this_week == 0
    assert outcome(workplace) == [("skipped", "not_this_week"), ("invited", None)]


def test_who_turns_invitations_off_gets_none_until_they_turn_them_on(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, member("UBOB"))
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"invited": "no"})
    workplace.passes_until(MONDAY + WEEK)
    off = invited(workplace)
    workplace.submits(act.INVITATIONS_FORM, "", OWN)

    workplace.passes_until(MONDAY + WEEK + DAY)

    assert (off, invited(workplace), invited(workplace, "UBOB")) == (0, 1, 2)


def test_an_hour_of_ones_own_is_served_from_the_next_slot_on(workplace: Workplace) -> None:
    workplace.sets_up(member("UALICE", "Europe/Berlin"))
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"at": "17:00"})

    workplace.passes_until(datetime(2026, 11, 23, 15, 59, tzinfo=UTC))
    too_early = invited(workplace)
    workplace.passes_until(datetime(2026, 11, 23, 16, 0, tzinfo=UTC))

    assert (too_early, invited(workplace)) == (0, 1)


def test_who_is_away_is_invited_on_the_day_they_are_back_or_the_week_after(
    workplace: Workplace,
) -> None:
    workplace.sets_up(ALICE, member("UBOB"))
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"away": "2026-11-25"})
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"away": "2026-11-28"}, "UBOB")

    workplace.passes_until(datetime(2026, 11, 25, 9, 29, tzinfo=UTC))
    early = invited(workplace)
    workplace.passes_until(CLOSES)
    this_week = invited(workplace), invited(workplace, "UBOB")
    workplace.passes_until(MONDAY + WEEK + DAY)

    assert (early, this_week) == (0, (1, 0))
    assert invited(workplace, "UBOB") == 1


def test_who_goes_away_after_the_round_has_opened_is_left_in_peace(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, member("UBOB", "Pacific/Honolulu"))
    workplace.passes_until(datetime(2026, 11, 23, 10, tzinfo=UTC))
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"away": "2026-12-20"}, "UBOB")

    workplace.passes_until(CLOSES + DAY)

    assert (invited(workplace, "UBOB"), reminded(workplace, "UBOB")) == (0, 0)
    assert outcome(workplace, "UBOB") == [("skipped", "away")]


def test_who_moves_is_served_by_the_new_zone_and_never_twice_in_a_week(
    workplace: Workplace,
) -> None:
    workplace.sets_up(member("UALICE", "Pacific/Kiritimati"), first="2026-11-30")
    workplace.passes_until(datetime(2026, 11, 29, 20, tzinfo=UTC))
    first = invited(workplace)
    workplace.moves("UALICE", "Pacific/Pago_Pago")
    workplace.passes_until(datetime(2026, 12, 6, 20, tzinfo=UTC))
    same_week = invited(workplace)

    workplace.passes_until(datetime(2026, 12, 7, 20, 30, tzinfo=UTC))  # 09:30 in Pago Pago

    assert (first, same_week, invited(workplace)) == (1, 1, 2)


def test_who_leaves_before_their_hour_is_not_invited(workplace: Workplace) -> None:
    workplace.sets_up(ALICE, member("UBOB", "Pacific/Honolulu"))
    workplace.passes_until(datetime(2026, 11, 23, 10, tzinfo=UTC))
    workplace.moves("UBOB", "Pacific/Honolulu", Kind.GONE)

    workplace.passes_until(CLOSES)

    assert invited(workplace, "UBOB") == 0
    assert outcome(workplace, "UBOB") == [("skipped", "left")]


def test_many_who_tick_at_once_invite_nobody_twice(workplace: Workplace) -> None:
    people = [member(f"U{number}") for number in range(2500)]
    workplace.sets_up(*people)
    workplace.clock.passes(2 * HOUR)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _worker: workplace.desk.tick(), range(4)))
    workplace.desk.tick()
    workplace.carries()

    assert len(workplace.said("Invite")) == 2500
    assert len({note.channel for note in workplace.said("Invite")}) == 2500


def test_a_tick_that_is_cut_off_is_taken_up_again_where_it_was(workplace: Workplace) -> None:
    people = [member(f"U{number}") for number in range(1500)]
    workplace.sets_up(*people)
    workplace.clock.passes(2 * HOUR)
    calls = iter(range(5))

    def cut_off() -> datetime:
        if next(calls, None) is None:
            raise InterruptedError
        return workplace.clock()

    workplace.desk.now = cut_off
    with pytest.raises(InterruptedError):
        workplace.desk.tick()
    workplace.desk.now = workplace.clock
    halfway = outcome(workplace, "U0")
    workplace.desk.tick()
    workplace.carries()

    assert halfway == [("invited", None)]
    assert len(workplace.said("Invite")) == 1500
    assert len({note.channel for note in workplace.said("Invite")}) == 1500
