"""The program around the window: theme, language, start and end. A window can be rebuilt; the workbench stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from qfpay_gui import __version__
from qfpay_gui.models.garbage import GarbageCollector
from qfpay_gui.models.saving import keep_back
from qfpay_gui.models.workbench import Workbench
from qfpay_gui.ui.look import icons
from qfpay_gui.ui.look.theme import ThemeWatcher
from qfpay_gui.ui.window.clipboard_guard import ClipboardGuard
from qfpay_gui.ui.window.main_window import MainWindow
from qfpay_gui.ui.words.languages import speak

if TYPE_CHECKING:
    from pathlib import Path

    from qfpay_gui.models.outside import Outside

_WAIT_MS = 2000


class Shell(QObject):
    """Builds the window over the workbench, and anew in another language."""

    def __init__(self, application: QApplication, outside: Outside, geometry: Path) -> None:
        super().__init__(application)
        application.setApplicationName("QFPay Tester")
        application.setApplicationVersion(__version__)
        application.setDesktopFileName("qfpay-tester")  # by which Wayland finds the icon
        self.application = application
        self._outside = outside
        self._geometry = QSettings(str(geometry), QSettings.Format.IniFormat)
        self._garbage = GarbageCollector(self)
        self.workbench = Workbench(outside, self)
        keep_back(self.workbench.secrets)
        self.clipboard = ClipboardGuard(self.workbench.secrets, self)
        self.clipboard.noticed.connect(self.workbench.noticed)
        language = speak(self.workbench.settings.language)
        settings = self.workbench.settings
        self._themes = ThemeWatcher(application, settings.theme, language, settings.zoom)  # type: ignore[arg-type]  # one of the four
        application.setWindowIcon(icons.app_icon())
        self._themes.changed.connect(self._on_theme_changed)
        self.window = self._build()

    def open(self, path: str = "") -> None:
        """Show the window, then what this file holds; what is slow to start begins after its first paint."""
        self.window.painted_first.connect(self._garbage.start)
        self.window.painted_first.connect(self.workbench.start)
        if path:
            self.window.painted_first.connect(partial(self.window.case_actions.open_file, path))
        self.window.show()

    def exec(self) -> int:
        """Run until the window is closed; the exit code."""
        return self.application.exec()

    def close(self) -> bool:
        """Stop everything in bounded time; whether all background work ended."""
        self._themes.stop()
        self.clipboard.leave()
        keep_back(None)
        self.workbench.stop()
        ended = self._outside.runner.close(_WAIT_MS)
        return self._outside.keychain_runner.close(_WAIT_MS) and ended

    def choose_language(self, language: str) -> None:
        """Speak this language."""
        self.workbench.change_settings(language=language)
        self._themes.speak(speak(language))
        self._rebuild()

    def choose_zoom(self, percent: int) -> None:
        """Draw everything in this size; where it is the present one, the window stays."""
        if percent == self.workbench.settings.zoom:
            return
        self.workbench.change_settings(zoom=percent)
        self._themes.zoom(percent)
        self._rebuild()

    def _rebuild(self) -> None:
        """Make the window anew over the same workbench, as it was arranged; the keyboard stays where it was."""
        old, held = self.window, QApplication.focusWidget()
        old.save_geometry()
        sections = old.form.open_sections
        self.window = self._build()
        self.window.form.open(sections)
        self.window.resize(old.size())
        self.window.move(old.pos())
        self.window.setWindowState(old.windowState())
        self.window.show()
        old.assistant.hand_over(self.window.assistant)
        old.hide()
        old.deleteLater()
        if held is not None and old.isAncestorOf(held):
            _hold(self.window, held.objectName())
        self.workbench.save()

    def choose_theme(self, theme: str) -> None:
        """Look light, dark, in high contrast, or as the system does."""
        self.workbench.change_settings(theme=theme)
        self._themes.choose(theme)  # type: ignore[arg-type]  # one of the four
        self.workbench.save()

    def _build(self) -> MainWindow:
        window = MainWindow(self.workbench, self._geometry)
        window.language_chosen.connect(self.choose_language)
        window.theme_chosen.connect(self.choose_theme)
        window.zoom_chosen.connect(self.choose_zoom)
        return window

    def _on_theme_changed(self, _theme: object) -> None:
        icons.retint()
        self.window.restyle()


def _hold(window: QWidget, name: str) -> None:
    """Put the keyboard on the widget of this name, where the window has one."""
    widget = window.findChild(QWidget, name) if name else None
    if isinstance(widget, QWidget):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
