"""Prints how far the rubric agrees with the ratings on answers it was not fitted to.

`python -m calibration.measure` holds out one writer after the other; `--folds 10` leaves out a
tenth of the answers at a time instead.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from calibration import shallow
from calibration.agreement import correlation, interval, kappa, partial_correlation
from calibration.cuts import choose, levels
from calibration.model import all_sections, criteria_of, fit
from calibration.rated import RatedSection, sections
from calibration.ridge import Matrix

_LEVELS, _SCORES = 3, 9
Split = tuple[list[RatedSection], list[RatedSection]]


def main() -> None:
    """Print the table of agreement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, help="by answer, instead of by writer")
    folds = parser.parse_args().folds
    parts = sections()
    splits = list(by_writer(parts) if folds is None else by_answer(parts, folds))
    found = held_out(splits)
    for line in report(parts, found, splits):
        print(line)  # noqa: T201 - what it is for


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


def held_out(splits: Sequence[Split]) -> dict[tuple[str, str], Matrix]:
    """Return the four levels of each (answer, section), by a fit without the answer."""
    found: dict[tuple[str, str], Matrix] = {}
    for known, unseen in splits:
        model, cuts = fit(known), choose(known)
        for section in all_sections():
            own = [part for part in unseen if part.section == section]
            names = criteria_of(section)
            rated = np.array([levels(model.points(name, own), cuts[name]) for name in names]).T
            found |= {(part.answer, section): row for part, row in zip(own, rated, strict=True)}
    return found


def report(
    parts: Sequence[RatedSection],
    found: Mapping[tuple[str, str], Matrix],
    splits: Sequence[Split],
) -> Iterator[str]:
    """Yield the lines of the table."""
    scores = {key: int(row.sum()) for key, row in found.items()}
    length = shallow.scores(splits, shallow.length)
    counts = shallow.scores(splits, shallow.counts)
    yield "section: kappa [95 of 100 times], of length alone, of shallow counts"
    kappas = []
    for section in all_sections():
        given, rated = _scores(parts, section, scores)
        low, high = interval(given, rated, _SCORES)
        kappas.append(kappa(given, rated, _SCORES))
        beside = [kappa(*_scores(parts, section, one), _SCORES) for one in (length, counts)]
        yield f"{section}: {kappas[-1]:.2f} [{low:.2f}, {high:.2f}], {beside[0]:.2f}, {beside[1]:.2f}"
    yield f"mean {np.mean(kappas):.3f}, worst {min(kappas):.3f}"
    yield from _by_writer(parts, scores)
    yield from _by_criterion(parts, found)
    yield from _in_all(parts, scores)


def _by_writer(
    parts: Sequence[RatedSection], scores: Mapping[tuple[str, str], int]
) -> Iterator[str]:
    for writer in sorted({part.writer for part in parts}):
        own = [part for part in parts if part.writer == writer]
        kappas = [kappa(*_scores(own, section, scores), _SCORES) for section in all_sections()]
        yield f"writer {writer}: mean {np.mean(kappas):.2f}, worst {min(kappas):.2f}"


def _by_criterion(
    parts: Sequence[RatedSection], found: Mapping[tuple[str, str], Matrix]
) -> Iterator[str]:
    kappas = []
    for section in all_sections():
        own = [part for part in parts if part.section == section]
        given = np.array([part.levels for part in own])
        rated = np.array([found[part.answer, section] for part in own])
        for place, name in enumerate(criteria_of(section)):
            kappas.append(kappa(given[:, place].tolist(), rated[:, place].tolist(), _LEVELS))
            yield f"{name}: {kappas[-1]:.2f}"
    yield f"mean of the forty criteria {np.mean(kappas):.3f}"


def _in_all(parts: Sequence[RatedSection], scores: Mapping[tuple[str, str], int]) -> Iterator[str]:
    answers = sorted({part.answer for part in parts})
    given, rated, words = (dict.fromkeys(answers, 0) for _ in range(3))
    for part in parts:
        given[part.answer] += sum(part.levels)
        rated[part.answer] += scores[part.answer, part.section]
        words[part.answer] += part.words
    totals = [[float(one[answer]) for answer in answers] for one in (given, rated, words)]
    follows = partial_correlation(totals[1], np.log(totals[2]).tolist(), totals[0])
    yield f"Pearson r of totals {correlation(totals[0], totals[1]):.3f}"
    yield f"totals with length, given the rating {follows:.3f}"


def _scores(
    parts: Sequence[RatedSection], section: str, scores: Mapping[tuple[str, str], int]
) -> tuple[list[int], list[int]]:
    own = [part for part in parts if part.section == section]
    return [sum(part.levels) for part in own], [scores[part.answer, section] for part in own]


if __name__ == "__main__":
    main()
