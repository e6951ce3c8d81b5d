"""Faults as the window is told of them, and the report about them."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

from qfpay_gui import __version__
from qfpay_gui.models.faults import FaultsModel
from qfpay_gui.models.outside import Outside
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.services.faults.faults import CRASHED, Fault, Faults
from qfpay_gui.services.faults.log import FaultLog
from qfpay_gui.services.keychain.secret_store import SessionStore
from tests.models.fixed_clock import FixedClock
from tests.ui.reply import answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = "3F2A9C71D4E84B0C9B1D5E6F7A8B9C0D"


class Desk:
    """A model that follows, and what it said."""

    def __init__(self, folder: Path, *, is_taking: bool = True) -> None:
        self.faults = Faults(FaultLog(folder / "logs"))
        runner, path = TaskRunner(1), folder / "settings.json"
        outside = Outside(
            FixedClock(), runner, runner, SessionStore(), lambda *_: answers.HeldClient(answers.success()), path
        )
        self.model = FaultsModel(replace(outside, faults=self.faults) if is_taking else outside)
        self.said: list[str] = []
        self.model.noticed.connect(lambda words: self.said.append(str(words)))
        self.draft: Any = SimpleNamespace(prepared=answers.request())
        self.case: Any = None

    def follow(self) -> Desk:
        """From now on."""
        self.model.follow(self.draft, lambda: (KEY,), lambda: self.case)
        return self

    def wait(self) -> list[str]:
        """What was said, once the event loop is back."""
        QCoreApplication.processEvents()
        return self.said


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:  # noqa: ARG001 - signals need an application
    """One that takes faults."""
    made = Desk(tmp_path)
    yield made
    made.model.leave()


def test_a_fault_is_said_by_its_place_and_kind(desk: Desk) -> None:
    """Once the event loop is back; one of no known room is the window's."""
    desk.follow()
    desk.faults.tell(Fault("ValueError", "orders"))
    desk.faults.tell(Fault("KeyError", "nowhere"))
    assert not list(desk.said)
    first, second = desk.wait()
    assert first.startswith("A fault of this program in the orders (ValueError): ")
    assert "in the window (KeyError)" in second


def test_what_happened_before_is_said_first(desk: Desk) -> None:
    """A crash of the last time in words of its own."""
    desk.faults.tell(CRASHED)
    desk.faults.tell(Fault("ValueError", "form"))
    desk.follow()
    crashed, fault = desk.wait()
    assert crashed == "QFPay Tester crashed the last time. Help → Open the log says where."
    assert "the form" in fault
    assert not desk.faults.untold


def test_a_fault_in_telling_is_not_told(desk: Desk) -> None:
    """The next one is."""
    desk.follow()
    desk.model.noticed.connect(lambda _words: desk.faults.tell(Fault("TypeError", "bar")))
    desk.faults.tell(Fault("ValueError", "form"))
    assert len(desk.wait()) == 1
    assert len(desk.wait()) == 1
    desk.faults.tell(Fault("ValueError", "case"))
    assert len(desk.wait()) == 2


def test_secrets_and_people_are_hidden_in_what_is_written(desk: Desk) -> None:
    """Of the session, of the draft, and of a case in hand; before it follows, nothing is known of them."""
    person = '{"user_creid":"440524188001010014","user_truename":"李雷"}'
    desk.draft.prepared = answers.request(values={"extend_info": person})
    desk.case = SimpleNamespace(params={"extend_info": person.replace("李雷", "韩梅梅")})
    desk.follow()
    desk.faults.take(ValueError(f"{KEY} 李雷 韩梅梅 tea"))
    written = desk.model.log()
    assert "tea" in written
    for secret in (KEY, "李雷", "韩梅梅"):
        assert secret not in written
    assert "ValueError" in desk.model.report()


def test_warnings_of_qt_are_written_down_and_not_said(desk: Desk) -> None:
    """What it tells in passing is neither; once it was left, its own handler is back."""
    desk.follow()
    qWarning("a warning")
    desk.model._on_message(QtMsgType.QtInfoMsg, QMessageLogContext(), "in passing")
    assert desk.wait() == []
    assert "QtWarningMsg: a warning" in desk.model.log()
    assert "in passing" not in desk.model.log()
    desk.model.leave()
    desk.faults.tell(Fault("ValueError", "form"))
    assert desk.wait() == []
    before = qInstallMessageHandler(None)
    qInstallMessageHandler(before)
    assert before != desk.model._on_message
    desk.model.leave()


def test_a_report_holds_versions_and_the_latest_faults(desk: Desk) -> None:
    """Where there are none, a dash; the log is where the faults are written."""
    first, second, third, nothing, faults = desk.model.report().split("\n")
    assert first.startswith(f"QFPay Tester {__version__}")
    assert second.startswith("Python 3.")
    assert "PySide6-Essentials 6." in second
    assert ("?" in second, bool(third), nothing, faults) == (False, True, "", "–")
    assert desk.model.path == desk.faults.log.path


def test_where_nothing_can_be_written_the_latest_are_remembered(qapp: object, tmp_path: Path) -> None:  # noqa: ARG001 - signals need an application
    """One below the other."""
    (tmp_path / "logs").write_text("no folder")
    desk = Desk(tmp_path).follow()
    for words in ("first", "second"):
        desk.faults.take(ValueError(words))
    assert desk.model.log().count("\n\n") >= 1
    assert "first" in desk.model.log()
    assert "second" in desk.model.log()
    desk.model.leave()


def test_who_takes_no_faults_follows_nobody(qapp: object, tmp_path: Path) -> None:  # noqa: ARG001 - signals need an application
    """Qt's messages go where they went; the log would stand beside the settings."""
    desk = Desk(tmp_path, is_taking=False)
    before = qInstallMessageHandler(None)
    qInstallMessageHandler(before)
    desk.follow()
    after = qInstallMessageHandler(None)
    qInstallMessageHandler(after)
    assert after == before
    assert desk.model.path.parent == tmp_path
    desk.model.leave()
