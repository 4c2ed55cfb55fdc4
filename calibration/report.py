"""The page that says how far the rubric agrees with the ratings: docs/rating.md."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from calibration import shallow
from calibration.agreement import correlation, interval, kappa, partial_correlation
from calibration.model import all_sections, criteria_of
from calibration.rated import HERE, RatedSection
from calibration.ridge import Matrix

Split = tuple[list[RatedSection], list[RatedSection]]
Levels = dict[tuple[str, str], Matrix]
"""The four levels of each (answer, section)."""

_LEVELS, _SCORES = 3, 9
_FIRST_WRITERS = "defg"  # Theirs stood before any evidence was looked for; the others were added.


def page(
    parts: Sequence[RatedSection], splits: Sequence[Split], by_writer: Levels, by_answer: Levels
) -> str:
    """Return the page in Markdown.

    Args:
        parts: all rated sections.
        splits: the writers, each once held out.
        by_writer: the levels by a fit without the answer's writer.
        by_answer: the levels by a fit without the answer.
    """
    text = (HERE / "rating.md").read_text(encoding="utf-8")
    lines = {
        "in_all": "\n".join(_in_all(parts, by_writer, by_answer)),
        "sections": "\n".join(_sections(parts, splits, by_writer, by_answer)),
        "criteria": "\n".join(_criteria(parts, by_writer, by_answer)),
        "writers": "\n".join(_writers(parts, by_writer)),
    }
    for name, table in lines.items():
        text = text.replace(f"{{{name}}}", table)
    return text


def _in_all(parts: Sequence[RatedSection], by_writer: Levels, by_answer: Levels) -> Iterator[str]:
    first = [part for part in parts if part.writer in _FIRST_WRITERS]
    columns = [(parts, by_writer), (first, by_writer), (parts, by_answer)]
    rows = {
        "kappa of section scores, mean of ten": [_mean_of_sections(*one) for one in columns],
        "the same, worst section": [min(_kappas(*one).values()) for one in columns],
        "kappa of a criterion, mean of forty": [_mean_of_criteria(*one) for one in columns],
        "Pearson r of totals": [correlation(*_totals(*one)[:2]) for one in columns],
        "totals with length, given the rating": [_follows_length(*one) for one in columns],
    }
    yield "| | each writer held out | the same, the first four writers | each answer held out |"
    yield "| --- | --- | --- | --- |"
    for name, values in rows.items():
        yield f"| {name} | " + " | ".join(f"{value:.2f}" for value in values) + " |"


def _sections(
    parts: Sequence[RatedSection],
    splits: Sequence[Split],
    by_writer: Levels,
    by_answer: Levels,
) -> Iterator[str]:
    beside = [shallow.scores(splits, one) for one in (shallow.length, shallow.counts)]
    yield "| section | writer held out | 95 of 100 times | answer held out | length alone | shallow counts |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for section in all_sections():
        given, rated = _pairs(parts, section, by_writer)
        low, high = interval(given, rated, _SCORES)
        others = [kappa(*_pairs(parts, section, by_answer), _SCORES)]
        own = [part for part in parts if part.section == section]
        others += [
            kappa(given, [one[part.answer, section] for part in own], _SCORES) for one in beside
        ]
        yield (
            f"| {section} | {kappa(given, rated, _SCORES):.2f} | {low:.2f} to {high:.2f} | "
            + " | ".join(f"{value:.2f}" for value in others)
            + " |"
        )


def _criteria(parts: Sequence[RatedSection], by_writer: Levels, by_answer: Levels) -> Iterator[str]:
    yield "| criterion | writer held out | answer held out |"
    yield "| --- | --- | --- |"
    one, other = _by_criterion(parts, by_writer), _by_criterion(parts, by_answer)
    for name, value in one.items():
        yield f"| {name} | {value:.2f} | {other[name]:.2f} |"


def _writers(parts: Sequence[RatedSection], found: Levels) -> Iterator[str]:
    yield "| writer | answers | mean | worst section |"
    yield "| --- | --- | --- | --- |"
    for writer in sorted({part.writer for part in parts}):
        own = [part for part in parts if part.writer == writer]
        kappas = list(_kappas(own, found).values())
        answers = len({part.answer for part in own})
        yield f"| {writer} | {answers} | {np.mean(kappas):.2f} | {min(kappas):.2f} |"


def _kappas(parts: Sequence[RatedSection], found: Levels) -> Mapping[str, float]:
    return {one: kappa(*_pairs(parts, one, found), _SCORES) for one in all_sections()}


def _mean_of_sections(parts: Sequence[RatedSection], found: Levels) -> float:
    return float(np.mean(list(_kappas(parts, found).values())))


def _mean_of_criteria(parts: Sequence[RatedSection], found: Levels) -> float:
    return float(np.mean(list(_by_criterion(parts, found).values())))


def _by_criterion(parts: Sequence[RatedSection], found: Levels) -> dict[str, float]:
    kappas = {}
    for section in all_sections():
        own = [part for part in parts if part.section == section]
        given = np.array([part.levels for part in own])
        rated = np.array([found[part.answer, section] for part in own])
        for place, name in enumerate(criteria_of(section)):
            kappas[name] = kappa(given[:, place].tolist(), rated[:, place].tolist(), _LEVELS)
    return kappas


def _follows_length(parts: Sequence[RatedSection], found: Levels) -> float:
    given, rated, words = _totals(parts, found)
    return partial_correlation(rated, np.log(words).tolist(), given)


def _totals(
    parts: Sequence[RatedSection], found: Levels
) -> tuple[list[float], list[float], list[float]]:
    """Each answer's total as given and as rated, and its words."""
    sums: dict[str, list[float]] = {}
    for part in parts:
        one = sums.setdefault(part.answer, [0.0, 0.0, 1.0])
        one[0] += sum(part.levels)
        one[1] += float(found[part.answer, part.section].sum())
        one[2] += part.words
    given, rated, words = zip(*sums.values(), strict=True)
    return list(given), list(rated), list(words)


def _pairs(
    parts: Sequence[RatedSection], section: str, found: Levels
) -> tuple[list[int], list[int]]:
    own = [part for part in parts if part.section == section]
    rated = [int(found[part.answer, section].sum()) for part in own]
    return [sum(part.levels) for part in own], rated
