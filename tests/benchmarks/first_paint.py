"""Opens one window, says as JSON when it was first painted, and leaves.

python first_paint.py STARTED_AT FOLDER [WIDGETS | reply]

STARTED_AT is ``time.monotonic()`` of who started it; FOLDER takes the settings. With WIDGETS the window is a bare one
with as many widgets; with "reply" Send is pressed at the first paint, and the first reply is waited for. Printed are
the ``milliseconds`` since STARTED_AT, the number of ``widgets``, the ``megabytes`` of memory that were held at most (0
where the system does not say), the ``modules`` loaded by then, and the ``sources`` of which the text is held.
"""

from __future__ import annotations

import json
import linecache
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QWidget

if TYPE_CHECKING:
    from qfpay_gui.shell import Shell

_COLUMNS = 16


def _megabytes() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - there is none on Windows

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (2**20 if sys.platform == "darwin" else 2**10)


def report(window: QWidget, started_at: float) -> None:
    """Print what is known by now, and leave."""
    milliseconds = 1000 * (time.monotonic() - started_at)
    values = {
        "milliseconds": milliseconds,
        "widgets": len(window.findChildren(QWidget)),
        "megabytes": _megabytes(),
        "modules": sorted(sys.modules),
        "sources": [Path(path).name for path in linecache.cache],
    }
    print(json.dumps(values), flush=True)  # noqa: T201 - what it is for
    QCoreApplication.quit()


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
        report(self._window, self._started_at)


def _report_reply(shell: Shell, started_at: float) -> None:
    """Press Send at the first paint, and report once the reply is on the screen."""
    from qfpay_gui.models.sending.send_model import Answered, SendState  # noqa: PLC0415 - as below

    def on_state(state: SendState) -> None:
        if isinstance(state, Answered):
            QTimer.singleShot(0, partial(report, shell.window, started_at))

    shell.window.painted_first.connect(shell.window.send)
    shell.workbench.send_model.changed.connect(on_state)


def _product(started_at: float, folder: Path, *, until_reply: bool) -> None:
    from qfpay_gui.app import _shell, leave  # noqa: PLC0415 - not to be loaded for the bare window
    from qfpay_gui.services.keychain.secret_store import SessionStore  # noqa: PLC0415

    shell = _shell(folder, SessionStore())
    if until_reply:
        _report_reply(shell, started_at)
    else:
        FirstPaint(shell.window, started_at)
    shell.open()
    shell.exec()
    shell.close()
    leave(0)


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
    if count and count != ["reply"]:
        _bare(float(began), int(count[0]))
    else:
        _product(float(began), Path(settings_folder), until_reply=bool(count))
