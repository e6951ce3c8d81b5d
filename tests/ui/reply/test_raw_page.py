"""JSON laid out for reading."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.ui.reply.messages import LONGEST
from qfpay_gui.ui.reply.raw_page import laid_out

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(JSON_VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_laying_out_changes_nothing_but_spaces_and_escapes(value: Any, ascii_only: bool, indent: int | None) -> None:  # noqa: FBT001
    """Whatever the reply is, its layout reads as the same JSON."""
    written = json.dumps({"respcd": value}, ensure_ascii=ascii_only, indent=indent)
    pretty = laid_out(written)
    assert pretty is not None
    assert json.loads(pretty) == json.loads(written)


def test_members_stand_one_a_line_in_their_order() -> None:
    """Nothing is sorted; empty objects and lists stay on their line."""
    assert laid_out('{"b":1,"a":[1,{}],"c":[]}') == ('{\n  "b": 1,\n  "a": [\n    1,\n    {}\n  ],\n  "c": []\n}')


def test_numbers_and_duplicates_stay_as_they_were_written() -> None:
    """1.10 does not become 1.1, and a member written twice is shown twice."""
    assert laid_out('{"a":1.10,"a":2e3}') == '{\n  "a": 1.10,\n  "a": 2e3\n}'


def test_escaped_letters_become_readable_and_hidden_ones_stay_escaped() -> None:
    """Chinese is spelled out; a zero-width space, which would vanish, is not."""
    assert laid_out('["\\u5976\\u8336","\\u200b"]') == '[\n  "奶茶",\n  "\\u200b"\n]'


@pytest.mark.parametrize("written", ["", "busy", "<html>", '{"a":', '{"a":01}', "[NaN]", '"text"', "12"])
def test_what_is_no_strict_object_or_list_is_left_as_it_is(written: str) -> None:
    """There is nothing to lay out, or laying it out would hide its fault."""
    assert laid_out(written) is None


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "written",
    ['["' + "a" * LONGEST + '"]', "[" * 50 + "]" * 50, "[" * 90_000 + "]" * 90_000, "[" + "1," * 90_000 + "1]"],
    ids=["long", "deep", "abyss", "becomes long"],
)
def test_what_is_too_long_or_too_deep_is_left_alone(written: str) -> None:
    """A hostile reply does not hold the window."""
    assert laid_out(written) is None
