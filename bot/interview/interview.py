"""One interview as it is kept: what the person did, and what they wrote, each with its instant."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from bot.interview.events import Closed, Edited, Erased, Move, Place, Replied, Started
from bot.questions.question import Question

NEXT_WORDS = frozenset({"next", "next.", "next!"})
"""A message of this one word is the button Next."""


class Stage(StrEnum):
    """Where an interview stands."""

    NOTICED = "noticed"  # the notice was shown; nothing is stored for good before Begin
    ANSWERING = "answering"  # a section is open
    PAUSED = "paused"  # at the person's wish
    RATING = "rating"  # all sections are closed; the person rates them
    SCORED = "scored"  # the feedback was shown
    SET_ASIDE = "set_aside"  # untouched for fourteen days
    DECLINED = "declined"  # Not for me
    DELETED = "deleted"  # Stop and delete


OPEN_STAGES = (Stage.NOTICED, Stage.ANSWERING, Stage.PAUSED, Stage.RATING)
"""In these an interview is open: there is at most one for a person and a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One message of the person's, by its own `ts`, as it reads now.

    An edit or a delete may be heard before the message: then the piece waits for it by `ts`.
    """

    ts: str
    at: str  # decides the section: `ts`, or later if it was added from a draft
    text: str
    version: str = ""  # of the last edit; empty while unedited
    erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One person's answer to one question, in one thread.

    Its stage is not kept here: it follows from `moves` and `pieces` in order of their instants
    (`bot.interview.conversation.replay`), so it cannot depend on the order of arrival.
    """

    id: str
    question: Question
    moves: tuple[Move, ...] = ()
    pieces: Mapping[str, Piece] = field(default_factory=lambda: MappingProxyType({}))
    nudged: frozenset[tuple[int, str]] = frozenset()  # (attempt, section)

    @property
    def place(self) -> Place:
        """Where it is held; private until it is known."""
        return next((m.place for m in self.moves if isinstance(m, Started)), Place.PRIVATE)

    @property
    def timeline(self) -> list[Move | Piece]:
        """Everything that happened, in order; of equal instants a message comes first.

        The start stands before everything: where it has no instant of Slack's, it has our clock's.
        """
        entries: list[Move | Piece] = [*self.pieces.values(), *self.moves]
        return sorted(entries, key=_order)


def remember(interview: Interview, event: Move | Replied | Edited | Erased) -> Interview:
    """Return the interview with one more event in it; the order of calls does not matter."""
    match event:
        case Replied(text=text) if text.strip().lower() in NEXT_WORDS:
            return _with_move(interview, Closed(at=event.at, section=None))
        case Replied() | Edited() | Erased():
            return _with_piece(interview, event)
        case _:
            return _with_move(interview, event)


def _order(entry: Move | Piece) -> tuple[bool, str, bool, str]:
    if isinstance(entry, Piece):
        return True, entry.at, False, entry.ts
    return not isinstance(entry, Started), entry.at, True, type(entry).__name__


def _with_move(interview: Interview, move: Move) -> Interview:
    if move in interview.moves:
        return interview
    return replace(interview, moves=(*interview.moves, move))


def _with_piece(interview: Interview, event: Replied | Edited | Erased) -> Interview:
    known = interview.pieces.get(event.ts, Piece(ts=event.ts, at=event.ts, text=""))
    match event:
        case Erased():
            piece = replace(known, text="", erased=True)
        case _ if known.erased:
            piece = known
        case Edited():
            newer = event.version >= known.version
            piece = replace(known, text=event.text, version=event.version) if newer else known
        case Replied():
            piece = replace(known, at=event.at, text=known.text if known.version else event.text)
    return replace(interview, pieces={**interview.pieces, event.ts: piece})
