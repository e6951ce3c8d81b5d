"""Where the reply stands: polling below it, the simulated WeChat beside it, or below it where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from qfpay_gui.ui.look.theme import current

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.ui.polling.poll_strip import PollStrip
    from qfpay_gui.ui.reply.reply_panel import ReplyPanel
    from qfpay_gui.ui.sheet.pay_sheet import PaySheet

_WIDE, _HIGH = 640, 280


class ReplyPlace(QWidget):
    """Lays reply, sheet and polling out; it renders nothing itself."""

    def __init__(self, reply: ReplyPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: PaySheet | None = None
        self._is_compact: bool | None = None
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().gap)
        self._layout.addWidget(reply, 0, 0)
        self._layout.setColumnStretch(0, 1)
        self._layout.setRowStretch(0, 1)
        self.setFocusProxy(reply)

    def complete(self, sheet: PaySheet, polling: PollStrip) -> None:
        """Add what comes beside a reply."""
        self._sheet = sheet
        self._layout.addWidget(polling, 1, 0)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        compact = self.width() < _WIDE or self.height() < _HIGH
        if self._sheet is None or compact == self._is_compact:
            return
        self._is_compact = compact
        self._sheet.set_compact(compact)
        self._layout.removeWidget(self._sheet)
        if compact:
            self._layout.addWidget(self._sheet, 2, 0)
        else:
            self._layout.addWidget(self._sheet, 0, 1, 2, 1)
