"""From a real key event to the repainted signing string, beside a bare line edit that is mirrored into a text edit."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from qfpay_gui.app import _shell
from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.services.keychain.secret_store import SessionStore
from tests.benchmarks.measuring import Comparison, side_by_side, within_a_frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.shell import Shell

_TYPED = "milk tea 12"
_LONG = "x" * (20_000 - len(_TYPED))
_FURTHER = tuple(Entry(f"parameter_{index}", f"value {index}") for index in range(40))
_BARE = "a line edit mirrored into a plain text edit"


class Paints(QObject):
    """Counts the paint events of one widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count, and let it happen."""
        self.count += event.type() == QEvent.Type.Paint
        return False


class Typist:
    """Types into one line edit of a window and waits each time until what shows the outcome was painted."""

    def __init__(self, window: QWidget, edit: QLineEdit, outcome: QAbstractScrollArea) -> None:
        self._window, self._edit = window, edit
        self._paints = Paints(outcome.viewport())
        self.start = ""

    def type(self) -> Iterator[float]:
        """The milliseconds of each keystroke of a few words, typed after ``start``."""
        self._begin()
        for letter in _TYPED:
            seen = self._paints.count
            began = time.perf_counter()
            QTest.keyClicks(self._edit, letter)
            while self._paints.count == seen:
                QCoreApplication.processEvents()
            yield 1000 * (time.perf_counter() - began)

    def _begin(self) -> None:
        self._window.activateWindow()
        self._edit.setFocus()
        self._edit.setText(self.start)
        self._edit.textEdited.emit(self.start)
        settle()


def settle() -> None:
    """Handle all that is left to do, so that nothing of it is measured."""
    for _round in range(5):
        QCoreApplication.processEvents()


@contextmanager
def real_shell() -> Iterator[Shell]:
    """The program as ``main.py`` puts it together, its window open; without the keychain, in a folder of its own."""
    with TemporaryDirectory(prefix="qfpay-benchmark-") as folder:
        shell = _shell(Path(folder), SessionStore())
        shell.window.resize(1280, 800)
        shell.open()
        while not shell.workbench.simulator.base_url:
            QCoreApplication.processEvents()
        settle()
        yield shell
        shell.close()


def _our_typist(shell: Shell) -> Typist:
    window = shell.window
    window.form.reveal("goods_name")
    edit = window.findChild(QLineEdit, "goods_name")
    view = window.findChild(QAbstractScrollArea, "signing_string")
    assert edit is not None
    assert view is not None
    return Typist(window, edit, view)


def _bare_typist() -> Typist:
    window = QWidget()
    edit, mirror = QLineEdit(), QPlainTextEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(edit)
    layout.addWidget(mirror)
    edit.textChanged.connect(mirror.setPlainText)
    window.resize(800, 400)
    window.show()
    return Typist(window, edit, mirror)


def measure(rounds: int) -> Iterator[Comparison]:
    """Keystrokes in the example payment, in a value of 20,000 characters, and among 40 further parameters."""
    with real_shell() as shell:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        ours, bare = _our_typist(shell), _bare_typist()
        application.processEvents()
        yield _compare("keystroke to repainted signing string", ours, bare, rounds)
        ours.start = bare.start = _LONG
        yield _compare("the same in a value of 20,000 characters", ours, bare, rounds)
        ours.start = bare.start = ""
        shell.workbench.draft.set_further(_FURTHER)
        yield _compare("the same with 40 further parameters", ours, bare, rounds)


def _compare(what: str, ours: Typist, bare: Typist, rounds: int) -> Comparison:
    our_times, bare_times = side_by_side(ours.type, bare.type, rounds)
    return Comparison(what, _BARE, our_times, bare_times, within_a_frame(our_times))
