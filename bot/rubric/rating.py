"""Rates a whole answer, and finds what one section still lacks."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from bot.questions.question import Criterion, Question
from bot.rubric import guards, levels, pitfalls
from bot.rubric.advice import advise
from bot.rubric.criteria import NOTHING, rate_criteria
from bot.rubric.evidence.find import find
from bot.rubric.noun import noun
from bot.rubric.sheet import Advice, Rating, Sheet
from bot.rubric.text import Sentence, sentences

VERSION = "3"

# A nudge for what is there already is worse than none.
_SURE_ENOUGH = 0.8
_HALF = 2  # The points of a section are halved: four criteria of 0 to 2 make 0.0 to 4.0.


def rate(
    question: Question, answer: Mapping[str, str], about: Collection[str] | None = None
) -> Sheet:
    """Return the ratings of an answer.

    Args:
        question: what was asked.
        answer: the text of each section by its slug; an absent one counts as empty.
        about: the sections that the advice is on; None for all.

    Raises:
        LookupError: the answer has a section that the question has not.
    """
    for slug in answer:
        question.section(slug)
    text = {slug: answer.get(slug, "") for slug in question.slugs}
    told = guards.story(text)
    refusal = guards.refusal(question, text, told)
    if refusal is not None:
        return _not_scored(question, refusal)
    told = _without_prompts(question, guards.rateable(question, told))
    ratings = rate_criteria(question, text, told)
    advised = {key: rating for key, rating in ratings.items() if _section(key) in (about or text)}
    thing = noun(chain.from_iterable(told.values()))
    advice = advise(question, advised, thing, pitfalls.find(question, advised, told))
    return _scored(question, ratings, advice)


def missing(question: Question, section: str, text: str) -> Criterion | None:
    """Return the one thing that is most surely missing from a section, if there is such a thing.

    Of equals it is the first in the guide's order, which begins with what the rest builds on.

    Raises:
        LookupError: the question has no such section.
    """
    weighing = levels.weigh(find(sentences(text)))
    judged = {
        criterion: levels.judge(criterion.name, weighing)
        for criterion in question.section(section).criteria
    }
    absent = [
        criterion
        for criterion, judgement in judged.items()
        if judgement.level == 0 and judgement.sure >= _SURE_ENOUGH
    ]
    return max(absent, key=lambda criterion: judged[criterion].sure, default=None)


def _without_prompts(
    question: Question, told: Mapping[str, Sequence[Sentence]]
) -> dict[str, list[Sentence]]:
    """Leave out what asks, where people wrote below it: too short for copied text to be known."""
    asked = {one.words for section in question.sections for one in sentences(section.ask)}
    return {slug: [one for one in part if one.words not in asked] for slug, part in told.items()}


def _section(key: str) -> str:
    return key.partition(".")[0]


def _scored(question: Question, ratings: Mapping[str, Rating], advice: Advice) -> Sheet:
    scores = _section_scores(question, ratings)
    total = round(sum(scores.values()) / len(scores), 2)
    return Sheet(
        outcome="scored",
        reason="",
        ratings=ratings,
        sections=scores,
        total=total,
        overall=levels.overall(total),
        advice=advice,
        version=VERSION,
    )


def _section_scores(question: Question, ratings: Mapping[str, Rating]) -> dict[str, float]:
    return {
        section.slug: sum(
            ratings[f"{section.slug}.{criterion.slug}"].level for criterion in section.criteria
        )
        / _HALF
        for section in question.sections
    }


def _not_scored(question: Question, reason: str) -> Sheet:
    nothing = Rating(level=0, quotes=(), reason=NOTHING, sure=1.0)
    return Sheet(
        outcome="not_scored",
        reason=reason,
        ratings={
            f"{section.slug}.{criterion.slug}": nothing
            for section in question.sections
            for criterion in section.criteria
        },
        sections=dict.fromkeys(question.slugs, 0.0),
        total=0.0,
        overall=1,
        advice=None,
        version=VERSION,
    )
