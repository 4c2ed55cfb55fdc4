"""What must be said outside an interview, as imperatives: prompts, offers, answers, the Home tab."""

from dataclasses import dataclass
from datetime import datetime

from bot.interview.interview import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An interview as others speak of it."""

    interview_id: str
    question: str
    stage: Stage
    section: str | None = None  # the one that is open
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPrompt:
    """Post one question of a round in the team's channel."""

    question: str
    round_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduce:
    """Say once in a channel what the bot is, with Set up."""

    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDraft:
    """Say that a text was kept, and ask where it belongs."""

    messages: int
    interviews: tuple[Mention, ...]  # the open ones
    questions: tuple[str, ...]  # that could be started
    hours: int  # so long it is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDraftTaken:
    """Say that a draft is in an interview now, and where to go on."""

    interview: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPlaces:
    """Offer somebody who replied under a prompt to practise with that text, both ways."""

    question: str
    round_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Greet:
    """Answer a hello, a thank-you or a call for help."""

    to: str  # "hello", "thanks", "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointTo:
    """Say that an interview is open already, and where."""

    interview: Mention
    here: bool = False  # said in the channel, not in the direct message


@dataclass(frozen=True, slots=True, kw_only=True)
class PointToDirect:
    """Say in the channel that something waits in the person's direct message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointToChannel:
    """Say in the direct message that the interview goes on in the channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarnWordless:
    """Say that a message held no words, so there was nothing to take."""

    files: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SayNotYours:
    """Say that a button belongs to somebody else's interview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayOutdated:
    """Say that a button or a form is about something that is no longer there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDraftGone:
    """Say that a draft was thrown away, or has run out."""

    discarded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankForJudgement:
    """Thank for an opinion on the feedback."""

    fair: bool
    left_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishHome:
    """Draw somebody's Home tab."""

    interviews: tuple[Mention, ...]  # open or set aside
    invitations: tuple[tuple[str, datetime | None], ...] = ()  # (a team's channel, the next one)


Announcement = (
    PostPrompt
    | Introduce
    | OfferDraft
    | SayDraftTaken
    | OfferPlaces
    | Greet
    | PointTo
    | PointToDirect
    | PointToChannel
    | WarnWordless
    | SayNotYours
    | SayOutdated
    | SayDraftGone
    | ThankForJudgement
    | PublishHome
)
