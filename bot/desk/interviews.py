"""Starting an interview, and taking one event into it."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from bot.desk.addresses import address_of, says_aside
from bot.desk.loading import loaded
from bot.desk.work import Work
from bot.interview.announcements import Mention, PointTo, PointToChannel, PointToDirect
from bot.interview.conversation import Advanced, advance, replay, touched
from bot.interview.effects import Effect, OpenThread, SayDone, ShowFeedback
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
from storage import drafts, inbox, interviews, outbox, slots
from storage.outbox import Address
from storage.tables import Interview as Row, Person, Round, Said


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
    row.late = row.late or _is_late(work, row, advanced.effects)
    effects = [e for e in advanced.effects if row.channel or not isinstance(e, SayDone)]
    said = [_say(work, row, effect, advanced) for effect in effects]
    if row.channel:
        _point_across(work, row, said)
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


def _is_late(work: Work, row: Row, effects: Sequence[Effect]) -> bool:
    """Say whether the answer is finished just now, after its round has closed for the person."""
    finished = any(
        isinstance(e, ShowFeedback) and e.attempt == 1 and not e.renewed for e in effects
    )
    if not finished or row.round_id is None:
        return False
    slot = slots.of_person(work.session, row.round_id, row.person_id)
    closes = slot.closes_at if slot else work.session.get_one(Round, row.round_id).closes_at
    return moment(work.at) > closes


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
        drafts.empty_all(work.session, work.person.id)
    if isinstance(event, Edited | Erased):
        _take_back(work, outbox.standing(work.session, row.id, ("ShowSection",)))
    if (isinstance(event, Stopped) and stage is Stage.DELETED) or stage is Stage.DECLINED:
        _forget(work, row, advanced.interview)


def _forget(work: Work, row: Row, interview: Interview) -> None:
    root = outbox.by_id(work.session, row.root_id)
    if root and root.posted_ts:
        lane = f"{work.workspace.id}:{work.person.user}"
        inbox.forget_thread(work.session, lane, root.posted_ts)
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


def _point_across(work: Work, row: Row, said: Sequence[tuple[str, bool]]) -> None:
    """Link the channel and the direct message, where the person looks at the other one."""
    asides = [said_id for said_id, aside in said if aside]
    public = [said_id for said_id, aside in said if not aside]
    if asides and row.channel:
        point_to_direct(work, row.channel, asides[-1], row.root_id)
    elif public and work.heard_in.startswith("D"):
        address = replace(work.direct(), target_id=public[-1])
        work.say(Letter(effect=PointToChannel()), address)


def _say(work: Work, row: Row, effect: Effect, advanced: Advanced) -> tuple[str, bool]:
    """File an effect; return its outbox id, and whether it goes to the direct message instead."""
    aside = says_aside(row, effect)
    person = work.session.get_one(Person, row.person_id)
    scene = Scene(
        interview_id=row.id,
        question=row.question,
        place=Place(row.place),
        user=person.user,
        aside=aside,
        late=row.late,
        informed=person.agreed_at is not None,
    )
    letter = Letter(effect=loaded(work, row, effect, advanced), scene=scene)
    address = address_of(work, row, person.user, effect)
    said_id = work.say(letter, address)
    if isinstance(effect, OpenThread):
        row.root_id = said_id
    return said_id, aside and address.act == "post"
