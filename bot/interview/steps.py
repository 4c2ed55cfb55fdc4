"""The conversation, stage by stage: what each event does, and what is said.

No step looks at the wording of an answer, so an edit can never move a message to another section,
and nothing here depends on which of two messages was heard first.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.interview.effects import (
    AskOwnRating,
    AskSection,
    Effect,
    OpenThread,
    Reason,
    Remind,
    SayDeclined,
    SayDeleted,
    SayDone,
    SayPaused,
    SayResumed,
    SaySetAside,
    ShowFeedback,
    ShowHelp,
    ShowNotice,
    ShowSection,
    Tell,
)
from bot.interview.events import (
    Begun,
    Closed,
    Declined,
    HelpAsked,
    LeftUntouched,
    Looked,
    Move,
    Paused,
    Place,
    Reopened,
    RestartChosen,
    Resumed,
    RetryChosen,
    Revealed,
    SelfRated,
    SetAside,
    Skipped,
    Started,
    Stopped,
)
from bot.interview.interview import OPEN_STAGES, Interview, Piece, Stage
from bot.interview.standing import Attempt, Standing

Step = tuple[Standing, list[Effect]]


def step(interview: Interview, standing: Standing, entry: Move | Piece) -> Step:
    """Take the next entry of an interview's timeline; return where it stands and what is said."""
    match entry:
        case Started():
            return _start(standing, entry)
        case Stopped() if standing.stage is not Stage.DECLINED:
            return replace(standing, stage=Stage.DELETED), [SayDeleted()]
        case Looked(section=section):
            return standing, [ShowSection(attempt=standing.attempt.number, section=section)]
        case HelpAsked(section=section):
            return standing, [ShowHelp(section=section or standing.section)]
        case Resumed() if standing.stage in OPEN_STAGES:
            return _resume(standing)
        case SetAside() | LeftUntouched():
            return _leave(standing, entry)
        case Piece(erased=True):  # it was written, so it counts; but nothing is said about it now
            return STEPS[standing.stage](interview, standing, entry)[0], []
        case _:
            return STEPS[standing.stage](interview, standing, entry)


def _leave(standing: Standing, passed: SetAside | LeftUntouched) -> Step:
    """Nobody is reminded of what they did not begin: there is nothing of theirs in it."""
    if standing.stage not in OPEN_STAGES:
        return standing, []
    begun = standing.stage is not Stage.NOTICED
    if isinstance(passed, LeftUntouched):
        return standing, [Remind()] if begun else []
    aside = replace(standing, stage=Stage.SET_ASIDE, before=_awake(standing))
    return aside, [SaySetAside()] if begun else []


def _start(standing: Standing, started: Started) -> Step:
    root: list[Effect] = [OpenThread()] if started.place is Place.PRIVATE else []
    if not started.informed:
        return standing, [*root, ShowNotice()]
    return replace(standing, stage=Stage.ANSWERING), [OpenThread(), _ask(standing)]


def _noticed(interview: Interview, standing: Standing, entry: Move | Piece) -> Step:
    match entry:
        case Begun():
            root: list[Effect] = [OpenThread()] if interview.place is Place.CHANNEL else []
            return replace(standing, stage=Stage.ANSWERING), [*root, _ask(standing)]
        case Declined():
            return replace(standing, stage=Stage.DECLINED), [SayDeclined()]
        case Piece():  # waits for Begin, and is then the start of the first section
            was_draft = entry.at != entry.ts
            return standing.with_piece(entry), [] if was_draft else [Tell(reason=Reason.NOT_BEGUN)]
        case _:
            return standing, [Tell(reason=Reason.NOT_BEGUN)]


def _answering(interview: Interview, standing: Standing, entry: Move | Piece) -> Step:
    open_section = standing.section
    match entry:
        case Piece():
            return standing.with_piece(entry), []
        case Closed(section=section) | Skipped(section=section) if section in (None, open_section):
            return _close(standing)
        case Reopened(section=section) if section == open_section:
            return _reopen(standing)
        case Paused():
            return replace(standing, stage=Stage.PAUSED, before=Stage.ANSWERING), [SayPaused()]
        case Closed() | Skipped() | Reopened():
            return standing, [Tell(reason=Reason.OTHER_SECTION, section=open_section)]
        case SelfRated() | Revealed():
            return standing, [Tell(reason=Reason.SECTIONS_OPEN, section=open_section)]
        case _:
            return standing, [Tell(reason=Reason.RUNNING, section=open_section)]


def _paused(interview: Interview, standing: Standing, entry: Move | Piece) -> Step:
    match entry:
        case Piece():
            awake = replace(standing, stage=standing.before).with_piece(entry)
            return awake, [SayResumed(section=standing.section)]
        case _:
            return standing, [Tell(reason=Reason.PAUSED)]


