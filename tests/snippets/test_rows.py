from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.snippets.rows import as_csv, as_json, as_tabs

NAMES = ("out_trade_no", "amount")
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_calculate_stays_a_text(first: str) -> None:
    """A merchant's order number must not run a formula at somebody's desk."""
    written = as_csv([{"out_trade_no": f'{first}HYPERLINK("https://evil.invalid")', "amount": "HK$3.00"}])
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert row["out_trade_no"].startswith(f"'{first}")


@pytest.mark.parametrize("before", [" ", "\n", "\u00a0 ", "\ufeff", "\u200b\u3000", "\0"])
def test_nothing_in_front_of_a_formula_hides_it(before: str) -> None:
    """Blanks and marks nobody sees are passed over by some spreadsheets; in tabs, where they go, too."""
    record = {"out_trade_no": f"{before}=1+1", "note": f"{before}1=1"}
    for written in (as_csv([record]), as_tabs([record])):
        rows = csv.reader(io.StringIO(written, newline=""), delimiter="\t" if "\t" in written else ",")
        _titles, (number, note) = rows
        assert number.startswith("'")
        assert note.endswith("1=1")
        assert not note.startswith("'")


def test_an_ordinary_value_is_not_changed() -> None:
    """Order numbers, money, Chinese words, quotes and line ends."""
    record = {"out_trade_no": "QA2026", "amount": "HK$3.00", "note": '奶茶, "large"\nice'}
    written = as_csv([record])
    assert list(csv.DictReader(io.StringIO(written, newline=""))) == [record]
    assert written.startswith("out_trade_no,amount,note\r\n")


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, TEXTS)), max_size=5))
def test_json_gives_back_every_text(records: list[dict[str, str]]) -> None:
    """Nothing is escaped for spreadsheets there."""
    assert json.loads(as_json(records)) == records


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, TEXTS)), min_size=1, max_size=5))
def test_pasted_rows_stay_rows(records: list[dict[str, str]]) -> None:
    """Tabs and line ends within a value make no cell and no row of their own."""
    lines = list(csv.reader(io.StringIO(as_tabs(records), newline=""), delimiter="\t"))
    assert set(lines[0]) == set(NAMES)
    assert len(lines) == len(records) + 1
    assert {len(line) for line in lines} == {len(NAMES)}


def test_nothing_is_written_as_nothing() -> None:
    """An empty list has no titles; as JSON it is an empty list."""
    assert as_csv([]) == as_tabs([]) == ""
    assert json.loads(as_json([])) == []
