"""What must be said in an interview, as imperatives.

The conversation returns them light. Fields after `# loaded` are filled by the desk, since showing
a text is no business of deciding that it is shown.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.rubric.sheet import Sheet


class Reason(StrEnum):
    """Why a press or a message changed nothing, or not what the person may think."""

    NOT_BEGUN = "not_begun"
    OTHER_SECTION = "other_section"
    NOTHING_BEFORE = "nothing_before"
    PAUSED = "paused"
    SECTIONS_CLOSED = "sections_closed"
    ADDED_TO_LAST = "added_to_last"
    SECTIONS_OPEN = "sections_open"
    SCORED = "scored"
    SET_ASIDE = "set_aside"
    OVER = "over"
    RUNNING = "running"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenThread:
    """Post the message under which the interview is held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowNotice:
    """Say what is kept, how long and who sees it, with Begin and Not for me."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSection:
    """Ask for one section; `again` after Back, `retry` in a later attempt."""

    attempt: int
    section: str
    number: int  # of this attempt's sections, from 1
    of: int
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """Point at the one thing that a section wholly lacks."""

    attempt: int
    section: str
    criterion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowHelp:
    """Say what a strong section tells, with a short template."""

    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSection:
    """Show what a section holds so far."""

    attempt: int
    section: str
    text: str = ""  # loaded
    messages: int = 0  # loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class SayPaused:
    """Say that the interview waits, with Resume."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayResumed:
    """Say where the interview goes on, when it resumes by a message."""

    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOwnRating:
    """Ask the person to rate their sections before the score is shown."""

    attempt: int
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFeedback:
    """Show what was found in an attempt: as a new message, or `renewed` in place."""

    attempt: int
    sections: tuple[str, ...]
    renewed: bool = False
    own: tuple[tuple[str, int | None], ...] = ()  # loaded: the person's own ratings
    sheet: Sheet | None = None  # loaded
    before: tuple[tuple[str, float], ...] = ()  # loaded: section scores of the attempt before
    quoted: tuple[tuple[str, str], ...] = ()  # loaded: ("keep" | "change", the person's words)


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDone:
    """Say in the channel that the interview is done, and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind:
    """Say once that an interview is still open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaySetAside:
    """Say that an interview was set aside, with Resume."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDeclined:
    """Say that nothing was kept and nobody will ask again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDeleted:
    """Say that the interview and all its texts are gone from the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Answer a press or a message that changed nothing, or not what was meant."""

    reason: Reason
    section: str | None = None  # the one that is open


Effect = (
    OpenThread
    | ShowNotice
    | AskSection
    | Nudge
    | ShowHelp
    | ShowSection
    | SayPaused
    | SayResumed
    | AskOwnRating
    | ShowFeedback
    | SayDone
    | Remind
    | SaySetAside
    | SayDeclined
    | SayDeleted
    | Tell
)
