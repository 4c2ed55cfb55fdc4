"""What somebody chose for themselves is read as it was meant, or each mistake has its sentence."""

from datetime import date

import pytest

from bot.schedule import own_form, plan_form as form
from bot.schedule.own_form import read_preferences
from bot.schedule.participant import Preferences
from tests.schedule.filled import CHOSEN, NOW, SHORT, Values, mistakes

AWAY = "Choose the day on which you are back."


def wrong_with(values: Values) -> dict[str, str]:
    return mistakes(lambda: read_preferences(CHOSEN | values, "Europe/Berlin", NOW))


@pytest.mark.parametrize(
    ("values", "chosen"),
    [
        ({}, Preferences()),
        ({own_form.INVITED: "no"}, Preferences(invited=False)),
        ({own_form.OWN_AT: "17:05"}, Preferences(at="17:05")),
        ({own_form.OWN_AT: None}, Preferences()),
        ({own_form.DAYS_OFF: "4,0"}, Preferences(days_off=(0, 4))),
        ({own_form.DAYS_OFF: "4,4"}, Preferences(days_off=(4,))),
        ({own_form.AWAY_UNTIL: "2026-12-08"}, Preferences(away_until=date(2026, 12, 8))),
        ({own_form.AWAY_UNTIL: "2026-12-07"}, Preferences()),  # they are back
        ({own_form.OWN_COUNTRY: " us-ca "}, Preferences(country="US-CA")),
    ],
)
def test_what_somebody_chose_is_read_as_it_was_meant(values: Values, chosen: Preferences) -> None:
    assert read_preferences(CHOSEN | values, "Europe/Berlin", NOW) == chosen


@pytest.mark.parametrize(
    ("field", "wrong", "sentence"),
    [
        (own_form.OWN_AT, "25:00", SHORT[form.AT]),
        (own_form.OWN_AT, "٠٩:٣٠", SHORT[form.AT]),
        (own_form.DAYS_OFF, "0,7", "Choose days of the week."),
        (own_form.DAYS_OFF, "٣", "Choose days of the week."),
        (own_form.AWAY_UNTIL, "Monday", AWAY),
        (own_form.OWN_COUNTRY, "XX", SHORT[form.COUNTRY]),
    ],
)
def test_a_mistake_of_ones_own_has_its_sentence_too(field: str, wrong: str, sentence: str) -> None:
    assert wrong_with({field: wrong}) == {field: sentence}


def test_all_mistakes_of_ones_own_are_told_at_once() -> None:
    wrong: Values = dict.fromkeys(CHOSEN, "?")

    assert set(wrong_with(wrong)) == {*CHOSEN} - {own_form.INVITED}
