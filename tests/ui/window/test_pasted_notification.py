from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from qfpay_gui.models.case.case_model import NoCase
from qfpay_gui.services.simulator import DEMO
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
