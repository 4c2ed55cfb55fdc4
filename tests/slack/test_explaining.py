"""The answer to why: every case has its words, the reason before the rule before the rows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.schedule.days import Off, Reason
from bot.schedule.shown import Explanation, NoSlot, PauseReason, SlotState
from bot.schedule.slots import GRACE
from bot.slack.views.explaining import preview, why
from bot.slack.views.message import when
from tests.slack.plans import FULL, NOW, USUAL

WEEK = "2026-W45"
MONDAY = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)  # 09:30 in Berlin
ROW = Explanation(
    channel="C1",
    week=WEEK,
    plan=USUAL,
    zone="Europe/Berlin",
    at="09:30",
    due=MONDAY,
    closes=MONDAY + timedelta(days=4),
    round_id=3,
    slot_id=12,
)
HOLIDAY = Off(why=Reason.HOLIDAY, name="All Souls' & Saints' Day")


def told(each: Explanation, now: datetime = NOW) -> str:
    return why([each], now)


@pytest.mark.parametrize("no_slot", [*NoSlot, None])
@pytest.mark.parametrize("state", [*SlotState, None])
def test_every_case_is_told_in_a_sentence_then_the_rule_then_the_rows(
    state: SlotState | None, no_slot: NoSlot | None
) -> None:
    offs = [None, HOLIDAY, *(Off(why=reason) for reason in Reason)]
    moments = [(None, None), (MONDAY, NOW), (MONDAY + timedelta(days=9), NOW + timedelta(days=9))]
    for off, pause, (opens, closes), plan in product(
        offs, [*PauseReason, None], moments, [USUAL, FULL]
    ):
        each = replace(ROW, state=state, no_slot=no_slot, off=off, pause=pause, plan=plan)
        happened, rule, rows = told(replace(each, due=opens, closes=closes)).splitlines()

        assert happened.startswith("*<#C1>*: ")
        assert happened.endswith(".")
        assert rule.startswith("Rule: Each ")
        assert rows.startswith("Rows: ")
        assert "None" not in happened + rule + rows
        assert not set("{}") & set(
            happened.replace(when(opens or NOW), "").replace(when(closes or NOW), "")
        )


def test_an_invitation_is_told_with_its_hour_its_zone_and_its_rows() -> None:
    assert told(replace(ROW, state=SlotState.INVITED)) == (
        f"*<#C1>*: You were invited {when(MONDAY)} (09:30, Europe/Berlin). "
        f"The round is open for you until {when(MONDAY + timedelta(days=4))}.\n"
        "Rule: Each Monday at 09:30 in your own time zone, Europe/Berlin; open for 4 days.\n"
        "Rows: round 3, slot 12: invited."
    )


def test_an_hour_of_ones_own_is_told_as_ones_own() -> None:
    each = replace(ROW, at="17:00", zone="Asia/Tokyo", plan=FULL, state=SlotState.WAITING)

    assert "at 17:00, your own hour, in your own time zone, Asia/Tokyo" in told(each)


def test_one_zone_for_all_is_told_as_that() -> None:
    each = replace(ROW, plan=FULL, at=FULL.at, zone=FULL.zone, state=SlotState.INVITED)

    assert f"for all in the time zone, {FULL.zone}" in told(each)


def test_the_rule_names_the_day_that_held_in_that_week() -> None:
    before = replace(ROW, plan=FULL, week="2026-W45", state=SlotState.INVITED)

    assert "Rule: Each Monday" in told(before)
    assert "Rule: Each Wednesday" in told(replace(before, week="2026-W46"))


@pytest.mark.parametrize(
    ("state", "off", "words"),
    [
        (SlotState.WAITING, None, "Your invitation comes"),
        (SlotState.BEGUN, None, "You had begun before your own hour"),
        (
            SlotState.SKIPPED,
            HOLIDAY,
            "Mon 2 Nov 2026 is a public holiday (All Souls' &amp; Saints'",
        ),
        (SlotState.SKIPPED, Off(why=Reason.BREAK), "your team has taken Mon 2 Nov 2026 out"),
        (SlotState.SKIPPED, Off(why=Reason.DAY_OFF), "Mon 2 Nov 2026 is one of your days off"),
        (SlotState.SKIPPED, Off(why=Reason.AWAY), "you are away on Mon 2 Nov 2026"),
        (SlotState.SKIPPED, Off(why=Reason.TURNED_OFF), "you turned your invitations off"),
        (SlotState.SKIPPED, Off(why=Reason.NOT_THIS_WEEK), "you pressed *Not this week*"),
        (SlotState.SKIPPED, Off(why=Reason.LEFT), "you no longer take part there"),
        (SlotState.INVITED, Off(why=Reason.NOT_THIS_WEEK), "Nothing more comes this week"),
    ],
)
def test_the_reason_is_told_in_words(state: SlotState, off: Off | None, words: str) -> None:
    assert words in told(replace(ROW, state=state, off=off), MONDAY - timedelta(hours=1))


@pytest.mark.parametrize("off", [None, HOLIDAY, Off(why=Reason.DOWN)])
def test_a_missed_slot_says_how_long_nobody_was_there(off: Off | None) -> None:
    hours = GRACE // timedelta(hours=1)

    assert (
        "You were not invited this week: I was not running at your hour, "
        f"and more than {hours} hours had passed when I was back."
    ) in told(replace(ROW, state=SlotState.MISSED, off=off))


def test_a_slot_that_was_moved_says_from_which_day_and_why() -> None:
    moved = replace(ROW, state=SlotState.INVITED, off=HOLIDAY, due=MONDAY + timedelta(days=1))

    assert "Your invitation was moved, because Mon 2 Nov 2026 is a public holiday" in told(moved)
    assert "moved" not in told(replace(moved, off=None))


def test_an_invitation_that_is_overdue_is_promised() -> None:
    waiting = replace(ROW, state=SlotState.WAITING)

    assert "comes as soon as I can send it" in told(waiting, MONDAY)
    assert "Your invitation comes" in told(waiting, MONDAY - timedelta(seconds=1))


def test_a_round_that_has_not_opened_tells_what_is_planned() -> None:
    planned = replace(ROW, no_slot=NoSlot.NOT_OPEN_YET, round_id=None, slot_id=None)

    assert f"planned for {when(MONDAY)} (09:30, Europe/Berlin)" in told(planned)
    assert "No invitation this week: Mon 2 Nov" in told(replace(planned, off=HOLIDAY))
    assert "Rows: none for week 2026-W45." in told(planned)


def test_every_reason_for_having_no_slot_is_another() -> None:
    lines = [told(replace(ROW, no_slot=each)).splitlines()[0] for each in NoSlot]

    assert len(set(lines)) == len(NoSlot)


def test_every_pause_is_told_in_other_words() -> None:
    paused = [told(replace(ROW, no_slot=NoSlot.PAUSED, pause=each)) for each in PauseReason]

    assert len(set(paused)) == len(PauseReason)


def test_who_is_in_no_team_is_told_what_to_do() -> None:
    assert "type `/practice schedule`" in why([], NOW)
    assert "type `/practice schedule`" in preview([], "Europe/Berlin")


def test_an_answer_leaves_whole_teams_out_and_says_how_many() -> None:
    text = why([replace(ROW, state=SlotState.INVITED)] * 50, NOW)

    *paragraphs, last = text.split("\n\n")
    assert len(text) <= 3000
    assert set(paragraphs) == {told(replace(ROW, state=SlotState.INVITED))}
    assert last == f"{50 - len(paragraphs)} more are left out here."
