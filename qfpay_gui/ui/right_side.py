"""The right side: signature above reply where there is room, as two tabs where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_TABBED_BELOW, _STACKED_ABOVE = 560, 600
_UPPER = 264


class RightSide(QWidget):
    """Moves its two panels between a splitter and tabs as its height changes; nothing is lost."""

    def __init__(self, upper: QWidget, lower: QWidget, titles: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels = (upper, lower)
        self._titles = titles
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("right_tabs")
        self._tabs.setAccessibleName(", ".join(titles))
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("right_splitter")
        self._splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._splitter)
        self.is_tabbed = True
        self._arrange(tabbed=False)

    @property
    def splitter(self) -> QSplitter:
        """The splitter, whose position is remembered."""
        return self._splitter

    def show_panel(self, index: int) -> None:
        """Bring the upper (0) or lower (1) panel to the front."""
        if self.is_tabbed:
            self._tabs.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that fits the height, with a margin so that it does not flicker."""
        super().resizeEvent(event)
        height = event.size().height()
        if self.is_tabbed and height > _STACKED_ABOVE:
            self._arrange(tabbed=False)
        elif not self.is_tabbed and height < _TABBED_BELOW:
            self._arrange(tabbed=True)

    def _arrange(self, *, tabbed: bool) -> None:
        if tabbed == self.is_tabbed:
            return
        self.is_tabbed = tabbed
        for index, panel in enumerate(self._panels):
            if tabbed:
                self._tabs.addTab(panel, self._titles[index])
            else:
                self._splitter.addWidget(panel)
                self._splitter.setStretchFactor(index, index)
                panel.show()
        if not tabbed:
            self._splitter.setSizes([_UPPER, 2 * _UPPER])
        self._tabs.setVisible(tabbed)
        self._splitter.setVisible(not tabbed)
