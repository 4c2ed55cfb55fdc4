"""Reading what a person chose about their own invitations, or what is wrong under which field."""

from datetime import date, datetime

from bot.schedule.filled import Filled, Values, read_country
from bot.schedule.participant import Preferences
from bot.schedule.wall_clock import is_time, local_day
from bot.schedule.weeks import WEEKDAYS

INVITED, OWN_AT, DAYS_OFF, AWAY_UNTIL, OWN_COUNTRY = "invited", "at", "off", "away", "country"
"""The fields of the form. Of a field with several values they come joined by commas."""
TEAMS_HOUR = "team"


def read_preferences(values: Values, zone: str, now: datetime) -> Preferences:
    """Return what a form says.

    Args:
        values: by field.
        zone: where the person is.
        now: aware.

    Raises:
        Mistakes: names every field at fault, and says what to do.
    """
    filled = Filled(values)
    at = filled.text(OWN_AT) or TEAMS_HOUR
    if at != TEAMS_HOUR and not is_time(at):
        filled.wrong(OWN_AT, "Choose a time from 00:00 to 23:59, such as 09:30.")
    days = set(filled.many(DAYS_OFF))
    if not days <= {str(number) for number in range(len(WEEKDAYS))}:
        filled.wrong(DAYS_OFF, "Choose days of the week.")
    if len(days) == len(WEEKDAYS):
        filled.wrong(DAYS_OFF, "A day must be left. To stop, choose Do not invite me.")
    away = _away_until(filled, local_day(now, zone))
    country = read_country(filled, OWN_COUNTRY)
    filled.check()
    return Preferences(
        invited=filled.text(INVITED) != "no",
        at="" if at == TEAMS_HOUR else at,
        days_off=tuple(sorted(int(day) for day in days)),
        away_until=away,
        country=country,
    )


def _away_until(filled: Filled, today: date) -> date | None:
    text = filled.text(AWAY_UNTIL)
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        filled.wrong(AWAY_UNTIL, "Choose the day on which you are back.")
        return None
    # A day that has come means that they are back: no mistake, and nothing to keep.
    return day if day > today else None
