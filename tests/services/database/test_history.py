from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.reply.exchange import Timings
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.entry import Ending, HistoryEntry, HistoryFilter, KeptFailure, KeptReply, KeptRequest
from qfpay_gui.services.database.history import History
from qfpay_gui.services.database.search import words_of
from tests.services.database.history_cases import MORNING, entries, entry
from tests.thorough import IS_THOROUGH

MANY = 5000 if IS_THOROUGH else 700
ROOT = Path(__file__).parents[3]
WRITES = """
import sys
from qfpay_gui.services.database.history import History
from qfpay_gui.services.database.entry import Ending
from tests.services.database.history_cases import entry
from pathlib import Path
history = History(Path(sys.argv[1]))
first, ending = int(sys.argv[2]), Ending(sys.argv[3])
for number in range(first, first + 150):
    history.begin(entry(number, ending=ending))
print("written", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A history that has no file yet."""
    return History(tmp_path / "folder" / "history.sqlite3")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[History, tuple[HistoryEntry, ...]]:
    """A history of many entries, and these entries, the newest first."""
    history = History(tmp_path_factory.mktemp("full") / "history.sqlite3")
    kept = tuple(entries(MANY))
    for one in kept:
        history.begin(one)
    return history, kept[::-1]


def ids(history: History, **wanted: object) -> list[int]:
    """The ids a search finds."""
    return [row.id for row in history.search(HistoryFilter(**wanted), limit=10_000) or ()]  # type: ignore[arg-type]


def _program(path: Path, first: int, ending: Ending) -> subprocess.Popen[bytes]:
    """Another window, which writes 150 entries and then waits."""
    command = [sys.executable, "-c", WRITES, str(path), str(first), ending.value]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - this interpreter


def test_an_entry_comes_back_whole(history: History) -> None:
    """Everything that was written is read again, by another window too."""
    finding = Finding("amount-zero", Severity.WRONG, "txamt", text("Rules", "a"), text("Rules", "b"))
    reply = KeptReply(200, "OK", (("Server", "x"),), "奶茶 \x00 \ud83d", shortened=True)
    written = entry(7, findings=(finding,), timings=Timings(0.1, None, 0.3), note="mine", pinned=True, reply=reply)
    entry_id = history.begin(written)
    read = History(history._path).load(entry_id)
    assert read is not None
    assert replace(read, id=0, searched="") == replace(written, searched="")
    assert history.load(entry_id + 1) is None


def test_a_row_says_what_the_list_shows(history: History) -> None:
    """The list needs no second look into the file."""
    written = entry(3)
    history.begin(written)
    (row,) = history.search(HistoryFilter()) or ()
    assert (row.out_trade_no, row.txamt, row.txcurrcd) == tuple(
        written.request.value(name) for name in ("out_trade_no", "txamt", "txcurrcd")
    )
    assert (row.ending, row.respcd, row.severity) == (written.ending, written.respcd, Severity.OK)
    assert (str(row.headline), row.sent_at, row.host) == ("So it is", written.sent_at, written.host)


def test_an_entry_is_begun_and_finished(history: History) -> None:
    """What is on its way is in the list at once; its end replaces it, and its note stays."""
    entry_id = history.begin(entry(1, ending=Ending.SENDING, reply=None))
    history.note(entry_id, "ticket 4711")
    history.finish(entry_id, entry(1, ending=Ending.NOT_SENT, reply=None, failure=KeptFailure("connect", False, "no")))  # noqa: FBT003
    read = history.load(entry_id)
    assert read is not None
    assert (read.ending, read.note, history.count()) == (Ending.NOT_SENT, "ticket 4711", 1)
    assert read.failure == KeptFailure("connect", may_have_arrived=False, technical="no")
    assert ids(history, words="4711") == [entry_id]


def test_a_deleted_entry_is_written_again_when_it_ends(history: History) -> None:
    """An answer is never lost, even where its beginning was deleted meanwhile."""
    entry_id = history.begin(entry(1, ending=Ending.SENDING))
    history.delete([entry_id])
    history.finish(entry_id, entry(1))
    assert history.count() == 1
    assert ids(history) != [entry_id]


def test_a_killed_program_loses_nothing(tmp_path: Path) -> None:
    """What was begun when the program was killed is read by the next one, its outcome unknown."""
    path = tmp_path / "history.sqlite3"
    with _program(path, 1, Ending.SENDING) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"written\n"
        program.kill()
    history = History(path)
    rows = history.search(HistoryFilter()) or ()
    assert [(row.ending, row.severity) for row in rows] == [(Ending.UNKNOWN, Severity.WRONG)] * 150
    assert len(ids(history, ending=Ending.UNKNOWN)) == 150
    assert ids(history, ending=Ending.SENDING) == []
    assert history.take_notices() == ()


