"""Cuts the person's own words to quote: exact, short, and ending where a thought ends."""

import re
from collections.abc import Iterable

from bot.rubric.evidence.find import Hit
from bot.rubric.sheet import Quote

LONGEST = 200  # Characters.
_MOST = 2

# Where a sentence that is too long may be cut: at a pause, or before a word that goes on.
_PAUSE = re.compile(
    r"[,:()\u2013\u2014]\s+|\s+(?=(?:and|but|because|so|which|then|while|or|when)\s)", re.IGNORECASE
)


def best(section: str, text: str, weighed: Iterable[tuple[Hit, float]]) -> tuple[Quote, ...]:
    """Return the one or two stretches of a section in which most of the evidence stands.

    Args:
        section: the section's slug.
        text: the section's whole text.
        weighed: the evidence in that text, and what each piece of it counts.
    """
    worth: dict[Quote, float] = {}
    for hit, weight in weighed:
        quote = _quote(section, text, hit)
        # A thing that happened says more than one that would.
        worth[quote] = worth.get(quote, 0.0) + (weight / 2 if hit.supposed else weight)
    ranked = sorted(worth, key=lambda quote: (-worth[quote], quote))
    chosen: list[Quote] = []
    for quote in ranked:
        if not any(quote.start < other.end and other.start < quote.end for other in chosen):
            chosen.append(quote)
        if len(chosen) == _MOST:
            break
    return tuple(sorted(chosen))


def _quote(section: str, text: str, hit: Hit) -> Quote:
    start, end = hit.sentence.start, hit.sentence.end
    if end - start > LONGEST:
        start, end = _clause(text, hit)
    return Quote(section=section, start=start, end=end)


def _clause(text: str, hit: Hit) -> tuple[int, int]:
    """The stretch between the pauses around a hit, never longer than may be quoted."""
    tokens = hit.sentence.tokens
    first, last = tokens[hit.first], tokens[hit.last]
    start = max(hit.sentence.start, first.start - LONGEST // 2)
    end = min(hit.sentence.end, last.end + LONGEST // 2, start + LONGEST)
    before = [pause.end() for pause in _PAUSE.finditer(text, start, first.start)]
    after = _PAUSE.search(text, last.end, end)
    start = before[-1] if before else _next_word(text, start, first.start, hit)
    end = after.start() if after else _last_word(text, end, last.end, hit)
    return start, start + len(text[start:end].rstrip())


def _next_word(text: str, start: int, first: int, hit: Hit) -> int:
    if start == hit.sentence.start:
        return start
    space = text.find(" ", start, first)
    return first if space < 0 else space + 1


def _last_word(text: str, end: int, last: int, hit: Hit) -> int:
    if end == hit.sentence.end:
        return end
    space = text.rfind(" ", last, end)
    return min(end, last) if space < 0 else space
