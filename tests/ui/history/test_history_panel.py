from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QWidget

from qfpay_gui.models.history.entries import Sender, begun, ended
from qfpay_gui.models.history.history_model import HistoryModel
from qfpay_gui.models.history.messages import hex_dump
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.services.database.history import History
from qfpay_gui.ui.history.history_panel import HistoryPanel
from qfpay_gui.ui.history.rows_model import Column
from tests.services.database.history_cases import entries, entry
from tests.ui.person import Person, come_to, find, press, status_of
from tests.ui.reply.answers import CREDENTIALS, KEY, NOW, SIMULATED, Clock, refused, request, success

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.services.database.entry import HistoryEntry

COUNT = 450
SENDER = Sender(NOW, "Tea House", (KEY,))


class Desk:
    """A panel over a real file, and the person before it."""

    def __init__(self, qtbot: QtBot, history: History) -> None:
        self._qtbot = qtbot
        self.runner = TaskRunner(1)
        self.clock = Clock(NOW)
        self.model = HistoryModel(self.runner, history, self.clock)
        self.panel = HistoryPanel(self.model)
        self.person = Person(lambda: self.panel)
        self.panel.resize(760, 340)
        self.panel.show()
        come_to(self.panel)
        self.model.start(keep_days=0)
        self.wait()

    @property
    def table(self) -> QWidget:
        """The list."""
        return self.panel.table

    def wait(self) -> None:
        """Until everything asked for is shown."""
        self._qtbot.waitUntil(lambda: not self.runner.busy and not self.model._debounce.isActive(), timeout=10_000)

    def come_back(self) -> None:
        """Take the keyboard again after a dialog, as a desktop does by itself."""
        come_to(self.panel)
        self.panel.table.setFocus()

    def until(self, condition: Callable[[], bool]) -> None:
        """Until this holds."""
        self._qtbot.waitUntil(condition, timeout=10_000)

    def read(self, name: str) -> str:
        """What the view of this name holds."""
        return self.person.find(QPlainTextEdit, name).toPlainText()

    def shown(self, column: Column, count: int = 3) -> list[str]:
        """The first cells of a column."""
        rows = self.panel.table.rows_model
        return [rows.index(place, column).data() for place in range(min(count, rows.rowCount()))]

    def go_to(self, place: int) -> None:
        """Click on a row."""
        table = self.panel.table
        centre = table.visualRect(table.rows_model.index(place, Column.ORDER)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
        self.wait()

    def close(self) -> None:
        """Leave."""
        self.person.leave()
        assert self.model.stop()
        assert self.runner.close(5000)
        self.panel.close()
        self.panel.deleteLater()


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A history without entries."""
    return History(tmp_path / "history.sqlite3")


@pytest.fixture
def empty(dressed: None, qtbot: QtBot, history: History) -> Iterator[Desk]:  # noqa: ARG001 - for its effect
    """A panel over no entries."""
    desk = Desk(qtbot, history)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 450 entries, the two newest as the program itself makes them."""
    path = tmp_path_factory.mktemp("written") / "history.sqlite3"
    history = History(path)
    for one in entries(COUNT - 2):
        history.begin(one)
    for answer in (refused(), success()):
        history.finish(
            history.begin(begun(answer.request, Sender(NOW, "Tea House"))), ended(answer, Sender(NOW, "Tea House"))
        )
    history.close()
    return path


@pytest.fixture
def full(dressed: None, qtbot: QtBot, history: History, tmp_path: Path, written: Path) -> Iterator[Desk]:  # noqa: ARG001 - for its effect
    """A panel over these 450 entries."""
    shutil.copy(written, tmp_path)
    desk = Desk(qtbot, history)
    yield desk
    desk.close()


def test_an_empty_history_says_what_will_be_here(empty: Desk) -> None:
    """Instead of an empty list; the first exchange replaces it."""
    assert "Nothing was sent yet" in empty.person.said("history_empty")
    assert not empty.table.isVisible()
    empty.model._history.begin(entry(1))
    empty.model.refresh()
    empty.wait()
    assert empty.table.isVisible()


def test_a_search_narrows_the_list_while_typing(full: Desk) -> None:
    """Order number, respcd, Chinese words and notes; and all come back when it is cleared."""
    number = entry(17).request.value("out_trade_no")
    full.person.type("history_search", number[-9:])
    full.wait()
    assert full.shown(Column.ORDER) == [number]
    full.person.type("history_search", "奶茶")
    full.wait()
    assert 1 < full.panel.table.rows_model.rowCount() < COUNT
    full.person.type("history_search", "no such thing")
    full.wait()
    assert full.person.said("history_empty") == "No entry matches."
    full.person.click("history_clear")
    full.wait()
    assert full.panel.table.rows_model.rowCount() == 200
    assert full.person.find(QLineEdit, "history_search").text() == ""


def test_boxes_narrow_the_list(full: Desk) -> None:
    """Environment and outcome, each with what there is to choose."""
    full.person.choose("history_environment", "live-hk")
    full.wait()
    assert {row.environment_id for row in full.model.state.rows} == {"live-hk"}
    full.person.choose("history_ending", "failed")
    full.wait()
    assert {(row.environment_id, row.respcd) for row in full.model.state.rows} == {("live-hk", "1108")}


def test_a_refund_is_shown_in_the_currency_of_its_order(empty: Desk) -> None:
    """A refund names no currency itself; what kind of call it was stands beside it."""
    sender = Sender(NOW, "Tea House")
    paid = success()
    history = empty.model._history
    history.finish(history.begin(begun(paid.request, sender)), ended(paid, sender))
    draft = example_draft("refund").edit("txamt", value="250", fresh=False)
    draft = draft.edit("syssn", value="20261123000100020003", fresh=False)
    refund = prepare(freshened(draft, NOW, "R3FND"), CREDENTIALS, SIMULATED, now=NOW, bound_to=SIMULATED.id)
    assert "txcurrcd" not in dict(refund.parameters)
    history.begin(begun(refund, sender))
    empty.panel.resize(1000, 400)
    empty.model.refresh()
    empty.until(lambda: len(empty.shown(Column.AMOUNT)) == 2)
    assert empty.shown(Column.AMOUNT) == ["HK$2.50", "HK$3.00"]
    assert empty.shown(Column.KIND) == ["Refund", "Payment"]
    assert not empty.panel.table.isColumnHidden(Column.KIND)


def test_a_currency_without_an_amount_is_not_shown_as_one(empty: Desk) -> None:
    """A query of an order has no amount, though the order's currency is known."""
    sender = Sender(NOW, "Tea House")
    paid = success()
    history = empty.model._history
    history.finish(history.begin(begun(paid.request, sender)), ended(paid, sender))
    draft = example_draft("query").edit("out_trade_no", value=paid.request.value("out_trade_no"), fresh=False)
    query = prepare(freshened(draft, NOW, "QU3RY"), CREDENTIALS, SIMULATED, now=NOW, bound_to=SIMULATED.id)
    history.begin(begun(query, sender))
    empty.model.refresh()
    empty.until(lambda: len(empty.shown(Column.AMOUNT)) == 2)
    table = empty.panel.table
    assert (table.rows[0].txamt, table.rows[0].txcurrcd) == ("", "HKD")
    assert empty.shown(Column.AMOUNT) == ["", "HK$3.00"]
    assert [table.rows_model.tip(row, Column.AMOUNT) for row in table.rows] == ["", "300 HKD"]
    assert table.record(table.rows[0])["amount"] == ""


def test_amounts_are_sorted_by_their_size(full: Desk) -> None:
    """Not as texts. What is older than what is shown is fetched, up to 2,000 entries."""
    full.panel.table.sortByColumn(Column.AMOUNT, Qt.SortOrder.DescendingOrder)
    full.until(lambda: full.panel.table.rows_model.rowCount() == COUNT)
    sums = [int(row.txamt) for row in full.panel.table.rows if row.txamt.isdigit()]
    assert len({len(str(one)) for one in sums}) > 1
    assert sums == sorted(sums, reverse=True)


def test_the_list_says_what_happened(full: Desk) -> None:
    """Return code, amount as people write it, and the merchant; more in the tool tip."""
    assert full.shown(Column.OUTCOME, 2) == ["0000", "1108"]
    assert full.shown(Column.AMOUNT, 1) == ["HK$3.00"]
    assert full.shown(Column.MERCHANT, 1) == ["Tea House"]
    index = full.panel.table.rows_model.index(1, Column.OUTCOME)
    assert "signature" in index.data(Qt.ItemDataRole.ToolTipRole).lower()
    spoken = full.panel.table.rows_model.index(0, Column.ENVIRONMENT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Simulator\n127.0.0.1:51234"


def test_scrolling_fetches_the_rest(full: Desk) -> None:
    """Down to the very first entry."""
    full.panel.table.setFocus()
    for _ in range(3):
        press("Ctrl+End", full.panel.table)
        full.panel.table.scrollToBottom()
        full.wait()
    assert full.panel.table.rows_model.rowCount() == COUNT
    assert not full.panel.table.rows_model.canFetchMore(QModelIndex())


def test_down_leads_from_the_search_to_the_entry(full: Desk) -> None:
    """The details follow the keyboard."""
    full.person.go_to("history_search")
    press("Down")
    press("Down")
    full.wait()
    assert QApplication.focusWidget() is full.panel.table
    assert "signature" in full.person.said("history_headline").lower()
    assert "claim:respcd.1108" in full.person.said("history_origin")
    assert "out_trade_no=" in full.read("history_sent")
    assert "1108" in full.read("history_received")


def test_enter_reopens_as_a_draft(full: Desk) -> None:
    """So does the button, and a double click; a sentence says what was kept."""
    drafts: list[Draft] = []
    said: list[str] = []
    full.panel.reopen_requested.connect(drafts.append)
    status_of(full.panel).said.connect(said.append)
    full.go_to(0)
    press("Return", full.panel.table)
    full.wait()
    full.person.click("history_reopen")
    full.wait()
    table = full.panel.table
    centre = table.visualRect(table.rows_model.index(0, Column.ORDER)).center()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
    full.wait()
    assert [draft.value("txamt") for draft in drafts] == [request().value("txamt")] * 3
    assert "asks first" in said[0]


def test_two_entries_can_be_compared(full: Desk) -> None:
    """Not three; the older one comes first."""
    pairs: list[tuple[HistoryEntry, HistoryEntry]] = []
    full.panel.compare_requested.connect(lambda older, newer: pairs.append((older, newer)))
    full.go_to(0)
    button = full.person.find(QPushButton, "history_compare")
    QTest.keyClick(full.panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    full.wait()
    full.person.click("history_compare")
    full.wait()
    assert [(older.respcd, newer.respcd) for older, newer in pairs] == [("1108", "0000")]
    QTest.keyClick(full.panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not button.isEnabled()


def test_one_entry_is_compared_with_another_that_is_looked_for(full: Desk) -> None:
    """Those about the same order stand first; Enter lays the two side by side."""
    pairs: list[tuple[HistoryEntry, HistoryEntry]] = []
    full.panel.compare_requested.connect(lambda older, newer: pairs.append((older, newer)))
    full.go_to(1)
    press("Ctrl+Shift+D", full.panel.table)
    line = full.person.find(QLineEdit, "history_partners_search")
    assert line.isVisible()
    assert line.accessibleDescription() == full.panel.table.rows[1].out_trade_no
    QTest.keyClicks(line, "0000")
    QTest.keyClick(line, Qt.Key.Key_Return)
    full.wait()
    ((older, newer),) = pairs
    assert {older.respcd, newer.respcd} == {"0000", "1108"}
    assert not line.isVisible()


def test_reply_request_and_bytes_are_read_again_whole(full: Desk, tmp_path: Path) -> None:
    """As they went over the wire, and each is copied and saved; the open page stays from entry to entry."""
    full.panel.resize(1200, 700)
    full.go_to(0)
    assert full.read("history_received").startswith("HTTP 200 OK\n")
    assert '"respcd"' in full.read("history_received")
    view = full.panel.details.messages
    view.open(1)
    shown = full.read("history_received")
    assert shown.startswith("POST /trade/v1/payment HTTP/1.1\nHost: ")
    assert "\nX-QF-SIGN: " in shown
    assert "txamt=300" in shown.rpartition("\n\n")[2]
    full.person.click("history_copy_message")
    assert QGuiApplication.clipboard().text() == shown
    full.go_to(1)
    assert full.read("history_received").startswith("POST /trade")
    view.open(2)
    dump = full.read("history_received")
    assert dump.startswith("0000  50 4f 53 54 20 2f 74 72  POST /tr")
    view.save_to(str(tmp_path / "request.bin"))
    saved = (tmp_path / "request.bin").read_bytes()
    assert saved.startswith(b"POST /trade/v1/payment HTTP/1.1\r\nHost: ")
    assert hex_dump(saved) == dump
    assert f"Content-Length: {len(saved.partition(bytes((13, 10, 13, 10)))[2])}".encode() in saved


def test_f2_writes_a_note(full: Desk) -> None:
    """It is shown and found; Escape leaves the note as it was."""
    full.go_to(1)
    press("F2", full.panel.table)
    editor = full.person.find(QLineEdit, "note_editor")
    QTest.keyClicks(editor, "ticket 4711")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    full.until(lambda: full.shown(Column.NOTE)[1] == "ticket 4711")
    press("F2", full.panel.table)
    editor = full.person.find(QLineEdit, "note_editor")
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    full.person.type("history_search", "ticket 1108")
    full.wait()
    assert full.shown(Column.NOTE) == ["ticket 4711"]


def test_a_pin_can_be_set_and_is_a_filter(full: Desk) -> None:
    """The same key takes it away again."""
    full.go_to(1)
    press("Ctrl+D", full.panel.table)
    full.wait()
    full.person.click("history_pinned")
    full.wait()
    assert full.shown(Column.OUTCOME) == ["1108"]
    full.go_to(0)
    press("Ctrl+D", full.panel.table)
    full.wait()
    assert full.person.said("history_empty") == "No entry matches."


def test_a_deleted_entry_can_be_taken_back(full: Desk) -> None:
    """No question stands before it; the next row is selected, and the one that was deleted comes back."""
    full.go_to(0)
    press("Del", full.panel.table)
    full.wait()
    assert full.shown(Column.OUTCOME, 1) == ["1108"]
    assert [row.respcd for row in full.panel.table.chosen()] == ["1108"]
    full.model._deletions.undo()
    full.wait()
    assert full.shown(Column.OUTCOME, 1) == ["0000"]


def test_order_numbers_are_copied(full: Desk) -> None:
    """One, or one a line."""
    said: list[str] = []
    status_of(full.panel).said.connect(said.append)
    full.go_to(0)
    press("Ctrl+C", full.panel.table)
    number = request().value("out_trade_no")
    assert QGuiApplication.clipboard().text() == number
    QTest.keyClick(full.panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press("Ctrl+C", full.panel.table)
    assert QGuiApplication.clipboard().text() == f"{number}\n{number}"
    assert [words.split(":")[0] for words in said] == ["Copied", "Copied"]


def test_old_entries_are_deleted_by_age(full: Desk) -> None:
    """What is younger stays, and what is pinned."""
    full.clock.pass_by(hours=1)
    full.go_to(3)
    press("Ctrl+D", full.panel.table)
    _menu_action(full, "older_7").trigger()
    full.wait()
    assert full.model.state.total > 1
    _menu_action(full, "older_0").trigger()
    full.until(lambda: full.model.state.total == 1)


def test_how_long_entries_are_kept_can_be_chosen(full: Desk) -> None:
    """The present choice is ticked."""
    chosen: list[int] = []
    full.panel.keep_days_chosen.connect(chosen.append)
    assert _menu_action(full, "keep_180").isChecked()
    _menu_action(full, "keep_0").trigger()
    assert chosen == [0]


def test_a_new_exchange_leaves_selection_and_place_alone(full: Desk) -> None:
    """Whoever reads an old entry goes on reading it."""
    full.go_to(4)
    chosen = full.panel.table.chosen_ids()
    full.model._history.begin(entry(9000))
    full.model.refresh()
    full.wait()
    assert full.panel.table.chosen_ids() == chosen
    assert full.panel.table.currentIndex().row() == 5


def test_a_rebuilt_panel_shows_the_same(full: Desk) -> None:
    """Another language builds the panel anew; the search stays."""
    full.person.type("history_search", "奶茶")
    full.person.choose("history_ending", "failed")
    full.wait()
    rebuilt = HistoryPanel(full.model)
    assert find(rebuilt, QLineEdit, "history_search").text() == "奶茶"
    assert rebuilt.filters.wanted == full.model.state.wanted
    assert rebuilt.table.rows_model.rows == full.model.state.rows
    rebuilt.deleteLater()


def test_a_narrow_panel_leaves_out_the_merchant(full: Desk) -> None:
    """Order numbers stay legible."""
    full.panel.resize(560, 420)
    QApplication.processEvents()
    assert full.panel.width() == 560
    assert full.panel.table.isColumnHidden(Column.MERCHANT)
    assert full.panel.table.columnWidth(Column.ORDER) > 100


def test_everything_has_a_name_to_be_spoken(full: Desk) -> None:
    """A screen reader finds words for each control."""
    nameless = [
        widget.objectName()
        for widget in full.panel.findChildren(QToolButton)
        if widget.objectName().startswith("history") and not widget.accessibleName()
    ]
    assert nameless == []
    assert full.panel.table.accessibleName()


def test_no_key_is_shown(full: Desk) -> None:
    """The signing string in the details ends before the key."""
    full.go_to(0)
    assert KEY not in full.read("history_sent")
    assert full.read("history_sent") != ""


def _menu_action(desk: Desk, name: str) -> QAction:
    action = desk.panel.filters.forget.findChild(QAction, name)
    assert isinstance(action, QAction)
    return action


def test_what_is_taken_along_holds_money_and_no_key(full: Desk) -> None:
    """The moment with its zone, the amount as sent and as money; nothing of the credentials."""
    record = full.panel.table.record(full.panel.table.rows[0])
    assert (record["txamt"], record["txcurrcd"], record["amount"]) == ("300", "HKD", "HK$3.00")
    assert (record["call"], record["respcd"], record["merchant"]) == ("payment", "0000", "Tea House")
    assert record["sent_at"].endswith("+00:00")
    assert KEY not in " ".join(record.values())


def test_the_details_stand_beside_the_list_as_high_as_it(full: Desk) -> None:
    """With what was signed and what came back as a whole; narrow, they stand below."""
    full.panel.resize(1200, 700)
    full.go_to(1)
    full.until(lambda: bool(full.read("history_sent")))
    details = full.panel.details
    assert details.height() == full.panel.table.height()
    assert details.x() > full.panel.table.width() - 10
    view = full.person.find(QPlainTextEdit, "history_received")
    assert view.verticalScrollBar().maximum() == 0
    full.panel.resize(600, 700)
    QApplication.processEvents()
    assert details.width() > 550
