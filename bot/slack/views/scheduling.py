"""What is said about a schedule: what holds for a team, and for one person."""

from bot import actions as act
from bot.schedule.notices import (
    SayLeftOut,
    SayNotSaved,
    SayPreferences,
    SayTeamChanged,
    SayTeamEnded,
    SayTeamPaused,
    SayTeamResumed,
    SayTeamSet,
)
from bot.schedule.participant import Preferences
from bot.schedule.plan import Plan
from bot.schedule.weeks import WEEKDAYS
from bot.slack.views.describing import (
    INVITATIONS,
    PAUSED,
    SCHEDULES,
    TO_RESUME,
    asked,
    days,
    listed,
    on,
    rhythm,
    who,
)
from bot.slack.views.message import Message, bullets, say, when
from bot.text import encode

NAMED_MOST = 50


def team_set(effect: SayTeamSet) -> Message:
    """In the channel: what will come, and how to change or stop one's own invitations."""
    first = f"The first prompts come here {when(effect.first)}." if effect.first else ""
    own = f"To change or stop your own invitations, type {INVITATIONS}."
    return say(
        "\n".join(line for line in (f"Set. {_holds(effect.plan, 'here')}", first, own) if line)
    )


def team_changed(effect: SayTeamChanged) -> Message:
    """To who changed a schedule: what holds now, and from when."""
    kept = "The round that is open keeps what held before." if effect.under_way else ""
    following = f"The next prompts come {when(effect.next)}." if effect.next else ""
    from_when = effect.plan.weekday_from
    day = f"The new day holds from the week of {on(from_when)} on." if from_when else ""
    where = f"in <#{effect.channel}>"
    return say(_joined(f"Saved. {_holds(effect.plan, where)}", kept, day, following))


def not_saved(effect: SayNotSaved) -> Message:
    """Nothing was changed, why, and how to try again."""
    what = f"the schedule of <#{effect.channel}>" if effect.channel else "your invitations"
    again = SCHEDULES if effect.channel else INVITATIONS
    reasons = bullets([encode(reason) for reason in effect.reasons])
    return say(
        f"I could not save {what}, so nothing has changed:\n{reasons}\nTry again with {again}."
    )


def team_paused(effect: SayTeamPaused) -> Message:
    """Why a team's prompts have stopped, and the one thing to do next."""
    return say(
        f"The prompts in <#{effect.channel}> are paused: {PAUSED[effect.why]}. "
        f"{TO_RESUME[effect.why]}"
    )


def team_resumed(effect: SayTeamResumed) -> Message:
    """When the next prompts come."""
    if effect.next is None:
        return say(f"Resumed. Prompts will come in <#{effect.channel}> again.")
    return say(f"Resumed. The next prompts in <#{effect.channel}> come {when(effect.next)}.")


def team_ended(effect: SayTeamEnded) -> Message:
    """No more prompts will come."""
    return say(
        f"Ended. No more prompts will come in <#{effect.channel}>. What people answered stays "
        f"theirs. To begin again, type {SCHEDULES}."
    )


def left_out(effect: SayLeftOut) -> Message:
    """Who was named and can no longer take part."""
    names = [f"<@{user}>" for user in effect.users[:NAMED_MOST]]
    if len(effect.users) > NAMED_MOST:
        names.append(f"{len(effect.users) - NAMED_MOST} more")
    return say(
        f"I no longer invite {listed(names)} for <#{effect.channel}>: they have left, were deactivated, or are guests "
        f"or bots. To choose others, type {SCHEDULES} and press *Edit*."
    )


def preferences(effect: SayPreferences) -> Message:
    """What somebody chose, and when their next invitation comes."""
    chosen = effect.preferences
    if not chosen.invited:
        return say(
            f"Saved. I will not invite you any more. Practise whenever you like: {act.COMMAND}."
        )
    following = "No invitation is planned for now."
    if effect.next is not None:
        following = f"Your next one comes {when(effect.next)}."
    return say(_joined("Saved.", *_chosen(chosen), following))


def _holds(plan: Plan, where: str) -> str:
    own = f" at {plan.at} in their own time zone" if plan.own_zones else ""
    reminder = ", and I remind once those who have not begun" if plan.reminder else ""
    return (
        f"{rhythm(plan)} ({plan.zone}) I post {where} {asked(plan)}, and invite {who(plan)}{own}. "
        f"A round stays open for {days(plan.open_days)}{reminder}. Nobody has to answer."
    )


def _chosen(chosen: Preferences) -> list[str]:
    hour = f"at {chosen.at} in your own time zone" if chosen.at else "at the team's hour"
    lines = [f"From the next round on I invite you {hour}."]
    if chosen.days_off:
        lines.append(f"Never on {listed([WEEKDAYS[day] for day in chosen.days_off])}.")
    if chosen.away_until:
        lines.append(f"Not before you are back on {on(chosen.away_until)}.")
    if chosen.country:
        lines.append(f"Public holidays are those of {chosen.country}.")
    return lines


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
