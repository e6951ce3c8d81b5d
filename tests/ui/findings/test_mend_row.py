from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout

from qfpay_gui.qfpay.request.mends import Mend
from qfpay_gui.qfpay.text import Text
from qfpay_gui.ui.findings.mend_row import MendRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Watch(QObject):
    """Notes which buttons ever stood as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QPushButton) and watched.isWindow():
            self.seen.append(watched.objectName())
        return False


@pytest.mark.parametrize("pace", ["seen", "at once"])
def test_a_way_out_that_goes_at_once_is_never_a_window_of_its_own(stage: QWidget, pace: str) -> None:
    """It would flash on the screen and take the keyboard away."""
    watch, layout = Watch(), QVBoxLayout(stage)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    row = MendRow(stage)
    layout.addWidget(row)
    way = Mend(Text("Mends", "Use {value}").fill(value="1"), None)
    for offered in ((way,), (), (way,), (way, way), (way,)):
        row.present(offered)
        if pace == "seen":
            QApplication.processEvents()
    QApplication.processEvents()
    application.removeEventFilter(watch)
    assert watch.seen == []
    assert [button.text() for button in row.findChildren(QPushButton) if not button.isHidden()] == ["Use 1"]
