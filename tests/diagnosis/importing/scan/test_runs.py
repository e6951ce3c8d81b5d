"""Where a run of parameters in a line of other text ends."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis import read_request
from qfpay_gui.diagnosis.importing.scan.runs import _JOINT, _LONGEST, _balanced, _behind_structure, _closing
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


@pytest.mark.parametrize(
    "structure",
    [
        '{"user_truename":"王小","user_creid":"4403"}',
        '{ "user_truename": "王 小",  "user_creid": "4403" }',
        "{'user_truename': '王小', 'user_creid': '4403'}",
        '[{"id": "1", "name": "a}b"}, {"id": "2"}]',
        '[["a\\"}", "b"], []]',
    ],
)
@pytest.mark.parametrize("behind", ["", "&pay_type=800213"])
@pytest.mark.parametrize("key", ["", "7F3D0A9C51E84B2697D4A0C8E1B35F62"])
def test_a_structure_ends_where_its_bracket_does(structure: str, behind: str, key: str) -> None:
    """Quotes and commas inside belong to it, and what follows its bracket is a key or the next parameter."""
    pairs = {"txamt": "300", "txcurrcd": "HKD", "extend_info": structure}
    written = "&".join(f"{name}={value}" for name, value in pairs.items()) + behind + key
    expected = pairs | ({"pay_type": "800213"} if behind else {})
    for before in ("", "log: "):
        read = read_request(before + written)
        assert (dict(read.params), read.client_key) == (expected, key)


@pytest.mark.parametrize(
    ("value", "end"),
    [
        ("{}&", 0),
        ('{"a"}b', 5),
        ('{"a', 0),
        ('x{"a"}', 0),
        ('["]"]', 5),
        ('{"a":["b"]}}', 11),
        ('["' + "a" * (_LONGEST - 4) + '"]', _LONGEST),
        ('["' + "a" * (_LONGEST - 3) + '"]', 0),
    ],
    ids=ascii,
)
def test_only_a_whole_and_quoted_structure_is_one(value: str, end: int) -> None:
    """One that is never closed, or not near, ends like any other text."""
    line = f"a=1&b={value}"
    joint = _JOINT.search(line)
    assert joint
    assert _behind_structure(line, joint) == len("a=1&b=") + end
