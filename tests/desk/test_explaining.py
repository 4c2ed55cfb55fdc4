"""It explains itself: why somebody was invited or not, and what comes next."""

from datetime import UTC, datetime, timedelta

from bot import actions as act
from bot.desk.showing_schedule import Schedule
from bot.schedule.days import Reason
from bot.schedule.roster import Kind
from bot.schedule.shown import Explanation, NoSlot, PauseReason, SlotState
from tests.desk.test_invitations import OWN
from tests.desk.workplace import ALICE, MONDAY, Workplace, member

DAY = timedelta(days=1)
WHOSE = ("", "T1", "UALICE")


def why(workplace: Workplace, user: str = "UALICE") -> Explanation:
    (found,) = Schedule(workplace.database).why(("", "T1", user), workplace.clock())
    return found


def test_before_the_round_it_says_when_the_invitation_comes(workplace: Workplace) -> None:
    workplace.sets_up()

    found = why(workplace)

    assert (found.no_slot, found.round_id) == (NoSlot.NOT_OPEN_YET, None)
    assert found.due == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_after_the_invitation_it_names_the_rows(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes_until(MONDAY + DAY)

    found = why(workplace)

    assert (found.state, found.round_id, found.slot_id) == (SlotState.INVITED, 1, 1)
    assert (found.at, found.zone) == ("09:30", "UTC")


def test_what_was_missed_says_so(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes(2 * DAY)

    found = why(workplace)

    assert found.state is SlotState.MISSED
    assert found.off is not None
    assert found.off.why is Reason.DOWN


def test_a_holiday_is_called_by_its_name(workplace: Workplace) -> None:
    workplace.clock.moment = datetime(2027, 3, 29, 8, tzinfo=UTC)
    workplace.sets_up(country="DE")
    workplace.passes_until(datetime(2027, 3, 30, 10, tzinfo=UTC))

    found = why(workplace)

    assert found.state is SlotState.INVITED
    assert found.off is not None
    assert (found.off.why, found.off.name) == (Reason.HOLIDAY, "Easter Monday")


def test_whoever_has_no_slot_hears_the_reason(workplace: Workplace) -> None:
    guest = member("UGUEST", kind=Kind.GUEST)
    workplace.sets_up(ALICE, member("UBOB"), guest, people="UALICE")
    workplace.passes_until(MONDAY + DAY)

    assert why(workplace, "UBOB").no_slot is NoSlot.NOT_NAMED
    assert why(workplace, "UGUEST").no_slot is NoSlot.GUEST


def test_whoever_joined_later_hears_so(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.passes_until(MONDAY + DAY)
    workplace.asks_slack(ALICE, member("UBOB"))

    assert why(workplace, "UBOB").no_slot is NoSlot.JOINED_LATER


def test_a_paused_team_says_why_it_is(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.presses(act.SCHEDULE_PAUSE, "1")

    found = why(workplace)

    assert (found.no_slot, found.pause) == (NoSlot.PAUSED, PauseReason.ASKED)


def test_whoever_is_in_no_team_has_nothing_to_explain(workplace: Workplace) -> None:
    workplace.sets_up()

    assert Schedule(workplace.database).why(("", "T1", "USTRANGER"), workplace.clock()) == []


def test_the_preview_shows_eight_with_the_change_of_clock_among_them(
    workplace: Workplace,
) -> None:
    workplace.clock.moment = datetime(2027, 3, 1, 7, tzinfo=UTC)
    workplace.sets_up(member("UALICE", "Europe/Berlin"), country="DE")

    (preview,), zone = Schedule(workplace.database).previews(WHOSE)

    assert zone == "Europe/Berlin"
    assert [f"{each.slot.due:%m-%d %H:%M}" for each in preview.upcoming] == [
        "03-01 08:30",
        "03-08 08:30",
        "03-15 08:30",
        "03-22 08:30",
        "03-30 07:30",  # after Easter Monday, and an hour earlier by UTC
        "04-05 07:30",
        "04-12 07:30",
        "04-19 07:30",
    ]
    assert [bool(each.shift) for each in preview.upcoming].index(True) == 4


def test_the_preview_is_of_the_askers_own_hours_and_what_is_frozen_comes_first(
    workplace: Workplace,
) -> None:
    workplace.sets_up(ALICE, member("UBOB", "Pacific/Honolulu"))
    workplace.passes_until(datetime(2026, 11, 23, 10, tzinfo=UTC))
    workplace.submits(act.INVITATIONS_FORM, "", OWN | {"at": "17:00"}, "UBOB")

    (preview,), _zone = Schedule(workplace.database).previews(("", "T1", "UBOB"))

    first, second = (each.slot.due for each in preview.upcoming[:2])
    assert first == datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
    assert second == datetime(2026, 12, 1, 3, tzinfo=UTC)


def test_a_paused_team_previews_nothing(workplace: Workplace) -> None:
    workplace.sets_up()
    workplace.presses(act.SCHEDULE_PAUSE, "1")

    (preview,), _zone = Schedule(workplace.database).previews(WHOSE)

    assert (preview.pause, preview.upcoming) == (PauseReason.ASKED, ())