def _rating(interview: Interview, standing: Standing, entry: Move | Piece) -> Step:
    attempt = standing.attempt
    match entry:
        case SelfRated(section=section, level=level) if section in attempt.sections:
            rated = standing.with_attempt(attempt.with_own(section, level))
            whole = len(rated.attempt.own) == len(attempt.sections)
            return _score(interview, rated) if whole else (rated, [])
        case Revealed():
            return _score(interview, standing)
        case Piece():
            told = Tell(reason=Reason.ADDED_TO_LAST, section=standing.section)
            return standing.with_piece(entry), [told]
        case Reopened(section=None):
            return replace(standing, stage=Stage.ANSWERING), [_ask(standing, again=True)]
        case Paused():
            return replace(standing, stage=Stage.PAUSED, before=Stage.RATING), [SayPaused()]
        case _:
            return standing, [Tell(reason=Reason.SECTIONS_CLOSED)]


def _scored(interview: Interview, standing: Standing, entry: Move | Piece) -> Step:
    match entry:
        case RetryChosen(section=section) if section in interview.question.slugs:
            return _try_again(standing, (section,))
        case RestartChosen():
            return _try_again(standing, interview.question.slugs)
        case _:
            return standing, [Tell(reason=Reason.SCORED)]


def _set_aside(interview: Interview, standing: Standing, entry: Move | Piece) -> Step:
    match entry:
        case Resumed():
            return _resume(standing)
        case Piece() if standing.before is not Stage.NOTICED:
            return standing.with_piece(entry), [Tell(reason=Reason.SET_ASIDE)]
        case _:
            return standing, [Tell(reason=Reason.SET_ASIDE)]


def _over(interview: Interview, standing: Standing, entry: Move | Piece) -> Step:
    return standing, [] if isinstance(entry, Piece) else [Tell(reason=Reason.OVER)]


def _close(standing: Standing) -> Step:
    if standing.position + 1 < len(standing.attempt.sections):
        further = replace(standing, position=standing.position + 1)
        return further, [_ask(further)]
    attempt = standing.attempt
    asked = AskOwnRating(attempt=attempt.number, sections=attempt.sections)
    return replace(standing, stage=Stage.RATING), [asked]


def _reopen(standing: Standing) -> Step:
    if standing.position == 0:
        return standing, [Tell(reason=Reason.NOTHING_BEFORE, section=standing.section)]
    back = replace(standing, position=standing.position - 1)
    return back, [_ask(back, again=True)]


def _resume(standing: Standing) -> Step:
    rests = standing.stage in (Stage.PAUSED, Stage.SET_ASIDE)
    awake = replace(standing, stage=standing.before) if rests else standing
    match awake.stage:
        case Stage.NOTICED:
            return awake, [ShowNotice()]
        case Stage.RATING:
            attempt = awake.attempt
            return awake, [AskOwnRating(attempt=attempt.number, sections=attempt.sections)]
        case _:
            return awake, [_ask(awake, again=True)]


def _score(interview: Interview, standing: Standing) -> Step:
    attempt = standing.attempt
    scored = standing.with_attempt(replace(attempt, scored=True))
    shown = ShowFeedback(attempt=attempt.number, sections=attempt.sections)
    done: list[Effect] = [SayDone()] if interview.place is Place.CHANNEL else []
    return replace(scored, stage=Stage.SCORED), [shown, *done]


def _try_again(standing: Standing, sections: tuple[str, ...]) -> Step:
    attempt = Attempt(number=standing.attempt.number + 1, sections=sections)
    attempts = (*standing.attempts, attempt)
    again = replace(standing, stage=Stage.ANSWERING, attempts=attempts, position=0)
    return again, [_ask(again)]


def _ask(standing: Standing, *, again: bool = False) -> AskSection:
    return AskSection(
        attempt=standing.attempt.number,
        section=standing.section,
        number=standing.position + 1,
        of=len(standing.attempt.sections),
        again=again,
    )


def _awake(standing: Standing) -> Stage:
    return standing.before if standing.stage is Stage.PAUSED else standing.stage


STEPS: dict[Stage, Callable[[Interview, Standing, Move | Piece], Step]] = {
    Stage.NOTICED: _noticed,
    Stage.ANSWERING: _answering,
    Stage.PAUSED: _paused,
    Stage.RATING: _rating,
    Stage.SCORED: _scored,
    Stage.SET_ASIDE: _set_aside,
    Stage.DECLINED: _over,
    Stage.DELETED: _over,
}
