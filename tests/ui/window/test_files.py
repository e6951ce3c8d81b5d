from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.models.case.case_model import Examining, Stopped
from qfpay_gui.ui.case.paste.paste_dialog import PasteDialog
from qfpay_gui.ui.widgets.paste_edit import PasteEdit
from tests.models.case.case_samples import RIGHT, WITH_KEY_EQUALS, curl
from tests.ui.desk import Desk
from tests.ui.person import find, press, return_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def _drop(window: QWidget, dropped: QMimeData) -> bool:
    """Drag over the window and let go; whether it was taken."""
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(20, 20), action, dropped, button, keys)
    over.ignore()
    QApplication.sendEvent(window, over)
    if over.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(20, 20), action, dropped, button, keys))
    return over.isAccepted()


class Reader:
    """Waits for the paste dialog, takes down what it holds, and closes it."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PasteDialog):
            self.seen.append(find(dialog, PasteEdit, "paste").source)
            dialog.reject()

    def wait(self, desk: Desk, count: int = 1) -> list[str]:
        """What the dialogs held, once there were so many."""
        desk.wait(lambda: len(self.seen) >= count)
        return self.seen


@pytest.fixture
def reader() -> Iterator[Reader]:
    """Somebody who looks at what is offered."""
    reader = Reader()
    yield reader
    reader._timer.stop()


def _message(desk: Desk) -> str:
    """What a message says, once it is there; it is closed again."""
    desk.wait(lambda: desk.window.findChild(QMessageBox, "message") is not None)
    box = find(desk.window, QMessageBox, "message")
    said = box.text()
    box.accept()
    return said


@pytest.fixture
def pasted(tmp_path: Path) -> Path:
    """What a merchant sent, in a file."""
    path = tmp_path / "what the merchant sent.txt"
    path.write_text(curl(RIGHT), encoding="utf-8")
    return path


def test_a_file_dropped_anywhere_on_the_window_is_offered(desk: Desk, pasted: Path, reader: Reader) -> None:
    """Wherever the person is."""
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(pasted))])
    assert _drop(desk.window, dropped)
    assert reader.wait(desk) == [curl(RIGHT)]


def test_text_dropped_anywhere_on_the_window_is_offered(desk: Desk, reader: Reader) -> None:
    """As if it had been pasted; a picture is not taken."""
    dropped = QMimeData()
    assert not _drop(desk.window, dropped)
    dropped.setText(curl(WITH_KEY_EQUALS))
    assert _drop(desk.window, dropped)
    assert reader.wait(desk) == [curl(WITH_KEY_EQUALS)]


def test_a_file_is_opened_by_a_command(
    desk: Desk, pasted: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+O asks which; whoever closes that dialog opens nothing."""
    chosen = [str(pasted), ""]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen.pop(0), ""))
    press("Ctrl+O", desk.window)
    assert reader.wait(desk) == [curl(RIGHT)]
    return_to(desk.window)
    press("Ctrl+O", desk.window)
    assert (chosen, len(reader.seen)) == ([], 1)


def test_the_window_begins_with_the_file_it_was_started_with(
    qtbot: QtBot, tmp_path: Path, pasted: Path, reader: Reader
) -> None:
    """Once the window is there."""
    desk = Desk(qtbot, tmp_path / "home").open(str(pasted))
    assert reader.wait(desk) == [curl(RIGHT)]
    assert desk.close()


def test_a_missing_file_is_said_and_the_window_lives(qtbot: QtBot, tmp_path: Path) -> None:
    """In a message and in the status line."""
    desk = Desk(qtbot, tmp_path / "home").open(str(tmp_path / "nothing.json"))
    assert _message(desk) == "nothing.json cannot be read: No such file or directory."
    assert desk.window.isVisible()
    assert desk.close()


def test_no_proof_is_made_while_the_signature_is_examined(desk: Desk) -> None:
    """It would tell of no cause; it is said why there is none."""
    desk.bench.take_case(read_request(curl("A" * 32)))
    assert isinstance(desk.bench.case.state, Examining)
    press("Ctrl+Shift+P", desk.window)
    assert desk.window.status.message == "No proof yet: the signature is still examined. Esc ends the search."
    press("Esc", desk.window)
    assert isinstance(desk.bench.case.state, Stopped)
