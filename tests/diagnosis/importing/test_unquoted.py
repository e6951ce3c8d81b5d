"""Where a group of a print without quotes ends."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis.importing.prints.unquoted import _LINES_AHEAD, _closing_line


@pytest.mark.parametrize(
    ("source", "line", "end"),
    [
        ("{\na: 1\n}", 1, 8),
        ("{}", 1, 2),
        ("[\n]x", 1, 3),
        ("{\n{\n}", 1, 0),
        ("{\n]", 1, 0),
        ("{" + " " * (_LINES_AHEAD - 1) + "}", 1, _LINES_AHEAD + 1),
        ("{" + " " * _LINES_AHEAD + "}", 1, 0),
    ],
    ids=ascii,
)
def test_a_group_over_several_lines_ends_at_its_bracket(source: str, line: int, end: int) -> None:
    """Where none of its kind opens before, and it is near."""
    assert _closing_line(source, 0, line) == end
