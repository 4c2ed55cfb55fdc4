"""The modals of teams' schedules: the list of them, one to fill in, and a word after a press."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement, ConfirmObject, DividerBlock
from slack_sdk.models.views import View

from bot import actions as act
from bot.schedule.plan import Plan
from bot.schedule.plan_form import CHANNEL
from bot.schedule.shown import TeamShown, TeamState
from bot.slack.views import fields
from bot.slack.views.describing import PAUSED, asked, days, rhythm, who
from bot.slack.views.message import actions, button, context, section, when
from bot.slack.views.plan_fields import plan_fields, usual

TEAMS_MOST = 20
"""A modal takes 100 blocks. Source: https://docs.slack.dev/surfaces/modals"""
NONE_YET = "No channel has weekly prompts yet. Set up the first one."
HEARD = {
    act.SCHEDULE_PAUSE: "Pausing it.",
    act.SCHEDULE_RESUME: "Resuming it.",
    act.SCHEDULE_END: "Ending it.",
}


def schedule_form(
    plan: Plan | None, *, channel: str, zone: str, team_id: str, now: datetime
) -> View:
    """A team's schedule, as it is or as it usually is.

    Args:
        plan: the team's; None for a new one.
        channel: the team's; of a new one where it was asked for, which may be no channel.
        zone: of who asked.
        team_id: empty for a new one.
        now: aware.
    """
    shown = plan or usual(zone, now)
    blocks = [_channel(channel, new=not team_id), *plan_fields(shown)]
    return View(
        type="modal",
        callback_id=act.SCHEDULE_FORM,
        private_metadata=team_id,
        title="Weekly prompts",
        submit="Save",
        close="Cancel",
        blocks=blocks,
    )


def schedule_list(teams: Sequence[TeamShown]) -> View:
    """Every schedule, what may be done with it, and the way to a new one."""
    blocks: list[Block] = [] if teams else [section(NONE_YET)]
    for team in teams[:TEAMS_MOST]:
        blocks += _team(team)
    if len(teams) > TEAMS_MOST:
        blocks.append(context(f"{len(teams) - TEAMS_MOST} more are not shown here."))
    new = button("New schedule", act.SCHEDULE_NEW, "-", style=None if teams else "primary")
    blocks.append(actions(new))
    return View(type="modal", title="Weekly prompts", close="Close", blocks=blocks)


def heard(action: str) -> View:
    """Say that a press in the list was heard: what came of it is said in the direct message."""
    words = HEARD.get(action, "I heard you.")
    confirmed = "I confirm it in our direct messages as soon as it is done."
    return View(
        type="modal",
        title="Weekly prompts",
        close="Close",
        blocks=[section(f"{words} {confirmed}")],
    )


def _channel(channel: str, *, new: bool) -> Block:
    if not new:
        return section(f"The weekly prompts of <#{channel}>.")
    return fields.channel(CHANNEL, "Channel", channel if channel.startswith("C") else None)


def _team(team: TeamShown) -> Iterator[Block]:
    yield section(f"*<#{team.channel}>*\n{_rule(team.plan)}\n{_state(team)}")
    if team.state is not TeamState.ENDED:
        yield actions(*_buttons(team))
    yield DividerBlock()


def _rule(plan: Plan) -> str:
    whose = (
        f"in each person's own time zone (the channel: {plan.zone})"
        if plan.own_zones
        else f"{plan.zone}, for all"
    )
    lines = [
        f"{rhythm(plan)}, {whose}; open for {days(plan.open_days)}.",
        f"{asked(plan)}, for {who(plan)}{'' if plan.reminder else '; no reminder'}.",
    ]
    if plan.country or plan.breaks:
        lines.append(f"Not on: {', '.join(_free(plan))}.")
    return "\n".join(lines)


def _free(plan: Plan) -> Iterator[str]:
    if plan.country:
        yield f"public holidays of {plan.country}"
    if plan.breaks:
        yield days(sum((each.last - each.first).days + 1 for each in plan.breaks)) + " taken out"


def _state(team: TeamShown) -> str:
    match team.state:
        case TeamState.RUNNING:
            return (
                f"Running. Next prompts in the channel: {when(team.next)}."
                if team.next
                else "Running."
            )
        case TeamState.PAUSED:
            return f"Paused: {PAUSED[team.why]}." if team.why else "Paused."
        case TeamState.ENDED:
            return "Ended."


def _buttons(team: TeamShown) -> Iterator[ButtonElement]:
    carried = str(team.team_id)
    yield button("Edit", act.SCHEDULE_EDIT, carried)
    if team.state is TeamState.PAUSED:
        yield button("Resume", act.SCHEDULE_RESUME, carried)
    else:
        yield button("Pause", act.SCHEDULE_PAUSE, carried)
    sure = ConfirmObject(
        title="End this schedule?",
        text="No more prompts will come in this channel. What people answered stays theirs.",
        confirm="End it",
        deny="Keep it",
    )
    sure.style = "danger"
    yield button("End", act.SCHEDULE_END, carried, style="danger", confirm=sure)
