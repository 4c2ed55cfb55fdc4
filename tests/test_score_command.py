"""`python -m bot score`: answers in, sheets out, one JSON object a line."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot import scoring
from bot.__main__ import main
from bot.questions.reader import load
from tests.rubric.samples import STRONG_DISAGREEMENT, STRONG_MISTAKE

STRONG = {"id": "one", "question": "mistake", "sections": STRONG_MISTAKE}
WRONG = [
    b"",
    b"{",
    b"\xff\xfe",
    b"[" * 100_000,
    b"[]",
    b'"a story"',
    json.dumps({**STRONG, "id": None}).encode(),
    json.dumps({**STRONG, "id": True}).encode(),
    json.dumps({"question": "mistake", "sections": {}}).encode(),
    json.dumps({**STRONG, "question": "hobbies"}).encode(),
    json.dumps({**STRONG, "question": ["mistake"]}).encode(),
    json.dumps({"id": "one", "question": "mistake"}).encode(),
    json.dumps({**STRONG, "sections": ["a", "b"]}).encode(),
    json.dumps({**STRONG, "sections": {"growth": None}}).encode(),
    json.dumps({**STRONG, "sections": {"root": "A section of the other question."}}).encode(),
]


def _score(folder: Path, lines: list[bytes]) -> tuple[int, list[dict[str, Any]]]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_bytes(b"".join(line + b"\n" for line in lines))
    code = main(["score", str(source), str(target)])
    return code, [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def test_each_answer_gets_its_line_in_order(tmp_path: Path) -> None:
    other = {"id": 2, "question": "disagreement", "sections": STRONG_DISAGREEMENT, "rater": "x"}

    code, sheets = _score(tmp_path, [json.dumps(one).encode() for one in (STRONG, other)])

    assert code == 0
    assert [(sheet["id"], sheet["outcome"]) for sheet in sheets] == [
        ("one", "scored"),
        (2, "scored"),
    ]


def test_a_scored_line_has_the_documented_keys_and_no_other(tmp_path: Path) -> None:
    _, [sheet] = _score(tmp_path, [json.dumps(STRONG).encode()])

    assert set(sheet) == {
        *("id", "outcome", "reason", "criteria", "sections"),
        *("total", "overall", "advice", "version"),
    }
    assert set(sheet["criteria"]) == {
        f"{section.slug}.{criterion.slug}"
        for section in load("mistake").sections
        for criterion in section.criteria
    }
    for criterion in sheet["criteria"].values():
        assert set(criterion) == {"level", "quotes", "reason", "sure"}
        assert all(set(quote) == {"section", "start", "end"} for quote in criterion["quotes"])
    assert set(sheet["advice"]) == {"keep", "change", "follow_up"}


def test_what_to_change_names_a_criterion(tmp_path: Path) -> None:
    thin = {**STRONG, "sections": {**STRONG_MISTAKE, "growth": "It is going better."}}

    _, [sheet] = _score(tmp_path, [json.dumps(thin).encode()])

    assert set(sheet["advice"]["change"]) == {"criterion", "ask", "example"}
    assert sheet["criteria"][sheet["advice"]["change"]["criterion"]]["level"] < 2


@pytest.mark.parametrize("sections", [{}, {"growth": "Too short."}])
def test_what_is_not_scored_is_complete_and_all_zero(
    tmp_path: Path, sections: dict[str, str]
) -> None:
    code, [sheet] = _score(tmp_path, [json.dumps({**STRONG, "sections": sections}).encode()])

    assert code == 0
    assert sheet["outcome"] == "not_scored"
    assert "too short" in sheet["reason"]
    assert len(sheet["criteria"]) == 20
    assert all(c["level"] == 0 and c["quotes"] == [] for c in sheet["criteria"].values())
    assert set(sheet["sections"].values()) == {0.0}
    assert (sheet["total"], sheet["overall"], sheet["advice"]) == (0.0, 1, None)


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_reported_by_its_number_and_the_others_are_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: bytes
) -> None:
    fine = json.dumps(STRONG).encode()

    code, sheets = _score(tmp_path, [fine, line, fine])

    assert code == 1
    assert len(sheets) == 2
    [said] = capsys.readouterr().err.splitlines()
    assert said.startswith("starling: line 2: ")


def test_an_absent_section_counts_as_an_empty_one(tmp_path: Path) -> None:
    without = {name: text for name, text in STRONG_MISTAKE.items() if name != "growth"}
    lines = [{**STRONG, "sections": s} for s in (without, {**without, "growth": ""})]

    _, sheets = _score(tmp_path, [json.dumps(line).encode() for line in lines])

    assert sheets[0] == sheets[1]
    assert sheets[0]["sections"]["growth"] < 4.0


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path: Path) -> None:
    told = {**STRONG, "sections": {**STRONG_MISTAKE, "growth": "One.\u2028Two.\x85Three."}}

    code, sheets = _score(tmp_path, [json.dumps(told, ensure_ascii=False).encode()])

    assert (code, len(sheets)) == (0, 1)


def test_half_a_character_in_an_id_comes_back_as_it_was(tmp_path: Path) -> None:
    code, [sheet] = _score(tmp_path, [json.dumps({**STRONG, "id": "\ud800"}).encode()])

    assert (code, sheet["id"]) == (0, "\ud800")


def test_a_file_that_is_not_there_is_one_line_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")]) == 2

    assert len(capsys.readouterr().err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_answers_are_never_written_over(tmp_path: Path) -> None:
    answers = tmp_path / "in.jsonl"
    answers.write_text(json.dumps(STRONG), encoding="utf-8")

    assert main(["score", str(answers), str(answers)]) == 2
    assert json.loads(answers.read_text(encoding="utf-8")) == STRONG


@pytest.mark.parametrize(
    ("terminal", "after_s", "shown"),
    [(True, -1.0, True), (True, 60.0, False), (False, -1.0, False)],
)
def test_progress_is_shown_on_a_terminal_when_it_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: bool, after_s: float, shown: bool
) -> None:
    monkeypatch.setattr(scoring, "SHOWN_AFTER_S", after_s)
    monkeypatch.setenv("TERM", "xterm")
    source, screen = tmp_path / "in.jsonl", io.StringIO()
    source.write_text(json.dumps(STRONG) + "\n", encoding="utf-8")

    scoring.score(source, tmp_path / "out.jsonl", Console(file=screen, force_terminal=terminal))

    assert ("Scoring" in screen.getvalue()) == shown