def test_two_windows_lose_no_entry(tmp_path: Path) -> None:
    """Two programs write at once; both see everything."""
    path = tmp_path / "history.sqlite3"
    programs = [_program(path, first, Ending.SUCCESS) for first in (1, 1001)]
    for program in programs:
        program.communicate(timeout=50)
    history = History(path)
    numbers = {row.out_trade_no for row in history.search(HistoryFilter(), limit=1000) or ()}
    wanted = {entry(first + place).request.value("out_trade_no") for first in (1, 1001) for place in range(150)}
    assert (numbers, history.count()) == (wanted, 300)
    assert ids(history, words=entry(1100).request.value("out_trade_no")) != []


QUERIES = [
    "1108",
    "0000",
    "奶茶",
    "奶",
    "咖啡",
    "🧋",
    "☂",
    "qa202611230049",
    "QA20261123004999",
    "2a",
    "a",
    "7",
    "00",
    "demo merchant 1108 奶",
    "merchant demo",
    "50%",
    "%",
    "_",
    '"big"',
    '"',
    "the big one",
    "NEAR(1108 0000)",
    "1108 OR 0000",
    "NOT",
    "*",
    "a*",
    "-1",
    "^1108",
    "{a b}: c",
    "'; DROP TABLE entry; --",
    "ångström",
    "ÅNGSTRÖM",
    "ｑａ２０２６",
    "\x00",
    "\ud800",
    "zzzz",
    "pay.example.com 1143",
    "5 7 9 a",
    "x" * 500,
]


@pytest.mark.parametrize("query", QUERIES, ids=ascii)
def test_a_search_finds_what_reading_finds(full: tuple[History, tuple[HistoryEntry, ...]], query: str) -> None:
    """Over all entries, in number and order, whatever the query would mean to SQL."""
    history, kept = full
    words = words_of(query)
    wanted = [one.request.value("out_trade_no") for one in kept if all(word in one.searched for word in words)]
    rows = history.search(HistoryFilter(query), limit=MANY) or ()
    assert [row.out_trade_no for row in rows] == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(st.characters() | st.sampled_from("0123456789qa奶茶%_\"'*():^- "), max_size=14))
def test_any_query_is_answered(full: tuple[History, tuple[HistoryEntry, ...]], query: str) -> None:
    """Whatever is typed, the search neither fails nor misses."""
    history, kept = full
    words = words_of(query)
    wanted = sum(all(word in one.searched for word in words) for one in kept)
    assert len(history.search(HistoryFilter(query), limit=MANY) or ()) == wanted


def test_a_row_without_an_order_number_is_known_by_syssn(history: History) -> None:
    """A query by QFPay's number alone; where there is an order number, that is enough."""
    for parameters in ((("syssn", "20261130000200020744452556"),), (("out_trade_no", "QA1"), ("syssn", "2026"))):
        request = KeptRequest("POST", "https://pay.example.invalid/trade/v1/query", (), parameters)
        history.begin(entry(1, endpoint="query", request=request))
    listed = history.search(HistoryFilter()) or ()
    assert [(one.out_trade_no, one.syssn) for one in listed] == [("QA1", ""), ("", "20261130000200020744452556")]


def test_filters_narrow_a_search(full: tuple[History, tuple[HistoryEntry, ...]]) -> None:
    """Environment and outcome are ANDed with the words."""
    history, kept = full
    found = ids(history, words="奶茶", environment_id="live-hk", ending=Ending.FAILED)
    wanted = [
        one
        for one in kept
        if "奶茶" in one.searched and one.environment_id == "live-hk" and one.ending is Ending.FAILED
    ]
    assert len(found) == len(wanted) > 0
    assert history.environment_ids() == ("custom", "live-hk", "simulator")


@pytest.mark.parametrize("query", ["", "1108"])
def test_pages_follow_each_other(full: tuple[History, tuple[HistoryEntry, ...]], query: str) -> None:
    """Read page by page, no entry is missed and none comes twice."""
    history, _ = full
    wanted, found, before = ids(history, words=query), [], None
    while page := history.search(HistoryFilter(query), limit=170, before=before):
        found += [row.id for row in page]
        before = page[-1].id
    assert found == wanted


