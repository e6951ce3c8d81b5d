"""JSON as it comes: what is forgiven, where it breaks, and how much of a value is shown."""

from __future__ import annotations

from typing import Any

import pytest

from qfpay_gui.qfpay.json_reading import JsonText, NotJson, as_text, excerpt, read_json, some


@pytest.mark.parametrize(
    ("source", "value", "faults"),
    [
        ('{"a": 1e2, "b": 10.50}', {"a": "1e2", "b": "10.50"}, ""),
        ('{"a": 0000}', {"a": "0000"}, "Expecting ',' delimiter, line 1, column 8"),
        ('{"a": -007.5}', {"a": "-007.5"}, "Expecting ',' delimiter, line 1, column 9"),
        ('{"a": "x\ny"}', {"a": "x\ny"}, "Invalid control character at, line 1, column 9"),
        ('{"a": NaN}', {"a": "NaN"}, "NaN is not a JSON value"),
        ('{"0012": "x 0012"}', {"0012": "x 0012"}, ""),
    ],
)
def test_what_is_meant_is_read_and_its_fault_told(source: str, value: Any, faults: str) -> None:
    """Numbers stay as they are written; digits inside a text are none."""
    assert read_json(source) == JsonText(value, (), faults)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{\n "a": oops}', NotJson("Expecting value", 2, 7, '{  "a": oops}')),
        ('{"a": 00x}', NotJson("Expecting ',' delimiter", 1, 8, '{"a": 00x}')),
        ("", NotJson("Expecting value", 1, 1, "")),
    ],
)
def test_where_it_breaks_is_told(source: str, expected: NotJson) -> None:
    """Line and column count from one."""
    assert read_json(source) == expected
    assert expected.place == f"{expected.problem}, line {expected.line}, column {expected.column}"


def test_what_is_nested_too_deeply_has_no_place() -> None:
    """And its start is shown, to thirty characters."""
    told = read_json("[" * 100_000)
    assert told == NotJson("nested too deeply", 0, 0, "[" * 30 + "…")
    assert told.place == "nested too deeply"


def test_a_name_written_twice_is_told_once() -> None:
    """Wherever in the text it is, and however often."""
    assert read_json('{"a": 1, "a": 2, "a": 3, "b": {"c": 1, "c": 2}, "d": 1}') == JsonText(
        {"a": "3", "b": {"c": "2"}, "d": "1"}, ("c", "a")
    )


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (0, "0123…"),
        (3, "0123456…"),
        (4, "01234567…"),
        (5, "…12345678…"),
        (6, "…23456789"),
        (9, "…56789"),
        (99, "…"),
    ],
)
def test_an_excerpt_says_where_something_is_left_out(at: int, shown: str) -> None:
    """So many characters to both sides of a place."""
    assert excerpt("0123456789", at, margin=4) == shown


def test_an_excerpt_is_one_line_that_can_be_seen() -> None:
    """Half characters are replaced, line breaks become blanks."""
    assert excerpt(" a\nb\t\ud83dc ") == "a b \ufffdc"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("x\ud83d", "x\ufffd"),
        (True, "true"),
        ([], "[]"),
        ([None, "a", ["b"]], '[null, "a", ["b"]]'),
        ({"a": [], "茶\ud83d": {}}, '{"a": [], "茶\ufffd": {}}'),
        (["\ud83d"], '["\ufffd"]'),
    ],
    ids=ascii,
)
def test_a_value_is_shown_as_text(value: Any, written: str) -> None:
    """Text as it is, null as nothing, the rest as JSON."""
    assert as_text(value) == written


def test_a_long_value_is_cut_at_four_hundred_characters() -> None:
    """A text is not: it is the value itself."""
    assert as_text(["x" * 396]) == '["' + "x" * 396 + '"]'
    assert as_text(["x" * 397]) == '["' + "x" * 397 + '"…'
    assert as_text("x" * 500) == "x" * 500


def test_five_names_are_enough_for_a_sentence() -> None:
    """More are told by an ellipsis."""
    assert some(tuple("abcde")) == "a, b, c, d, e"
    assert some(tuple("abcdef")) == "a, b, c, d, e, …"
    assert some(tuple("ab"), limit=1) == "a, …"
    assert some(()) == ""
