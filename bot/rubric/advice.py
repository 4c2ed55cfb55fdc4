"""What to keep, what to change first, and what an interviewer would ask next."""

from collections.abc import Mapping

from bot.questions.question import Criterion, Question
from bot.rubric.sheet import Advice, Change, Rating

_FULL = 2  # The highest level.
_KEEP = (
    "You have made a start. There is room for the first thing that one could see or count.",
    "{title}: it is there, and can be told more closely.",
    "{title}: told so that a colleague who was there could confirm it.",
)
_ALL_THERE = "What would you do differently if it happened again tomorrow?"


def advise(question: Question, ratings: Mapping[str, Rating], noun: str) -> Advice:
    """Return the advice on a rated answer.

    Args:
        question: what was asked.
        ratings: by "section.criterion", in the question's order.
        noun: a thing of the person's own, to speak of in the example.
    """
    criteria = {
        f"{section.slug}.{criterion.slug}": criterion
        for section in question.sections
        for criterion in section.criteria
    }
    best = max(ratings, key=lambda key: (ratings[key].level, ratings[key].sure))
    wanting = _wanting(ratings)
    return Advice(
        keep=_keep(criteria[best], ratings[best]),
        keep_quote=ratings[best].quotes[0] if ratings[best].quotes else None,
        change=_change(wanting[0], criteria[wanting[0]], noun) if wanting else None,
        follow_up=_follow_up([criteria[key] for key in wanting]),
    )


def _wanting(ratings: Mapping[str, Rating]) -> list[str]:
    """What is not at 2, most worth changing first.

    That is what is wholly missing, in the weakest section, and of equals the surest.
    """
    sums: dict[str, int] = {}
    for key, rating in ratings.items():
        section = key.partition(".")[0]
        sums[section] = sums.get(section, 0) + rating.level
    return sorted(
        (key for key, rating in ratings.items() if rating.level < _FULL),
        key=lambda key: (ratings[key].level, sums[key.partition(".")[0]], -ratings[key].sure),
    )


def _keep(criterion: Criterion, rating: Rating) -> str:
    return _KEEP[rating.level].format(title=criterion.title)


def _change(key: str, criterion: Criterion, noun: str) -> Change:
    return Change(
        criterion=key, ask=criterion.ask, example=criterion.example.replace("{noun}", noun)
    )


def _follow_up(wanting: list[Criterion]) -> str:
    """The question on the next thing wanting: the first is asked for already."""
    if not wanting:
        return _ALL_THERE
    criterion = wanting[min(1, len(wanting) - 1)]
    # A nudge says what is missing and then, after a colon, asks for it.
    asked = criterion.nudge.partition(": ")[2]
    return asked[0].upper() + asked[1:]
