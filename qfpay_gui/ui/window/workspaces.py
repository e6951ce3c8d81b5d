"""The workspaces of the window, one of which is seen; each is made at its first look."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.ui.widgets.later import Later


class Workspace(Enum):
    """What a person is at, in the order of the rail."""

    REQUEST = "request"
    CASE = "case"
    ORDERS = "orders"
    NOTIFICATIONS = "notifications"
    HISTORY = "history"
    WATCH = "watch"
    SUITES = "suites"


class Workspaces(QStackedWidget):
    """Each keeps what was open in it and where its keyboard was."""

    turned = Signal(object)
    """Carries the Workspace that came to the front."""
    news = Signal(object, int)
    """Carries a Workspace and how many things are new in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[Workspace, Later[Any]] = {}
        self._focused: dict[Workspace, QWidget] = {}
        self._news: dict[Workspace, int] = {}

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the one that is seen needs."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    @property
    def workspace(self) -> Workspace:
        """The one that is seen."""
        return list(self._pages)[self.currentIndex()]

    def hold(self, pages: Mapping[Workspace, Later[Any]]) -> None:
        """Take these in, the first in front."""
        self._pages.update(pages)
        for page in pages.values():
            self.addWidget(page)

    def go_to(self, workspace: Workspace) -> None:
        """Bring it to the front, and the keyboard to where it last was in it."""
        self.show_workspace(workspace)
        known = self._focused.get(workspace)
        if known is not None and isValid(known) and known.isVisible() and known.isEnabled():
            known.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._pages[workspace].widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_workspace(self, workspace: Workspace) -> None:
        """Bring it to the front; the keyboard follows where it was in the one that goes."""
        if workspace is self.workspace:
            return
        held = QApplication.focusWidget()
        follows = held is not None and self._pages[self.workspace].isAncestorOf(held)
        if held is not None and follows:
            self._focused[self.workspace] = held
        self.setCurrentWidget(self._pages[workspace])
        self.updateGeometry()
        self._tell(workspace, 0)
        self.turned.emit(workspace)
        if follows:
            self.go_to(workspace)

    def count_news(self, workspace: Workspace) -> None:
        """Something is new in it; what is seen is not new."""
        if workspace is not self.workspace:
            self._tell(workspace, self._news.get(workspace, 0) + 1)

    def _tell(self, workspace: Workspace, count: int) -> None:
        if self._news.get(workspace, 0) != count:
            self._news[workspace] = count
            self.news.emit(workspace, count)
