"""A sheet as plain values, to keep and to send."""

import json

import pytest

from bot.questions.reader import load
from bot.rubric.rating import rate
from bot.rubric.sheet import from_json
from tests.rubric.samples import SAMPLES, STRONG_MISTAKE


@pytest.mark.parametrize(("slug", "answer"), [*SAMPLES, ("mistake", {"growth": "Nothing."})])
def test_a_sheet_comes_back_from_json_as_it_was(slug: str, answer: dict[str, str]) -> None:
    sheet = rate(load(slug), answer)

    assert from_json(json.loads(json.dumps(sheet.to_json()))) == sheet


def test_the_plain_values_have_the_documented_keys() -> None:
    plain = rate(load("mistake"), {**STRONG_MISTAKE, "prevention": ""}).to_json()

    assert set(plain) == {
        "outcome",
        "reason",
        "criteria",
        "sections",
        "total",
        "overall",
        "advice",
        "version",
    }
    assert set(plain["criteria"]["growth.measure"]) == {"level", "quotes", "reason", "sure"}
    assert set(plain["criteria"]["growth.measure"]["quotes"][0]) == {"section", "start", "end"}
    assert set(plain["advice"]) == {"keep", "keep_quote", "change", "follow_up", "pitfalls"}
    assert set(plain["advice"]["change"]) == {"criterion", "ask", "example"}
