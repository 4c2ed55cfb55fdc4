"""Measures how far the rubric agrees with the ratings on answers that it was not fitted to.

`python -m calibration.measure` writes docs/rating.md: once with one writer after the other held
out, which is what a new person's answer is like, and once with a fifth of all answers.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from rich.progress import track

from calibration.cuts import choose, levels
from calibration.model import all_sections, criteria_of, fit
from calibration.rated import RatedSection, sections
from calibration.reader import learn, read_unseen
from calibration.report import Levels, Split, page

PAGE = Path(__file__).parents[1] / "docs" / "rating.md"
_FOLDS = 5


def main() -> None:
    """Write the page, and show how far it is: it takes some minutes."""
    parts = sections()
    splits = {"writer": list(by_writer(parts)), "answer": list(by_answer(parts, _FOLDS))}
    found = {
        held: held_out(track(one, description=f"each {held} held out"))
        for held, one in splits.items()
    }
    PAGE.write_text(page(parts, splits["writer"], found["writer"], found["answer"]), "utf-8")


def by_writer(parts: Sequence[RatedSection]) -> Iterator[Split]:
    """Yield what is fitted and what is rated, for each writer held out."""
    for writer in sorted({part.writer for part in parts}):
        yield (
            [part for part in parts if part.writer != writer],
            [part for part in parts if part.writer == writer],
        )


def by_answer(parts: Sequence[RatedSection], folds: int) -> Iterator[Split]:
    """Yield what is fitted and what is rated, for each of so many parts of the answers."""
    names = sorted({part.answer for part in parts})
    shuffled = np.random.default_rng(0).permutation(len(names))
    fold = {name: place % folds for name, place in zip(names, shuffled.tolist(), strict=True)}
    for number in range(folds):
        yield (
            [part for part in parts if fold[part.answer] != number],
            [part for part in parts if fold[part.answer] == number],
        )


def held_out(splits: Iterable[Split]) -> Levels:
    """Return the four levels of each (answer, section), by a fit without the answer."""
    found: Levels = {}
    for others, unseen in splits:
        known = [part for part in others if not part.refused]
        read, unread = read_unseen(known), learn(known).read(unseen)
        model, cuts = fit(read), choose(read)
        for section in all_sections():
            own = [part for part in unread if part.section == section]
            names = criteria_of(section)
            rated = np.array([levels(model.points(name, own), cuts[name]) for name in names]).T
            found |= {
                (part.answer, section): row * (not part.refused)
                for part, row in zip(own, rated, strict=True)
            }
    return found


if __name__ == "__main__":
    main()
