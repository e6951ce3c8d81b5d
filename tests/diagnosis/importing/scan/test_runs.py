"""Where a run of parameters in a line of other text ends."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis.importing.scan.runs import _balanced, _closing
from qfpay_gui.diagnosis.importing.scan.values import _closed, _quoted


@pytest.mark.parametrize(
    ("line", "start", "kept"),
    [
        ("(a=1&b=2)", 1, "a=1&b=2"),
        ("(a=1&b=(2))", 1, "a=1&b=(2)"),
        ("a=1&b=2.", 0, "a=1&b=2."),
        ("a=1&b=2; ", 0, "a=1&b=2"),
        ("{a=[1]}", 1, "a=[1]"),
        ("a=1]})", 0, "a=1"),
        (")", 0, ""),
        ("a=(1", 0, "a=(1"),
    ],
)
def test_brackets_of_the_text_around_are_left_out(line: str, start: int, kept: str) -> None:
    """Those that the run opened itself are its own; a stop is, at the end of a line."""
    end = len(line.rstrip()) if line.endswith(" ") else len(line)
    assert line[start : _balanced(line, start, end)] == kept


@pytest.mark.parametrize(
    ("line", "start", "quote", "end"),
    [
        ('"a=1&b=2" x', 1, '"', 8),
        ("'it'\\''s' x", 1, "'", 8),
        ('"a=1\\" x', 1, '"', 4),
        ('"a={"b":1}" x', 1, '"', 10),
        ('"a=1', 1, '"', -1),
        ('"" x', 1, '"', 1),
        ('x"', 0, '"', 1),
    ],
)
def test_a_quoted_run_ends_at_its_quote(line: str, start: int, quote: str, end: int) -> None:
    """One of a shell's is no end, one that is escaped takes its backslash along, JSON has quotes of its own."""
    assert _closing(line, start, quote) == end


@pytest.mark.parametrize(
    ("written", "end", "kept"),
    [
        ("a(b)c", 3, "a(b)"),
        ("a(b))c", 3, "a(b)"),
        ("ab)c", 2, "ab"),
        ("((a))", 3, "((a))"),
        ("[a]}", 2, "[a]"),
        ("ab", 2, "ab"),
    ],
)
def test_a_text_goes_on_to_the_brackets_it_opened(written: str, end: int, kept: str) -> None:
    """And no further."""
    assert _closed(written, end) == kept


@pytest.mark.parametrize(
    ("text", "value", "end"), [('"a"b";', 'a"b', 5), ('"ab";}', "ab", 4), ('"ab"', "ab", 4), ("'ab' x", "ab", 4)]
)
def test_a_text_that_php_serialized_may_hold_quotes(text: str, value: str, end: int) -> None:
    """It ends at the quote before a semicolon; the stretch holds both quotes."""
    found = _quoted(text, 0, "php")
    assert found is not None
    assert (found.value, found.start, found.end) == (value, 0, end)
