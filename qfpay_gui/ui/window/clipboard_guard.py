"""Takes a key off the clipboard again: whatever copied it, it does not stay there for the next program to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECONDS = 30
_LONGEST = 50_000
"""So many characters are looked through, in a fifth of a second at the very worst."""
_HELD = text("Clipboard", "What was copied holds a key: it is taken off the clipboard after {seconds} seconds.")
_TAKEN = text("Clipboard", "The key was taken off the clipboard.")
# What keeps a list of all that was ever copied is asked to leave this out: KDE and its likes, and Windows.
_NOT_TO_BE_LISTED = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
)


class ClipboardGuard(QObject):
    """Watches what this program copies; ``secrets`` gives the keys known at that moment."""

    noticed = Signal(object)
    """Carries a Text for the status line."""

    def __init__(self, secrets: Callable[[], tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._secrets = secrets
        self._held = ""
        self._is_marking = False
        self.timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self.timer.timeout.connect(self._on_time)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._on_changed)

    def leave(self) -> None:
        """Take a key off at once: the clipboard outlives the program."""
        self.timer.stop()
        self._take()

    def _on_changed(self) -> None:
        if self._is_marking:
            return
        self._held = ""
        self.timer.stop()
        if not self._is_ours():
            return
        copied = self._clipboard.text()
        if self._holds_secret(copied):
            self._held = copied
            self._mark(copied)
            self.timer.start()
            # After whoever copied it has said so.
            QTimer.singleShot(0, self, lambda: self.noticed.emit(_HELD.fill(seconds=SECONDS)))

    def _is_ours(self) -> bool:
        # The off-screen plug-in knows one program only, and does not tell which.
        return self._clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen"

    def _holds_secret(self, copied: str) -> bool:
        from qfpay_gui.qfpay.secrets.finding import SHORTEST_SECRET, Finder  # noqa: PLC0415 - not needed at start

        known = [secret for secret in (*self._secrets(), *_typed()) if len(secret) >= SHORTEST_SECRET]
        return bool(Finder(known).spans(copied[:_LONGEST]))

    def _mark(self, copied: str) -> None:
        held = QMimeData()
        held.setText(copied)
        for kind, value in _NOT_TO_BE_LISTED:
            held.setData(kind, value)
        self._is_marking = True
        self._clipboard.setMimeData(held)
        self._is_marking = False

    def _on_time(self) -> None:
        if self._take():
            self.noticed.emit(_TAKEN)

    def _take(self) -> bool:
        """Empty the clipboard where it still holds what we put there; whether it did."""
        held, self._held = self._held, ""
        if not held or self._clipboard.text() != held:
            return False
        self._clipboard.clear()
        return True


def _typed() -> Iterator[str]:
    """Keys that stand in a dialog and are nobody's yet."""
    from qfpay_gui.ui.widgets.key_edit import KeyEdit  # noqa: PLC0415 - not needed at start

    return (widget.text() for widget in QApplication.allWidgets() if isinstance(widget, KeyEdit))
