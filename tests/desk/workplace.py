"""The desk on a real database, with a movable clock and a notebook in place of Slack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from bot import actions as act
from bot.actions import carry
from bot.desk.desk import Desk
from bot.facts import (
    ButtonPressed,
    ChannelChanged,
    Fact,
    FormSubmitted,
    MessageDeleted,
    MessageEdited,
    MessageWritten,
    PersonChanged,
)
from bot.interview.instants import instant
from bot.letters import Letter, from_body
from bot.schedule.roster import Kind, Member, Roster
from bot.schedule.shown import PauseReason
from storage.database import Database
from storage.outbox import POSTED, WAITING
from storage.tables import Heard, Said
from tests.desk.dump import everything_kept

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
CHANNEL = "C1"
FORM = {
    "channel": CHANNEL,
    "people": "",
    "questions": "disagreement,mistake",
    "turn": "all",
    "weekday": "0",
    "at": "09:30",
    "zones": "own",
    "zone": "UTC",
    "open": "4",
    "reminder": "yes",
    "country": "",
    "breaks": "",
}
"""A schedule as it is filled in: each Monday at half past nine, open until Friday."""


def member(user: str, zone: str = "UTC", kind: Kind = Kind.MEMBER) -> Member:
    """Somebody in the team's channel."""
    return Member(user=user, zone=zone, kind=kind)


ALICE = member("UALICE")


class Clock:
    """Stands still until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def passes(self, time_passed: timedelta) -> None:
        self.moment += time_passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that was carried to Slack: what, and where."""

    letter: Letter
    act: str
    channel: str
    user: str | None
    ts: str

    @property
    def effect(self) -> Any:
        return self.letter.effect


def dm_of(user: str) -> str:
    """The direct message of a user with the bot."""
    return f"D{user}"


def ts_of(row: Said) -> str:
    """The `ts` that a row of the outbox gets when it is posted."""
    return f"1600000000.{row.seq:06d}"


