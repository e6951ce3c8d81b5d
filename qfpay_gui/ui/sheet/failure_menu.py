"""What can go wrong with a payment at WeChat, to be chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from qfpay_gui.qfpay.reply.wx_results import FAILURES
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class FailureMenu(QMenu):
    """Every known failure with its errMsg and its cause, then the end of the order's time."""

    failure_chosen = Signal(str)
    """Carries the errMsg."""
    expiry_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pay_sheet_failures")
        self.setToolTipsVisible(True)
        for number, failure in enumerate(FAILURES):
            action = self.addAction(translated(failure.headline))
            action.setObjectName(f"pay_sheet_fail_{number}")
            action.setData(failure.err_msg)
            action.setToolTip(f"{failure.err_msg}\n{translated(failure.meaning)}")
        self.addSeparator()
        self._expiry = self.addAction(self.tr("Let its time run out"))
        self._expiry.setObjectName("pay_sheet_expire")
        self._expiry.setToolTip(self.tr("The order expires now, with the sheet still open"))
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        if action is self._expiry:
            self.expiry_chosen.emit()
        else:
            self.failure_chosen.emit(action.data())
