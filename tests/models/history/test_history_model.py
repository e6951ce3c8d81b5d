from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.history.history_model import HistoryModel
from qfpay_gui.models.sending.send_model import Answered, Broken, SendModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.services.database.entry import Ending, HistoryEntry, HistoryFilter
from qfpay_gui.services.database.history import History
from tests.services.database.history_cases import entries, entry
from tests.ui.reply.answers import CREDENTIALS, KEY, Clock, HeldClient, refused, request, success

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.history.reopened import Reopened
    from qfpay_gui.qfpay.text import Text


class Desk:
    """A history model over a real file, and a send model whose client answers when it is told."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot = qtbot
        self.clock = Clock()
        self.path = path
        self.runner, self.sending = TaskRunner(1), TaskRunner(1)
        self.model = HistoryModel(self.runner, History(path), self.clock)
        self.client = HeldClient(success())
        self.send_model = SendModel(self.sending, lambda _url, _credentials: self.client, self.clock)
        self.model.attach(self.send_model, lambda: (KEY,), lambda: "Tea House")
        self.notices: list[Text] = []
        self.model.noticed.connect(self.notices.append)

    def wait(self) -> None:
        """Until nothing is left to do."""
        self.qtbot.waitUntil(lambda: not self.runner.busy and not self.model._debounce.isActive(), timeout=10_000)

    def on_disk(self) -> list[HistoryEntry]:
        """What another program reads at this moment, the newest first."""
        other = History(self.path)
        rows = other.search(HistoryFilter(), limit=1000) or ()
        found = [other.load(row.id) for row in rows]
        other.close()
        return [one for one in found if one is not None]

    def numbers(self) -> list[str]:
        """The order numbers listed."""
        return [row.out_trade_no for row in self.model.state.rows]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A desk whose threads all end."""
    desk = Desk(qtbot, tmp_path / "history.sqlite3")
    yield desk
    desk.client.released.set()
    assert desk.model.stop()
    assert desk.runner.close(5000)
    assert desk.sending.close(5000)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with 450 entries."""
    path = tmp_path_factory.mktemp("many") / "history.sqlite3"
    history = History(path)
    for one in entries(450):
        history.begin(one)
    history.close()
    return path


@pytest.fixture
def full(desk: Desk, many: Path) -> Desk:
    """A desk with 450 entries, shown."""
    shutil.copy(many, desk.path)
    desk.model.start()
    desk.wait()
    return desk


def test_a_request_is_on_disk_before_it_leaves(desk: Desk) -> None:
    """Another program can read it while the client still waits, and its answer afterwards."""
    sent = request()
    assert desk.send_model.send(sent, CREDENTIALS)
    (before,) = desk.on_disk()
    assert (before.ending, before.profile) == (Ending.UNKNOWN, "Tea House")
    desk.wait()
    assert [row.ending for row in desk.model.state.rows] == [Ending.SENDING]
    desk.client.released.set()
    desk.qtbot.waitUntil(lambda: isinstance(desk.send_model.state, Answered))
    desk.wait()
    (after,) = desk.on_disk()
    assert (after.ending, after.respcd, after.id) == (Ending.SUCCESS, "0000", before.id)
    assert [row.ending for row in desk.model.state.rows] == [Ending.SUCCESS]


def test_a_fault_of_this_program_is_recorded(desk: Desk) -> None:
    """Whether the request arrived is then open."""
    desk.client.error = ValueError("odd")
    desk.client.released.set()
    desk.send_model.send(request(), CREDENTIALS)
    desk.qtbot.waitUntil(lambda: isinstance(desk.send_model.state, Broken))
    desk.wait()
    (row,) = desk.model.state.rows
    assert row.ending is Ending.UNKNOWN
    assert "ValueError" in str(row.headline)


def test_a_cancelled_request_is_one_entry(desk: Desk) -> None:
    """Pressing Cancel begins no second entry."""
    desk.send_model.send(request(), CREDENTIALS)
    desk.send_model.cancel()
    desk.qtbot.waitUntil(lambda: isinstance(desk.send_model.state, Answered))
    desk.wait()
    assert len(desk.model.state.rows) == 1


def test_a_slow_history_does_not_hold_a_payment_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is sent all the same, a sentence says so, and the entry follows."""
    monkeypatch.setattr("qfpay_gui.models.history.recorder.PATIENCE_MS", 1)
    gate = threading.Event()
    desk.runner.run(lambda: gate.wait(10), lambda _result: None)
    assert desk.send_model.send(request(), CREDENTIALS)
    assert "slow" in str(desk.notices[0])
    gate.set()
    desk.wait()
    assert len(desk.on_disk()) == 1


