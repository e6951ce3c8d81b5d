from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton

from qfpay_gui.models.tasks import Raised, Result
from qfpay_gui.services.faults.faults import Faults
from qfpay_gui.services.faults.log import FaultLog
from tests.ui.desk import Desk
from tests.ui.person import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

ID_NUMBER = "430067798868676871"
NAME = "徐冉冉"
BROKEN = "A fault of this program in "


@pytest.fixture
def desk(dressed: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:  # noqa: ARG001 - for its effect
    """The whole program as it is installed: it takes its own faults. Crashes stay pytest's."""
    monkeypatch.setattr(FaultLog, "watch_for_crashes", lambda _log: "")
    faults = Faults(FaultLog(tmp_path / "home"))
    faults.install()
    started = Desk(qtbot, tmp_path / "home", faults=faults).open()
    yield started
    assert started.close()
    faults.remove()


def failing(desk: Desk) -> Callable[[], None]:
    """A call that fails with everything in its words that nobody may read."""

    def fail() -> None:
        raise ValueError(f"broken: {desk.bench.credentials.client_key} {ID_NUMBER} {NAME}")

    return fail


def in_slot(desk: Desk) -> None:
    """A command of the menu fails."""
    action = desk.window.menus.add(desk.window.menus.menu("&X"), "x", "&X", failing(desk))
    action.trigger()


def in_timer(desk: Desk) -> None:
    """A timer's call fails."""
    QTimer.singleShot(0, desk.window, failing(desk))


def in_paint(desk: Desk) -> None:
    """What Qt calls to paint fails."""
    fail = failing(desk)

    class Broken(QPushButton):
        def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
            fail()

    button = Broken(desk.window)
    button.show()
    desk.wait(lambda: desk.window.status.message.startswith(BROKEN))
    button.hide()


def in_task(desk: Desk) -> None:
    """A task in the background fails, and its receiver does not mind."""
    seen: list[Result[None]] = []
    desk.outside.runner.run(failing(desk), seen.append)
    desk.wait(lambda: bool(seen))
    assert isinstance(seen[0], Raised)


def in_receiver(desk: Desk) -> None:
    """What takes the result of a task fails."""
    fail = failing(desk)
    desk.outside.runner.run(int, lambda _result: fail())


def in_keychain_task(desk: Desk) -> None:
    """A call of the keychain fails in an unknown way."""
    desk.outside.keychain_runner.run(failing(desk), lambda _result: None)


def in_thread(desk: Desk) -> None:
    """A thread that nobody waits for dies."""
    threading.Thread(target=failing(desk)).start()


EVERYWHERE = [in_slot, in_timer, in_paint, in_task, in_receiver, in_keychain_task, in_thread]


@pytest.mark.parametrize("broken", EVERYWHERE, ids=lambda one: str(one.__name__))
def test_a_fault_is_said_and_written_down_and_the_window_lives(
    desk: Desk, broken: Callable[[Desk], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """The status line says so, the log has the trace without a key or a person; the next payment goes through."""
    desk.bench.draft.type_value("extend_info", f'{{"user_creid":"{ID_NUMBER}","user_truename":"{NAME}"}}')
    broken(desk)
    desk.wait(lambda: desk.window.status.message.startswith(BROKEN))
    assert "ValueError" in desk.window.status.message
    log = (desk.settings_path.parent / "faults.log").read_text(encoding="utf-8")
    assert "in fail" in log
    for written in (log, capsys.readouterr().err, desk.bench.faults.report()):
        assert "ValueError" in written
        assert not any(one in written for one in (desk.bench.credentials.client_key, ID_NUMBER, NAME))
    desk.person.click("send")
    assert desk.wait_for_answer().reply is not None
    assert desk.window.isVisible()


def test_the_place_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which part of the window did not finish what it was asked."""
    monkeypatch.setattr(desk.bench.history, "_publish", lambda _state: failing(desk)())
    desk.bench.history.refresh()
    desk.wait(lambda: desk.window.status.message.startswith(BROKEN))
    assert "in the history (ValueError)" in desk.window.status.message


def test_a_fault_in_saying_so_is_not_said_for_ever(desk: Desk) -> None:
    """It is written down; the event loop goes on."""
    desk.bench.noticed.connect(lambda _notice: failing(desk)())
    in_thread(desk)
    desk.wait(lambda: desk.bench.faults.log().count("ValueError") >= 2)
    for _round in range(20):
        QApplication.processEvents()
    assert desk.bench.faults.log().count("ValueError") < 5


def test_what_happened_before_the_window_is_said_in_it(
    dressed: None,  # noqa: ARG001 - for its effect
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Such as the crash of the last session."""
    monkeypatch.setattr(FaultLog, "watch_for_crashes", lambda _log: "Fatal Python error: Aborted")
    faults = Faults(FaultLog(tmp_path / "home"))
    faults.install()
    said: list[str] = []
    desk = Desk(qtbot, tmp_path / "home", faults=faults)
    desk.bench.noticed.connect(lambda notice: said.append(str(notice)))
    desk.open()
    desk.wait(lambda: any(one.startswith("QFPay Tester crashed the last time") for one in said))
    assert "Fatal Python error: Aborted" in desk.bench.faults.log()
    assert desk.close()
    faults.remove()


def test_warnings_of_qt_are_written_down_and_not_said(desk: Desk) -> None:
    """Nobody is bothered with what a library says of itself."""
    before = desk.window.status.message
    qWarning(f"QSomething: cannot {desk.bench.credentials.client_key}")
    QApplication.processEvents()
    assert "QtWarningMsg: QSomething: cannot •••" in desk.bench.faults.log()
    assert desk.window.status.message == before


def test_the_log_can_be_read_and_a_report_copied(desk: Desk) -> None:
    """From the menu Help: versions first, then what happened."""
    in_slot(desk)
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(find(dialog, QPlainTextEdit, "fault_log").toPlainText())
        find(dialog, QPushButton, "copy_report").click()
        dialog.accept()

    QTimer.singleShot(0, desk.window, look)
    desk.window.menus.actions["open_log"].trigger()
    assert "ValueError" in seen[0]
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("QFPay Tester ")
    assert "Python" in copied
    assert "ValueError" in copied
    QGuiApplication.clipboard().setText("")
    desk.window.menus.actions["copy_report"].trigger()
    assert QGuiApplication.clipboard().text() == copied
    assert desk.window.status.message.startswith("Copied")


INSTALLED = """
import os, sys
from PySide6.QtCore import QTimer
from qfpay_gui import app, shell
def open_and_fail(self, path):
    was_opened(self, path)
    QTimer.singleShot(0, self, lambda: 1 // 0)
    QTimer.singleShot(300, self, self.application.quit)
was_opened, shell.Shell.open = shell.Shell.open, open_and_fail
{before}
code = app.main([])
os._exit(code)
"""


@pytest.mark.parametrize("before", ["", "sys.stdout = sys.stderr = None"], ids=["console", "no console"])
def test_the_installed_program_takes_its_faults(settings_home: Path, before: str) -> None:
    """From the first moment, with a console and without one, and ends as it should."""
    ended = subprocess.run(  # noqa: S603 - a text above
        [sys.executable, "-c", INSTALLED.format(before=before)], check=False, timeout=50, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr
    assert "ZeroDivisionError" in (settings_home / "faults.log").read_text(encoding="utf-8")


BEFORE = """
from pathlib import Path
from PySide6.QtWidgets import QMessageBox
def broken(*_):
    raise RuntimeError("no window")
shell.Shell.__init__ = broken
QMessageBox.critical = lambda *said: Path(os.environ["QFPAY_TESTER_HOME"], "said").write_text(said[-1])
"""


def test_a_program_that_cannot_start_says_so(settings_home: Path) -> None:
    """In a window of its own, with the place of the log; exit code 1."""
    ended = subprocess.run(  # noqa: S603 - a text above
        [sys.executable, "-c", INSTALLED.format(before=BEFORE)], check=False, timeout=50, capture_output=True, text=True
    )
    assert ended.returncode == 1, ended.stderr
    assert "RuntimeError" in (settings_home / "said").read_text()
    assert "no window" in (settings_home / "faults.log").read_text(encoding="utf-8")
