"""Phrases to look for, and the index that finds all of them in one pass.

A phrase is words with spaces between. A word is alternatives with `|` between; each is a word as
it stands, `begin*` for every word that begins so, or `<class>` for a class of the lexicon.
`..` stands for up to three words of any kind.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.rubric.evidence.lexicon import classes
from bot.rubric.text import Token

GAP = ".."
_GAP_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A phrase of a detector, found at tokens `first` to `last` (inclusive)."""

    detector: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    detector: str
    alternatives: tuple[frozenset[str], ...]  # An empty set is a gap.


@dataclass(slots=True)
class PhraseIndex:
    """The phrases of many detectors, by what they begin with."""

    _by_first: dict[str, list[_Phrase]] = field(default_factory=dict)
    _beginnings: set[str] = field(default_factory=set)  # Of "begin*", without the star.

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Yield every phrase in the words of one sentence, by place."""
        marks = [self._marks(token) for token in tokens]
        for first, begins in enumerate(marks):
            for mark in begins:
                for phrase in self._by_first.get(mark, ()):
                    last = _match(phrase.alternatives, marks, first)
                    if last is not None:
                        yield Found(detector=phrase.detector, first=first, last=last)

    def add(self, detector: str, phrase: str) -> None:
        """Look for one more phrase."""
        alternatives = tuple(
            frozenset() if part == GAP else frozenset(part.split("|")) for part in phrase.split()
        )
        compiled = _Phrase(detector=detector, alternatives=alternatives)
        for mark in alternatives[0]:
            self._by_first.setdefault(mark, []).append(compiled)
        marks = frozenset[str]().union(*alternatives)
        self._beginnings |= {mark[:-1] for mark in marks if mark.endswith("*")}

    def _marks(self, token: Token) -> frozenset[str]:
        """Everything that a phrase may call this word by."""
        word = token.word
        # No beginning in the cues is longer: a word of 20,000 letters costs no more than this.
        longest = min(len(word), 12)
        begins = {f"{word[:n]}*" for n in range(2, longest + 1) if word[:n] in self._beginnings}
        return frozenset({word, *begins, *(f"<{name}>" for name in classes(token))})


def index(phrases: Mapping[str, Iterable[str]]) -> PhraseIndex:
    """Return an index of each detector's phrases."""
    built = PhraseIndex()
    for detector, texts in phrases.items():
        for text in texts:
            built.add(detector, text)
    return built


def _match(
    alternatives: tuple[frozenset[str], ...], marks: Sequence[frozenset[str]], first: int
) -> int | None:
    """Return the last token of a phrase that begins at `first`, or None.

    Where gaps leave a choice, the nearest word is taken and kept, so the time stays linear.
    """
    place, slack = first, 0
    last = first
    for wanted in alternatives:
        if not wanted:
            slack = _GAP_WORDS
            continue
        while place < len(marks) and slack and not wanted & marks[place]:
            place, slack = place + 1, slack - 1
        if place >= len(marks) or not wanted & marks[place]:
            return None
        last, place, slack = place, place + 1, 0
    return last
