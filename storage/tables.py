"""The tables. Moments are aware and in UTC; `*_s` columns are machine time in seconds since 1970."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing_extensions import override

OPEN = "stage IN ('noticed', 'answering', 'paused', 'rating')"


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment; SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone, and keep the others in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment without a time zone cannot be stored.")
        return value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Row(DeclarativeBase):
    """What every table shares: names for its constraints, and a type for each kind of value."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: UtcDateTime,
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(none_as_null=True),
    }


class Workspace(Row):
    """One Slack installation. An absent enterprise is the empty string, so that the key is one."""

    __tablename__ = "workspaces"
    __table_args__ = (UniqueConstraint("enterprise", "team"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enterprise: Mapped[str] = mapped_column(String(32))  # E… or ""
    team: Mapped[str] = mapped_column(String(32))  # T…


class Person(Row):
    """Somebody in a workspace who met the bot."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("workspace_id", "user"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id"))
    user: Mapped[str] = mapped_column(String(32))  # U… or W…
    name: Mapped[str] = mapped_column(Text, default="")  # as Slack's payloads call them
    agreed_at: Mapped[datetime | None]  # pressed Begin under the notice
    told_public_at: Mapped[datetime | None]  # pressed Begin under the one about the channel
    declined_at: Mapped[datetime | None]  # pressed Not for me
    kind: Mapped[str] = mapped_column(String(16), default="")  # as rosters tell; empty if unknown
    zone: Mapped[str] = mapped_column(String(64), default="")  # IANA, as Slack tells it
    seen_at: Mapped[datetime | None]  # when Slack was last asked about them
    preferences: Mapped[dict[str, Any] | None]  # about their own invitations


class Team(Row):
    """A channel that practises: its plan, and when its next round opens."""

    __tablename__ = "teams"
    __table_args__ = (UniqueConstraint("workspace_id", "channel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id"))
    channel: Mapped[str] = mapped_column(String(32))  # C…
    organiser_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))  # told of trouble
    plan: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(16))  # running, paused, ended
    paused_for: Mapped[str | None] = mapped_column(String(16))
    since: Mapped[datetime]  # rounds due before this are nobody's
    next_week: Mapped[str | None] = mapped_column(String(8))  # ISO, of the next round
    opens_at: Mapped[datetime | None] = mapped_column(index=True)  # when that one does
    changed_at: Mapped[datetime | None]  # an hour that a change moved before this is served then
    roster_at: Mapped[datetime | None]  # when Slack last told who is in the channel
    roster_due_at: Mapped[datetime] = mapped_column(index=True)  # when to ask again


class Membership(Row):
    """Somebody is in a team's channel."""

    __tablename__ = "memberships"

    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)


class Round(Row):
    """One week's prompts to one team, frozen when it opened."""

    __tablename__ = "rounds"
    __table_args__ = (UniqueConstraint("team_id", "week"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id"))
    week: Mapped[str] = mapped_column(String(8))  # ISO, "2026-W48"
    plan: Mapped[dict[str, Any]]
    questions: Mapped[list[Any]]
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime] = mapped_column(index=True)
    closed: Mapped[bool] = mapped_column(default=False)
    prompts_due_at: Mapped[datetime] = mapped_column(index=True)
    prompts_close_at: Mapped[datetime]
    prompts: Mapped[str] = mapped_column(String(16))  # waiting, invited, missed, skipped
    thread_id: Mapped[str | None] = mapped_column(String(32))  # outbox id of the first prompt


class Slot(Row):
    """One person's place in a round."""

    __tablename__ = "slots"
    __table_args__ = (
        UniqueConstraint("round_id", "person_id"),
        Index("ix_slots_due", "state", "due_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    zone: Mapped[str] = mapped_column(String(64))  # IANA, in which the hour is meant
    at: Mapped[str] = mapped_column(String(5))  # local time
    due_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    remind_at: Mapped[datetime | None] = mapped_column(index=True)  # empty once it is settled
    state: Mapped[str] = mapped_column(String(16))  # waiting, invited, begun, missed, skipped
    invited_at: Mapped[datetime | None]
    why: Mapped[str | None] = mapped_column(String(16))  # why it was moved, missed or skipped
    holiday: Mapped[str | None] = mapped_column(Text)  # its name


class Interview(Row):
    """One person's answer to one question; its history is in `moves` and `pieces`."""

    __tablename__ = "interviews"
    __table_args__ = (
        Index(
            "one_open_interview",
            "person_id",
            "question",
            unique=True,
            sqlite_where=text(OPEN),
            postgresql_where=text(OPEN),
        ),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    question: Mapped[str] = mapped_column(String(64))
    place: Mapped[str] = mapped_column(String(16))
    channel: Mapped[str | None] = mapped_column(String(32))  # C…, where it is held in one
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"))
    root_id: Mapped[str | None] = mapped_column(String(32), index=True)  # outbox id of its thread
    stage: Mapped[str] = mapped_column(String(16))  # as replayed, for looking up
    touched_at: Mapped[datetime]  # by the person
    reminded: Mapped[bool] = mapped_column(default=False)
    late: Mapped[bool] = mapped_column(default=False)  # scored after the round had closed for them
    nudged: Mapped[list[Any]]  # [[attempt, section], ...]


class MoveMade(Row):
    """One thing that a person did in an interview, other than writing."""

    __tablename__ = "moves"

    id: Mapped[int] = mapped_column(primary_key=True)
    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    body: Mapped[dict[str, Any]]


class PieceWritten(Row):
    """One message of a person's in an interview, as it reads now."""

    __tablename__ = "pieces"
    __table_args__ = (UniqueConstraint("interview_id", "ts"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"), index=True)
    ts: Mapped[str] = mapped_column(String(32))
    at: Mapped[str] = mapped_column(String(32))
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(String(64))
    erased: Mapped[bool]


class Draft(Row):
    """A message that was written outside any interview, until the person says where it belongs."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("person_id", "channel", "ts"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    channel: Mapped[str] = mapped_column(String(32))
    ts: Mapped[str] = mapped_column(String(32))
    question: Mapped[str | None] = mapped_column(String(64))  # if it stood under a prompt
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[str] = mapped_column(String(64), default="")
    erased: Mapped[bool] = mapped_column(default=False)
    kept_at: Mapped[datetime]


class Revision(Row):
    """The ratings of one attempt at one time; only the newest keeps quotes."""

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("interview_id", "attempt", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"))
    attempt: Mapped[int]
    number: Mapped[int]
    made_at: Mapped[datetime]
    rubric: Mapped[str] = mapped_column(String(32))  # version
    outcome: Mapped[str] = mapped_column(String(16))
    levels: Mapped[dict[str, Any]]  # {"situation.context": 2}
    sheet: Mapped[dict[str, Any] | None]  # with quotes and reasons


class Judgement(Row):
    """What a person thinks of the feedback to one attempt."""

    __tablename__ = "judgements"
    __table_args__ = (UniqueConstraint("interview_id", "attempt"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"))
    attempt: Mapped[int]
    fair: Mapped[bool]
    why: Mapped[str] = mapped_column(Text, default="")
    left_out: Mapped[bool] = mapped_column(default=False)  # of team figures


class Heard(Row):
    """The inbox: one fact that Slack delivered."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_waiting", "state", "lane", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[str | None] = mapped_column(String(64), unique=True)  # Slack's, of events
    key: Mapped[str] = mapped_column(String(255), unique=True)  # ours: what it is about
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id"))
    lane: Mapped[str] = mapped_column(String(64))  # whose it is: taken one at a time
    at: Mapped[str] = mapped_column(String(32))  # Slack's own instant
    kind: Mapped[str] = mapped_column(String(32))
    body: Mapped[dict[str, Any] | None]  # emptied when it is done
    state: Mapped[str] = mapped_column(String(16))  # waiting, done, aside
    tries: Mapped[int] = mapped_column(Integer, default=0)
    not_before_s: Mapped[float] = mapped_column(Float, default=0.0)
    filed_at: Mapped[datetime]
    reason: Mapped[str | None] = mapped_column(Text)  # why it was set aside; never the text


class Said(Row):
    """The outbox: one thing that must be said. Its id is the marker in the message."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_waiting", "state", "lane", "seq"),
        Index("ix_outbox_posted", "posted_channel", "posted_ts"),
    )

    id: Mapped[str] = mapped_column(String(32), unique=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id"))
    lane: Mapped[str] = mapped_column(String(64))  # where it goes: said one at a time
    act: Mapped[str] = mapped_column(String(16))  # post, update, delete, ephemeral, home
    channel: Mapped[str] = mapped_column(String(32))  # C…, D…, or U… for a direct message
    user: Mapped[str | None] = mapped_column(String(32))  # of an ephemeral or a home
    thread_id: Mapped[str | None] = mapped_column(String(32))  # outbox id of the thread's root
    thread_ts: Mapped[str | None] = mapped_column(String(32))  # or its ts, if it is not ours
    target_id: Mapped[str | None] = mapped_column(String(32))  # what is updated or deleted
    interview_id: Mapped[str | None] = mapped_column(String(32), index=True)
    kind: Mapped[str] = mapped_column(String(32))  # of the effect
    subject: Mapped[str | None] = mapped_column(String(64))  # what it is about, to find it again
    body: Mapped[dict[str, Any] | None]  # emptied when it is posted or ended
    state: Mapped[str] = mapped_column(String(16))  # waiting, unsure, posted, ended
    tries: Mapped[int] = mapped_column(Integer, default=0)
    not_before_s: Mapped[float] = mapped_column(Float, default=0.0)
    filed_at: Mapped[datetime]
    not_after: Mapped[datetime | None]  # when it is too late to say it
    posted_channel: Mapped[str | None] = mapped_column(String(32))
    posted_ts: Mapped[str | None] = mapped_column(String(32))
    permalink: Mapped[str | None] = mapped_column(Text)
    look_again_s: Mapped[float | None] = mapped_column(Float)  # for a double
    doubled: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None] = mapped_column(Text)


class Claim(Row):
    """Who works on a lane, until when by the database's clock."""

    __tablename__ = "claims"

    lane: Mapped[str] = mapped_column(String(80), primary_key=True)
    holder: Mapped[str] = mapped_column(String(32))
    leased_until_s: Mapped[float] = mapped_column(Float)
