"""The workspace of a request, in the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QStyle, QStyleOptionFrame, QWidget

from qfpay_gui.models.sheet.state import SheetOpen
from qfpay_gui.ui.reply.fields_table import FieldsTable
from tests.ui.person import find, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableWidgetItem

    from tests.ui.desk import Desk

MEMBERS = ("appId", "timeStamp", "nonceStr", "package", "signType", "paySign")


def _lay_out(desk: Desk, width: int, height: int) -> None:
    desk.window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


def _created(desk: Desk) -> None:
    """A created order, its simulated sheet asking."""
    desk.person.click("send")
    desk.wait_for_answer()
    desk.wait(lambda: isinstance(desk.bench.sheet.state, SheetOpen))


def _whole(table: FieldsTable, name: str) -> bool:
    """Whether the row of this member, with its value, is seen from its top to its end."""
    item: QTableWidgetItem = table.findItems(name, Qt.MatchFlag.MatchExactly)[0]
    place = table.visualItemRect(item)
    value = table.item(item.row(), 1)
    assert value is not None
    room = table.visualItemRect(value)
    metrics = table.fontMetrics() if value.font() is None else QWidget.fontMetrics(_worn(value, table))
    lines = max(1, room.height() // metrics.height())
    fits = metrics.horizontalAdvance(value.text()) <= lines * room.width()
    return table.viewport().rect().contains(place) and fits


def _worn(item: QTableWidgetItem, parent: QWidget) -> QWidget:
    label = QLabel(parent)
    label.setFont(item.font())
    return label


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_pay_params_and_snippet_are_seen_whole_without_a_scroll(desk: Desk, size: tuple[int, int]) -> None:
    """With the sheet open, which asks below them or beside them."""
    _lay_out(desk, *size)
    _created(desk)
    _lay_out(desk, *size)
    table, code = find(desk.window, FieldsTable, "pay_params"), find(desk.window, QPlainTextEdit, "snippet")
    assert table.isVisible()
    assert code.isVisible()
    assert [name for name in MEMBERS if not _whole(table, name)] == []
    assert code.verticalScrollBar().maximum() == 0
    assert code.horizontalScrollBar().maximum() == 0
    assert desk.person.find(QWidget, "pay_sheet").isVisible()


def test_small_the_parts_become_steps_and_each_is_whole(desk: Desk) -> None:
    """At 1024 by 640 sending shows what came back, typing what is signed."""
    _lay_out(desk, 1024, 640)
    _created(desk)
    _lay_out(desk, 1024, 640)
    assert desk.window.reply.isVisible()
    assert not desk.window.signature.isVisible()
    desk.window.reply.show_page("snippet")
    assert desk.person.find(QPlainTextEdit, "snippet").isVisible()
    desk.person.type("txamt", "4200")
    assert desk.window.signature.isVisible()
    assert not desk.window.reply.isVisible()


def test_once_paid_the_verdict_says_so_and_offers_the_refund(desk: Desk) -> None:
    """It is not left calling the order unpaid; the next step is a button."""
    _created(desk)
    assert "nobody has paid" in desk.person.said("verdict_headline")
    assert not desk.person.find(QWidget, "refund_it").isVisible()
    assert desk.person.find(QWidget, "poll_begin").isVisible()
    assert desk.person.find(QWidget, "order_lifetime").isVisible()
    desk.person.click("pay_sheet_pay")
    desk.wait(lambda: "Paid by now: HK$3.00" in desk.person.said("verdict_headline"))
    assert not desk.person.find(QWidget, "poll_begin").isVisible()
    desk.wait(lambda: not desk.person.find(QWidget, "order_lifetime").isVisible())
    desk.person.click("refund_it")
    assert desk.bench.draft.draft.endpoint == "refund"
    assert desk.value("txamt") == "300"


@pytest.mark.parametrize(("width", "height"), [(1280, 640), (1024, 640), (900, 520)])
def test_an_openid_is_seen_to_its_last_character(desk: Desk, width: int, height: int) -> None:
    """It has 28, also beside the bar by which the form is scrolled."""
    _lay_out(desk, width, height)
    field = desk.person.edit("sub_openid")
    text = field.fontMetrics().horizontalAdvance("o" * 28)
    frame = QStyleOptionFrame()
    field.initStyleOption(frame)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, field).width()
    assert text <= room - 4, "Qt keeps two pixels at each side"


def test_the_sequence_is_a_step_away_and_so_is_the_way_back(desk: Desk) -> None:
    """By buttons that stand where the reply and the sequence are."""
    _created(desk)
    desk.person.click("show_sequence")
    assert desk.window.panels.request.widget.sequence.isVisible()
    assert not desk.window.reply.isVisible()
    desk.person.click("back_to_reply")
    assert desk.window.reply.isVisible()


def test_queries_in_a_row_leave_the_answer_in_sight(desk: Desk) -> None:
    """What is sent by itself is told beside the button that began it."""
    _created(desk)
    desk.person.choose("simulator_outcome", "delay:45")
    desk.person.click("poll_begin")
    desk.person.click("poll_now")
    desk.wait(lambda: desk.bench.send_model.is_sending)
    QTest.qWait(700)
    assert desk.person.find(QLabel, "verdict_headline").isVisible()
    assert desk.person.find(QWidget, "poll_stop").isVisible()
    desk.bench.cancel()
    desk.wait_for_answer()


def test_the_last_exchange_is_told_once(desk: Desk) -> None:
    """In the reply; in the status line only where the reply is out of sight."""
    _created(desk)
    told = desk.person.find(QLabel, "status_exchange")
    assert desk.person.find(QLabel, "reply_codes").isVisible()
    assert not told.isVisible()
    press("Ctrl+3", desk.window)
    assert told.isVisible()
    assert "HTTP 200" in told.text()
    press("Ctrl+1", desk.window)
    assert not told.isVisible()