def test_a_history_that_cannot_be_written_says_so(desk: Desk) -> None:
    """Sending goes on; the answer is written as soon as that is possible again."""
    real = desk.model._history._path
    blocked = History(real)
    blocked.begin(entry(1))
    connection = blocked._open().connection
    connection.execute("CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END")
    assert desk.send_model.send(request(), CREDENTIALS)
    desk.wait()
    connection.execute("DROP TRIGGER full")
    blocked.close()
    desk.client.released.set()
    desk.qtbot.waitUntil(lambda: isinstance(desk.send_model.state, Answered))
    desk.wait()
    assert "disk full" in str(desk.notices[0])
    assert desk.on_disk()[0].ending is Ending.SUCCESS


def test_stopping_writes_what_waits(desk: Desk) -> None:
    """The window may close the moment an answer came."""
    desk.client = HeldClient(refused())
    desk.client.released.set()
    desk.send_model.send(request(), CREDENTIALS)
    desk.qtbot.waitUntil(lambda: isinstance(desk.send_model.state, Answered))
    assert desk.model.stop()
    assert [one.respcd for one in desk.on_disk()] == ["1108"]


def test_the_newest_entries_are_shown_and_more_on_demand(full: Desk) -> None:
    """200 at a time; the whole number is known from the start."""
    state = full.model.state
    assert (len(state.rows), state.has_more, state.total) == (200, True, 450)
    full.model.fetch_more()
    full.model.fetch_more()
    full.wait()
    full.model.fetch_more()
    full.wait()
    assert (len(full.model.state.rows), full.model.state.has_more) == (450, False)
    assert full.numbers() == [one.request.value("out_trade_no") for one in entries(450)][::-1]


def test_only_the_last_search_of_a_burst_is_shown(full: Desk) -> None:
    """Typing fast, no list of an earlier word flashes up."""
    shown: list[HistoryFilter] = []
    full.model.changed.connect(lambda state: shown.append(state.wanted))
    for words in ("1", "11", "110", "1108", "1108 奶茶"):
        full.model.look_for(HistoryFilter(words))
    full.wait()
    assert shown == [HistoryFilter("1108 奶茶")]
    assert 0 < len(full.model.state.rows) < 200


def test_a_search_makes_way_for_a_send(full: Desk) -> None:
    """What is sent waits for the history's thread, and not for a search there of which more was wanted."""
    number = full.model._latest.number
    full.send_model.send(request(), CREDENTIALS)
    assert full.model._latest.number > number


def test_a_new_entry_keeps_the_list_as_long_as_it_was(full: Desk) -> None:
    """It appears on top, and nothing that was shown disappears."""
    before = full.numbers()
    full.client.released.set()
    full.send_model.send(request(), CREDENTIALS)
    full.qtbot.waitUntil(lambda: isinstance(full.send_model.state, Answered))
    full.wait()
    assert full.numbers()[1:201] == before


def test_edits_are_written_and_shown(full: Desk) -> None:
    """Note, pin and deletion; a key in a note is masked."""
    first, second, third = (row.id for row in full.model.state.rows[:3])
    full.model.set_note(first, f"key {KEY}?")
    full.model.set_pinned((first, second), pinned=True)
    full.model.delete((third,))
    full.wait()
    rows = full.model.state.rows[:3]
    assert [(row.id, row.note, row.pinned) for row in rows[:2]] == [(first, "key •••?", True), (second, "", True)]
    assert rows[2].id == third - 1
    assert full.notices == []


def test_a_pin_is_shown_at_once(full: Desk) -> None:
    """Without anything else being done."""
    first = full.model.state.rows[0].id
    full.model.set_pinned((first,), pinned=True)
    full.wait()
    assert full.model.state.rows[0].pinned


def test_entries_that_are_kept_for_ever_do_not_expire(desk: Desk) -> None:
    """No days to keep are no end."""
    desk.model._history.begin(entry(1, sent_at=desk.clock.now() - timedelta(days=9999)))
    desk.model.start(keep_days=0)
    desk.wait()
    assert desk.model.state.total == 1
    desk.model.start(keep_days=1)
    desk.wait()
    desk.qtbot.waitUntil(lambda: desk.model.state.total == 0)


def test_more_is_fetched_once_and_only_where_there_is_more(full: Desk) -> None:
    """Each press adds 200, also two presses in a row; at the end there is nothing to fetch."""
    told: list[int] = []
    full.model.changed.connect(lambda state: told.append(len(state.rows)))
    assert full.model.state.has_more
    full.model.fetch_more()
    full.model.fetch_more()
    full.wait()
    full.model.fetch_more()
    full.wait()
    assert (told, full.model.state.has_more) == ([400, 450], False)
    full.model.fetch_more()
    full.wait()
    assert told == [400, 450]


