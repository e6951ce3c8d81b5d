from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.saved_requests import (
    LONGEST_FILE,
    LONGEST_NAME,
    MOST,
    SavedRequest,
    file_name,
    plain_name,
    read_all,
    remove,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

ROWS = ({"name": "txamt", "value": "300"}, {"name": "out_trade_no", "value": "", "fresh": True})
REFUND = SavedRequest("Tea shop/Part refund 奶茶", "refund", ROWS, "SHA256", "key-first", ("extend_info",))


def test_a_request_comes_back_whole(tmp_path: Path) -> None:
    """From a file that a person can read, in a folder of its own."""
    path = write(tmp_path / "requests", REFUND)
    assert path == tmp_path / "requests" / "Tea shop" / "Part refund 奶茶.json"
    assert "奶茶" in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o777 == (0o777 if os.name == "nt" else 0o700)
    assert read_all(tmp_path / "requests") == ((replace(REFUND, path=path),), ())
    assert [one.name for one in path.parent.iterdir()] == ["Part refund 奶茶.json"]


def test_nothing_needless_is_written(tmp_path: Path) -> None:
    """What is usual is left out, so that differences are easy to read."""
    path = write(tmp_path, SavedRequest("Query", "query", ()))
    assert json.loads(path.read_bytes()) == {
        "qfpay_tester_request": 1,
        "name": "Query",
        "endpoint": "query",
        "parameters": [],
    }


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """Until something is saved."""
    assert read_all(tmp_path / "requests") == ((), ())


def test_the_same_name_is_the_same_file(tmp_path: Path) -> None:
    """Two names that differ only in what a file cannot be called are two files."""
    first = write(tmp_path, SavedRequest("a:b", "query", ()))
    known, _ = read_all(tmp_path)
    assert write(tmp_path, SavedRequest("a:b", "close", ()), known) == first
    second = write(tmp_path, SavedRequest("a?b", "query", ()), read_all(tmp_path)[0])
    assert (first.name, second.name) == ("a_b.json", "a_b-2.json")
    assert [(one.name, one.endpoint) for one in read_all(tmp_path)[0]] == [("a:b", "close"), ("a?b", "query")]


def test_deleting_takes_an_empty_folder_along(tmp_path: Path) -> None:
    """But not one with another request in it; what is gone is no trouble."""
    for name in ("Tea/One", "Tea/Two"):
        write(tmp_path, SavedRequest(name, "query", ()))
    one, two = read_all(tmp_path)[0]
    remove(one)
    assert (tmp_path / "Tea").is_dir()
    remove(two)
    remove(two)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "no saved request"),
        (b"\xff\xfe", "no saved request"),
        (b"[]", "no saved request"),
        (b'{"name": "x"}', "no saved request"),
        (b'{"qfpay_tester_request": 1, "endpoint": "query", "parameters": {}}', "no saved request"),
        (b'{"qfpay_tester_request": 2, "endpoint": "query", "parameters": []}', "newer version"),
        (b" " * (LONGEST_FILE + 1), "longer than 1 MB"),
        (b"[" * 100_000, "no saved request"),
    ],
)
def test_a_damaged_file_is_named_and_passed_over(tmp_path: Path, content: bytes, reason: str) -> None:
    """The others are read all the same."""
    write(tmp_path, SavedRequest("Good", "query", ()))
    (tmp_path / "bad.json").write_bytes(content)
    found, (trouble,) = read_all(tmp_path)
    assert [one.name for one in found] == ["Good"]
    assert "bad.json" in str(trouble)
    assert reason in str(trouble)


def test_so_many_are_listed_and_no_more(tmp_path: Path) -> None:
    """That there are others is said."""
    content = json.dumps({"qfpay_tester_request": 1, "endpoint": "query", "parameters": [1, {"name": "a"}]})
    for number in range(MOST + 1):
        (tmp_path / f"{number:04}.json").write_text(content, encoding="utf-8")
    found, (trouble,) = read_all(tmp_path)
    assert (len(found), found[0].name, found[0].rows) == (MOST, "0000", ({"name": "a"},))
    assert "more than 500" in str(trouble)
    (tmp_path / "0000.json").unlink()
    assert read_all(tmp_path)[1] == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a \n b ", "a b"),
        ("a/b/c", "a/b-c"),
        ("a\\b", "a/b"),
        ("/a", "a"),
        ("a/", "a"),
        (" / ", ""),
        ("", ""),
        ("e\u0301", "é"),
        ("x" * 100, "x" * LONGEST_NAME),
    ],
)
def test_a_name_is_one_line_in_at_most_one_folder(typed: str, kept: str) -> None:
    """As it is listed."""
    assert plain_name(typed) == kept


@pytest.mark.parametrize(
    ("part", "safe"),
    [
        ("..", "_"),
        ("../../etc", "_.._etc"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("console", "console"),
        ('a<>:"|?*b', "a_______b"),
        ("name. ", "name"),
        ("奶" * 80, "奶" * 66),
    ],
)
def test_a_file_is_called_what_every_system_takes(part: str, safe: str) -> None:
    """Nothing leads out of the folder."""
    assert file_name(part) == safe
