"""A splitter that stands side by side where there is room, and one above the other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from qfpay_gui.ui.look.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_BESIDE_FROM = 660


class TurningSplitter(QSplitter):
    """``beside`` and ``above`` are the shares of the two parts in either arrangement."""

    turned = Signal()
    """The parts stand in the other arrangement."""

    def __init__(
        self,
        name: str,
        beside: tuple[int, int],
        above: tuple[int, int],
        parent: QWidget | None = None,
        *,
        beside_from: int = _BESIDE_FROM,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._beside, self._above, self._beside_from = beside, above, beside_from
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self._told = Qt.Orientation.Horizontal

    def hold(self, first: QWidget, second: QWidget) -> None:
        """Put the two parts in."""
        self.addWidget(first)
        self.addWidget(second)
        self._share()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its wider part, above which the other would stand."""
        parts = filter(None, (self.widget(place) for place in range(self.count())))
        widths = (max(part.minimumSizeHint().width(), part.minimumWidth()) for part in parts)
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn where the width calls for it."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= px(self._beside_from)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self._share()
        if self._told is not wanted:  # by a state that was read as well
            self._told = wanted
            self.turned.emit()

    def _share(self) -> None:
        shares = self._beside if self.orientation() is Qt.Orientation.Horizontal else self._above
        for place, share in enumerate(shares):
            self.setStretchFactor(place, share)
        self.setSizes([share * 1000 for share in shares])
