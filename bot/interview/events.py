"""What happened in an interview. Every event carries Slack's own instant, `at`."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where an interview is held."""

    PRIVATE = "private"  # a thread in the direct message with the bot
    CHANNEL = "channel"  # a thread of the person's own in the team's channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The person chose a question and a place; `informed` if they agreed to the notice before."""

    at: str
    place: Place
    informed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """The person read the notice and pressed Begin."""

    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """The person read the notice and pressed Not for me."""

    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """The person wrote a message: `ts` is its own, `at` decides its section."""

    at: str
    ts: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The person edited the message `ts`; of several edits the greatest `version` holds."""

    ts: str
    version: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """The person deleted the message `ts` in Slack."""

    ts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The person pressed Next in a section, or wrote the word (then `section` is None)."""

    at: str
    section: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """The person left a section with what it holds, and wants no word about it."""

    at: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """The person pressed Back in a section (None: while rating themselves)."""

    at: str
    section: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAsked:
    """The person asked what a strong section tells."""

    at: str
    section: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The person asked to see what a section holds so far."""

    at: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """The person pressed Pause."""

    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The person pressed Resume."""

    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """The person pressed Stop and delete, and confirmed it."""

    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfRated:
    """The person rated a section of theirs, 1 to 4, or passed over it (None)."""

    at: str
    section: str
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """The person asked for the feedback without rating the rest."""

    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryChosen:
    """The person wants to answer one section again."""

    at: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartChosen:
    """The person wants to answer all sections again."""

    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftUntouched:
    """Three days passed without a word from the person."""

    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Fourteen days passed without a word from the person."""

    at: str


Move = (
    Started
    | Begun
    | Declined
    | Closed
    | Skipped
    | Reopened
    | HelpAsked
    | Looked
    | Paused
    | Resumed
    | Stopped
    | SelfRated
    | Revealed
    | RetryChosen
    | RestartChosen
    | LeftUntouched
    | SetAside
)
"""What is kept in order of its instants; the rest changes what was written."""

Event = Move | Replied | Edited | Erased
