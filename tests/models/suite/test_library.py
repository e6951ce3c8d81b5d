from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from qfpay_gui import resources
from qfpay_gui.models.suite.library import MOST, SHIPPED, UnusableError, in_folder, listed, rows_of, suite_of
from qfpay_gui.qfpay.request.variants import MISTAKES

if TYPE_CHECKING:
    from pathlib import Path


def test_twenty_mistakes_are_expected_as_1108_each_with_its_cause() -> None:
    """No cause twice: they are twenty, not one in twenty wordings."""
    steps = suite_of("mistakes").steps
    expected = [{one.member: one.wanted for one in step.expected} for step in steps]
    assert len(steps) == 20
    assert {one["respcd"] for one in expected} == {"1108"}
    assert len({one["cause"] for one in expected}) == 20
    assert len({step.mistake for step in steps}) == 20


def test_every_mistake_that_can_be_made_is_made_by_a_suite() -> None:
    """Nothing is offered that was never tried."""
    made = {step.mistake for source in SHIPPED for step in suite_of(source).steps if step.mistake}
    assert made == {one.id for one in MISTAKES}


def test_every_return_code_that_is_known_is_answered_and_expected() -> None:
    """By the simulator, each once."""
    known = {one["code"] for one in resources.read_json("data/respcd.json")}
    steps = suite_of("answers").steps
    assert sorted(known) == sorted(one.expected[0].wanted for one in steps)
    assert all(one.outcome in {"", f"respcd:{one.expected[0].wanted}"} for one in steps)


def test_a_folder_lists_its_suites_and_says_what_is_none(tmp_path: Path) -> None:
    """Other files are not looked at."""
    (tmp_path / "b.toml").write_text("name = 'Tea'\n[[step]]", encoding="utf-8")
    (tmp_path / "a.toml").write_text("[[step", encoding="utf-8")
    (tmp_path / "c.txt").write_text("[[step]]", encoding="utf-8")
    broken, tea = in_folder(str(tmp_path))
    assert (tea.name, tea.is_shipped, tea.problem) == ("Tea", False, None)
    assert (broken.name, broken.suite) == ("a.toml", None)
    assert re.match("a.toml: This is no TOML", str(broken.problem))
    assert in_folder("") == in_folder(str(tmp_path / "nowhere")) == ()


def test_a_large_folder_is_looked_at_in_part(tmp_path: Path) -> None:
    """Somebody may choose the root of a disk."""
    for number in range(MOST + 1):
        (tmp_path / f"{number}.toml").write_text("[[step]]", encoding="utf-8")
    assert len(in_folder(str(tmp_path))) == MOST


def test_the_table_of_a_suite_stands_beside_it(tmp_path: Path) -> None:
    """Another one may be chosen; a suite without one runs once."""
    file = tmp_path / "tea.toml"
    file.write_text("rows = 'tea.csv'\n[[step]]\nset = {goods_name = '${row.a}'}", encoding="utf-8")
    (tmp_path / "tea.csv").write_text("a\n1\n2\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text("a\n3\n", encoding="utf-8")
    suite = suite_of(str(file))
    assert rows_of(suite, str(file)) == ({"a": "1"}, {"a": "2"})
    assert rows_of(suite, str(file), str(tmp_path / "other.csv")) == ({"a": "3"},)
    assert rows_of(suite_of("payment"), "payment") == ({},)


def test_what_cannot_be_used_is_told_with_its_name(tmp_path: Path) -> None:
    """A file that is gone, one that is no suite, and a table without rows."""
    table = tmp_path / "empty.csv"
    table.write_text("a\n", encoding="utf-8")
    assert "no.toml cannot be read" in str(listed(str(tmp_path / "no.toml")).problem)
    with pytest.raises(UnusableError, match=r"empty.csv: The table has no rows"):
        rows_of(suite_of("payment"), "payment", str(table))
