from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QTableWidget

from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.ui.case.note_lines import NoteLines
from qfpay_gui.ui.case.paste.paste_dialog import PasteDialog
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel
from qfpay_gui.ui.widgets.paste_edit import WRAPPED, PasteEdit
from qfpay_gui.ui.words.translate import whole
from tests.models.case.case_samples import KEY, PAIRS, RIGHT, SORTED, WITH_KEY_EQUALS, curl
from tests.ui.person import Person, come_to, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class PasteDesk:
    """An open dialog and the person before it."""

    def __init__(self, qtbot: QtBot, runner: TaskRunner | None = None) -> None:
        self.qtbot = qtbot
        self.dialog = PasteDialog(runner)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        come_to(self.dialog)
        self.person = Person(lambda: self.dialog)

    @property
    def edit(self) -> PasteEdit:
        """The large field."""
        return self.person.find(PasteEdit, "paste")

    def paste(self, words: str) -> None:
        """Paste over what is there, and wait until it was read."""
        QGuiApplication.clipboard().setText(whole(words))
        press("Ctrl+A", self.edit)
        press("Ctrl+V", self.edit)
        self.settle()

    def settle(self) -> None:
        """Wait until the newest text was read."""
        self.qtbot.waitUntil(lambda: not self.dialog._reader.is_waiting, timeout=20_000)

    def rows(self) -> list[tuple[str, ...]]:
        """The table as it is read."""
        grid = self.person.find(QTableWidget, "pasted_parameters")
        items = [[grid.item(row, column) for column in range(3)] for row in range(grid.rowCount())]
        return [tuple(item.text() if item else "" for item in row) for row in items]

    @property
    def notes(self) -> str:
        """What is remarked on the whole paste."""
        return self.person.find(NoteLines, "paste_notes").words


@pytest.fixture
def desk(dressed: None, qtbot: QtBot) -> PasteDesk:  # noqa: ARG001 - for its effect
    """An empty dialog."""
    return PasteDesk(qtbot)


def test_a_curl_command_is_recognised_as_it_is_pasted(desk: PasteDesk) -> None:
    """Form, environment, sign type, parameters and signature."""
    assert not desk.person.find(QPushButton, "use_case").isEnabled()
    desk.paste(curl(RIGHT))
    assert desk.person.said("paste_facts").startswith("curl command · Production · Hong Kong · MD5")
    assert "https://openapi-hk.qfapi.com" in desk.person.said("paste_details")
    assert [row[:2] for row in desk.rows()] == list(PAIRS)
    assert desk.person.find(QLineEdit, "merchant_signature").placeholderText() == RIGHT
    desk.person.click("use_case")
    assert desk.dialog.result() == QDialog.DialogCode.Accepted
    assert desk.dialog.accepted_case is not None
    assert desk.dialog.accepted_case.signature == RIGHT
    assert desk.dialog.accepted_case.pairs == PAIRS


@pytest.mark.parametrize(("length", "wraps"), [(WRAPPED, True), (WRAPPED + 1, False), (1_000_000, False)])
def test_a_line_without_end_is_not_wrapped(desk: PasteDesk, length: int, *, wraps: bool) -> None:
    """The window would stand still for minutes; undoing brings such a line back, so it stays so."""
    desk.paste(f"short\n{'x' * length}")
    desk.paste("short")
    desk.edit.undo()
    assert len(desk.edit.source) == length + len("short\n")
    assert (desk.edit.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth) is wraps


def test_escape_takes_nothing(desk: PasteDesk) -> None:
    """The text is forgotten either way."""
    desk.paste(curl(RIGHT))
    press("Esc", desk.dialog)
    assert desk.dialog.accepted_case is None
    assert desk.edit.source == ""


def test_control_return_accepts_from_the_field(desk: PasteDesk) -> None:
    """Even before the pause after the last key is over."""
    desk.edit.setFocus()
    QGuiApplication.clipboard().setText(curl(RIGHT))
    press("Ctrl+V", desk.edit)
    press("Ctrl+Return", desk.edit)
    assert desk.dialog.accepted_case is not None


def test_what_was_offered_needs_only_return(desk: PasteDesk) -> None:
    """The button has the focus once something was recognised."""
    desk.dialog.offer(curl(WITH_KEY_EQUALS))
    QTest.keyClick(desk.dialog.focusWidget(), Qt.Key.Key_Space)
    assert desk.dialog.accepted_case is not None


def test_notes_stand_at_their_parameters(desk: PasteDesk) -> None:
    """Unknown and doubled ones, and those that are missing, after the others."""
    desk.paste(curl(RIGHT, (("txamt", "300"), ("foo", "1"), ("foo", "2"))))
    notes = {(row[0], row[1]): row[2] for row in desk.rows()}
    assert "2 times" in notes["foo", "1"]
    assert notes["txcurrcd", "–"] == "missing"
    assert notes["txamt", "300"] == ""


def test_one_of_several_requests_is_chosen(desk: PasteDesk) -> None:
    """By its number and amount."""
    other = tuple((name, {"out_trade_no": "SO2", "txamt": "500"}.get(name, value)) for name, value in PAIRS)
    desk.paste(f"{curl(RIGHT)}\n\n{curl('B' * 32, other)}")
    box = desk.person.find(QComboBox, "paste_request")
    assert [box.itemText(place) for place in range(box.count())] == [
        "1. SO20261123000412 · HK$3.00",
        "2. SO2 · HK$5.00",
    ]
    desk.person.choose("paste_request", "2. SO2 · HK$5.00")
    desk.person.click("use_case")
    assert desk.dialog.accepted_case is not None
    assert desk.dialog.accepted_case.signature == "B" * 32


