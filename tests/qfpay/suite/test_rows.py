from __future__ import annotations

import pytest

from qfpay_gui.qfpay.suite.rows import MOST_ROWS, NoRowsError, read_rows


def test_each_line_is_a_row_by_its_titles() -> None:
    """Quotes, line ends within them, and empty lines, as RFC 4180 has it."""
    rows = read_rows('txamt,goods\r\n300,"奶茶, ""大""\nhot"\r\n\r\n400,\n')
    assert rows == ({"txamt": "300", "goods": '奶茶, "大"\nhot'}, {"txamt": "400", "goods": ""})


def test_as_many_rows_as_are_allowed_are_read() -> None:
    """Empty lines do not count."""
    assert len(read_rows("a" + "\n1\n" * MOST_ROWS)) == MOST_ROWS


@pytest.mark.parametrize(("line", "cells"), [("300", 1), ("300,tea,hot", 3)])
def test_a_row_of_another_length_says_so_and_the_others_stay(line: str, cells: int) -> None:
    """It is one row that cannot be used, not the table."""
    first, broken, last = read_rows(f"txamt,goods\n1,a\n{line}\n2,b")
    assert (first, last) == ({"txamt": "1", "goods": "a"}, {"txamt": "2", "goods": "b"})
    assert str(broken) == f"The row has {cells} cells where there are 2 titles."


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "has no rows"),
        ("txamt", "has no rows"),
        ("txamt\n\n", "has no rows"),
        ("\n1", "has no rows"),
        ("a,b,a\n1,2,3", "Two columns are called “a”"),
        ("a" + "\n1" * (MOST_ROWS + 1), "The table has 5001 rows; 5000 is the most"),
        ('a\n"' + "x" * 200_000, "This is no CSV"),
    ],
)
def test_what_is_no_table_is_told(written: str, words: str) -> None:
    """Before anything is sent."""
    with pytest.raises(NoRowsError, match=words):
        read_rows(written)
