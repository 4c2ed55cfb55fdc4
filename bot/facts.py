"""Facts: what Slack told us, in our own words. They are filed before Slack hears that we heard."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from bot.text import keepable

Words = Annotated[str, AfterValidator(keepable)]
"""What people wrote, or call themselves."""


class Heard(BaseModel):
    """What every fact has."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    enterprise: str = ""  # E… or empty
    team: str  # T…
    user: str = ""  # U… or W…; empty if it is nobody's
    name: Words = ""  # of the user, where the payload has it
    at: str  # Slack's own instant; of commands and submissions the instant of filing
    event_id: str | None = None  # Slack's, of events
    key: str  # ours: what it is about; a second delivery has the same


class OfMessage(Heard):
    """What happened to one message, in a direct message with the bot or in a thread of a channel."""

    channel: str  # C… or D…
    ts: str
    thread_ts: str | None = None
    parent_known: bool = True  # to be the bot's; else it is kept only if the thread is ours


class MessageWritten(OfMessage):
    """Somebody wrote a message."""

    kind: Literal["message_written"] = "message_written"
    direct: bool
    text: Words  # as Slack sends it
    files: int = 0


class MessageEdited(OfMessage):
    """Somebody edited such a message. An unfurled link comes as this too, with the same text."""

    kind: Literal["message_edited"] = "message_edited"
    direct: bool
    text: Words
    version: str  # sorts: the edit's ts, then the event's


class MessageDeleted(OfMessage):
    """Somebody deleted such a message."""

    kind: Literal["message_deleted"] = "message_deleted"


class ButtonPressed(Heard):
    """Somebody pressed a button or chose an option, in a message or the Home tab."""

    kind: Literal["button_pressed"] = "button_pressed"
    action: str
    value: str = ""
    channel: str | None = None
    thread_ts: str | None = None


class CommandGiven(Heard):
    """Somebody gave the slash command."""

    kind: Literal["command_given"] = "command_given"
    channel: str
    text: Words = ""


class FormSubmitted(Heard):
    """Somebody submitted a modal that was judged to be in order."""

    kind: Literal["form_submitted"] = "form_submitted"
    form: str  # callback id
    subject: str = ""  # private metadata: what the form is about
    values: dict[str, Words | None] = Field(default_factory=dict)  # by block id


class HomeOpened(Heard):
    """Somebody opened the Home tab."""

    kind: Literal["home_opened"] = "home_opened"


class BotInvited(Heard):
    """Somebody invited the bot into a channel."""

    kind: Literal["bot_invited"] = "bot_invited"
    channel: str


class PersonChanged(Heard):
    """Somebody moved to another time zone, or is no longer a full member."""

    kind: Literal["person_changed"] = "person_changed"
    zone: str = ""  # IANA, or empty
    person_kind: str  # of bot.schedule.roster.Kind


class ChannelChanged(Heard):
    """Something about a channel changed, or who is in it: it must be asked about anew."""

    kind: Literal["channel_changed"] = "channel_changed"
    channel: str


def written_key(enterprise: str, team: str, channel: str, ts: str) -> str:
    """Return the key of the fact that a message was written."""
    return ":".join((enterprise, team, "written", channel, ts))


Fact = Annotated[
    MessageWritten
    | MessageEdited
    | MessageDeleted
    | ButtonPressed
    | CommandGiven
    | FormSubmitted
    | HomeOpened
    | BotInvited
    | PersonChanged
    | ChannelChanged,
    Field(discriminator="kind"),
]
FACT: TypeAdapter[Fact] = TypeAdapter(Fact)
"""Reads and writes facts as JSON."""
