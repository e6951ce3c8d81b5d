from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QSplitter, QTableWidget, QWidget

from qfpay_gui.ui.look.theme import current
from tests.ui.person import come_to, press

if TYPE_CHECKING:
    from tests.ui.desk import Desk


def _settle(desk: Desk, width: int, height: int, zoom: int = 100) -> QScrollArea:
    if zoom != 100:
        desk.shell.choose_zoom(zoom)
    desk.window.resize(width, height)
    QApplication.processEvents()
    return desk.person.find(QScrollArea, "room")


def _scrolls(room: QScrollArea) -> tuple[bool, bool]:
    return room.horizontalScrollBar().maximum() > 0, room.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize(("width", "height"), [(900, 520), (1024, 640), (1280, 800)])
def test_at_its_usual_zoom_nothing_is_scrolled(desk: Desk, width: int, height: int) -> None:
    """Down to the least size of the window, form and what is signed stand beside each other."""
    room = _settle(desk, width, height)
    assert _scrolls(room) == (False, False)
    assert desk.person.find(QSplitter, "columns").orientation() is Qt.Orientation.Horizontal


def test_what_has_no_room_stands_below_and_is_scrolled_to(desk: Desk) -> None:
    """At a large zoom in a small window; what gets the keyboard, or is asked for, comes into view."""
    room = _settle(desk, 900, 520, 150)
    columns = desk.person.find(QSplitter, "columns")
    assert columns.orientation() is Qt.Orientation.Vertical
    assert _scrolls(room) == (False, True)
    come_to(desk.window)
    press("Ctrl+7", desk.person.edit("txamt"))
    at_the_reply = room.verticalScrollBar().value()
    assert at_the_reply > 0
    desk.window.go.field("txamt")
    assert room.verticalScrollBar().value() < at_the_reply
    assert desk.person.edit("txamt").visibleRegion().boundingRect().size() == desk.person.edit("txamt").size()


def test_a_larger_window_puts_them_beside_each_other_again(desk: Desk) -> None:
    """And scrolls no more."""
    _settle(desk, 900, 520, 150)
    room = _settle(desk, 1900, 1000)
    assert desk.person.find(QSplitter, "columns").orientation() is Qt.Orientation.Horizontal
    assert _scrolls(room) == (False, False)


def test_the_digest_is_never_a_column(desk: Desk) -> None:
    """Where there is no room beside its buttons it stands above them, and is read before them."""
    desk.shell.choose_language("en")
    _settle(desk, 900, 520)
    desk.window.go.signature()
    QApplication.processEvents()
    digest, line = desk.person.find(QLabel, "signature"), desk.person.find(QWidget, "sign_type")
    assert digest.height() < 3 * digest.fontMetrics().height()
    assert digest.mapTo(desk.window, digest.rect().topLeft()).y() < line.mapTo(desk.window, line.pos()).y()
    assert desk.person.find(QWidget, "copy_signature").nextInFocusChain() is line


def test_what_is_asked_for_is_whole_at_the_usual_size(desk: Desk) -> None:
    """Digest on one line, the openid in its field, and every member of pay_params without a scroll."""
    _settle(desk, 1280, 800)
    press("Ctrl+Return", desk.window)
    desk.wait_for_answer()
    desk.wait(desk.person.find(QWidget, "pay_sheet_pay").isVisible)
    QApplication.processEvents()
    digest = desk.person.find(QLabel, "signature")
    assert digest.fontMetrics().horizontalAdvance(digest.text()) <= digest.width()
    openid = desk.person.find(QLineEdit, "sub_openid")
    assert openid.fontMetrics().horizontalAdvance(openid.text()) < openid.width() - 2 * current().gap
    members = desk.person.find(QTableWidget, "pay_params")
    last = next(row for row in range(members.rowCount()) if (item := members.item(row, 0)) and item.text() == "paySign")
    both_lines = 2 * members.fontMetrics().height()
    assert members.rowViewportPosition(last) + both_lines <= members.viewport().height()
