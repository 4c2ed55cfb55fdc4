"""What people submit and command, and what they are shown without asking: teams, Home, hello."""

from bot import actions as act
from bot.desk import preferring, teams as scheduling
from bot.desk.drafting import start_with_drafts
from bot.desk.interviews import mention
from bot.desk.outlook import next_of_teams
from bot.desk.presses import own_interview
from bot.desk.work import Work
from bot.facts import BotInvited, CommandGiven, FormSubmitted, HomeOpened
from bot.interview.announcements import (
    Introduce,
    PublishHome,
    SayOutdated,
    ThankForJudgement,
)
from bot.interview.events import Place
from bot.interview.interview import Stage
from bot.letters import Letter
from bot.questions import reader
from storage import interviews, judgements, outbox
from storage.outbox import Address
from storage.tables import Interview as Row


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
        case act.SCHEDULE_FORM:
            scheduling.submitted(work, fact)
        case act.INVITATIONS_FORM:
            preferring.submitted(work, fact)
        case act.UNFAIR_FORM:
            _judge(work, fact)
        case _:
            work.tell(SayOutdated())


def opened_home(work: Work, _fact: HomeOpened) -> None:
    """Draw the Home tab."""
    waiting = interviews.waiting_of(work.session, work.person.id)
    home = PublishHome(
        interviews=tuple(mention(work, row) for row in waiting),
        invitations=tuple(next_of_teams(work.session, work.person)),
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
