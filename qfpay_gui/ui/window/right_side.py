"""Beside the form: what is signed above what came back, or one step after the other where there is no room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from qfpay_gui.ui.look.theme import current, px
from qfpay_gui.ui.widgets.later import read_in_order

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_STEPS_BELOW, _BOTH_FROM = 560, 580


class RightSide(QWidget):
    """The first part is as high as it needs to be; the second has pages, of which one is seen. Nothing is lost."""

    def __init__(self, signed: QWidget, replied: QWidget, sequence: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signed = signed
        self._steps = QTabBar(self)
        self._stack = QStackedWidget(self)
        self._room = QWidget(self)
        for page in (replied, sequence):
            self._stack.addWidget(page)
        self.is_stepped = False
        self._build()

    def show_panel(self, panel: QWidget) -> None:
        """Bring this part into sight."""
        if panel is not self._signed:
            self._stack.setCurrentWidget(panel)
        self._steps.setCurrentIndex(0 if panel is self._signed else 1)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the arrangement that fits the height, with a margin so that it does not flicker."""
        super().resizeEvent(event)
        height = event.size().height()
        stepped = height < (px(_BOTH_FROM) if self.is_stepped else px(_STEPS_BELOW))
        if stepped != self.is_stepped:
            self.is_stepped = stepped
            self._arrange()

    def _build(self) -> None:
        self._steps.setObjectName("request_steps")
        self._steps.setAccessibleName(self.tr("Steps"))
        self._steps.addTab(self.tr("What is signed"))
        self._steps.addTab(self.tr("What came back"))
        self._steps.setExpanding(False)
        self._steps.currentChanged.connect(self._on_step)
        self._room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._steps)
        layout.addWidget(self._signed)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._room, 1)
        read_in_order(self, self._steps, self._signed, self._stack)
        self._arrange()

    def _arrange(self) -> None:
        first = self._steps.currentIndex() == 0
        self._steps.setVisible(self.is_stepped)
        self._signed.setVisible(first or not self.is_stepped)
        self._stack.setVisible(not first or not self.is_stepped)
        self._room.setVisible(first and self.is_stepped)

    def _on_step(self, _step: int) -> None:
        self._arrange()
