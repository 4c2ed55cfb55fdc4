"""Slack's way of writing text: decoded as its writer saw it, encoded so that nothing comes alive."""

import pytest
from hypothesis import given, strategies as st

from bot.text import decode, encode, has_words

NAMES = {"U1": "Alice"}


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("plain words", "plain words"),
        ("a &lt; b &amp;&amp; b &gt; c", "a < b && b > c"),
        ("I typed &amp;lt; myself", "I typed &lt; myself"),
        ("<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"),
        ("see <https://example.com|the page>", "see the page"),
        ("<mailto:ann@example.com|ann@example.com>", "ann@example.com"),
        ("<mailto:ann@example.com>", "ann@example.com"),
        ("ask <@U1> and <@U2>", "ask @Alice and @someone"),
        ("ask <@U2|tom>", "ask @tom"),
        ("in <#C1|general> or <#C2>", "in #general or #a-channel"),
        ("<!here> <!channel> <!everyone>", "@here @channel @everyone"),
        ("<!subteam^S1|@designers>", "@designers"),
        ("<!subteam^S1>", "@subteam"),
        ("<!date^1392734382^{date_short}|Feb 18, 2014>", "Feb 18, 2014"),
        ("<<@U1>>", "<@Alice>"),
        ("a <b <@U1> c> d", "a <b @Alice c> d"),
        ("<>", ""),
        ("<", "<"),
        ("1 < 2", "1 < 2"),
        (":tada: *bold* _it_ `code`", ":tada: *bold* _it_ `code`"),
    ],
)
def test_text_is_decoded_as_its_writer_saw_it(sent: str, seen: str) -> None:
    assert decode(sent, NAMES.get) == seen


def test_without_names_a_mention_is_of_someone() -> None:
    assert decode("ask <@U1>") == "ask @someone"


@given(st.text())
def test_what_is_encoded_reads_the_same_when_decoded(text: str) -> None:
    assert decode(encode(text)) == text


@given(st.text(alphabet="<>&;@!#|Ulgtamp "))
def test_markup_that_somebody_typed_reads_the_same_too(text: str) -> None:
    assert decode(encode(text)) == text


@given(st.text())
def test_nothing_that_is_encoded_comes_alive(text: str) -> None:
    assert "<" not in encode(text)
    assert ">" not in encode(text)


@given(st.text(alphabet="<>&;@!#|^:Ulgtamp1 \n"))
def test_no_text_however_odd_is_too_much_to_decode(text: str) -> None:
    assert isinstance(decode(text, NAMES.get), str)


@pytest.mark.parametrize(
    "text", ["", " \n\t", ":tada:", ":+1: :wave::skin-tone-2:", "🎉", "❤️ 👩‍👩‍👧", "…"]
)
def test_emoji_and_white_space_are_no_words(text: str) -> None:
    assert not has_words(text)


@pytest.mark.parametrize("text", ["ok", "42", ":tada: done", "é", "日本", "no."])
def test_words_are_words_in_any_script(text: str) -> None:
    assert has_words(text)


def test_a_long_row_of_emoji_is_read_to_its_end() -> None:
    assert has_words(":+:" * 10_000 + "a")
    assert not has_words(":+1:" * 10_000)
