"""What a question is: five sections of four criteria each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing to look for in a section, and how the bot speaks of it."""

    name: (
        str  # One of the forty, e.g. "disagreement.situation.context": what the rubric knows it by.
    )
    title: str
    levels: tuple[str, str, str]  # What an answer is like at 0, 1 and 2.
    ask: str  # What to add, said to the person.
    more: str  # The same where some of it is there already.
    nudge: str  # One line for the moment of writing.
    follow_up: str  # What an interviewer would ask.
    example: str  # How the next level sounds; "the {noun}" stands for a thing of the person's own.
    exercise: str

    @property
    def slug(self) -> str:
        """The last part of the name: unique within a section."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of the five parts of an answer."""

    slug: str
    title: str
    ask: str  # The question that the bot asks.
    tells: tuple[str, ...]  # What a strong section tells, as bullets.
    template: str  # A short text with gaps to fill in.
    criteria: tuple[Criterion, ...]

    def criterion(self, slug: str) -> Criterion:
        """Return the criterion of that slug.

        Raises:
            LookupError: this section has no such criterion.
        """
        for criterion in self.criteria:
            if criterion.slug == slug:
                return criterion
        raise LookupError(f"The section {self.slug!r} has no criterion {slug!r}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What people are asked, section by section."""

    slug: str
    title: str
    prompt: str  # As people read it in the channel.
    sections: tuple[Section, ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        """The sections' slugs, in the order in which they are asked."""
        return tuple(section.slug for section in self.sections)

    def section(self, slug: str) -> Section:
        """Return the section of that slug.

        Raises:
            LookupError: this question has no such section.
        """
        for section in self.sections:
            if section.slug == slug:
                return section
        raise LookupError(f"The question {self.slug!r} has no section {slug!r}.")
