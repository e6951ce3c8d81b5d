"""A stack of texts and tables that is as high as what the one in front holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTableView, QTextEdit, QWidget

from qfpay_gui.ui.look.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST, _MOST = 44, 320


class FittingStack(QStackedWidget):
    """Grows and shrinks with its content, up to a height from which on it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(px(_LEAST))

    def addWidget(self, widget: QWidget) -> int:  # noqa: N802 - Qt's name
        """Take a text or a table in."""
        match widget:
            case QTextEdit():
                widget.document().documentLayout().documentSizeChanged.connect(self._fit)
            case QTableView():
                widget.model().rowsInserted.connect(self._fit)
                widget.model().rowsRemoved.connect(self._fit)
        widget.installEventFilter(self)
        return super().addWidget(widget)

    def setCurrentWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt's name
        """Show this one, in its height."""
        super().setCurrentWidget(widget)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit anew: in another width a text has another height."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the content takes."""
        return QSize(super().sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No more than the least."""
        return QSize(0, px(_LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Fit anew when the content is dressed in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self, *_news: object) -> None:
        view, policy = self.currentWidget(), Qt.ScrollBarPolicy
        if isinstance(view, QTextEdit):
            # A bar that comes and goes would change the width, and with it the height.
            scrolls = self._needed() >= px(_MOST)
            view.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self.updateGeometry()

    def _needed(self) -> int:
        match self.currentWidget():
            case QTextEdit() as view:
                needed = round(view.document().size().height()) + 2 * max(view.frameWidth(), 1)
            case QTableView() as table:
                needed = table.horizontalHeader().height() + table.verticalHeader().length() + 4
            case _:
                needed = px(_LEAST)
        return max(px(_LEAST), min(needed, px(_MOST)))
