"""What people submit and command, and what they are shown without asking: teams, Home, hello."""

from bot import actions as act
from bot.desk.drafting import start_with_drafts
from bot.desk.interviews import mention
from bot.desk.presses import own_interview
from bot.desk.rounds import next_of
from bot.desk.work import Work
from bot.facts import BotInvited, CommandGiven, FormSubmitted, HomeOpened
from bot.interview.announcements import (
    Introduce,
    PublishHome,
    SayOutdated,
    SayTeamSet,
    ThankForJudgement,
)
from bot.interview.events import Place
from bot.interview.interview import Stage
from bot.letters import Letter
from bot.questions import reader
from storage import interviews, judgements, outbox, teams
from storage.outbox import Address
from storage.tables import Interview as Row, Team


def commanded(work: Work, fact: CommandGiven) -> None:
    """Start an interview where the command names a question; the rest was answered at once."""
    question = fact.text.strip().lower()
    if question in reader.ALL:
        start_with_drafts(work, question, Place.PRIVATE, None, "")


def submitted(work: Work, fact: FormSubmitted) -> None:
    """Take in a form that was found in order when it was submitted."""
    match fact.form:
        case act.CHOOSE_FORM if (question := fact.values.get("question")) in reader.ALL:
            start_with_drafts(work, str(question), Place.PRIVATE, None, "")
        case act.SETUP_FORM:
            _set_team(work, fact)
        case act.UNFAIR_FORM:
            _judge(work, fact)
        case _:
            work.tell(SayOutdated())


def opened_home(work: Work, _fact: HomeOpened) -> None:
    """Draw the Home tab."""
    waiting = interviews.waiting_of(work.session, work.person.id)
    home = PublishHome(
        interviews=tuple(mention(work, row) for row in waiting),
        teams=tuple(team.channel for team in teams.of_workspace(work.session, work.workspace.id)),
    )
    address = Address(
        workspace_id=work.workspace.id, act="home", channel=work.person.user, user=work.person.user
    )
    work.say(Letter(effect=home), address)


def invited(work: Work, fact: BotInvited) -> None:
    """Say once in a channel what the bot is."""
    address = Address(workspace_id=work.workspace.id, channel=fact.channel)
    if outbox.last_said(work.session, address, "Introduce") is None:
        work.say(Letter(effect=Introduce(channel=fact.channel)), address)


def _set_team(work: Work, fact: FormSubmitted) -> None:
    weekday, at, zone = (fact.values.get(key) or "" for key in ("weekday", "at", "zone"))
    session, workspace_id = work.session, work.workspace.id
    team = teams.of_channel(session, workspace_id, fact.subject)
    team = team or Team(workspace_id=workspace_id, channel=fact.subject)
    team.weekday, team.at, team.zone, team.since = int(weekday), at, zone.strip(), work.now
    session.add(team)
    session.flush()
    first = next_of(session, team, work.now)
    told = SayTeamSet(weekday=team.weekday, at=at, zone=team.zone, first=first)
    work.say(Letter(effect=told), Address(workspace_id=workspace_id, channel=team.channel))


def _judge(work: Work, fact: FormSubmitted) -> None:
    interview_id, attempt = act.carried(fact.subject)
    row: Row | None = own_interview(work.session, work.person.id, interview_id)
    if row is None or not attempt.isdecimal() or row.stage == Stage.DELETED:
        work.tell(SayOutdated())
        return
    why, left_out = fact.values.get("why") or "", fact.values.get("leave_out") == "yes"
    judgements.judge(
        work.session, row.id, int(attempt), fair=False, why=work.decoded(why), left_out=left_out
    )
    work.tell(ThankForJudgement(fair=False, left_out=left_out))
