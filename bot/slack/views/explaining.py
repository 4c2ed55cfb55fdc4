"""Plain answers: why somebody was invited this week or was not, and when they will be next."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.schedule.days import Off, Reason
from bot.schedule.preview import Upcoming
from bot.schedule.shown import Explanation, Preview
from bot.schedule.wall_clock import local_day
from bot.schedule.weeks import WEEKDAYS
from bot.slack.views.describing import PAUSED, SCHEDULES, ZONE_UNKNOWN, clock, days, on, rhythm
from bot.slack.views.message import SECTION_LIMIT
from bot.slack.views.outcomes import happened
from bot.text import encode

NO_TEAM = (
    "You take part in no schedule yet. Join a channel that has one, or set one up: "
    f"type {SCHEDULES}."
)
LEFT_OUT_ROOM = 60
"""Characters kept for the line that says how much was left out."""
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)

IN_SHORT: dict[Reason, str] = {
    Reason.HOLIDAY: "a public holiday",
    Reason.BREAK: "your team has taken it out",
    Reason.DAY_OFF: "your day off",
    Reason.AWAY: "you are away",
    Reason.TURNED_OFF: "you turned your invitations off",
    Reason.NOT_THIS_WEEK: "you pressed Not this week",
    Reason.DOWN: "I was not running",
    Reason.SLACK_DOWN: "Slack could not be reached",
    Reason.PAUSED: "the prompts were paused",
    Reason.LEFT: "you no longer take part",
}
"""Why a slot to come is moved or skipped; a holiday that has a name goes by it."""


def why(explanations: Sequence[Explanation], now: datetime) -> str:
    """Return for each team what happened and the reason, then the rule, then the rows.

    Args:
        explanations: one for each team; at most 3,000 characters are told of them.
        now: aware.
    """
    if not explanations:
        return NO_TEAM
    return _within([_explained(each, now) for each in explanations], "\n\n")


def preview(previews: Sequence[Preview], zone: str) -> str:
    """Return a line for each of somebody's next slots.

    Args:
        previews: one for each team; at most 3,000 characters are told of them.
        zone: where the person is, or empty; times are shown in it.
    """
    if not previews:
        return NO_TEAM
    return _within(
        [line for each in previews for line in _previewed(each, zone or ZONE_UNKNOWN)], "\n"
    )


def _within(parts: Sequence[str], between: str) -> str:
    kept: list[str] = []
    room = SECTION_LIMIT - LEFT_OUT_ROOM
    for part in parts:
        room -= len(part) + len(between)
        if room < 0:
            return between.join([*kept, f"{len(parts) - len(kept)} more are left out here."])
        kept.append(part)
    return between.join(kept)


def _explained(each: Explanation, now: datetime) -> str:
    return f"*<#{each.channel}>*: {happened(each, now)}\n{_rule(each)}\n{_rows(each)}"


def _rule(each: Explanation) -> str:
    plan = each.plan
    # An hour of somebody's own is meant in their own zone, whatever holds for the team.
    own = plan.own_zones or (each.at, each.zone) != (plan.at, plan.zone)
    whose = "in your own time zone" if own else "for all in the time zone"
    hour = "" if each.at == plan.at else ", your own hour,"
    held = rhythm(plan, plan.day_in(each.week).weekday(), each.at)
    return f"Rule: {held}{hour} {whose}, {each.zone}; open for {days(plan.open_days)}."


def _rows(each: Explanation) -> str:
    if each.round_id is None:
        return f"Rows: none for week {each.week}."
    slot = "no slot" if each.slot_id is None else f"slot {each.slot_id}"
    state = f": {each.state}" if each.state else ""
    return f"Rows: round {each.round_id}, {slot}{state}."


def _previewed(each: Preview, zone: str) -> list[str]:
    if each.pause is not None:
        paused = PAUSED[each.pause]
        return [f"*<#{each.channel}>* is paused: {paused}. Nothing comes until it is resumed."]
    if not each.upcoming:
        return [f"*<#{each.channel}>*: nothing is planned."]
    return [f"*<#{each.channel}>*, in {zone}:", *(_line(slot, zone) for slot in each.upcoming)]


def _line(upcoming: Upcoming, zone: str) -> str:
    slot = upcoming.slot
    if slot.skipped:
        return f"• {on(upcoming.day)}: no invitation{_because(slot.off)}"
    parts = [clock(slot.due.astimezone(ZoneInfo(zone)))]
    if slot.zone != zone:
        parts.append(f"which is {slot.due.astimezone(ZoneInfo(slot.zone)):%H:%M} in {slot.zone}")
    if local_day(slot.due, slot.zone) != upcoming.day:
        parts.append(f"moved from {WEEKDAYS[upcoming.day.weekday()]}{_because(slot.off)}")
    if upcoming.shift:
        parts.append(_clock_change(upcoming, zone))
    return f"• {'; '.join(parts)}"


def _because(off: Off | None) -> str:
    return f": {encode(off.name) or IN_SHORT[off.why]}" if off else ""


def _clock_change(upcoming: Upcoming, zone: str) -> str:
    # Clocks that are put forward show the same hour sooner.
    sooner = upcoming.shift > timedelta()
    size = abs(upcoming.shift)
    count, unit = (
        (size // HOUR, "hour") if size % HOUR == timedelta() else (size // MINUTE, "minute")
    )
    length = f"{count} {unit}{'' if count == 1 else 's'}"
    where = "" if upcoming.slot.zone == zone else f" in {upcoming.slot.zone}"
    return f"clock change{where}: {length} {'earlier' if sooner else 'later'} by UTC"
