"""What ships is what the rated answers give."""

import json
from typing import Any

import pytest

pytest.importorskip("numpy", reason="numpy is needed for fitting, not for rating")

from calibration.agreement import kappa, partial_correlation
from calibration.fit import WEIGHTS, weights
from calibration.fit_turns import LEAST, PAIRS, TURNS, pairs, turns
from calibration.measure import by_answer, by_writer
from calibration.rated import sections


def test_kappa_is_one_for_the_same_ratings_and_nothing_for_chance() -> None:
    assert kappa([0, 1, 2, 2], [0, 1, 2, 2], 3) == pytest.approx(1.0)
    assert kappa([0, 0, 2, 2], [0, 2, 0, 2], 3) == pytest.approx(0.0)


def test_two_levels_off_weigh_four_times_one_level_off() -> None:
    given = [0, 1, 2, 0, 1, 2]

    assert 1 - kappa(given, [2, 1, 2, 0, 1, 0], 3) > 1 - kappa(given, [1, 1, 2, 0, 1, 1], 3)


def test_what_a_third_thing_explains_is_no_correlation() -> None:
    known = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    one = [1.1, 1.9, 3.1, 3.9, 5.1, 5.9]
    other = [2.1, 4.1, 5.9, 7.9, 10.1, 12.1]

    assert abs(partial_correlation(one, other, known)) < 0.7


def test_no_writer_and_no_answer_is_rated_by_a_fit_that_knows_it() -> None:
    for known, unseen in by_writer(sections()):
        assert {part.writer for part in known}.isdisjoint(part.writer for part in unseen)
    for known, unseen in by_answer(sections(), 10):
        assert {part.answer for part in known}.isdisjoint(part.answer for part in unseen)


def test_a_new_fit_gives_the_weights_that_ship() -> None:
    shipped = json.loads(WEIGHTS.read_text(encoding="utf-8"))

    assert _flat(weights(sections())) == pytest.approx(_flat(shipped), abs=1e-3)


def test_learning_anew_gives_the_turns_of_phrase_that_ship() -> None:
    shipped = json.loads(TURNS.read_text(encoding="utf-8"))
    learnt = turns(sections())

    assert learnt["columns"] == shipped["columns"]
    assert _flat(_by_name(learnt)) == pytest.approx(_flat(_by_name(shipped)), abs=1e-3)


def test_counting_anew_gives_the_pairs_of_small_words_that_ship() -> None:
    assert pairs() == json.loads(PAIRS.read_text(encoding="utf-8"))


def _by_name(table: dict[str, Any]) -> dict[str, dict[str, float]]:
    """What counts enough to ship on any machine: rounding may take the least in or out."""
    return {
        turn: {str(place): weight for place, weight in row if abs(weight) > 2 * LEAST}
        for turn, row in table["turns"].items()
    }


def _flat(tree: Any, path: str = "") -> dict[str, float]:
    if not isinstance(tree, dict | list):
        return {path: float(tree)}
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return {key: one for name, part in pairs for key, one in _flat(part, f"{path}/{name}").items()}
