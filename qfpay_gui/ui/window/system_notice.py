"""A word to whoever is at another window: something they wait for has happened here. Never a value of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow


class SystemNotice(QObject):
    """Speaks through the desktop where that takes messages, and otherwise has the window ask for attention."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self.told: list[str] = []
        """What was told since the window was looked at last."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._on_focus)

    def tell(self, words: str) -> None:
        """Tell this, unless the window is being looked at."""
        if self._window.isActiveWindow():
            return
        self.told.append(words)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._show(words)
        else:
            QApplication.alert(self._window)

    def _show(self, words: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.activated.connect(self._on_pressed)
            self._tray.messageClicked.connect(self._on_pressed)
        self._tray.show()
        self._tray.showMessage("QFPay Tester", words, self._window.windowIcon())

    def _on_focus(self, _window: object) -> None:
        """The icon in the tray is there only while there is something to look at."""
        if self.told and self._window.isActiveWindow():
            self.told.clear()
            if self._tray is not None:
                self._tray.hide()

    def _on_pressed(self, *_reason: object) -> None:
        self._window.raise_()
        self._window.activateWindow()
