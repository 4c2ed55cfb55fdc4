"""Text as sentences and words that know where they stand in what the person wrote."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word or a number."""

    word: str  # Lower case, without apostrophes: "Didn't" is "didnt", "it's" is "it" and "s".
    start: int
    end: int
    capital: bool  # Begins with a capital letter and is not the first of its sentence.


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence or a line; `start` and `end` are offsets into the given text."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words alone, for comparing sentences with each other."""
        return tuple(token.word for token in self.tokens)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences that have at least one word, in order.

    Takes time in proportion to the text's length, whatever the text is.
    """
    ends = [match.end() for match in _BORDER.finditer(text)] + [len(text)]
    found = []
    start = 0
    for end in ends:
        sentence = _sentence(text, start, end)
        if sentence is not None:
            found.append(sentence)
        start = end
    return tuple(found)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and numbers of one sentence, with offsets into it."""
    return _tokens(text, 0, len(text))


# Curly marks by number: they look too much like others to be told apart in code.
_CLOSING = "\"'\u201d\u2019)\\]"
# A stop after a single letter or digit ("e.g. ", "3. ") ends no sentence, unless it is "I". What is repeated is
# taken whole and never tried again, so that a page of dots takes no longer than a page of words.
_BORDER = re.compile(
    rf"(?:(?<![.\s]\w)(?<!^\w)|(?<=\sI))(?<![.!?\u2026])[.!?\u2026]++[{_CLOSING}]*+\s+|\n+|;\s+"
)
# The second alternative keeps "didn't" in one piece; each is linear in a run of letters.
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+n['\u2019]t\b|[^\W\d_]+|[%€$£]")
_APOSTROPHES = str.maketrans("", "", "'\u2019")
_BULLETS = " \t\r\n-*>\u2022\u00b7"


def _sentence(text: str, start: int, end: int) -> Sentence | None:
    found = _tokens(text, start, end)
    if not found:
        return None
    stretch = text[start:end]
    return Sentence(
        start=start + len(stretch) - len(stretch.lstrip(_BULLETS)),
        end=start + len(stretch.rstrip()),
        tokens=found,
    )


def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(
        Token(
            word=match[0].lower().translate(_APOSTROPHES),
            start=match.start(),
            end=match.end(),
            capital=position > 0 and match[0][0].isupper(),
        )
        for position, match in enumerate(_TOKEN.finditer(text, start, end))
    )
