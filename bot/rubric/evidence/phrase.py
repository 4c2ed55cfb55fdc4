"""Phrases to look for, and the index that finds all of them in one pass.

A phrase is words with spaces between. A word is alternatives with `|` between; each is a word as
it stands, `begin*` for every word that begins so, or `<class>` for a class of the lexicon;
`<any>` is every word. `..` stands for up to three words of any kind, `...` for up to eight.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.rubric.evidence.lexicon import classes
from bot.rubric.text import Token

_GAPS = {"..": 3, "...": 8}  # Words.
_MOST_KNOWN = 8192  # Words whose marks are kept: people use the same few thousand.


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A phrase of a detector, found at tokens `first` to `last` (inclusive)."""

    detector: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    detector: str
    alternatives: tuple[tuple[int, frozenset[str]], ...]  # Each with the gap before it, in words.


@dataclass(slots=True)
class PhraseIndex:
    """The phrases of many detectors, by what they begin with."""

    _by_first: dict[str, list[_Phrase]] = field(default_factory=dict)
    _beginnings: set[str] = field(default_factory=set)  # Of "begin*", without the star.
    _known: dict[tuple[str, bool], frozenset[str]] = field(default_factory=dict)

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
        compiled = _Phrase(detector=detector, alternatives=_alternatives(phrase))
        for mark in compiled.alternatives[0][1]:
            self._by_first.setdefault(mark, []).append(compiled)
        marks = frozenset[str]().union(*(wanted for _, wanted in compiled.alternatives))
        self._beginnings |= {mark[:-1] for mark in marks if mark.endswith("*")}

    def _marks(self, token: Token) -> frozenset[str]:
        """Everything that a phrase may call this word by."""
        key = (token.word, token.capital)
        marks = self._known.get(key)
        if marks is None:
            marks = self._marks_of(token)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = marks
        return marks

    def _marks_of(self, token: Token) -> frozenset[str]:
        word = token.word
        # No beginning in the cues is longer: a word of 20,000 letters costs no more than this.
        longest = min(len(word), 12)
        begins = {f"{word[:n]}*" for n in range(2, longest + 1) if word[:n] in self._beginnings}
        return frozenset({word, "<any>", *begins, *(f"<{name}>" for name in classes(token))})


def index(phrases: Mapping[str, Iterable[str]]) -> PhraseIndex:
    """Return an index of each detector's phrases."""
    built = PhraseIndex()
    for detector, texts in phrases.items():
        for text in texts:
            built.add(detector, text)
    return built


def _alternatives(phrase: str) -> tuple[tuple[int, frozenset[str]], ...]:
    alternatives, gap = [], 0
    for part in phrase.split():
        if part in _GAPS:
            gap = _GAPS[part]
        else:
            alternatives.append((gap, frozenset(part.split("|"))))
            gap = 0
    return tuple(alternatives)


def _match(
    alternatives: tuple[tuple[int, frozenset[str]], ...],
    marks: Sequence[frozenset[str]],
    first: int,
) -> int | None:
    """Return the last token of a phrase that begins at `first`, or None.

    Where gaps leave a choice, the nearest word is taken and kept, so the time stays linear.
    """
    place = first
    for gap, wanted in alternatives[1:]:
        place += 1
        end = min(place + gap, len(marks) - 1)
        while place < end and wanted.isdisjoint(marks[place]):
            place += 1
        if place > end or wanted.isdisjoint(marks[place]):
            return None
    return place