class Workplace:
    """What Slack would deliver, the desk that takes it in, and all that it says."""

    def __init__(self, database: Database, team: str = "T1", clock: Clock | None = None) -> None:
        self.database = database
        self.team = team
        self.clock = clock or Clock(MONDAY)
        self.desk = Desk(database, self.clock)
        self.notebook: list[Note] = []
        self.slack_is_down = False

    def hears(self, fact: Fact) -> None:
        """File a fact and take in all that waits; then carry what there is to say."""
        self.desk.file(fact)
        self.desk.drain()
        self.carries()

    def carries(self) -> None:
        """Do what the courier does with Slack at its best: post all that waits, in order."""
        if self.slack_is_down:
            return
        with self.database.transaction() as session:
            waiting = select(Said).where(Said.state == WAITING).order_by(Said.seq)
            for row in session.scalars(waiting):
                if row.body is not None:
                    self.notebook.append(_note(row))
                row.state, row.body = POSTED, None
                row.posted_channel, row.posted_ts = _place(row), ts_of(row)

    def retries(self) -> None:
        """Try again what failed or had to wait, as if its pause were over."""
        with self.database.transaction() as session:
            session.execute(update(Heard).values(not_before_s=0.0))
        self.desk.drain()
        self.carries()

    def passes(self, time_passed: timedelta) -> None:
        """Let time pass: tick, and carry what there is to say."""
        self.clock.passes(time_passed)
        self.desk.tick()
        self.carries()

    def said(self, kind: str) -> list[Note]:
        """Everything of a kind that was said so far."""
        return [note for note in self.notebook if note.letter.kind == kind]

    def last(self, kind: str) -> Note:
        return self.said(kind)[-1]

    def writes(self, text: str, user: str = "UALICE", **where: Any) -> str:
        """Write a message, to the bot unless `where` says otherwise; return its ts."""
        self.clock.passes(timedelta(seconds=1))
        ts = where.pop("ts", None) or instant(self.clock())
        channel = where.pop("channel", dm_of(user))
        self.hears(
            MessageWritten(
                **self._of(user, ts, f"written:{channel}:{ts}"),
                channel=channel,
                direct=channel.startswith("D"),
                ts=ts,
                text=text,
                thread_ts=where.pop("thread", None),
                parent_known=where.pop("parent_known", True),
            )
        )
        return ts

    def edits(self, ts: str, text: str, user: str = "UALICE", **where: Any) -> None:
        self.clock.passes(timedelta(seconds=1))
        version = where.pop("version", None) or instant(self.clock())
        channel = where.pop("channel", dm_of(user))
        self.hears(
            MessageEdited(
                **self._of(user, instant(self.clock()), f"edited:{channel}:{ts}:{version}"),
                channel=channel,
                direct=channel.startswith("D"),
                ts=ts,
                text=text,
                version=version,
                thread_ts=where.pop("thread", None),
            )
        )

    def deletes(self, ts: str, user: str = "UALICE", **where: Any) -> None:
        self.clock.passes(timedelta(seconds=1))
        channel = where.pop("channel", dm_of(user))
        self.hears(
            MessageDeleted(
                **self._of(user, instant(self.clock()), f"deleted:{channel}:{ts}"),
                channel=channel,
                ts=ts,
                thread_ts=where.pop("thread", None),
            )
        )

    def presses(
        self, action: str, value: str = "", user: str = "UALICE", channel: str | None = None
    ) -> None:
        self.clock.passes(timedelta(seconds=1))
        at = instant(self.clock())
        self.hears(
            ButtonPressed(
                **self._of(user, at, f"pressed:{user}:{action}:{at}"),
                action=action,
                value=value,
                channel=channel or dm_of(user),
            )
        )

    def submits(
        self, form: str, subject: str, values: Mapping[str, str], user: str = "UALICE"
    ) -> None:
        self.clock.passes(timedelta(seconds=1))
        at = instant(self.clock())
        self.hears(
            FormSubmitted(
                **self._of(user, at, f"submitted:{user}:{at}"),
                form=form,
                subject=subject,
                values=dict(values),
            )
        )

    def sets_up(self, *people: Member, by: str = "UCHARLIE", **values: str) -> None:
        """Set the team up, as Charlie; Slack tells who is in the channel."""
        filled = FORM | {"first": self.clock().date().isoformat()} | values
        subject = filled.pop("team", "")
        self.submits(act.SCHEDULE_FORM, subject, filled, by)
        self.asks_slack(*(people or (ALICE,)))

    def changes(self, by: str = "UALICE", **values: str) -> None:
        """Change the team's schedule in some fields."""
        filled = FORM | {"first": "2026-11-23", "team": "1"} | values
        self.submits(act.SCHEDULE_FORM, filled.pop("team"), filled, by)

    def asks_slack(self, *people: Member, trouble: PauseReason | None = None) -> None:
        """Ask who is in each channel whose roster is due, as Slack would tell it."""
        users = tuple(member.user for member in people)
        for team_id, _channel, _known in self.desk.rosters_due():
            roster = Roster(trouble=trouble, members=users, met=people)
            self.desk.take_roster(team_id, roster)
        self.carries()

    def moves(self, user: str, zone: str, kind: Kind = Kind.MEMBER) -> None:
        """Slack tells that somebody is in another zone, or is no full member any more."""
        self.clock.passes(timedelta(seconds=1))
        at = instant(self.clock())
        told = self._of(user, at, f"person:{user}:{at}")
        self.hears(PersonChanged(**told, zone=zone, person_kind=kind))

    def hears_of_channel(self, channel: str) -> None:
        """Slack tells that something about a channel changed."""
        self.clock.passes(timedelta(seconds=1))
        at = instant(self.clock())
        self.hears(ChannelChanged(**self._of("", at, f"channel:{at}"), channel=channel))

    def passes_until(self, moment: datetime) -> None:
        """Let time pass from one due moment to the next, as when the bot is never down."""
        while (due := self.desk.next_due()) is not None and due <= moment:
            self.passes(max(due - self.clock(), timedelta()))
        self.passes(moment - self.clock())

    def starts(self, user: str = "UALICE", question: str = "disagreement") -> str:
        """Start an interview in private; return its id."""
        self.presses(f"{act.HOME_START}.{question}", question, user)
        scene = self.last("OpenThread").letter.scene
        assert scene is not None
        return scene.interview_id

    def begins(self, user: str = "UALICE", question: str = "disagreement") -> str:
        """Start an interview in private and press Begin; return its id."""
        interview_id = self.starts(user, question)
        self.presses(act.BEGIN, interview_id, user)
        return interview_id

    def is_scored(self, user: str = "UALICE", question: str = "disagreement") -> str:
        """Live a whole interview up to its feedback; return its id."""
        interview_id = self.begins(user, question)
        for number in range(1, 6):
            section = self.said("AskSection")[-1].effect.section
            self.writes(f"Part {number} of my story.", user, thread=self.thread(interview_id))
            self.presses(act.NEXT, carry(interview_id, section), user)
        self.presses(act.REVEAL, interview_id, user)
        return interview_id

    def thread(self, interview_id: str) -> str:
        """The ts of the thread in which an interview is held."""
        return next(
            note.ts
            for note in reversed(self.said("OpenThread"))
            if note.letter.scene is not None and note.letter.scene.interview_id == interview_id
        )

    def kept(self) -> str:
        """Everything that the database holds, as one text."""
        return everything_kept(self.database)

    def _of(self, user: str, at: str, key: str) -> dict[str, Any]:
        return {"team": self.team, "user": user, "at": at, "key": f":{self.team}:{key}"}


def _note(row: Said) -> Note:
    assert row.body is not None
    letter = from_body(row.kind, row.body)
    return Note(letter=letter, act=row.act, channel=row.channel, user=row.user, ts=ts_of(row))


def _place(row: Said) -> str:
    return dm_of(row.channel) if row.channel.startswith("U") else row.channel
