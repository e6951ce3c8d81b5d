"""The rail at the left edge: one button a workspace, with what is new in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.window.workspaces import Workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QAbstractButton

WIDE, NARROW = 88, 48
_HEIGHT, _LOW = 56, 44
_BADGE = 16
_MOST = 99
PICTURES = {
    Workspace.REQUEST: "request",
    Workspace.CASE: "diagnose",
    Workspace.ORDERS: "orders",
    Workspace.NOTIFICATIONS: "bell",
    Workspace.HISTORY: "history",
    Workspace.WATCH: "wire",
    Workspace.SUITES: "suites",
}
"""The icon of each workspace."""
_KEYS = {Workspace.SUITES: "Ctrl+T"}
"""The key of a workspace that has no number: those after the sixth belong to the parts of a request."""


class RailButton(QToolButton):
    """Icon above word, or the icon alone; how many things are new stands at its corner and is spoken."""

    def __init__(self, workspace: Workspace, words: str, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._keys, self._count = words, keys, 0
        self._is_narrow = False
        self.setObjectName(f"rail_{workspace.value}")
        self.setCheckable(True)
        self.setText(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_icon(self, PICTURES[workspace])
        set_property(self, "role", "rail")
        self.present(0)

    @property
    def count(self) -> int:
        """How many things are new."""
        return self._count

    def present(self, count: int) -> None:
        """Say that so many things are new."""
        self._count = count
        new = self.tr("{workspace}, new: {count}").format(workspace=self._words, count=count)
        self.setAccessibleName(new if count else self._words)
        self.setToolTip(f"{self.accessibleName()} ({self._keys})")
        self.update()

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Show the icon alone."""
        self._is_narrow = is_narrow
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextUnderIcon)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Of one height, whatever is drawn."""
        return QSize(super().sizeHint().width(), px(_LOW) if self._is_narrow else px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the number over the button."""
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, f"{self._count}" if self._count <= _MOST else f"{_MOST}+")
            painter.end()

    def _draw(self, painter: QPainter, number: str) -> None:
        theme, font = current(), self.font()
        font.setPixelSize(px(10))
        font.setBold(True)
        painter.setFont(font)
        width = max(px(_BADGE), painter.fontMetrics().horizontalAdvance(number) + 8)
        place = QRect(self.width() // 2 + 4, 3, width, px(_BADGE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(place, px(_BADGE) / 2, px(_BADGE) / 2)
        painter.setPen(theme.on_accent)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number)


class Rail(QFrame):
    """One stop of the tab key; the arrow keys go up and down it, as in a list of tabs."""

    chosen = Signal(str)
    """Carries the workspace that was chosen."""

    def __init__(self, titles: dict[Workspace, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons = {
            workspace: RailButton(workspace, words, _KEYS.get(workspace, f"Ctrl+{place}"), self)
            for place, (workspace, words) in enumerate(titles.items(), 1)
        }
        self._build()
        self._group.buttonToggled.connect(self._on_toggled)

    def show_current(self, workspace: Workspace) -> None:
        """Mark the button of the workspace that is seen."""
        self.buttons[workspace].setChecked(True)

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Show icons alone."""
        for button in self.buttons.values():
            button.set_narrow(is_narrow)
        self.setFixedWidth(px(NARROW) if is_narrow else px(WIDE))

    def _build(self) -> None:
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Workspaces"))
        set_property(self, "role", "rail")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(current().gap_small, current().gap, current().gap_small, current().gap)
        layout.setSpacing(current().gap_small)
        for button in self.buttons.values():
            self._group.addButton(button)
            layout.addWidget(button)
            # By a press the keyboard stays where it was: the workspace takes it on.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addStretch(1)
        self.set_narrow(False)

    def _on_toggled(self, button: QAbstractButton, is_checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if is_checked:
            self.chosen.emit(button.objectName().removeprefix("rail_"))
