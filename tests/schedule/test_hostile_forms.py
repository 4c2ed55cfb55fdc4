"""Whatever is written into a form, it is read or it is refused with a sentence."""

from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given, settings, strategies as st

from bot.schedule.own_form import read_preferences
from bot.schedule.participant import Participant
from bot.schedule.plan import Plan
from bot.schedule.plan_form import read_plan
from bot.schedule.rounds import planned_round, weeks_to_come
from tests.schedule.filled import CHOSEN, FILLED, KNOWN, NOW, PLAN, Values, mistakes

HOSTILE = (
    "",
    " ",
    ",",
    "x" * 100_000,
    "9" * 5_000,
    "٣",
    "²",
    "-1",
    "1e3",
    "0x1",
    "1_0",
    "None",
    "NaN",
    "0001-01-01",
    "9999-12-31",
    "9999-12-31 to 0001-01-01",
    "9999-12-31" + " " * 3_000 + " to 0001-01-01",
    "0001-01-01 to 9999-12-31",
    "٢٠٢٦-١٢-١٤",
    "2026-02-30",
    "2026-W51-1",
    "24:00",
    "٠٩:٣٠",
    "09:30:00.000001+23:59",
    "../../etc/passwd",
    "Europe",
    "Europe/Berlin\x00",
    "\x00",
    "\ud800",
    "\u202e2026-12-14",
    "ß",
    "DE-",
    "<@U1> to <!channel>",
    "to to to",
)
anything = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=[]), max_size=30)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", FILLED)
def test_nothing_that_is_filled_in_breaks_the_reading(field: str, text: str) -> None:
    _read_both({field: text})


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from([*FILLED, *CHOSEN]), st.none() | anything, max_size=3))
def test_nothing_that_is_filled_in_together_breaks_it_either(values: Values) -> None:
    _read_both(values)


def _read_both(values: Values) -> None:
    found = [
        mistakes(partial(_plan_with, values, before, any_first=any_first))
        for before in (None, PLAN)
        for any_first in (False, True)
    ]
    own = mistakes(lambda: read_preferences(CHOSEN | values, "Pacific/Kiritimati", NOW))

    assert all(set(wrong) <= {*FILLED} for wrong in found)
    assert set(own) <= {*CHOSEN}
    assert all(0 < len(sentence) < 150 for wrong in (*found, own) for sentence in wrong.values())


def _plan_with(values: Values, before: Plan | None, *, any_first: bool) -> None:
    """Read a plan, and plan its first round: nothing that was read is beyond the calendar."""
    plan = read_plan(FILLED | values, KNOWN, NOW, before, any_first=any_first)
    week = next(weeks_to_come(plan, NOW, set()))
    found = planned_round(plan, [Participant(user="U1", zone="Asia/Tokyo")], week)

    assert found.opens < NOW + timedelta(days=380)
