"""The conversation: an event goes in; the interview, and what must be said, come out.

`advance` adds the event to the interview's own history and replays that history in order of
Slack's instants, a `step` each. So what an interview is depends on what happened, and never on
the order in which it was heard. What must be said is what the new replay says and the old did not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.interview.effects import Effect, Nudge, Reason, ShowFeedback, Tell
from bot.interview.events import Closed, Edited, Erased, Event, LeftUntouched, Replied, SetAside
from bot.interview.instants import instant
from bot.interview.interview import Interview, Piece, Stage, remember
from bot.interview.standing import Attempt, Standing, answer, section_text
from bot.interview.steps import step
from bot.rubric.rating import missing

REMIND_AFTER = timedelta(days=3)
SET_ASIDE_AFTER = timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advanced:
    """What came of an event: the interview, where it stands, and what must be said."""

    interview: Interview
    standing: Standing
    effects: tuple[Effect, ...]


def advance(interview: Interview, event: Event, now: datetime) -> Advanced:
    """Take one event into an interview; one that was deleted or declined takes no more.

    Args:
        interview: as it is kept.
        event: with Slack's own instant; may come late, early or again.
        now: aware; judges only whether a time-out is still due, since somebody may have written
            between the moment it was seen and the moment it is taken.
    """
    old, said = replay(interview)
    if old.stage in (Stage.DELETED, Stage.DECLINED):
        silent = isinstance(event, Replied | Edited | Erased | LeftUntouched | SetAside)
        effects: tuple[Effect, ...] = () if silent else (Tell(reason=Reason.OVER),)
        return Advanced(interview=interview, standing=old, effects=effects)
    if _is_stale(interview, event, now):
        return Advanced(interview=interview, standing=old, effects=())
    newer = remember(interview, event)
    new, saying = replay(newer)
    newer, nudges = _nudge(interview, newer, (old, new), event)
    effects = (*nudges, *_renewals(interview, old, newer, new), *_news(said, saying))
    return Advanced(interview=newer, standing=new, effects=effects)


def replay(interview: Interview) -> tuple[Standing, list[Effect]]:
    """Return where an interview stands, and all that was to be said on the way there."""
    first = Attempt(number=1, sections=interview.question.slugs)
    standing = Standing(stage=Stage.NOTICED, attempts=(first,))
    said: list[Effect] = []
    for entry in interview.timeline:
        standing, effects = step(interview, standing, entry)
        said += effects
    return standing, said


def touched(interview: Interview) -> str:
    """Return the instant of the last thing that the person did."""
    entries = [e for e in interview.timeline if not isinstance(e, LeftUntouched | SetAside)]
    edits = (e.version.partition("/")[0] for e in entries if isinstance(e, Piece))
    return max((*(e.at for e in entries), *edits), default="")


def _is_stale(interview: Interview, event: Event, now: datetime) -> bool:
    match event:
        case LeftUntouched():
            reminded = any(isinstance(move, LeftUntouched) for move in interview.moves)
            return reminded or touched(interview) > instant(now - REMIND_AFTER)
        case SetAside():
            return touched(interview) > instant(now - SET_ASIDE_AFTER)
        case _:
            return False


def _nudge(
    before: Interview, after: Interview, moved: tuple[Standing, Standing], event: Event
) -> tuple[Interview, list[Effect]]:
    """Say once, after Next, what a section wholly lacks. It never holds anybody back."""
    old, new = moved
    attempt, section = old.attempt, old.section
    key = (attempt.number, section)
    closed = old.stage is Stage.ANSWERING and (new.section, new.stage) != (section, old.stage)
    is_next = isinstance(event, Closed) or (isinstance(event, Replied) and closed)
    if not (closed and is_next) or key in before.nudged:
        return after, []
    lack = missing(before.question, section, section_text(before, attempt, section))
    if lack is None:
        return after, []
    nudged = replace(after, nudged=after.nudged | {key})
    return nudged, [Nudge(attempt=attempt.number, section=section, criterion=lack.slug)]


def _renewals(
    before: Interview, old: Standing, after: Interview, new: Standing
) -> list[ShowFeedback]:
    """Every attempt that was scored before and whose text, or the one before it, reads otherwise."""
    changed = {
        attempt.number
        for attempt in old.attempts
        if answer(before, old, attempt.number) != answer(after, new, attempt.number)
    }
    return [
        ShowFeedback(attempt=attempt.number, sections=attempt.sections, renewed=True)
        for attempt in old.attempts
        if attempt.scored and changed & {attempt.number, attempt.number - 1}
    ]


def _news(said: Sequence[Effect], saying: Sequence[Effect]) -> list[Effect]:
    """Return what is in `saying` and not in `said`, the last ones where some are alike."""
    fresh = Counter(saying) - Counter(said)
    news: list[Effect] = []
    for effect in reversed(saying):
        if fresh[effect] > 0:
            fresh[effect] -= 1
            news.append(effect)
    return news[::-1]
