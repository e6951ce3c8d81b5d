"""Opens one window, says as JSON when it was first painted, and leaves.

python first_paint.py STARTED_AT FOLDER [WIDGETS]

STARTED_AT is ``time.monotonic()`` of who started it; FOLDER takes the settings. With WIDGETS the window is a bare one
with as many widgets. Printed are the ``milliseconds`` since STARTED_AT, the number of ``widgets``, and the ``modules``
loaded by then.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QWidget

_COLUMNS = 16


class FirstPaint(QObject):
    """Reports once the window it watches, with all in it, was painted."""

    def __init__(self, window: QWidget, started_at: float) -> None:
        super().__init__(window)
        self._window, self._started_at = window, started_at
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait until the event loop comes back from painting."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        milliseconds = 1000 * (time.monotonic() - self._started_at)
        widgets = len(self._window.findChildren(QWidget))
        report = {"milliseconds": milliseconds, "widgets": widgets, "modules": sorted(sys.modules)}
        print(json.dumps(report), flush=True)  # noqa: T201 - what it is for
        QCoreApplication.quit()


def _product(started_at: float, folder: Path) -> None:
    from qfpay_gui.app import _shell  # noqa: PLC0415 - not to be loaded for the bare window
    from qfpay_gui.services.keychain.secret_store import SessionStore  # noqa: PLC0415

    shell = _shell(folder, SessionStore())
    FirstPaint(shell.window, started_at)
    shell.open()
    shell.exec()
    shell.close()


def _bare(started_at: float, widgets: int) -> None:
    application = QApplication(sys.argv[:1])
    window = QWidget()
    layout = QGridLayout(window)
    for index in range(widgets):
        widget = QLabel(f"Label {index}") if index % 2 else QLineEdit(f"Value {index}")
        layout.addWidget(widget, *divmod(index, _COLUMNS))
    window.resize(1280, 800)
    FirstPaint(window, started_at)
    window.show()
    application.exec()


if __name__ == "__main__":
    began, settings_folder, *count = sys.argv[1:]
    if count:
        _bare(float(began), int(count[0]))
    else:
        _product(float(began), Path(settings_folder))
