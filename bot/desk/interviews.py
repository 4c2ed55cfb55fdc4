"""Starting an interview, and taking one event into it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from bot.desk.addresses import address_of, says_aside
from bot.desk.loading import loaded
from bot.desk.work import Work
from bot.interview.announcements import Mention, PointTo, PointToDirect
from bot.interview.conversation import Advanced, advance, replay, touched
from bot.interview.effects import Effect, OpenThread
from bot.interview.events import (
    Begun,
    Declined,
    Edited,
    Erased,
    Event,
    Place,
    Started,
    Stopped,
)
from bot.interview.instants import moment
from bot.interview.interview import Interview, Stage
from bot.interview.scene import Scene
from bot.letters import Letter
from bot.questions import reader
from storage import drafts, interviews, outbox
from storage.outbox import Address
from storage.tables import Interview as Row, Person, Said


def start(work: Work, question: str, place: Place, round_id: int | None, channel: str) -> Row:
    """Begin an interview, or point to the one that is open. `channel`: where it was asked for."""
    found = interviews.open_of(work.session, work.person.id, question)
    if found:
        row = found[0]
        row.round_id = row.round_id or round_id
        point_to(work, row, channel)
        return row
    row = Row(
        id=uuid4().hex,
        person_id=work.person.id,
        question=question,
        place=place,
        channel=channel if place is Place.CHANNEL else None,
        round_id=round_id,
        stage=Stage.NOTICED,
        touched_at=work.now,
        nudged=[],
    )
    work.session.add(row)
    work.session.flush()
    take(work, row, Started(at=work.at, place=place, informed=_informed(work.person, place)))
    if place is Place.PRIVATE and channel and not channel.startswith("D"):
        asked = outbox.newest(work.session, row.id)  # in the thread, so that its link opens it
        point_to_direct(work, channel, asked.id if asked else None)
    return row


def take(work: Work, row: Row, event: Event) -> Advanced:
    """Take one event into an interview: advance, keep, say."""
    before = interviews.load(work.session, row, reader.load(row.question))
    advanced = advance(before, event, work.now)
    interviews.save(work.session, row, before, advanced.interview)
    row.stage = advanced.standing.stage
    row.touched_at = max(row.touched_at, moment(touched(advanced.interview)))
    _mind(work, row, event, advanced)
    asides = [_say(work, row, effect, advanced) for effect in advanced.effects]
    if row.channel and (last := next((said for said in reversed(asides) if said), None)):
        point_to_direct(work, row.channel, last, row.root_id)
    return advanced


def mention(work: Work, row: Row) -> Mention:
    """Return an interview as others speak of it."""
    interview = interviews.load(work.session, row, reader.load(row.question))
    standing, _ = replay(interview)
    root = outbox.by_id(work.session, row.root_id)
    return Mention(
        interview_id=row.id,
        question=row.question,
        stage=standing.stage,
        section=standing.section if standing.stage is Stage.ANSWERING else None,
        link=root.permalink if root else None,
    )


def point_to(work: Work, row: Row, channel: str) -> None:
    """Say where an interview is that was asked for and is open already."""
    if channel and not channel.startswith("D"):
        work.whisper(PointTo(interview=mention(work, row), here=True), channel)
    else:
        work.tell(PointTo(interview=mention(work, row)))


def point_to_direct(
    work: Work, channel: str, target_id: str | None, thread_id: str | None = None
) -> None:
    """Say in a channel, to the person alone, that something waits in the direct message."""
    address = Address(
        workspace_id=work.workspace.id,
        act="ephemeral",
        channel=channel,
        user=work.person.user,
        thread_id=thread_id,
        target_id=target_id,
    )
    work.say(Letter(effect=PointToDirect()), address)


def _informed(person: Person, place: Place) -> bool:
    told = person.told_public_at is not None or place is Place.PRIVATE
    return person.agreed_at is not None and told


def _mind(work: Work, row: Row, event: Event, advanced: Advanced) -> None:
    """Keep what an event means beyond its interview: consent, and deletion."""
    stage = advanced.standing.stage
    if isinstance(event, Begun) and stage is Stage.ANSWERING:
        work.person.agreed_at = work.person.agreed_at or work.now
        work.person.declined_at = None
        if row.place == Place.CHANNEL:
            work.person.told_public_at = work.person.told_public_at or work.now
    if isinstance(event, Declined) and stage is Stage.DECLINED:
        work.person.declined_at = None if work.person.agreed_at else work.now
        drafts.delete_all(work.session, work.person.id)
    if isinstance(event, Edited | Erased):
        _take_back(work, outbox.standing(work.session, row.id, ("ShowSection",)))
    if (isinstance(event, Stopped) and stage is Stage.DELETED) or stage is Stage.DECLINED:
        _forget(work, row, advanced.interview)


def _forget(work: Work, row: Row, interview: Interview) -> None:
    _take_back(work, interviews.forget(work.session, row))
    # One move stays, so that the emptied interview still knows how it ended.
    last = tuple(m for m in interview.moves if isinstance(m, Stopped | Declined))[-1:]
    started = tuple(m for m in interview.moves if isinstance(m, Started))[:1]
    bare = Interview(id=row.id, question=interview.question)
    kept = replace(bare, moves=(*started, *last))
    interviews.save(work.session, row, bare, kept)


def _take_back(work: Work, messages: Sequence[Said]) -> None:
    """Delete messages of ours in Slack, since they quote what is no longer kept."""
    for said in messages:
        address = Address(
            workspace_id=said.workspace_id,
            act="delete",
            channel=said.channel,
            target_id=said.id,
            interview_id=said.interview_id,
        )
        outbox.say(work.session, address, kind=said.kind, now=work.now)


def _say(work: Work, row: Row, effect: Effect, advanced: Advanced) -> str | None:
    """File an effect; return its outbox id if the channel must be told that it came elsewhere."""
    aside = says_aside(row, effect)
    person = work.session.get_one(Person, row.person_id)
    scene = Scene(
        interview_id=row.id,
        question=row.question,
        place=Place(row.place),
        user=person.user,
        aside=aside,
        informed=person.agreed_at is not None,
    )
    letter = Letter(effect=loaded(work, row, effect, advanced), scene=scene)
    address = address_of(work, row, person.user, effect)
    said_id = work.say(letter, address)
    if isinstance(effect, OpenThread):
        row.root_id = said_id
    return said_id if aside and address.act == "post" else None
