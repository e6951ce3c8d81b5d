"""The table that drives a suite: its first line names the columns, each further line is a run of its own."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from qfpay_gui.qfpay.text import Text, text

Row = Mapping[str, str] | Text
"""The cells of a line by their titles, or why it cannot be used."""
NO_ROWS: tuple[Row, ...] = ({},)
"""A suite without a table runs once."""


MOST_ROWS = 5000
_NO_CSV = text("Suites", "This is no CSV: {reason}.")
_EMPTY = text("Suites", "The table has no rows: a first line of titles, then a line for each run.")
_TWICE = text("Suites", "Two columns are called “{title}”.")
_TOO_MANY = text("Suites", "The table has {count} rows; {most} is the most.")
_CELLS = text("Suites", "The row has {cells} cells where there are {titles} titles.")


class NoRowsError(Exception):
    """Why a text is no table; ``text`` says it in a sentence."""

    def __init__(self, said: Text) -> None:
        super().__init__(str(said))
        self.text = said


def read_rows(written: str) -> tuple[Row, ...]:
    """Each line of a CSV; raises NoRowsError."""
    try:
        titles, *lines = list(csv.reader(written.splitlines(keepends=True))) or [[]]
    except csv.Error as error:
        raise NoRowsError(_NO_CSV.fill(reason=error)) from None
    if not titles or not any(lines):
        raise NoRowsError(_EMPTY)
    twice = next((title for title in titles if titles.count(title) > 1), None)
    if twice is not None:
        raise NoRowsError(_TWICE.fill(title=twice))
    filled = [line for line in lines if line]
    if len(filled) > MOST_ROWS:
        raise NoRowsError(_TOO_MANY.fill(count=len(filled), most=MOST_ROWS))
    return tuple(_row(titles, line) for line in filled)


def _row(titles: list[str], line: list[str]) -> Row:
    if len(line) == len(titles):
        return dict(zip(titles, line, strict=True))
    return _CELLS.fill(cells=len(line), titles=len(titles))
