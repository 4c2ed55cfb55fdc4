"""Teams: set up, changed, paused, resumed and ended by who is in the channel."""

from bot import actions as act
from bot.desk import notifying
from bot.desk.planning import next_prompts, pause, replan_changed, stop
from bot.desk.work import Work
from bot.facts import ButtonPressed, FormSubmitted
from bot.interview.announcements import SayOutdated
from bot.questions import reader
from bot.schedule.filled import Mistakes
from bot.schedule.notices import (
    SayNotSaved,
    SayTeamChanged,
    SayTeamEnded,
    SayTeamPaused,
    SayTeamResumed,
    SayTeamSet,
)
from bot.schedule.plan import Plan
from bot.schedule.plan_form import CHANNEL, read_plan
from bot.schedule.shown import PauseReason, TeamState
from storage import rounds, teams
from storage.plans import plan_of, to_json
from storage.tables import Team


def submitted(work: Work, fact: FormSubmitted) -> None:
    """Take in a schedule that was filled in: of a new team, or of one that is changed."""
    team = _team_meant(work, fact)
    if team is None and (fact.subject or not fact.values.get(CHANNEL)):
        work.tell(SayOutdated())
        return
    channel = team.channel if team else fact.values.get(CHANNEL) or ""
    before = plan_of(team) if team is not None and team.state != TeamState.ENDED else None
    try:
        _check_right(work, fact, team)
        plan = read_plan(fact.values, reader.ALL, work.now, before)
    except Mistakes as wrong:
        refused = SayNotSaved(channel=channel, reasons=tuple(wrong.fields.values()))
        notifying.tell(work.session, work.person, refused, work.now)
        return
    if team is None or before is None:
        _set_up(work, team or Team(workspace_id=work.workspace.id, channel=channel), plan)
    else:
        _change(work, team, plan)


def pressed(work: Work, fact: ButtonPressed) -> None:
    """Pause, resume or end a team."""
    team = teams.by_number(work.session, work.workspace.id, fact.value, lock=True)
    allowed = team is not None and teams.is_member(work.session, team, work.person)
    if team is None or not allowed or team.state == TeamState.ENDED:
        work.tell(SayOutdated())
        return
    match fact.action:
        case act.SCHEDULE_PAUSE:
            why = PauseReason(team.paused_for or PauseReason.ASKED)  # an older reason stands
            pause(work.session, team, why, work.now)
            _tell(work, SayTeamPaused(channel=team.channel, why=why))
        case act.SCHEDULE_RESUME:
            _resume(work, team)
            _tell(work, SayTeamResumed(channel=team.channel, next=next_prompts(work.session, team)))
        case _:  # act.SCHEDULE_END
            stop(work.session, team, TeamState.ENDED, work.now)
            _tell(work, SayTeamEnded(channel=team.channel))


def _team_meant(work: Work, fact: FormSubmitted) -> Team | None:
    session, workspace_id = work.session, work.workspace.id
    if fact.subject:
        return teams.by_number(session, workspace_id, fact.subject, lock=True)
    channel = fact.values.get(CHANNEL) or ""
    return teams.of_channel(session, workspace_id, channel, lock=True)


def _check_right(work: Work, fact: FormSubmitted, team: Team | None) -> None:
    """Raise Mistakes where somebody may not save a schedule for a channel that has had one.

    Before its first roster it is not known who is in a channel.
    """
    if team is None:
        return
    known = teams.has_members(work.session, team)
    if known and not teams.is_member(work.session, team, work.person):
        raise Mistakes({CHANNEL: "Only people in the channel can set its schedule."})
    if not fact.subject and team.state != TeamState.ENDED:
        raise Mistakes({CHANNEL: "It has one already. Press Edit in the list to change it."})


def _set_up(work: Work, team: Team, plan: Plan) -> None:
    team.plan, team.organiser_id = to_json(plan), work.person.id
    _start(work, team)
    work.session.add(team)
    work.session.flush()
    first = next_prompts(work.session, team)
    notifying.post(work.session, team, SayTeamSet(plan=plan, first=first), work.now)


def _change(work: Work, team: Team, plan: Plan) -> None:
    team.plan, team.organiser_id = to_json(plan), work.person.id
    team.roster_due_at = work.now  # others may be named
    replan_changed(work.session, team, work.now)
    changed = SayTeamChanged(
        channel=team.channel,
        plan=plan,
        next=next_prompts(work.session, team),
        under_way=rounds.is_open(work.session, team, work.now),
    )
    _tell(work, changed)


def _resume(work: Work, team: Team) -> None:
    if team.state != TeamState.RUNNING:
        _start(work, team)
        work.session.flush()


def _start(work: Work, team: Team) -> None:
    team.state, team.paused_for, team.since = TeamState.RUNNING, None, work.now
    # What was known of the channel may be old: no round opens before Slack was asked.
    team.roster_at, team.roster_due_at = None, work.now
    team.next_week, team.opens_at, team.changed_at = None, None, work.now


def _tell(
    work: Work, effect: SayTeamChanged | SayTeamPaused | SayTeamResumed | SayTeamEnded
) -> None:
    notifying.tell(work.session, work.person, effect, work.now)
