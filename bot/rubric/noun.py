"""Finds the thing that an answer is about, to speak of it by the person's own word."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.rubric.text import Sentence
from bot.rubric.word_lists import word_list

_OFTEN = 2  # Mentions; a thing named once may be a side matter.
_BEFORE = frozenset({"the", "our", "my", "a", "an", "this", "new"})


def noun(told: Iterable[Sentence]) -> str | None:
    """Return the thing that the sentences speak of most, or None when that is not sure.

    It has to be one that an example can speak of: that can be finished, checked and handed over.
    A word counts where an article stands before it, and has to stand for itself at least once:
    "the order desk" is no order.
    """
    mentions = [mention for sentence in told for mention in _mentions(sentence)]
    alone = {word for word, ends in mentions if ends}
    counts = Counter(word for word, _ in mentions if word in alone)
    word = max(counts, key=lambda word: counts[word], default="")
    return word if counts[word] >= _OFTEN else None


def _mentions(sentence: Sentence) -> Iterator[tuple[str, bool]]:
    """Yield each thing, and whether a small word or nothing follows it."""
    words = (*sentence.words, "")
    for before, word, following in zip(words, words[1:], words[2:], strict=False):
        if before in _BEFORE and word in word_list("thing"):
            yield word, not following or following in word_list("english")
