"""Where an interview stands after the events so far: its stage, its attempts, who wrote what where."""

from dataclasses import dataclass, replace

from bot.interview.interview import Interview, Piece, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try at all sections, or at one of them again."""

    number: int
    sections: tuple[str, ...]  # those that it answers
    pieces: tuple[tuple[str, str], ...] = ()  # (section, ts of the message), in order
    own: tuple[tuple[str, int | None], ...] = ()  # (section, the person's own rating)
    scored: bool = False

    def with_own(self, section: str, level: int | None) -> "Attempt":
        """Return the attempt with a section rated by the person; the last rating holds."""
        others = tuple(pair for pair in self.own if pair[0] != section)
        return replace(self, own=(*others, (section, level)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the events so far add up to."""

    stage: Stage
    before: Stage = Stage.ANSWERING  # the stage to go back to from a pause
    attempts: tuple[Attempt, ...]
    position: int = 0  # of the open section in the last attempt

    @property
    def attempt(self) -> Attempt:
        """The attempt that is under way, or was last."""
        return self.attempts[-1]

    @property
    def section(self) -> str:
        """The section that is open, or was last."""
        return self.attempt.sections[self.position]

    def with_attempt(self, attempt: Attempt) -> "Standing":
        """Return the standing with its last attempt changed."""
        return replace(self, attempts=(*self.attempts[:-1], attempt))

    def with_piece(self, piece: Piece) -> "Standing":
        """Return the standing with a message placed in the section that is open."""
        placed = (*self.attempt.pieces, (self.section, piece.ts))
        return self.with_attempt(replace(self.attempt, pieces=placed))


def section_text(interview: Interview, attempt: Attempt, section: str) -> str:
    """Return what one attempt says in one section: its messages, a line each."""
    texts = (interview.pieces[ts].text for name, ts in attempt.pieces if name == section)
    return "\n".join(text for text in texts if text)


def answer(interview: Interview, standing: Standing, number: int) -> dict[str, str]:
    """Return the five sections as attempt `number` left them.

    A section that the attempt did not answer again reads as in the newest attempt before it.
    """
    texts: dict[str, str] = dict.fromkeys(interview.question.slugs, "")
    for attempt in standing.attempts[:number]:
        texts |= {name: section_text(interview, attempt, name) for name in attempt.sections}
    return texts