def test_what_was_deleted_is_out_of_sight_and_can_be_taken_back(full: Desk) -> None:
    """It is on disk until it is final; a list of 200 stays one of 200."""
    ids = tuple(row.id for row in full.model.state.rows[:3])
    full.model.delete(ids)
    full.wait()
    assert (len(full.model.state.rows) >= 200, full.model.state.total) == (True, 447)
    assert not {row.id for row in full.model.state.rows} & set(ids)
    assert len(full.on_disk()) == 450
    assert str(full.model._deletions.pending.words) == "Deleted from the history: 3"  # type: ignore[union-attr]
    full.model._deletions.undo()
    full.wait()
    assert [row.id for row in full.model.state.rows[:3]] == list(ids)
    assert full.model.state.total == 450


def test_a_deletion_is_final_when_the_next_one_begins_and_when_the_program_ends(full: Desk) -> None:
    """Only the last one can be taken back, and none is left over."""
    first, second = (row.id for row in full.model.state.rows[:2])
    full.model.delete((first,))
    full.model.delete((second,))
    full.wait()
    assert {one.id for one in full.on_disk()} == {*range(1, 451)} - {first}
    assert full.model.state.total == 448
    assert full.model.stop()
    assert {one.id for one in full.on_disk()} == {*range(1, 451)} - {first, second}


def test_old_entries_expire_at_the_start(desk: Desk) -> None:
    """What is older than the days to keep is gone, quietly."""
    for days in range(150, 710):
        desk.model._history.begin(entry(days, sent_at=desk.clock.now() - timedelta(days=days)))
    desk.model.start(keep_days=180)
    desk.qtbot.waitUntil(lambda: desk.model.state.total in range(1, 560) and not desk.runner.busy, timeout=20_000)
    assert desk.model.state.total == 31
    assert desk.notices == []


def test_old_entries_are_deleted_once_nobody_takes_that_back(full: Desk) -> None:
    """Pinned ones stay."""
    full.model.set_pinned((full.model.state.rows[0].id,), pinned=True)
    full.clock.pass_by(days=30)
    full.model.delete_older(7)
    full.wait()
    assert (full.model.state.total, len(full.on_disk())) == (1, 450)
    full.model._deletions.undo()
    full.wait()
    assert full.model.state.total == 450
    full.model.delete_older(7)
    full.model._deletions.finish()
    full.qtbot.waitUntil(lambda: len(full.on_disk()) == full.model.state.total == 1)


def test_old_entries_are_gone_though_the_program_ends_at_once(full: Desk) -> None:
    """They go in portions, for which there is no more turn."""
    for one in entries(100):
        full.model._history.begin(one)
    full.clock.pass_by(days=30)
    full.model.delete_older(0)
    assert full.model.stop()
    assert full.on_disk() == []


def test_an_entry_is_opened_compared_and_reopened(full: Desk) -> None:
    """Each comes by its own signal; two come in the order of time."""
    newest, older = full.model.state.rows[0].id, full.model.state.rows[9].id
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    drafts: list[Reopened] = []
    full.model.opened.connect(lambda one: opened.append(one.id))
    full.model.paired.connect(lambda one, other: pairs.append((one.id, other.id)))
    full.model.reopened.connect(drafts.append)
    full.model.open(older)
    full.model.open(newest)
    full.model.compare(newest, older)
    full.model.reopen(newest)
    full.wait()
    assert (opened, pairs) == ([newest], [(older, newest)])
    assert drafts[0].draft.value("out_trade_no") == full.model.state.rows[0].out_trade_no


def test_what_is_gone_is_said(full: Desk) -> None:
    """Another window may have deleted it."""
    full.model._history.delete([1])
    full.model.reopen(1)
    full.model.compare(1, 2)
    full.model.open(1)
    full.wait()
    assert [str(notice) for notice in full.notices] == ["This entry is not in the history any more."] * 2


def test_what_the_file_has_to_say_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    """A damaged file is told of when it is opened."""
    path = tmp_path / "history.sqlite3"
    path.write_bytes(b"nonsense" * 1000)
    desk = Desk(qtbot, path)
    desk.model.start()
    desk.wait()
    assert "damaged" in str(desk.notices[0])
    assert replace(desk.model.state, rows=()).total == 0
    assert desk.model.stop()
    assert desk.runner.close(5000)
    assert desk.sending.close(5000)
