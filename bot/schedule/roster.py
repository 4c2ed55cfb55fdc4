"""Who is in a team's channel, as Slack told it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.schedule.shown import PauseReason


class Kind(StrEnum):
    """What somebody is; only full members of the workspace take part."""

    MEMBER = "member"
    GUEST = "guest"
    BOT = "bot"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody, as Slack described them."""

    user: str  # U… or W…
    zone: str = ""  # IANA, or empty
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A channel as it was found."""

    trouble: PauseReason | None = None  # why it cannot practise
    members: tuple[str, ...] = ()  # everybody in it, by id
    met: tuple[Member, ...] = ()  # those who were asked about in detail this time
