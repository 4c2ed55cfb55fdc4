"""What people write: answers in a thread, replies under a prompt, words outside any thread."""

from dataclasses import replace
from datetime import timedelta

from bot.desk import drafting
from bot.desk.interviews import mention, take
from bot.desk.work import NotYet, Work
from bot.facts import MessageDeleted, MessageEdited, MessageWritten, written_key
from bot.interview.announcements import (
    Greet,
    OfferPlaces,
    PointTo,
    WarnWordless,
)
from bot.interview.events import Edited, Erased, Place, Replied
from bot.interview.instants import moment
from bot.interview.interview import NEXT_WORDS
from bot.letters import Letter
from bot.text import has_words
from storage import drafts, inbox, interviews, outbox, people
from storage.outbox import Address
from storage.tables import Interview as Row, Said

SMALL_TALK = {
    "hello": {"hi", "hello", "hey", "hi there", "hello there", "good morning", "good evening"},
    "thanks": {
        "thanks",
        "thank you",
        "thx",
        "ty",
        "cheers",
        "great thanks",
        "ok thanks",
        "ok",
        "okay",
    },
    "help": {"help", "?", "what can you do", "how does this work", "commands", "stop", "cancel"},
}
EPHEMERAL_WITHIN = timedelta(minutes=1)
"""Who wrote longer ago may have gone, and would not see an ephemeral."""


def written(work: Work, fact: MessageWritten) -> None:
    """Take in a new message."""
    row = _interview(work, fact)
    if row is not None:
        if row.person_id == work.person.id:
            _reply(work, row, fact)
        return  # what others write in it is talk
    under = _prompt(work, fact)
    if under is not None:
        _under_prompt(work, fact, under)
    elif fact.direct:
        _outside(work, fact)


def edited(work: Work, fact: MessageEdited) -> None:
    """Take in an edit: of an answer, of a draft, or of a message not heard of yet."""
    text = work.decoded(fact.text)
    row = _interview(work, fact) or interviews.by_piece(work.session, work.person.id, fact.ts)
    if row is not None:
        if row.person_id == work.person.id:
            take(work, row, Edited(ts=fact.ts, version=fact.version, text=text))
        return
    draft = drafts.find(work.session, work.person.id, fact.channel, fact.ts)
    if draft is None:
        if fact.direct and fact.thread_ts is None and not _was_heard(work, fact):
            drafting.keep(work, fact, None, version=fact.version)
    elif fact.version >= draft.version and not draft.erased:
        draft.text, draft.version = text, fact.version


def deleted(work: Work, fact: MessageDeleted) -> None:
    """Take in that a message is gone."""
    if not fact.user:
        work = _as_author(work, fact)
    row = _interview(work, fact) or interviews.by_piece(work.session, work.person.id, fact.ts)
    if row is not None:
        if row.person_id == work.person.id:
            take(work, row, Erased(ts=fact.ts))
        return
    drafts.erase(work.session, work.person.id, fact.channel, fact.ts, work.now)


def _was_heard(work: Work, fact: MessageEdited) -> bool:
    """Say whether the message itself was taken in: then it was no draft, or is none any more."""
    key = written_key(work.workspace.enterprise, work.workspace.team, fact.channel, fact.ts)
    return inbox.is_known(work.session, key)


def _as_author(work: Work, fact: MessageDeleted) -> Work:
    """Return the work as its author's, where Slack does not say whose message was deleted."""
    author = people.author_of(work.session, work.workspace.id, fact.channel, fact.ts)
    return replace(work, person=author) if author else work


def _interview(work: Work, fact: MessageWritten | MessageEdited | MessageDeleted) -> Row | None:
    if fact.thread_ts is None:
        return None
    session, workspace_id = work.session, work.workspace.id
    row = interviews.by_thread(session, workspace_id, fact.channel, fact.thread_ts)
    if row is not None:
        return row
    known = outbox.by_message(session, workspace_id, fact.channel, fact.thread_ts)
    channels = (fact.channel, work.person.user)
    if known is None and outbox.is_unsettled(session, workspace_id, channels):
        raise NotYet
    return None


def _reply(work: Work, row: Row, fact: MessageWritten) -> None:
    text = work.decoded(fact.text)
    if has_words(text):
        take(work, row, Replied(at=fact.ts, ts=fact.ts, text=text))
        return
    warning = WarnWordless(files=fact.files > 0)
    if row.place == Place.CHANNEL:
        work.whisper(warning, fact.channel, fact.thread_ts)
        return
    thread = Address(
        workspace_id=work.workspace.id, channel=work.person.user, thread_id=row.root_id
    )
    work.say(Letter(effect=warning), thread)


def _prompt(work: Work, fact: MessageWritten) -> Said | None:
    if fact.thread_ts is None:
        return None
    said = outbox.by_message(work.session, work.workspace.id, fact.channel, fact.thread_ts)
    return said if said is not None and said.kind == "PostPrompt" else None


def _under_prompt(work: Work, fact: MessageWritten, prompt: Said) -> None:
    """Offer both ways to somebody who simply replied under a prompt; keep the text meanwhile."""
    declined = work.person.declined_at is not None and work.person.agreed_at is None
    if declined or not has_words(work.decoded(fact.text)):
        return
    question, _, round_id = (prompt.subject or "").partition(":")
    first = not any(d.question == question for d in drafts.pending(work.session, work.person.id))
    drafting.keep(work, fact, question)
    if not first:
        return
    offer = OfferPlaces(question=question, round_id=int(round_id or 0))
    if work.now - moment(fact.ts) <= EPHEMERAL_WITHIN:
        work.whisper(offer, fact.channel, fact.thread_ts)
    else:
        work.tell(offer)


def _outside(work: Work, fact: MessageWritten) -> None:
    text = work.decoded(fact.text)
    plain = text.strip().lower().rstrip("!.? ") or text.strip()
    talk = next((kind for kind, words in SMALL_TALK.items() if plain in words), None)
    found = interviews.open_of(work.session, work.person.id)
    if talk is not None:
        work.tell(Greet(to=talk))
    elif not has_words(text):
        work.tell(WarnWordless(files=fact.files > 0))
    elif text.strip().lower() in NEXT_WORDS:
        work.tell(PointTo(interview=mention(work, found[0])) if found else Greet(to="help"))
    else:
        drafting.keep(work, fact, None)
        drafting.offer(work)
