from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.models.case.files import LARGEST, Pasted, Unread, decoded, read_file

if TYPE_CHECKING:
    from pathlib import Path

WORDS = '{"goods_name": "珍珠奶茶", "txamt": "300"}'


@pytest.mark.parametrize(
    ("charset", "said"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("gbk", "GBK"),
    ],
)
def test_a_file_is_read_as_what_it_is(tmp_path: Path, charset: str, said: str) -> None:
    """Where it had to be guessed, that is said."""
    file = tmp_path / "log.txt"
    file.write_bytes(WORDS.encode(charset))
    read = read_file(str(file))
    assert isinstance(read, Pasted)
    assert read.text == WORDS
    assert said in str(read.note or "")
    assert bool(read.note) == bool(said)


@pytest.mark.parametrize(("wide", "said"), [(0, ""), (1, ""), (4, ""), (5, "UTF-16"), (10, "UTF-16")])
@pytest.mark.parametrize("pair", [b"a\0", b"\0a"], ids=["little", "big"])
def test_some_zeros_make_no_wide_signs(pair: bytes, wide: int, said: str) -> None:
    """More than four signs of ten have to be ASCII in two bytes."""
    read = decoded(pair * wide + b"ab" * (10 - wide), "log")
    assert said in str(read.note or "")
    assert bool(read.note) == bool(said)
    assert decoded(pair * wide + b"ab" * (10 - wide) + b"c", "log").note is None


def test_bytes_of_no_character_set_are_kept_as_far_as_they_go() -> None:
    """With a note that says so."""
    read = decoded(b"txamt=300&goods_name=\xff\xff\xfe!", "log")
    assert read.text.startswith("txamt=300&goods_name=\ufffd")
    assert "U+FFFD" in str(read.note)


def test_a_file_over_two_megabytes_is_not_read(tmp_path: Path) -> None:
    """One of exactly that size is."""
    file = tmp_path / "big.har"
    file.write_bytes(b"a" * LARGEST)
    assert isinstance(read_file(str(file)), Pasted)
    file.write_bytes(b"a" * (LARGEST + 1))
    read = read_file(str(file))
    assert isinstance(read, Unread)
    assert "big.har is larger than 2 MB" in str(read.reason)


def test_a_file_that_is_none_is_said_so(tmp_path: Path) -> None:
    """A folder, nothing at all, an empty one, a name no file can have, and what would be waited for without end."""
    (tmp_path / "empty").touch()
    names = ["", "nothing", "empty", "a\0b"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        names.append("pipe")
    for name in names:
        path = f"{tmp_path}/{name}" if name else str(tmp_path)
        read = read_file(path)
        assert isinstance(read, Unread), name
        assert (name or tmp_path.name) in str(read.reason)


@given(st.binary(max_size=200))
def test_any_bytes_give_some_text(raw: bytes) -> None:
    """Never an exception."""
    assert isinstance(decoded(raw, "x").text, str)
