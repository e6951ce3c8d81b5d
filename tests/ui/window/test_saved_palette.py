from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QListView, QPushButton, QWidget

from qfpay_gui.ui.form.saved_palette import SavedPalette, of_saved
from tests.ui.person import press, return_to

if TYPE_CHECKING:
    from tests.ui.desk import Desk


def answer_name(name: str) -> None:
    """Type this name into the next dialog that asks for one, and agree."""
    timer = QTimer(QApplication.instance())
    timer.setInterval(5)

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QInputDialog):
            timer.stop()
            dialog.setTextValue(name)
            dialog.accept()

    timer.timeout.connect(meet)
    timer.start()


def settle(desk: Desk) -> None:
    """Until everything is written and read."""
    desk.wait(lambda: not desk.bench.saved._runner.busy)


def lines(desk: Desk) -> list[str]:
    """What the list shows."""
    model = desk.person.find(QListView, "saved_requests_list").model()
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def test_a_request_is_saved_found_and_opened_by_the_keyboard(desk: Desk) -> None:
    """Ctrl+S asks for a name once; Ctrl+B finds it by a part of its name."""
    desk.person.type("txamt", "4200")
    answer_name("Tea shop/Big order")
    press("Ctrl+S")
    settle(desk)
    return_to(desk.window)
    desk.person.type("txamt", "4300")
    press("Ctrl+S")
    settle(desk)
    assert [one.name for one in desk.bench.saved.requests] == ["Tea shop/Big order"]
    assert desk.window.status.message == "Saved: Tea shop/Big order, in place of what it was"
    press("Ctrl+N")
    press("Ctrl+B")
    line = desk.person.find(QLineEdit, "saved_requests_search")
    assert QApplication.focusWidget() is line
    QTest.keyClicks(line, "big")
    assert lines(desk) == ["Tea shop/Big order"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.value("txamt") == "4300"
    assert desk.window.status.message == "Opened: Tea shop/Big order, with new out_trade_no, txdtm"
    assert not line.isVisible()


def test_what_was_sent_lately_is_there_without_being_saved(desk: Desk) -> None:
    """Each once, the newest first; there is nothing to rename or delete."""
    for amount in ("4200", "4300", "4300"):
        desk.person.type("txamt", amount)
        desk.person.click("send")
        desk.wait_for_answer()
    desk.person.click("saved_requests_button")
    assert [words.split(" · ")[:2] for words in lines(desk)] == [["Payment", "HK$43.00"], ["Payment", "HK$42.00"]]
    assert not desk.person.find(QPushButton, "saved_delete").isEnabled()
    assert desk.person.find(QPushButton, "saved_save_as").isEnabled()


def test_a_deleted_request_comes_back_by_undo_beside_the_list(desk: Desk) -> None:
    """The list stays open meanwhile, and Tab goes round in it."""
    desk.bench.saved.save("Tea")
    settle(desk)
    press("Ctrl+B")
    settle(desk)
    line = desk.person.find(QLineEdit, "saved_requests_search")
    stops = []
    for _ in range(6):
        press("Tab")
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        stops.append(focused.objectName())
    buttons = [f"saved_{name}" for name in ("save_as", "rename", "duplicate", "delete", "suite")]
    assert stops == [*buttons, "saved_requests_search"]
    desk.person.click("saved_delete")
    assert (lines(desk), line.isVisible()) == ([], True)
    desk.person.click("undo_deletion")
    assert (lines(desk), line.isVisible()) == (["Tea"], True)


def test_it_is_renamed_and_duplicated_by_key(desk: Desk) -> None:
    """F2 and Ctrl+D, on what the list is on."""
    desk.bench.saved.save("Tea")
    settle(desk)
    press("Ctrl+B")
    line = desk.person.find(QLineEdit, "saved_requests_search")
    press("Ctrl+D", line)
    settle(desk)
    assert lines(desk) == ["Tea", "Tea (2)"]
    answer_name("Coffee")
    QTest.keyClick(line, Qt.Key.Key_F2)
    settle(desk)
    assert [one.name for one in desk.bench.saved.requests] == ["Coffee", "Tea (2)"]
    palette = desk.window.findChild(SavedPalette)
    assert isinstance(palette, SavedPalette)


def test_it_is_deleted_by_key(desk: Desk) -> None:
    """Shift and Del, for Del alone edits what is searched for."""
    desk.bench.saved.save("Tea")
    settle(desk)
    press("Ctrl+B")
    line = desk.person.find(QLineEdit, "saved_requests_search")
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert lines(desk) == ["Tea"]
    QTest.keyClick(line, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    settle(desk)
    assert lines(desk) == []


def test_a_refund_says_its_money_in_the_currency_of_its_order(desk: Desk) -> None:
    """It names none itself; of an order that is not known, the amount is told as what it is."""
    desk.person.click("send")
    syssn = desk.wait_for_answer().reply.fields["syssn"]  # type: ignore[union-attr]  # it was answered
    desk.wait(lambda: any(one.syssn == syssn for one in desk.bench.orders.orders))
    for name, number in (("Known", syssn), ("Strange", "2026113000020002")):
        desk.bench.draft.fill("refund", {"syssn": number, "txamt": "150"})
        desk.bench.saved.save(name)
        settle(desk)
    said = {command.shown.words: command.shown.more for command in of_saved(desk.bench.saved)}
    assert said["Known"].split(" · ")[:2] == ["Refund", "HK$1.50"]
    assert said["Strange"].split(" · ")[:2] == ["Refund", "txamt 150"]


def test_saved_requests_are_found_among_the_commands(desk: Desk) -> None:
    """Ctrl+K knows them too."""
    desk.bench.saved.save("Tea shop")
    settle(desk)
    desk.person.type("txamt", "7")
    press("Ctrl+K")
    line = desk.person.find(QLineEdit, "palette_search")
    QTest.keyClicks(line, "tea shop")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.value("txamt") == "300"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_button_has_room_for_its_words(desk: Desk, language: str) -> None:
    """Its key is in the line above, and in the tool tip."""
    desk.shell.choose_language(language)
    desk.window.resize(1024, 640)
    desk.window.assistant.open_saved()
    palette = desk.person.find(SavedPalette, "saved_requests")
    keys = ("", "F2", "Ctrl+D", "Shift+Del", "")
    for button, key in zip(palette.findChildren(QPushButton), keys, strict=True):
        assert key in button.toolTip()
        assert button.width() >= button.sizeHint().width()
