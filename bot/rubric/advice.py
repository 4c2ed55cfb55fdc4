"""What to keep, what to change first, and what an interviewer would ask next."""

from collections.abc import Mapping

from bot.questions.question import Criterion, Question
from bot.rubric.pitfalls import cannot_be_confirmed
from bot.rubric.sheet import Advice, Change, Pitfall, Rating

_FULL = 2  # The highest level.
_KEEP = (
    "You have made a start. There is room for the first thing that one could see or count.",
    "{title}: some of it is there, and that is a start.",
    "{title}: told so that a colleague who was there could confirm it.",
)
_ALL_THERE = "What would you do differently if it happened again tomorrow?"
_ELSEWHERE = "You tell this under {title}. Say it here as well, in a sentence."
_UNCONFIRMED = Pitfall(
    name="not_confirmable",
    says="So far there is little here that a colleague who was there could confirm.",
)
_WEAK_SECTION = 0.1  # What each half point that a section lacks counts beside a level to gain.
_IN_A_PITFALL = 0.1  # The same for what an interviewer would notice first.


def advise(
    question: Question,
    ratings: Mapping[str, Rating],
    noun: str | None,
    pitfalls: Mapping[str, Pitfall] | None = None,
) -> Advice:
    """Return the advice on a rated answer.

    Args:
        question: what was asked.
        ratings: by "section.criterion", in the question's order.
        noun: a thing of the person's own, to speak of in the example; None when not sure.
        pitfalls: by "section.criterion".
    """
    pitfalls = pitfalls or {}
    best = max(ratings, key=lambda key: (ratings[key].level, ratings[key].sure))
    wanting = _wanting(ratings, pitfalls)
    first = wanting[0] if wanting else None
    return Advice(
        keep=_KEEP[ratings[best].level].format(title=_criterion(question, best).title),
        keep_quote=ratings[best].quotes[0] if ratings[best].quotes else None,
        change=_change(question, first, ratings, noun, pitfalls) if first else None,
        follow_up=_follow_up([_criterion(question, key) for key in wanting]),
        pitfalls=tuple(pitfall for key, pitfall in pitfalls.items() if key != first),
    )


def _wanting(ratings: Mapping[str, Rating], pitfalls: Mapping[str, Pitfall]) -> list[str]:
    """What is not at 2, most worth changing first.

    That is where most can be gained and it is surest that it is missing, in the weakest section.
    """
    sums: dict[str, int] = {}
    for key, rating in ratings.items():
        section = key.partition(".")[0]
        sums[section] = sums.get(section, 0) + rating.level

    def worth(key: str) -> float:
        gain = (_FULL - ratings[key].level) * ratings[key].sure
        return (
            gain - _WEAK_SECTION * sums[key.partition(".")[0]] + _IN_A_PITFALL * (key in pitfalls)
        )

    wanting = [key for key, rating in ratings.items() if rating.level < _FULL]
    return sorted(wanting, key=lambda key: (ratings[key].level, -worth(key)))


def _change(
    question: Question,
    key: str,
    ratings: Mapping[str, Rating],
    noun: str | None,
    pitfalls: Mapping[str, Pitfall],
) -> Change:
    criterion = _criterion(question, key)
    pitfall = pitfalls.get(key)
    if pitfall is None and ratings[key].level == 0 and cannot_be_confirmed(ratings):
        pitfall = _UNCONFIRMED
    ask = f"{pitfall.says} {criterion.ask}" if pitfall else _ask(question, key, ratings[key])
    return Change(criterion=key, ask=ask, example=_example(criterion, noun))


def _ask(question: Question, key: str, rating: Rating) -> str:
    """What to add, which is never what is there already."""
    criterion = _criterion(question, key)
    if rating.level == 0:
        return criterion.ask
    told_in = {quote.section for quote in rating.quotes}
    if key.partition(".")[0] in told_in:
        return criterion.more
    return _ELSEWHERE.format(title=" and ".join(question.section(one).title for one in told_in))


def _example(criterion: Criterion, noun: str | None) -> str:
    if noun is None:
        return criterion.example.replace("the {noun}", "it").replace("The {noun}", "It")
    return criterion.example.replace("{noun}", noun)


def _follow_up(wanting: list[Criterion]) -> str:
    """The question on the next thing wanting: the first is asked for already."""
    return wanting[min(1, len(wanting) - 1)].follow_up if wanting else _ALL_THERE


def _criterion(question: Question, key: str) -> Criterion:
    section, _, slug = key.partition(".")
    return question.section(section).criterion(slug)
