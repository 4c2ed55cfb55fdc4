"""What is no story: a rule, an "if", a list, another question, random words."""

import random

import pytest

from bot.questions.reader import ALL, load
from bot.rubric import storyless
from bot.rubric.rating import rate
from tests.rubric.samples import STRONG_DISAGREEMENT, STRONG_MISTAKE

STRONG = {"disagreement": STRONG_DISAGREEMENT, "mistake": STRONG_MISTAKE}
HYPOTHESES = [
    "If a colleague wanted another design, I would first ask why. I would write down both ways and "
    "would show them to my manager. She would decide, and I would follow. It would end well.",
    "I would probably forget to check the oven. Then I would tell the chef at once and I would "
    "throw the batch away. Afterwards I would put a timer on every tray, and it would not return.",
    "Suppose the client asked for more. I'd listen, I'd explain what it costs, and we could find "
    "a middle way. That would keep us both happy, and I would do the same thing again next time.",
]
RECITALS = [
    "You should always listen first. Never blame anybody. Everyone makes errors, and every error "
    "is a chance to learn. What matters is that you communicate, because communication is key.",
    "One must never hide an error. Always write a review, always tell your manager, always add a "
    "test. People should own what they do. It is important that everybody can speak up.",
    "A disagreement is usually about interests. Good teams always talk openly. You must stay calm, "
    "you should look at the facts, and everybody should commit to what is decided.",
]
LISTS = [
    "Stakeholder alignment, root cause analysis, trade-offs, risk matrix, pre-mortem, p95 latency, "
    "rollback plan, feature flag, canary rollout, error budget, RACI, OKRs, north star metric.",
    "ownership, accountability, blameless postmortem, five whys, action items, guardrails, runbook, "
    "dashboards, checklists, growth mindset, continuous learning, measurable impact, 40%",
]
OTHER_QUESTIONS = [
    "My greatest strength is that I learn fast. My biggest weakness is that I am a perfectionist. "
    "In five years I see myself leading a team. My salary expectation is 60k, and I am available "
    "from March. I am interested in this position because of the product.",
]
LANGUAGES = [
    "El año pasado trabajé en una panadería y mi jefe quería cambiar el horno. Yo no estaba de "
    "acuerdo porque era muy caro, y hablamos una semana hasta que encontramos una solución.",
    "L'année dernière, je travaillais dans une école et la directrice voulait changer les horaires. "
    "Je n'étais pas d'accord, parce que les parents avaient déjà tout organisé pour leurs enfants.",
    "\u0412 \u043f\u0440\u043e\u0448\u043b\u043e\u043c \u0433\u043e\u0434\u0443 \u044f " * 6,
    "\u53bb\u5e74 \u6211 \u5728 \u4e00\u5bb6 \u9762\u5305\u5e97 \u5de5\u4f5c " * 3,
]


def _shuffled(text: str, seed: int) -> str:
    words = text.split()
    random.Random(seed).shuffle(words)  # noqa: S311 - no secret
    return " ".join(words)


def _reason(slug: str, text: str) -> str:
    question = load(slug)
    dealt = dict.fromkeys(question.slugs, "")
    dealt[question.slugs[1]] = text
    return rate(question, dealt).reason


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("text", HYPOTHESES)
def test_what_one_would_do_is_no_story(slug: str, text: str) -> None:
    assert _reason(slug, text) == storyless.HYPOTHESIS


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("text", RECITALS)
def test_what_is_true_in_general_is_no_story(slug: str, text: str) -> None:
    assert _reason(slug, text) == storyless.RECITAL


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_terms_is_no_story(slug: str, text: str) -> None:
    assert _reason(slug, text) == storyless.NO_SENTENCES


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("text", OTHER_QUESTIONS)
def test_the_answer_to_another_question_is_known(slug: str, text: str) -> None:
    assert _reason(slug, text) == storyless.OTHER_QUESTION


@pytest.mark.parametrize("text", LANGUAGES)
def test_another_language_is_called_so(text: str) -> None:
    assert _reason("mistake", text) == storyless.NO_ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        "I cannot think of a mistake. I have always followed the rules, and everybody who works "
        "with me knows that. One should never rush, and you must always check your work.",
        "I don't really do disagreements. People should be treated well, and everybody is always "
        "welcome to talk to me. You just need to listen to each other every day.",
    ],
)
def test_who_says_that_there_is_none_is_asked_for_a_small_one(text: str) -> None:
    assert _reason("mistake", text) == storyless.NONE_SUCH


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("seed", range(60))
def test_shuffled_words_are_no_story(slug: str, seed: int) -> None:
    words = _shuffled(" ".join(STRONG[slug].values()), seed).split()
    share = len(words) // 5
    dealt = {
        section: " ".join(words[place * share : (place + 1) * share])
        for place, section in enumerate(load(slug).slugs)
    }

    assert rate(load(slug), dealt).reason == storyless.RANDOM


def test_most_sections_of_shuffled_words_earn_nothing_in_a_story() -> None:
    scores = [
        rate(load(slug), {**answer, section: _shuffled(text, seed)}).sections[section]
        for slug, answer in STRONG.items()
        for section, text in answer.items()
        for seed in range(20)
    ]

    assert sum(score <= 1.0 for score in scores) / len(scores) >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        # Present tense, few articles, no stops.
        "last year i work in hotel and my boss she want change all room card and i say no because "
        "guest have problem with new card already two times so we try on one floor and then she see",
        # A note to oneself.
        "Sorted wrong boxes. 40 parcels to Leeds. Rang Tom, he stopped the van. Now I read labels "
        "aloud.",
        # Unsure, and honest about it.
        "I forgot to lock the till. I could have said nothing. I told Ana the next morning and we "
        "counted it twice: 80 euros short. It would have been easier to keep quiet.",
    ],
)
def test_a_plain_story_is_scored(text: str) -> None:
    assert _reason("mistake", text) == ""
