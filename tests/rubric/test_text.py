"""Sentences and words that know where they stand."""

from hypothesis import given, strategies as st

from bot.rubric.text import sentences


def _texts(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


def test_a_sentence_ends_at_a_stop_a_line_or_a_semicolon() -> None:
    text = "We shipped. Did it work?! It did\n- at last; and on time."

    assert _texts(text) == ["We shipped.", "Did it work?!", "It did", "at last;", "and on time."]


def test_a_number_or_an_abbreviation_ends_no_sentence() -> None:
    assert _texts("It took 2.5 days, e.g. two days and a half.") == [
        "It took 2.5 days, e.g. two days and a half."
    ]


def test_lines_without_a_word_are_no_sentences() -> None:
    assert sentences(" \n ... \n\n(!) ") == ()


def test_a_word_is_lower_case_and_without_apostrophes() -> None:
    [sentence] = sentences("I didn\u2019t think it\u2019s £40.")

    assert sentence.words == ("i", "didnt", "think", "it", "s", "£", "40")


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    for sentence in sentences(text):
        for token in sentence.tokens:
            assert sentence.start <= token.start < token.end <= sentence.end
            assert text[token.start : token.end].strip()
