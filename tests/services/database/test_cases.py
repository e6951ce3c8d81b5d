from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.cases import LONGEST_LINE, LONGEST_NOTE, MOST, KeptCase, bounded
from qfpay_gui.services.database.entry_rows import columns_of
from qfpay_gui.services.database.history import History
from qfpay_gui.services.database.schema import STEPS, upgrade, version
from qfpay_gui.snippets.proof.case_file import CaseHead, CaseStatus
from tests.services.database.history_cases import entry

if TYPE_CHECKING:
    from pathlib import Path

    from qfpay_gui.services.database.cases import CaseStore

AT = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)
TEA = CaseHead("Tea shop", "T-4711", "wrote on Monday", CaseStatus.WAITING)


def case(number: int = 1, **changes: object) -> KeptCase:
    """The case with this number, each a minute later than the one before."""
    at = AT + timedelta(minutes=number)
    made = KeptCase(
        made_at=at,
        changed_at=at,
        cause=text("Case", "{first}; {second}").fill(first="a", second=text("Doctor", "b")),
        severity=Severity.WRONG,
        number=f"SO{number}",
        signature=f"{number:032X}",
        searched=f"so{number}\nkey-joined-by-key-equals",
        record=f'{{"format": "{number}"}}',
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names are the case's own


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """Cases in a file that is not there yet."""
    return History(tmp_path / "history.sqlite3").cases


def _numbers(store: CaseStore, words: str = "") -> list[str]:
    return [one.number for one in store.search(words)]


def test_a_case_is_read_as_it_was_kept(store: CaseStore, tmp_path: Path) -> None:
    """By another window, too; a list goes without the records."""
    case_id = store.keep(case(head=TEA))
    other = History(tmp_path / "history.sqlite3").cases
    assert other.load(case_id) == case(head=TEA, id=case_id)
    assert other.search() == (case(head=TEA, id=case_id, record=""),)
    assert other.load(case_id + 1) is None


def test_a_case_is_kept_again_in_its_place(store: CaseStore) -> None:
    """Another one gets an id of its own."""
    first = store.keep(case())
    assert store.keep(case(id=first, record="{}")) == first
    assert store.keep(case(2)) != first
    known = store.load(first)
    assert known is not None
    assert (known.record, store.count()) == ("{}", 2)


def test_those_touched_last_come_first(store: CaseStore) -> None:
    """A note is a touch."""
    first, _second = store.keep(case(1)), store.keep(case(2))
    assert _numbers(store) == ["SO2", "SO1"]
    store.note(first, TEA, AT + timedelta(hours=1))
    assert _numbers(store) == ["SO1", "SO2"]
    known = store.load(first)
    assert known is not None
    assert (known.head, known.searched, known.made_at) == (TEA, case().searched, case().made_at)
    store.note(99, TEA, AT)
    assert store.count() == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tea t-47", ["SO1"]),
        ("MONDAY", ["SO1"]),
        ("key-joined", ["SO2", "SO1"]),
        ("key-joined so2", ["SO2"]),
        ("so3", []),
        ("%", []),
        ("", ["SO2", "SO1"]),
    ],
)
def test_all_words_must_be_found(store: CaseStore, words: str, found: list[str]) -> None:
    """In what was noted and in what was found; a case that is noted anew is found by that alone."""
    first = store.keep(case(1, head=replace(TEA, note="x")))
    store.keep(case(2))
    store.note(first, TEA, case(1).changed_at)
    assert _numbers(store, words) == found


def test_the_same_case_is_found_by_signature_and_number(store: CaseStore) -> None:
    """The one touched last; without a signature none is the same."""
    store.keep(case(1))
    later = store.keep(case(1, changed_at=AT + timedelta(hours=1)))
    assert store.same(case(1)) == case(1, changed_at=AT + timedelta(hours=1), id=later)
    assert store.same(replace(case(1), number="SO2")) is None
    assert store.same(case(1, signature=case(2).signature)) is None
    store.keep(case(3, signature=""))
    assert store.same(case(3, signature="")) is None


def test_what_is_hidden_is_not_listed_and_what_is_removed_is_gone(store: CaseStore) -> None:
    """Its id is never given to another."""
    first, second = store.keep(case(1)), store.keep(case(2))
    assert [one.id for one in store.search(hidden=frozenset({first}))] == [second]
    store.remove([second, 99])
    assert ([one.id for one in store.search()], store.count()) == ([first], 1)
    assert store.keep(case(3)) > second
    store.keep(case(2, id=second))
    assert store.load(second) == case(2, id=second)


def test_of_too_many_cases_solved_ones_go_first(store: CaseStore) -> None:
    """Then those not touched for longest."""
    for number in range(1, MOST + 1):
        store.keep(case(number, head=CaseHead(status=CaseStatus.SOLVED if number == 7 else CaseStatus.OPEN)))
    assert (store.count(), "SO7" in _numbers(store)) == (MOST, True)
    store.keep(case(MOST + 1))
    assert (store.count(), "SO7" in _numbers(store), "SO1" in _numbers(store)) == (MOST, False, True)
    store.keep(case(MOST + 2))
    assert (store.count(), "SO1" in _numbers(store), "SO2" in _numbers(store)) == (MOST, False, True)


def test_a_head_is_bounded() -> None:
    """And stands in one line each."""
    head = CaseHead("m" * (LONGEST_LINE + 1), "a\nb", "n" * LONGEST_NOTE + "!", CaseStatus.SOLVED)
    assert bounded(head) == CaseHead("m" * LONGEST_LINE, "a b", "n" * LONGEST_NOTE, CaseStatus.SOLVED)


def test_an_older_file_gets_room_for_cases(tmp_path: Path) -> None:
    """What it holds stays, and it stays private."""
    path = tmp_path / "history.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        upgrade(older, STEPS[:3])
        columns = {**columns_of(entry(1)), "session": "a"}
        places = ", ".join("?" * len(columns))
        older.execute(f"INSERT INTO entry ({', '.join(columns)}) VALUES ({places})", tuple(columns.values()))  # noqa: S608 - our own names
        assert version(older) == 3
    path.chmod(0o600)
    history = History(path)
    history.cases.keep(case())
    assert (history.count(), history.cases.count(), history.journal, history.take_notices()) == (1, 1, "file", ())
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("column", "damage"), [("cause", "{"), ("status", "x"), ("severity", "9"), ("made_at", ""), ("record", b"\xff")]
)
def test_a_damaged_case_is_listed_as_far_as_it_can_be_read(
    store: CaseStore, tmp_path: Path, column: str, damage: str | bytes
) -> None:
    """And hides no other."""
    case_id = store.keep(case(head=TEA))
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as file:
        file.execute(f"UPDATE cases SET {column} = ?", (damage,))  # noqa: S608 - our own names
        file.commit()
    store.keep(case(2))
    assert sorted(_numbers(store)) == ["SO1", "SO2"]
    known = store.load(case_id)
    assert known is not None
    assert known.head.merchant == "Tea shop"
