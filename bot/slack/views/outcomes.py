"""What became of somebody's invitation in a week, and why, in sentences."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.schedule.days import OF_A_DAY, Off, Reason
from bot.schedule.shown import Explanation, NoSlot, PauseReason, SlotState
from bot.schedule.slots import GRACE
from bot.schedule.wall_clock import local_day, local_instant
from bot.slack.views.describing import PAUSED, on
from bot.slack.views.message import when
from bot.text import encode

FREE: dict[Reason, str] = {
    Reason.HOLIDAY: "{day} is a public holiday{name}",
    Reason.BREAK: "your team has taken {day} out",
    Reason.DAY_OFF: "{day} is one of your days off",
    Reason.AWAY: "you are away on {day}",
    Reason.TURNED_OFF: "you turned your invitations off",
    Reason.NOT_THIS_WEEK: "you pressed *Not this week*",
    Reason.DOWN: "I was not running at your hour, and more than {grace} hours had passed when I was back",
    Reason.SLACK_DOWN: "Slack did not take my invitation in time",
    Reason.PAUSED: "the prompts were paused before your hour came",
    Reason.LEFT: "you no longer take part there",
}
"""Why nothing came, or it came later."""
STOPPED = (Reason.TURNED_OFF, Reason.NOT_THIS_WEEK, Reason.PAUSED, Reason.LEFT)
"""These can come after the invitation."""
MADE_UP = timedelta(minutes=10)
"""An invitation so long after its hour was made up."""
NO_DAY_LEFT = ", and no working day was left before the round closes"

WITHOUT: dict[NoSlot, str] = {
    NoSlot.NOT_OPEN_YET: "This week's round has not opened yet.",
    NoSlot.BEFORE_FIRST: "No invitation this week: the first round is on {first} or after it.",
    NoSlot.SET_LATER: "No invitation this week: your team's hour had passed when the schedule was set up or resumed.",
    NoSlot.PAUSED: "No invitation this week: the prompts are paused, because {pause}.",
    NoSlot.NOT_NAMED: "No invitation this week: an organiser chose who takes part, and you are not among them.",
    NoSlot.JOINED_LATER: "No invitation this week: you joined after the round had opened. Your first invitation comes with the next one.",
    NoSlot.GUEST: "No invitation this week: you are a guest here, and guests are not invited.",
}


def happened(each: Explanation, now: datetime) -> str:
    """Return what became of an invitation, and why; `now` is aware."""
    sentences = [_outcome(each, now), _moved(each)]
    if each.state in (SlotState.INVITED, SlotState.BEGUN) or each.invited is not None:
        sentences += [_open_until(each, now), _stopped(each)]
    if each.pause is not None and each.no_slot is not NoSlot.PAUSED:
        sentences.append(f"The prompts are paused now: {PAUSED[each.pause]}.")
    return " ".join(sentence for sentence in sentences if sentence)


def _outcome(each: Explanation, now: datetime) -> str:
    match each.state:
        case SlotState.WAITING:
            return _waiting(each, now)
        case SlotState.INVITED:
            return _invited(each)
        case SlotState.BEGUN:
            return "You had begun before your own hour, so no invitation was needed."
        case SlotState.MISSED:
            # A day off only moved it: what missed it, on the day it was moved to, was the bot.
            down = Off(why=Reason.DOWN)
            missed = down if each.off is None or _is_free(each) else each.off
            return f"You were not invited this week: {_reason(each, missed)}."
        case SlotState.SKIPPED:
            return _skipped(each)
        case None:
            return _without(each)


def _waiting(each: Explanation, now: datetime) -> str:
    if each.off is not None and not _is_free(each):
        return _skipped(each)
    if each.due is not None and each.due <= now:
        return f"Your invitation was due {_at(each)}, and comes as soon as I can send it."
    return f"Your invitation comes {_at(each)}."


def _invited(each: Explanation) -> str:
    sent = each.invited or each.due
    if sent is None or sent - _hour_on(sent, each) < MADE_UP:
        return f"You were invited {_at(each)}."
    return f"You were invited {when(sent)}. Your own hour, {each.at}, had passed before I could."


def _hour_on(moment: datetime, each: Explanation) -> datetime:
    """Return somebody's own hour on the day of a moment."""
    at = time.fromisoformat(each.at)
    return local_instant(local_day(moment, each.zone), at, each.zone)


def _skipped(each: Explanation) -> str:
    if each.invited is not None:
        return _invited(each)  # what stopped it then is said after
    if each.off is None:
        return "No invitation this week."
    left = NO_DAY_LEFT if _is_free(each) else ""
    return f"No invitation this week: {_reason(each, each.off)}{left}."


def _without(each: Explanation) -> str:
    if each.no_slot is None:
        return "No invitation this week: there is no round."
    pause = PAUSED[each.pause or PauseReason.ASKED]
    words = WITHOUT[each.no_slot].format(first=on(each.plan.first), pause=pause)
    if each.no_slot is not NoSlot.NOT_OPEN_YET or each.due is None:
        return words
    if each.off is not None and not _is_moved(each):
        return f"{words} {_skipped(each)}"
    return f"{words} Your invitation is planned for {_at(each)}."


def _moved(each: Explanation) -> str:
    if each.off is None or not (_is_free(each) and _is_moved(each)):
        return ""
    if each.state in (SlotState.SKIPPED, SlotState.BEGUN):
        return ""
    return f"Your invitation was moved, because {_reason(each, each.off)}."


def _is_free(each: Explanation) -> bool:
    return each.off is not None and each.off.why in OF_A_DAY


def _is_moved(each: Explanation) -> bool:
    day = each.plan.day_in(each.week)
    return each.due is not None and local_day(each.due, each.zone) != day


def _open_until(each: Explanation, now: datetime) -> str:
    if each.closes is None:
        return ""
    verb = "The round closed for you" if each.closes <= now else "The round is open for you until"
    return f"{verb} {when(each.closes)}."


def _stopped(each: Explanation) -> str:
    if each.off is None or each.off.why not in STOPPED:
        return ""
    return f"Nothing more comes this week: {_reason(each, each.off)}."


def _reason(each: Explanation, off: Off) -> str:
    name = f" ({encode(off.name)})" if off.name else ""
    hours = round(GRACE.total_seconds() / 3600)
    day = on(each.plan.day_in(each.week))
    return FREE[off.why].format(day=day, name=name, grace=hours)


def _at(each: Explanation) -> str:
    if each.due is None:
        return f"at {each.at} ({each.zone})"
    return f"{when(each.due)} ({each.due.astimezone(ZoneInfo(each.zone)):%H:%M}, {each.zone})"
