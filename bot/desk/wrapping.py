"""The wrap-up of a round: what the team did well, without a name, and without figures of a few."""

from collections import defaultdict
from statistics import mean

from sqlalchemy.orm import Session

from bot.schedule.notices import WrapUp
from storage import figures
from storage.tables import Round

FEWEST = 4
"""Fewer people could be told apart, so nothing is said of them."""

Section = tuple[str, str]
"""(question, section)."""


def wrap_up(session: Session, over: Round) -> WrapUp:
    """Return what is said of a round that has closed."""
    took_part = figures.took_part(session, over.id)
    if took_part < FEWEST:
        return WrapUp()
    means = _means(figures.levels(session, over.id))
    ranked = sorted(means, key=lambda section: (means[section], section))
    apart = len(ranked) > 1 and means[ranked[0]] < means[ranked[-1]]
    return WrapUp(
        took_part=took_part,
        of=max(figures.invited(session, over.id), took_part),
        strong=ranked[-1] if apart else None,
        weak=ranked[0] if apart else None,
    )


def _means(answers: list[tuple[str, dict[str, int]]]) -> dict[Section, float]:
    """Return the mean level of each section that enough people answered."""
    found: dict[Section, list[float]] = defaultdict(list)
    for question, levels in answers:
        sections: dict[str, list[int]] = defaultdict(list)
        for criterion, level in levels.items():
            sections[criterion.partition(".")[0]].append(level)
        for section, each in sections.items():
            found[question, section].append(mean(each))
    return {section: mean(each) for section, each in found.items() if len(each) >= FEWEST}
