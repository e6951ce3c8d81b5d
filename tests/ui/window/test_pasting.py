from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from qfpay_gui.models.case.case_model import NoCase
from qfpay_gui.services.simulator import DEMO
from qfpay_gui.ui.case.paste.paste_dialog import PasteDialog
from qfpay_gui.ui.widgets.paste_edit import PasteEdit
from tests.models.case.case_samples import RIGHT, md5
from tests.ui.case.paste.test_paste_kinds import NOTIFICATION
from tests.ui.person import find, press, return_to

if TYPE_CHECKING:
    from tests.ui.desk import Desk


def test_a_pasted_notification_is_checked_where_notifications_are(desk: Desk) -> None:
    """The text is there already, and no case was made of it."""
    body = NOTIFICATION.partition("\n\n")[2]
    pasted = NOTIFICATION.replace(RIGHT, md5(body + DEMO.client_key))
    QGuiApplication.clipboard().setText(pasted)
    timer = QTimer(desk.window, interval=20)

    def check() -> None:
        dialog = QApplication.activeModalWidget()
        button = find(dialog, QPushButton, "act_on_paste") if dialog else None
        if button is not None and button.isVisible():
            timer.stop()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    timer.timeout.connect(check)
    timer.start()
    press("Ctrl+Shift+V", desk.window)
    return_to(desk.window)
    box = find(desk.window, PasteEdit, "notification_paste")
    desk.wait(box.isVisible)
    assert box.source == pasted
    model = desk.bench.notifications.pasted
    desk.wait(lambda: model.state.examined is not None)
    assert model.state.examined is not None
    assert model.state.examined.check.is_valid
    assert isinstance(desk.bench.case.state, NoCase)


def test_an_empty_clipboard_opens_an_empty_box(desk: Desk) -> None:
    """Also where the system has no mime data at all for it."""
    QGuiApplication.clipboard().clear()
    seen: list[str] = []
    timer = QTimer(desk.window, interval=20)

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PasteDialog):
            timer.stop()
            seen.append(dialog.findChildren(PasteEdit)[0].source)
            dialog.reject()

    timer.timeout.connect(close)
    timer.start()
    press("Ctrl+Shift+V", desk.window)
    assert seen == [""]