def test_a_key_in_the_paste_is_warned_of(desk: PasteDesk) -> None:
    """It is not drawn again, and does not outlive the dialog but in the case."""
    desk.paste(f"client_key: {KEY}\n{curl(RIGHT, (*PAIRS, ('key', KEY)))}")
    assert "The paste holds the client key." in desk.notes
    assert "never kept" in desk.notes
    assert not any(KEY in cell for row in desk.rows() for cell in row)
    desk.person.click("use_case")
    assert desk.dialog.accepted_case is not None
    assert desk.dialog.accepted_case.client_key == KEY
    assert KEY not in desk.edit.toPlainText()
    assert not desk.edit.document().isUndoAvailable()


def test_a_signature_is_typed_by_hand(desk: PasteDesk) -> None:
    """It counts more than what was read."""
    desk.paste(curl(""))
    edit = desk.person.find(QLineEdit, "merchant_signature")
    assert "not found" in edit.placeholderText()
    QTest.keyClicks(edit, f" {RIGHT}")
    desk.person.click("use_case")
    assert desk.dialog.accepted_case is not None
    assert desk.dialog.accepted_case.signature == RIGHT


def test_a_signing_string_alone_is_enough(desk: PasteDesk) -> None:
    """The parameters are read out of it."""
    string = desk.person.find(PasteEdit, "merchant_string")
    QGuiApplication.clipboard().setText(SORTED + KEY)
    press("Ctrl+V", string)
    desk.person.click("use_case")
    assert desk.dialog.accepted_case is not None
    assert dict(desk.dialog.accepted_case.pairs) == dict(PAIRS)
    assert desk.dialog.accepted_case.signing_string == SORTED + KEY


def test_code_of_the_mini_program_is_judged(desk: PasteDesk) -> None:
    """There is nothing to examine, but much to say."""
    desk.paste("wx.requestPayment({timeStamp: 1763898002, nonceStr: 'a', package: 'wx1', paySign: md5(x)})")
    assert desk.person.said("paste_facts") == "A call of wx.requestPayment"
    marks = [label.text() for label in desk.person.find(NoteLines, "paste_notes").findChildren(ClaimLabel)]
    assert any("claim:rule.call-number" in one for one in marks)
    assert "timeStamp is a number" in desk.notes
    assert "prepay_id= is missing" in desk.notes
    assert not desk.person.find(QPushButton, "use_case").isEnabled()


@pytest.mark.parametrize("value", ["a\u00a0b", "\ufeffa", "a\u2028b", "奶\u200b茶", "😀"])
def test_no_character_is_lost_on_the_way(desk: PasteDesk, value: str) -> None:
    """A text field would change some of them."""
    desk.paste(f'{{"goods_name": "{value}", "txamt": "300"}}')
    assert desk.dialog.case is not None
    assert desk.dialog.case.params["goods_name"] == value


def test_typing_after_a_paste_counts(desk: PasteDesk) -> None:
    """What is read is what stands there."""
    desk.paste("txamt=300\r\ntxcurrcd=HKD")
    assert desk.edit.source == "txamt=300\r\ntxcurrcd=HKD"
    press("Ctrl+End", desk.edit)
    QTest.keyClicks(desk.edit, "D")
    desk.settle()
    assert desk.dialog.case is not None
    assert desk.dialog.case.params["txcurrcd"] == "HKDD"


def test_a_file_is_pasted_or_dropped(desk: PasteDesk, tmp_path: Path) -> None:
    """How it was read is said; one that is too large changes nothing."""
    file, folder = QMimeData(), QMimeData()
    (tmp_path / "log.txt").write_bytes(curl(RIGHT).replace("goods_name=", "goods_name=茶").encode("gbk"))
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "log.txt"))])
    folder.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    assert desk.edit.canInsertFromMimeData(file)
    desk.edit.insertFromMimeData(file)
    desk.settle()
    assert "GBK" in desk.person.find(NoteLines, "file_note").words
    assert desk.dialog.case is not None
    desk.edit.insertFromMimeData(folder)
    assert "is no file" in desk.person.find(NoteLines, "file_note").words
    assert "goods_name" in desk.edit.toPlainText()


def test_a_long_paste_is_read_in_the_background(dressed: None, qtbot: QtBot) -> None:  # noqa: ARG001 - for its effect
    """The dialog can be used meanwhile."""
    runner = TaskRunner(1)
    desk = PasteDesk(qtbot, runner)
    desk.paste("# a line of a log\n" * 5000 + curl(RIGHT))
    assert desk.dialog.case is not None
    assert desk.dialog.case.signature == RIGHT
    desk.dialog.reject()
    assert runner.close(20_000)


def test_undo_brings_back_what_was_pasted_over(desk: PasteDesk) -> None:
    """One step a paste."""
    desk.paste("txamt=1&a=2")
    desk.paste(curl(RIGHT))
    press("Ctrl+Z", desk.edit)
    assert desk.person.find(QPlainTextEdit, "paste").toPlainText() == "txamt=1&a=2"
