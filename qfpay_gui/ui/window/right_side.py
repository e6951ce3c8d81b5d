"""The right side: the signature above the other panels where there is room, as one more tab where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_TABBED_BELOW, _STACKED_ABOVE = 560, 600
_UPPER = 264


class RightSide(QWidget):
    """Shows the first panel above tabs of the others, or among them, as its height changes; nothing is lost."""

    def __init__(self, panels: tuple[tuple[str, QWidget], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels = panels
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("right_splitter")
        self._splitter.setChildrenCollapsible(False)
        self._tabs = QTabWidget(self._splitter)
        self._tabs.setObjectName("right_tabs")
        self._tabs.setAccessibleName(self.tr("Panels"))
        self._tabs.tabBar().setAccessibleName(self.tr("Panels"))
        self._splitter.addWidget(self._tabs)
        for title, panel in panels[1:]:
            self._tabs.addTab(panel, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self.is_tabbed = True
        self._arrange(tabbed=False)

    @property
    def splitter(self) -> QSplitter:
        """The splitter, whose position is remembered."""
        return self._splitter

    def show_panel(self, panel: QWidget) -> None:
        """Bring this panel to the front."""
        if self._tabs.indexOf(panel) >= 0:
            self._tabs.setCurrentWidget(panel)

    def is_shown(self, panel: QWidget) -> bool:
        """Whether this panel is in front."""
        return self._tabs.indexOf(panel) < 0 or self._tabs.currentWidget() is panel

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
        title, upper = self._panels[0]
        if tabbed:
            self._tabs.insertTab(0, upper, title)
            self._tabs.setCurrentWidget(upper)
            return
        self._splitter.insertWidget(0, upper)
        upper.show()
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([_UPPER, 2 * _UPPER])
