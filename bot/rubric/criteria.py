"""Rates the twenty criteria of an answer, looking at all five sections together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.questions.question import Criterion, Question
from bot.rubric import levels, quotes
from bot.rubric.evidence.find import find
from bot.rubric.levels import Weighing
from bot.rubric.sheet import Rating
from bot.rubric.text import Sentence

NOTHING = "Nothing was found on this."
_ELSEWHERE = "This stands in another section. Say it here as well."
_SUPPOSED = "This tells what would happen. Tell what did."


def rate_criteria(
    question: Question, text: Mapping[str, str], told: Mapping[str, Sequence[Sentence]]
) -> dict[str, Rating]:
    """Return the rating of each criterion by "section.criterion", in the question's order.

    Args:
        question: what was asked.
        text: each section's whole text by its slug.
        told: the sentences of each that may be rated.
    """
    weighings = {slug: levels.weigh(find(part)) for slug, part in told.items()}
    hypothesis = not _happened(weighings)
    ratings = {}
    for section in question.sections:
        for criterion in section.criteria:
            rating = _rating(criterion, section.slug, text, weighings[section.slug])
            if rating.level == 0:
                rating = _elsewhere(criterion, text, weighings) or rating
            key = f"{section.slug}.{criterion.slug}"
            ratings[key] = _at_most_one(rating, _SUPPOSED) if hypothesis else rating
    return ratings


def _happened(weighings: Mapping[str, Weighing]) -> bool:
    """Whether anything at all is told as done: a story of nothing but "would" is a hypothesis."""
    return any(
        not (hit.supposed or hit.negated)
        for weighing in weighings.values()
        for hit in weighing.evidence.hits.get("telling.deed", ())
    )


def _rating(
    criterion: Criterion, section: str, text: Mapping[str, str], weighing: Weighing
) -> Rating:
    judgement = levels.judge(criterion.name, weighing)
    if judgement.level == 0:
        return Rating(level=0, quotes=(), reason=NOTHING, sure=judgement.sure)
    return Rating(
        level=judgement.level,
        quotes=quotes.best(section, text[section], judgement.weighed),
        reason=criterion.levels[judgement.level],
        sure=judgement.sure,
    )


def _elsewhere(
    criterion: Criterion, text: Mapping[str, str], weighings: Mapping[str, Weighing]
) -> Rating | None:
    """A rating of 1 where another section tells it in full and dwells on it."""
    for section, weighing in weighings.items():
        if levels.is_dwelt_on(criterion.name, weighing):
            return _at_most_one(_rating(criterion, section, text, weighing), _ELSEWHERE)
    return None


def _at_most_one(rating: Rating, reason: str) -> Rating:
    return replace(rating, level=1, reason=reason) if rating.level else rating
