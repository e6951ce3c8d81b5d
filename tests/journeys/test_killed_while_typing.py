from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui.models.request.draft_storage import stored_drafts
from qfpay_gui.services.settings import load
from tests.ui.desk import Desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
PATIENCE = 40
TYPES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from qfpay_gui.app import _shell
from qfpay_gui.services.keychain.secret_store import SessionStore

shell = _shell(Path(sys.argv[1]), SessionStore())

def type_amount():
    edit = shell.window.findChild(QLineEdit, "txamt")
    edit.selectAll()
    QTest.keyClicks(edit, "4271")

shell.open()
shell.window.painted_first.connect(lambda: QTimer.singleShot(0, type_amount))
sys.exit(shell.exec())
"""


def test_what_was_typed_outlives_a_killed_program(dressed: None, qtbot: QtBot, tmp_path: Path) -> None:  # noqa: ARG001 - for its effect
    """Nobody sent it, saved it or closed the window."""
    settings = tmp_path / "settings.json"
    program = subprocess.Popen([sys.executable, "-c", TYPES, str(tmp_path)], cwd=ROOT)  # noqa: S603 - this interpreter
    try:
        until = time.monotonic() + PATIENCE
        while stored_drafts(load(settings)[0]).current.value("txamt") != "4271":
            assert time.monotonic() < until
            assert program.poll() is None
            time.sleep(0.1)
    finally:
        program.kill()
        program.wait(10)
    desk = Desk(qtbot, tmp_path).open()
    try:
        assert desk.person.edit("txamt").text() == "4271"
    finally:
        assert desk.close()
