from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.hidden import is_unseen
from qfpay_gui.snippets.signing_code.literals import bash_literal, java_literal, php_literal, python_literal

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.text("'\"\\$`{}\n\r\t\0\u200b奶😀au01x")


@given(TEXTS)
def test_python_reads_any_text_back(value: str) -> None:
    """The literal is one line, and Python's own reader finds the same text in it."""
    literal = python_literal(value)
    assert ast.literal_eval(literal) == value
    assert len(literal.splitlines()) == 1


@given(TEXTS)
def test_no_literal_shows_what_is_not_seen(value: str) -> None:
    """In every language, a line break, a joiner or a bidi mark is an escape."""
    for write in (python_literal, php_literal, java_literal, bash_literal):
        assert not any(map(is_unseen, write(value)))


@given(TEXTS)
def test_java_is_ascii(value: str) -> None:
    """A Java file may be read in any charset."""
    assert java_literal(value).isascii()


@pytest.mark.parametrize(
    ("value", "bash", "php", "java"),
    [
        ("", "''", '""', '""'),
        ("it's", "'it'\\''s'", '"it\'s"', '"it\'s"'),
        ('$x `y` "', "'$x `y` \"'", '"\\$x `y` \\""', '"$x `y` \\""'),
        ("a\nb'", "$'a\\nb\\''", '"a\\nb\'"', '"a\\nb\'"'),
        ("\x011", "$'\\x011'", '"\\u{1}1"', '"\\0011"'),
        ("奶\u200b", "$'奶\\xe2\\x80\\x8b'", '"奶\\u{200b}"', '"\\u5976\\u200b"'),
        ("😀", "'😀'", '"😀"', '"\\ud83d\\ude00"'),
        ("\\u0041", "'\\u0041'", '"\\\\u0041"', '"\\\\u0041"'),
        ("a\0b", "'ab'", '"a\\u{0}b"', '"a\\000b"'),
    ],
)
def test_literals(value: str, bash: str, php: str, java: str) -> None:
    """Each language's own quoting; what is read back is tested by running the programs."""
    assert (bash_literal(value), php_literal(value), java_literal(value)) == (bash, php, java)


def test_python_escapes_in_its_own_three_forms() -> None:
    """As short as they can be."""
    assert python_literal("\xad\u200b\U000e0001é") == '"\\xad\\u200b\\U000e0001é"'


def test_a_long_text_is_no_single_java_constant() -> None:
    """A class file's constant holds 65,535 bytes, so a longer text is joined at run time."""
    assert java_literal("a" * 16_000) == f'"{"a" * 16_000}"'
    assert java_literal("a" * 16_001) == f'String.join("", "{"a" * 16_000}", "a")'
    literal = java_literal("奶" * 40_000)
    assert literal.startswith('String.join("", "')
    assert literal.count("\\u5976") == 40_000
    assert max(map(len, literal.split('", "'))) < 16_000 * 6 + 40
