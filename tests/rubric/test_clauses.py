"""Sentences are cut into clauses, and clauses are read the same however they are said."""

import pytest

from bot.rubric.evidence.clauses import clauses
from bot.rubric.evidence.reading import is_of_a_story, support
from bot.rubric.evidence.turns import turns
from bot.rubric.text import sentences, tokens

DICTATED = (
    "so I was on the till that week and the card machine went down just before lunch because the "
    "cable was loose and I told the manager straight away she rang the shop next door and they lent "
    "us theirs which saved the day"
)


def test_a_short_sentence_is_one_clause() -> None:
    (sentence,) = sentences("I rang her at once, and she came.")

    assert len(list(clauses(sentence))) == 1


def test_what_is_dictated_without_a_stop_has_clauses() -> None:
    (sentence,) = sentences(DICTATED)
    cut = [" ".join(token.word for token in clause.tokens) for clause in clauses(sentence)]

    assert len(cut) > 3
    assert max(len(clause.split()) for clause in cut) <= 22
    assert " ".join(cut) == " ".join(sentence.words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She told the nurse about it", "He tells a foreman about it"),
        ("I rang my mum within ten minutes", "I ring my dad within 15 minutes"),
        ("We lost an order in the kitchen", "We lose the orders in a warehouse"),
    ],
)
def test_tense_gender_number_figures_and_trades_make_no_difference(one: str, other: str) -> None:
    assert turns(tokens(one)) == turns(tokens(other))


def test_the_order_of_words_makes_a_difference() -> None:
    assert turns(tokens("I told them")) != turns(tokens("them told I"))


def test_a_clause_speaks_for_what_it_tells() -> None:
    told = turns(tokens("I rang the ward manager within ten minutes and told her what I had done"))

    by_criterion = {
        slug: support(f"mistake.remediation.{slug}", told)
        for slug in ("containment", "communication", "repair", "review")
    }

    assert max(by_criterion, key=lambda slug: by_criterion[slug]) == "communication"


def test_a_fact_is_no_part_of_a_story() -> None:
    assert is_of_a_story(turns(tokens("I asked her why it mattered to the families")))
    assert not is_of_a_story(turns(tokens("The volcano erupted in 1883 and was heard far away")))
