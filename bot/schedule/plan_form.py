"""Reading a plan from what an organiser filled in: a plan, or what is wrong under which field."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.schedule.filled import Filled, Values, read_country
from bot.schedule.plan import Break, Plan, Turn
from bot.schedule.wall_clock import is_time, is_zone, local_day, local_instant
from bot.schedule.weeks import WEEK, WEEKDAYS

CHANNEL, PEOPLE, QUESTIONS, TURN = "channel", "people", "questions", "turn"
WEEKDAY, AT, ZONES, ZONE = "weekday", "at", "zones", "zone"
OPEN_DAYS, REMINDER, COUNTRY, BREAKS, FIRST = "open", "reminder", "country", "breaks", "first"
"""The fields of the form. Of a field with several values they come joined by commas."""

OWN, ONE = "own", "one"
MOST_DAYS = 6
MOST_BREAKS = 50
YEAR = timedelta(days=366)
"""The first round is not further ahead, and no break longer: it would be a slip of the pen."""


def read_plan(
    values: Values,
    questions: Sequence[str],
    now: datetime,
    before: Plan | None = None,
    *,
    any_first: bool = False,
) -> Plan:
    """Return the plan that a form describes.

    Args:
        values: by field.
        questions: those that can be chosen.
        now: aware; nothing begins before it.
        before: the plan that is changed; None where there was none.
        any_first: take a first day that has passed too. Whether it may stay depends on the plan
            before, and not every reader knows it.

    Raises:
        Mistakes: names every field at fault, and says what to do.
    """
    filled = Filled(values)
    weekday, open_days = _weekday(filled), _open_days(filled)
    at, zone, turn = _at(filled), _zone(filled), _turn(filled)
    chosen = _questions(filled, questions)
    country, breaks = read_country(filled, COUNTRY), _breaks(filled)
    first = _first(filled, now, before)
    if not (filled.mistakes or any_first):
        _check_first(filled, (weekday, at, zone, first), now, before)
    filled.check()
    plan = Plan(
        weekday=weekday,
        at=at,
        zone=zone,
        own_zones=filled.text(ZONES) != ONE,
        open_days=open_days,
        reminder=filled.text(REMINDER) == "yes",
        turn=turn,
        questions=chosen,
        people=filled.many(PEOPLE),
        country=country,
        breaks=breaks,
        first=first,
    )
    return plan if before is None else plan.after(before, local_day(now, zone))


def _weekday(filled: Filled) -> int:
    text = filled.text(WEEKDAY)
    if text not in {str(number) for number in range(len(WEEKDAYS))}:
        filled.wrong(WEEKDAY, "Choose a day.")
        return 0
    return int(text)


def _open_days(filled: Filled) -> int:
    text = filled.text(OPEN_DAYS)
    if text not in {str(number) for number in range(1, MOST_DAYS + 1)}:
        filled.wrong(OPEN_DAYS, f"Choose from 1 to {MOST_DAYS} days.")
        return 1
    return int(text)


def _at(filled: Filled) -> str:
    text = filled.text(AT)
    if not is_time(text):
        filled.wrong(AT, "Choose a time from 00:00 to 23:59, such as 09:30.")
    return text


def _zone(filled: Filled) -> str:
    text = filled.text(ZONE)
    if not is_zone(text):
        filled.wrong(ZONE, "I do not know this zone. Write one such as Europe/Berlin.")
    return text


def _turn(filled: Filled) -> Turn:
    text = filled.text(TURN)
    if text not in set(Turn):
        filled.wrong(TURN, "Choose how the questions take turns.")
        return Turn.ALL
    return Turn(text)


def _questions(filled: Filled, known: Sequence[str]) -> tuple[str, ...]:
    chosen = set(filled.many(QUESTIONS))
    if not chosen or chosen - set(known):
        filled.wrong(QUESTIONS, "Choose at least one question.")
    return tuple(question for question in known if question in chosen)


def _breaks(filled: Filled) -> tuple[Break, ...]:
    lines = [line.strip() for line in filled.text(BREAKS).splitlines() if line.strip()]
    if len(lines) > MOST_BREAKS:
        filled.wrong(BREAKS, f"Write at most {MOST_BREAKS} lines.")
        return ()
    return tuple(found for line in lines if (found := _break(filled, line)) is not None)


def _break(filled: Filled, line: str) -> Break | None:
    start, _, end = (part.strip() for part in line.partition(" to "))
    first, last = _day(start), _day(end or start)
    if first is None or last is None:
        filled.wrong(
            BREAKS,
            f"I cannot read “{line[:40]}”. "
            "Write one day a line, such as 2026-12-24, or 2026-12-24 to 2027-01-01.",
        )
        return None
    if last < first:
        filled.wrong(BREAKS, f"“{line[:40]}” ends before it begins.")
        return None
    if last - first > YEAR:
        filled.wrong(BREAKS, f"“{line[:40]}” is longer than a year. Check its days.")
        return None
    return Break(first=first, last=last)


def _first(filled: Filled, now: datetime, before: Plan | None) -> date:
    found = _day(filled.text(FIRST))
    if before is not None and (found == before.first or not filled.text(FIRST)):
        return before.first
    if found is None:
        filled.wrong(FIRST, "Choose the day of the first round.")
        return date.min
    if found - now.date() > YEAR:
        filled.wrong(FIRST, "That day is more than a year ahead. Choose an earlier one.")
    return found


def _check_first(
    filled: Filled,
    when: tuple[int, str, str, date],
    now: datetime,
    before: Plan | None,
) -> None:
    weekday, at, zone, first = when
    if before is not None and first == before.first:
        return
    if first < local_day(now, zone):
        filled.wrong(FIRST, "That day has passed. Choose today or a later day.")
    elif first.weekday() == weekday and local_instant(first, time.fromisoformat(at), zone) < now:
        filled.wrong(FIRST, f"{at} on that day has passed already. Choose a later day.")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def next_first(weekday: int, at: str, zone: str, now: datetime) -> date:
    """Return the next day on which a first round could be."""
    today = local_day(now, zone)
    day = today + timedelta(days=(weekday - today.weekday()) % 7)
    return day if local_instant(day, time.fromisoformat(at), zone) > now else day + WEEK
