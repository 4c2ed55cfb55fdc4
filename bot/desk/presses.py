"""What people press. Whose an interview is, is looked up here and never believed of a button."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from bot import actions as act
from bot.desk import drafting, preferring, teams as scheduling
from bot.desk.interviews import mention, take
from bot.desk.work import Work
from bot.facts import ButtonPressed
from bot.interview.announcements import (
    PointTo,
    SayNotYours,
    SayOutdated,
    ThankForJudgement,
)
from bot.interview.events import (
    Begun,
    Closed,
    Declined,
    Event,
    HelpAsked,
    Looked,
    Paused,
    Place,
    Reopened,
    RestartChosen,
    Resumed,
    RetryChosen,
    Revealed,
    SelfRated,
    Skipped,
    Stopped,
)
from bot.interview.interview import OPEN_STAGES, Stage
from bot.questions import reader
from storage import interviews, judgements, teams
from storage.tables import Interview as Row

Made = Callable[[str, str], Event]


def _self_rated(at: str, choice: str) -> SelfRated:
    section, _, level = choice.partition(":")
    return SelfRated(at=at, section=section, level=int(level) if level in set("1234") else None)


EVENTS: dict[str, Made] = {
    act.BEGIN: lambda at, _: Begun(at=at),
    act.DECLINE: lambda at, _: Declined(at=at),
    act.PAUSE: lambda at, _: Paused(at=at),
    act.RESUME: lambda at, _: Resumed(at=at),
    act.STOP: lambda at, _: Stopped(at=at),
    act.NEXT: lambda at, section: Closed(at=at, section=section),
    act.BACK: lambda at, section: Reopened(at=at, section=section or None),
    act.LOOK: lambda at, section: Looked(at=at, section=section),
    act.HELP: lambda at, section: HelpAsked(at=at, section=section or None),
    act.SKIP: lambda at, section: Skipped(at=at, section=section),
    act.RATE: _self_rated,
    act.REVEAL: lambda at, _: Revealed(at=at),
    act.RETRY: lambda at, section: RetryChosen(at=at, section=section),
    act.RESTART: lambda at, _: RestartChosen(at=at),
}
"""What pressing each button of an interview means, from its instant and the rest it carries."""
REOPENING = (act.RESUME, act.RETRY, act.RESTART)


def pressed(work: Work, fact: ButtonPressed) -> None:
    """Take in a press."""
    name = ".".join(fact.action.split(".")[:2])
    if name in EVENTS:
        _in_interview(work, fact, name)
    elif name in OTHERS:
        OTHERS[name](work, fact)
    elif name not in act.OPENS_FORM:
        _outdated(work, fact)


def own_interview(session: Session, person_id: int, interview_id: str) -> Row | None:
    """Return an interview if it is this person's, else None."""
    row = session.get(Row, interview_id)
    return row if row is not None and row.person_id == person_id else None


def _in_interview(work: Work, fact: ButtonPressed, name: str) -> None:
    interview_id, rest = act.carried(fact.value)
    row = work.session.get(Row, interview_id)
    if row is None:
        _outdated(work, fact)
    elif row.person_id != work.person.id:
        _answer(work, fact, SayNotYours())
    elif name in REOPENING and (other := _other_open(work, row)) is not None:
        work.tell(PointTo(interview=mention(work, other)))
    elif rest and not _carries_section(row, rest):
        _outdated(work, fact)
    else:
        take(work, row, EVENTS[name](fact.at, rest))


def _carries_section(row: Row, rest: str) -> bool:
    return rest.partition(":")[0] in reader.load(row.question).slugs


def _other_open(work: Work, row: Row) -> Row | None:
    """Return another interview on the same question that is open: there is never a second one."""
    if row.stage in OPEN_STAGES:
        return None
    found = interviews.open_of(work.session, work.person.id, row.question)
    return found[0] if found else None


def _practise(work: Work, fact: ButtonPressed, place: Place) -> None:
    question, _, round_number = fact.value.partition(":")
    team = teams.of_round(work.session, work.workspace.id, round_number)
    if question not in reader.ALL or (place is Place.CHANNEL and team is None):
        _outdated(work, fact)
        return
    channel = team.channel if team and place is Place.CHANNEL else fact.channel or ""
    drafting.start_with_drafts(work, question, place, int(round_number) if team else None, channel)


def _start_from_home(work: Work, fact: ButtonPressed) -> None:
    if fact.value not in reader.ALL:
        _outdated(work, fact)
        return
    drafting.start_with_drafts(work, fact.value, Place.PRIVATE, None, fact.channel or "")


def _add_draft(work: Work, fact: ButtonPressed) -> None:
    row = own_interview(work.session, work.person.id, fact.value)
    if row is None or row.stage not in OPEN_STAGES:
        _outdated(work, fact)
    else:
        drafting.add_to(work, row)


def _start_from_draft(work: Work, fact: ButtonPressed) -> None:
    if fact.value not in reader.ALL:
        _outdated(work, fact)
    else:
        drafting.start_from(work, fact.value, fact.channel or "")


def _fair(work: Work, fact: ButtonPressed) -> None:
    interview_id, attempt = act.carried(fact.value)
    row = own_interview(work.session, work.person.id, interview_id)
    if row is None or not attempt.isdecimal() or row.stage == Stage.DELETED:
        _outdated(work, fact)
        return
    judgements.judge(work.session, row.id, int(attempt), fair=True)
    work.tell(ThankForJudgement(fair=True, left_out=False))


def _answer(work: Work, fact: ButtonPressed, effect: SayNotYours | SayOutdated) -> None:
    if fact.channel and not fact.channel.startswith("D"):
        work.whisper(effect, fact.channel, fact.thread_ts)
    else:
        work.tell(effect)


def _outdated(work: Work, fact: ButtonPressed) -> None:
    _answer(work, fact, SayOutdated())


OTHERS: dict[str, Callable[[Work, ButtonPressed], None]] = {
    act.PRACTISE_PRIVATE: lambda work, fact: _practise(work, fact, Place.PRIVATE),
    act.PRACTISE_HERE: lambda work, fact: _practise(work, fact, Place.CHANNEL),
    act.HOME_START: _start_from_home,
    act.DRAFT_ADD: _add_draft,
    act.DRAFT_NEW: _start_from_draft,
    act.DRAFT_DISCARD: lambda work, _fact: drafting.discard(work),
    act.FAIR: _fair,
    act.NOT_THIS_WEEK: preferring.not_this_week,
    act.SCHEDULE_PAUSE: scheduling.pressed,
    act.SCHEDULE_RESUME: scheduling.pressed,
    act.SCHEDULE_END: scheduling.pressed,
}
"""What the buttons outside interviews do."""
