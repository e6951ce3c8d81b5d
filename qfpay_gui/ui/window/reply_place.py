"""Where the reply stands: the simulated WeChat beside it, or within it where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.widgets.later import hand_keyboard_on, read_in_order

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.ui.reply.reply_panel import ReplyPanel
    from qfpay_gui.ui.sheet.pay_sheet import PaySheet

_WIDE, _HIGH = 1040, 340


class ReplyPlace(QWidget):
    """Lays reply and sheet out; it renders nothing itself."""

    def __init__(self, reply: ReplyPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: PaySheet | None = None
        self._is_compact: bool | None = None
        self._reply = reply
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().gap)
        self._layout.addWidget(reply, 0, 0)
        self._layout.setColumnStretch(0, 1)
        self._layout.setRowStretch(0, 1)
        hand_keyboard_on(self, reply)

    def complete(self, sheet: PaySheet) -> None:
        """Add what comes beside a reply."""
        self._sheet = sheet
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        compact = self.width() < px(_WIDE) or self.height() < px(_HIGH)
        if self._sheet is None or compact == self._is_compact:
            return
        self._is_compact = compact
        self._sheet.set_compact(compact)
        if compact:
            self._reply.add_foot(self._sheet)
            read_in_order(self, self._reply)
        else:
            self._layout.addWidget(self._sheet, 0, 1)
            read_in_order(self, self._reply, self._sheet)
