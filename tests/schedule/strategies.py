"""Plans and people as they may well be, for hypothesis to draw."""

from datetime import date, timedelta

from hypothesis import strategies as st

from bot.schedule.participant import Participant, Preferences
from bot.schedule.plan import Break, Plan, Turn

FIRST, LAST = date(2026, 11, 2), date(2027, 12, 26)
ZONES = (
    "Pacific/Kiritimati",
    "Australia/Lord_Howe",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Asia/Jerusalem",
    "Europe/Berlin",
    "America/St_Johns",
    "America/New_York",
    "Pacific/Pago_Pago",
)
COUNTRIES = ("", "DE-BE", "US", "IL", "JP")

HOLIDAYS = (date(2026, 12, 25), date(2027, 3, 29), date(2027, 4, 22), date(2027, 10, 11))
"""Of each of the countries at least one."""

days = st.dates(FIRST, LAST)
weekdays, zones, countries = st.integers(0, 6), st.sampled_from(ZONES), st.sampled_from(COUNTRIES)
hours = st.times().map(lambda at: at.strftime("%H:%M"))
breaks = st.builds(
    lambda first, length: Break(first=first, last=first + timedelta(days=length)),
    days,
    st.integers(0, 9),
)
plans = st.builds(
    Plan,
    weekday=weekdays,
    at=hours,
    zone=zones,
    own_zones=st.booleans(),
    open_days=st.integers(1, 6),
    turn=st.sampled_from(Turn),
    questions=st.just(("disagreement", "mistake")),
    country=countries,
    breaks=st.lists(breaks, max_size=3).map(tuple),
    first=st.just(FIRST),
)
preferences = st.builds(
    Preferences,
    invited=st.sampled_from([True, True, True, False]),
    at=st.just("") | hours,
    days_off=st.sets(weekdays).map(sorted).map(tuple),
    away_until=st.none() | days,
    country=countries,
)
people = st.builds(
    Participant, user=st.just("UALICE"), zone=st.just("") | zones, preferences=preferences
)


@st.composite
def weeks(draw: st.DrawFn) -> tuple[Plan, Participant, date]:
    """Return a plan, somebody and the Monday of a week, often with a day off in it."""
    plan, person = draw(plans), draw(people)
    near = [*HOLIDAYS, *(each.first for each in plan.breaks)]
    if person.preferences.away_until is not None:
        near.append(person.preferences.away_until)
    day = draw(st.sampled_from(near) | days)
    return plan, person, day - timedelta(days=day.weekday())
