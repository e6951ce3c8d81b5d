"""What this program is, whose it is not, and what to hand on with a question about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from qfpay_gui import __version__
from qfpay_gui.models.support import versions
from qfpay_gui.resources import template
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.languages import resolve

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.workbench import Workbench

_PICTURE = 64


class AboutBox(QMessageBox):
    """Says it in a few lines; licences and versions stand in its details, and the versions can be copied."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._support = support(workbench, window)
        self.setWindowTitle(self.tr("About QFPay Tester"))
        self.setIconPixmap(window.windowIcon().pixmap(_PICTURE))
        self.setText(self._words().format(version=__version__))
        licences = (template(f"licences/{name}.txt") for name in ("notices", "MIT"))
        self.setDetailedText("\n\n".join((self._support, *licences)))
        copy = self.addButton(self.tr("Copy for support"), QMessageBox.ButtonRole.ActionRole)
        copy.setObjectName("copy_support")
        copy.setToolTip(self.tr("Versions, system, keychain and screen; no key and nothing of any request"))
        copy.clicked.connect(self._on_copy)
        leave = self.addButton(QMessageBox.StandardButton.Ok)
        self.setDefaultButton(leave)
        self.setEscapeButton(leave)

    def _words(self) -> str:
        return self.tr(
            "QFPay Tester {version}\n\nShows which bytes of a payment are signed and sent, sends them, "
            "and says what is wrong.\n\nNot a product of QFPay or Tencent. Keys stay in this computer's keychain.\n\n"
            "It looks for no new version by itself and tells nobody about its use: a newer one comes from where "
            "you got this one.\n\n"
            "Under the MIT License; the details say what it uses, and under which licences."
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._support)
        say(self._window, self.tr("Copied: versions, system, keychain and screen."))


def support(workbench: Workbench, window: QWidget) -> str:
    """The lines that say on what this program runs here; in English, for they are handed on."""
    settings, state = workbench.settings, workbench.profiles.state
    keychain = str(state.place) if state.place else "none answers" if state.trouble else "has not answered yet"
    size, ratio = window.screen().geometry().size(), window.devicePixelRatioF()
    screen = f"{size.width()} × {size.height()}, scale {ratio:g}, {QGuiApplication.platformName()}"
    look = f"text {settings.zoom} %, theme {settings.theme}"
    chosen = "chosen" if settings.language else "the system's"
    language = f"{resolve(settings.language)}, {chosen}"
    return "\n".join((*versions(), f"Keychain: {keychain}", f"Screen: {screen}, {look}", f"Language: {language}"))
