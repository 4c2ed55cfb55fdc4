"""Drafts: what was written outside any interview, kept until the person says where it belongs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.desk.interviews import mention, start, take
from bot.desk.work import Work
from bot.facts import MessageEdited, MessageWritten
from bot.interview.announcements import OfferDraft, SayDraftGone, SayDraftTaken
from bot.interview.events import Place, Replied
from bot.interview.interview import OPEN_STAGES
from bot.letters import Letter
from bot.questions import reader
from storage import drafts, interviews, outbox
from storage.tables import Draft, Interview as Row

KEPT = timedelta(hours=24)
"""How long a draft is kept of somebody who has not agreed to the notice yet."""
KEPT_AGREED = timedelta(days=14)


def keep(
    work: Work, fact: MessageWritten | MessageEdited, question: str | None, version: str = ""
) -> None:
    """Keep a message as a draft, unless an edit or a delete of it was heard first."""
    if drafts.find(work.session, work.person.id, fact.channel, fact.ts) is not None:
        return
    draft = Draft(
        person_id=work.person.id,
        channel=fact.channel,
        ts=fact.ts,
        question=question,
        text=work.decoded(fact.text),
        version=version,
        kept_at=work.now,
    )
    work.session.add(draft)
    work.session.flush()


def offer(work: Work) -> None:
    """Ask where the pending drafts belong; a second message takes the first question's place."""
    pending = drafts.pending(work.session, work.person.id)
    if not pending:
        return  # it was deleted before it was heard
    found = interviews.open_of(work.session, work.person.id)
    taken = {row.question for row in found}
    kept = KEPT_AGREED if work.person.agreed_at else KEPT
    question = OfferDraft(
        messages=len(pending),
        interviews=tuple(mention(work, row) for row in found),
        questions=tuple(slug for slug in reader.ALL if slug not in taken),
        hours=kept // timedelta(hours=1),
    )
    _say_anew(work, question, None)


def start_with_drafts(
    work: Work, question: str, place: Place, round_id: int | None, channel: str
) -> None:
    """Start an interview, or point to the open one, with what was written under its prompt."""
    row = start(work, question, place, round_id, channel)
    pending = drafts.pending(work.session, work.person.id)
    _take(work, row, [draft for draft in pending if draft.question == question])


def add_to(work: Work, row: Row) -> None:
    """Put every pending draft into an open interview."""
    pending = drafts.pending(work.session, work.person.id)
    if not pending:
        work.tell(SayDraftGone(discarded=False))
        return
    _take(work, row, pending)
    _say_anew(work, SayDraftTaken(interview=mention(work, row)), row.root_id)


def start_from(work: Work, question: str, channel: str) -> None:
    """Start an interview with every pending draft."""
    if drafts.pending(work.session, work.person.id):
        add_to(work, start(work, question, Place.PRIVATE, None, channel))
    else:
        work.tell(SayDraftGone(discarded=False))


def discard(work: Work) -> None:
    """Throw every pending draft away."""
    drafts.empty(drafts.pending(work.session, work.person.id))
    _say_anew(work, SayDraftGone(discarded=True), None)


def _take(work: Work, row: Row, pending: Sequence[Draft]) -> None:
    for draft in pending:
        if row.stage in OPEN_STAGES:
            take(work, row, Replied(at=work.at, ts=draft.ts, text=draft.text))
            drafts.empty([draft])


def _say_anew(
    work: Work, effect: OfferDraft | SayDraftTaken | SayDraftGone, target: str | None
) -> None:
    """Say it below what the person wrote last, and take the question above back with its buttons."""
    here = work.direct("draft")
    shown = outbox.last_said(work.session, here, "OfferDraft")
    if shown is not None:
        shown.subject = None
        outdated = replace(work.direct(), act="delete", target_id=shown.id)
        work.say(Letter(effect=effect), outdated)
    work.say(Letter(effect=effect), replace(here, target_id=target))
