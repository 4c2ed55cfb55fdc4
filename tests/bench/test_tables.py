"""What is measured comes as tables; no speed is asserted."""

from bench import footprint, minute, rating
from bench.answers import Answer
from bench.table import Row, Table
from bot.questions.reader import load
from tests.rubric.samples import SAMPLES

ANSWERS = [Answer(question=load(slug), sections=answer) for slug, answer in SAMPLES]


def test_a_table_reads_as_markdown() -> None:
    row = Row(what="import", measured="1 s", beside="2 s", at_most="3 s")
    table = Table(title="Speed", how="Once.", beside="walking", rows=[row])

    assert table.to_markdown().splitlines() == [
        "## Speed",
        "",
        "Once.",
        "",
        "| | measured | walking | at most |",
        "| --- | --- | --- | --- |",
        "| import | 1 s | 2 s | 3 s |",
    ]


def test_rating_stands_beside_splitting_into_words() -> None:
    table = rating.measure(ANSWERS, repeats=1)

    assert table.beside == "splitting it into words"
    assert all(row.measured.endswith(" ms") and row.beside.endswith(" ms") for row in table.rows)


def test_the_rubric_is_measured_in_an_interpreter_of_its_own() -> None:
    table = footprint.measure(ANSWERS, repeats=1)

    assert [row.what for row in table.rows] == ["import", "memory at its highest"]


def test_people_due_in_one_minute_stand_beside_a_bulk_insert_on_each_database() -> None:
    table = minute.measure(sizes=(2,), many_zones=60, repeats=1)

    assert [row.what for row in table.rows] == [
        f"{database}, {what}"
        for database in ("SQLite", "PostgreSQL")
        for what in ("2", "60 of 30 zones", "2, nothing due")
    ]
