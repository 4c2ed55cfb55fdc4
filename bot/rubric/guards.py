"""What is no story to rate, and what is left out of one that is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from bot.questions.question import Question
from bot.rubric import copied, levels
from bot.rubric.evidence.find import find
from bot.rubric.grader import without_pleas
from bot.rubric.relevance import belongs, is_filler
from bot.rubric.storyless import NO_EPISODE, RANDOM, why_no_story
from bot.rubric.text import Sentence, sentences
from bot.rubric.word_order import is_shuffled, is_strange

FEWEST_WORDS = 12
TOO_SHORT = (
    f"There are fewer than {FEWEST_WORDS} words to go by, which is too short to score. "
    "Write a few sentences about what happened."
)
ECHO = "This is mostly the question itself. Tell what happened in your own words."
MODEL = "This is the published model answer. Tell a story of your own: a small one will do."
_PLAIN = 0.35  # Support of a clause; no rated recital and no "if" has any that is more.
_SOME = 2  # Criteria; one may be chance.
_MAY_RECUR = 5  # Words; "Yes." may well be said twice.
_APOSTROPHES = str.maketrans("\u2018\u2019", "''")


def story(answer: Mapping[str, str]) -> dict[str, list[Sentence]]:
    """Return the sentences of each section that may be rated.

    What speaks to the grader is left out, and what stood before counts once.
    """
    seen: set[tuple[str, ...]] = set()
    return {section: list(_unseen(_without_pleas(text), seen)) for section, text in answer.items()}


def rateable(
    question: Question, told: Mapping[str, Sequence[Sentence]]
) -> dict[str, list[Sentence]]:
    """Return what is left without copied sentences, shuffled sections, and what is beside it."""
    return {
        section: [] if is_shuffled(part) else [one for one in part if belongs(one)]
        for section, part in _own_words(question, told).items()
    }


def refusal(
    question: Question, text: Mapping[str, str], told: Mapping[str, Sequence[Sentence]]
) -> str | None:
    """Return why an answer cannot be scored, in plain words for the person, or None.

    Args:
        question: what was asked.
        text: each section's whole text by its slug.
        told: the sentences of each, as `story` returns them.
    """
    own = _own_words(question, told)
    everything, mine = _joined(told), _joined(own)
    if _count(text, told) < FEWEST_WORDS:
        return TOO_SHORT
    if copied.is_model_answer(one.words for one in everything):
        return MODEL
    if is_shuffled(everything):
        return RANDOM
    if _count(text, own) < FEWEST_WORDS or copied.is_echo([one.words for one in mine], question):
        return ECHO
    if is_strange(everything):
        return RANDOM
    reason = why_no_story([one for one in mine if not is_filler(one)])
    return None if reason in NO_EPISODE and _tells_something(question, own) else reason


def _tells_something(question: Question, told: Mapping[str, Sequence[Sentence]]) -> bool:
    """Whether clauses speak plainly for some criteria, in whatever tense a story is told."""
    weighings = {slug: levels.weigh(find(part)) for slug, part in told.items()}
    plain = [
        criterion
        for section in question.sections
        for criterion in section.criteria
        for _, support in weighings[section.slug].support(criterion.name)[:1]
        if support >= _PLAIN
    ]
    return len(plain) >= _SOME


def _own_words(
    question: Question, told: Mapping[str, Sequence[Sentence]]
) -> dict[str, list[Sentence]]:
    return {
        section: [one for one in part if not copied.is_copied(one.words, question)]
        for section, part in told.items()
    }


def _joined(told: Mapping[str, Sequence[Sentence]]) -> list[Sentence]:
    return list(chain.from_iterable(told.values()))


def _count(text: Mapping[str, str], told: Mapping[str, Sequence[Sentence]]) -> int:
    """How many words there are, counted at spaces."""
    return sum(
        len(text[section][sentence.start : sentence.end].split())
        for section, part in told.items()
        for sentence in part
    )


def _without_pleas(text: str) -> Iterator[Sentence]:
    straight = text.translate(_APOSTROPHES)
    for sentence in sentences(text):
        yield from without_pleas(straight, sentence)


def _unseen(part: Iterable[Sentence], seen: set[tuple[str, ...]]) -> Iterator[Sentence]:
    for sentence in part:
        if sentence.words not in seen:
            yield sentence
        if len(sentence.words) >= _MAY_RECUR:
            seen.add(sentence.words)