def test_a_search_nobody_waits_for_ends(full: tuple[History, tuple[HistoryEntry, ...]]) -> None:
    """It ends before it begins, or in the middle; the next one is not touched by that."""
    history, _ = full
    looks = iter([False, False, True])
    assert history.search(HistoryFilter("1108"), is_stale=lambda: True) is None
    assert history.search(HistoryFilter(), limit=MANY, is_stale=lambda: next(looks, True)) is None
    assert len(history.search(HistoryFilter(), limit=MANY, is_stale=lambda: False) or ()) == MANY


def test_notes_are_searched_and_replaced(history: History) -> None:
    """A new note is found, the one before is not any more; both are one line of at most 500 characters."""
    entry_id = history.begin(entry(1))
    history.note(entry_id, "客户说\n签名 OK")
    assert ids(history, words="客户 签名 ok") == [entry_id]
    history.note(entry_id, "y" * 900)
    assert (ids(history, words="客户"), ids(history, words="yyyy qa2026")) == ([], [entry_id])
    read = history.load(entry_id)
    assert read is not None
    assert read.note == "y" * 500


def test_deleted_entries_are_gone(history: History) -> None:
    """They are neither listed nor found, and others are not touched."""
    kept = [history.begin(one) for one in entries(6)]
    assert history.delete(kept[1:3]) == 2
    assert history.delete(kept[1:3]) == 0
    assert ids(history) == ids(history, words="demo") == [kept[place] for place in (5, 4, 3, 0)]


def test_old_entries_expire_in_portions(history: History) -> None:
    """Those before the moment go, pinned ones stay until they are pinned no longer."""
    kept = [history.begin(one) for one in entries(10)]
    history.pin(kept[0], pinned=True)
    moment = MORNING + timedelta(seconds=6)
    assert [history.expire(moment, most=3) for _ in range(3)] == [3, 1, 0]
    assert ids(history, only_pinned=True) == [kept[0]]
    history.pin(kept[0], pinned=False)
    assert history.expire(moment) == 1
    assert history.count() == 5


def test_the_file_is_private(history: History) -> None:
    """Folder, file and log are for this user only."""
    history.begin(entry(1))
    folder = history._path.parent
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert history.journal == "file"


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_damaged_file_is_kept_aside(history: History, content: bytes) -> None:
    """A fresh history begins, the damaged file stays, and a sentence says so."""
    history._path.parent.mkdir()
    history._path.write_bytes(content)
    history.begin(entry(1))
    (notice,) = history.take_notices()
    aside = history._path.with_name("history.sqlite3.damaged")
    assert aside.read_bytes() == content
    assert str(aside) in str(notice)
    assert (history.count(), history.take_notices(), history.journal) == (1, (), "file")


def test_a_file_of_another_program_is_kept_aside(history: History) -> None:
    """Tables of the same name that are not ours are no history."""
    history._path.parent.mkdir()
    with sqlite3.connect(history._path) as other:
        other.execute("CREATE TABLE entry (id INTEGER)")
    other.close()
    history._path.with_name("history.sqlite3.damaged").write_text("an earlier one")
    history.begin(entry(1))
    assert history._path.with_name("history.sqlite3.damaged-2").is_file()
    assert history.count() == 1


def test_a_file_damaged_while_it_is_open_is_kept_aside(history: History) -> None:
    """The exchange that met the damage is written into the fresh file."""
    for one in entries(200):
        history.begin(one)
    history.close()
    size = history._path.stat().st_size
    with history._path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xaa" * (size - 4096))
    entry_id = history.begin(entry(1))
    assert history.load(entry_id) is not None
    assert len(history.take_notices()) == 1


def test_an_unusable_folder_means_memory(tmp_path: Path) -> None:
    """The history works until the end of the session, and says why it does not last."""
    (tmp_path / "file").write_text("no folder")
    history = History(tmp_path / "file" / "history.sqlite3")
    history.begin(entry(1))
    assert (history.count(), history.journal) == (1, "memory")
    (notice,) = history.take_notices()
    assert "QFPAY_TESTER_HOME" in str(notice)


def test_a_newer_file_is_left_alone(history: History) -> None:
    """A later version's file is not touched; this session's history is in memory."""
    history.begin(entry(1))
    history._open().connection.execute("PRAGMA user_version = 99")
    history.close()
    before = history._path.read_bytes()
    history.begin(entry(2))
    assert (history.count(), history.journal) == (1, "memory")
    assert history._path.read_bytes() == before
    assert "newer version" in str(history.take_notices()[0])


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    """Making a history touches no file."""
    History(tmp_path / "later" / "history.sqlite3")
    assert list(tmp_path.iterdir()) == []
