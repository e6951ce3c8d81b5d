from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QListWidget, QPlainTextEdit

from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.ui.project.dialog import ProjectDialog, project_dialog
from qfpay_gui.ui.widgets.hint_line import HintLine
from tests.models.project.test_project import NOW, answered
from tests.ui.person import Person, status_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.sending.answer import Answer

HONG_KONG = timezone(timedelta(hours=8))


class ProjectDesk:
    """The open dialog about an answer, read some minutes after it came."""

    def __init__(self, qtbot: QtBot, answer: Answer, minutes: int = 0) -> None:
        dialog = project_dialog(answer, (NOW + timedelta(minutes=minutes)).astimezone(HONG_KONG))
        assert dialog is not None
        self.dialog: ProjectDialog = dialog
        self.heard: list[str] = []
        status_of(dialog).said.connect(self.heard.append)
        qtbot.addWidget(dialog)
        dialog.show()
        self.person = Person(lambda: self.dialog)

    @property
    def shown(self) -> str:
        """The text of the chosen file."""
        return self.person.find(QPlainTextEdit, "project_text").toPlainText()

    @property
    def worth(self) -> str:
        """What is said of the project before it is exported."""
        return self.person.find(HintLine, "project_worth").text

    @property
    def said(self) -> str:
        """What became of the export."""
        return self.person.said("project_said")

    def is_enabled(self, name: str) -> bool:
        """Whether the button of this name can be clicked."""
        return self.person.find(QAbstractButton, name).isEnabled()


@pytest.fixture
def desk(dressed: None, qtbot: QtBot) -> ProjectDesk:  # noqa: ARG001 - for its effect
    """A fresh order on live testing, that ends after 20 minutes."""
    return ProjectDesk(qtbot, answered(expired_time="20", out_trade_no="QA1"))


def test_every_file_can_be_read_before_it_is_written(desk: ProjectDesk) -> None:
    """By mouse or arrow keys; the read-me comes first."""
    files = desk.person.find(QListWidget, "project_files")
    assert desk.shown.startswith("# Pay this order in WeChat")
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Down)
    assert "outTradeNo: 'QA1'" in desk.shown
    QTest.keyClick(files, Qt.Key.Key_End)
    assert files.currentItem().text() in {"app.json", "sitemap.json"}
    assert desk.shown.startswith("{")


def test_the_project_is_exported_where_the_person_says(
    desk: ProjectDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was shown is what is written; then its folder can be opened."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    assert not desk.is_enabled("open_project_folder")
    desk.person.click("export_project")
    folder = tmp_path / "qfpay-pay-QA1"
    assert (folder / "README.md").read_text(encoding="utf-8") == desk.shown
    assert desk.said == f"Exported to {folder}"
    assert desk.heard == [desk.said]
    assert desk.is_enabled("open_project_folder")


def test_a_closed_chooser_writes_nothing(desk: ProjectDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said either."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    desk.person.click("export_project")
    assert desk.said == ""


def test_a_taken_name_is_said(desk: ProjectDesk, tmp_path: Path) -> None:
    """The second export stands beside the first."""
    assert desk.dialog.export_to(str(tmp_path))
    assert desk.dialog.export_to(str(tmp_path))
    assert desk.said == (
        f"Exported to {tmp_path / 'qfpay-pay-QA1-2'}: its usual name was taken, and nothing was overwritten"
    )


def test_a_failed_export_says_why(desk: ProjectDesk, tmp_path: Path) -> None:
    """And there is no folder to open."""
    assert not desk.dialog.export_to(str(tmp_path / "gone"))
    assert desk.said == f"Not exported. {tmp_path / 'gone'} is not there any more. Choose another folder."
    assert not desk.is_enabled("open_project_folder")


class FileManager(QObject):
    """Takes the place of the desktop's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Remember what was to be opened."""
        self.opened.append(url.toLocalFile())


def test_the_folder_opens_in_the_desktops_own_program(desk: ProjectDesk, tmp_path: Path) -> None:
    """The project's folder, not the one above it."""
    files = FileManager()
    QDesktopServices.setUrlHandler("file", files, "open")  # type: ignore[arg-type] # it takes no bytes
    try:
        desk.dialog.export_to(str(tmp_path))
        desk.person.click("open_project_folder")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert files.opened == [str(tmp_path / "qfpay-pay-QA1")]


def test_what_the_project_is_worth_is_said_first(dressed: None, qtbot: QtBot) -> None:  # noqa: ARG001 - for its effect
    """Until when it pays; that it has expired; that a simulated order pays nothing."""
    stated = answered(expired_time="20", txamt="300", txcurrcd="HKD")
    assert ProjectDesk(qtbot, stated).worth.endswith("pays HK$3.00 on the payer’s phone until 12:25:06")
    doubtful = ProjectDesk(qtbot, answered(expired_time="")).worth
    assert "surely until 12:35:06, at the latest until 14:05:06" in doubtful
    assert "has expired" in ProjectDesk(qtbot, stated, minutes=20).worth
    assert "WeChat will refuse" in ProjectDesk(qtbot, answered(SIMULATOR), minutes=20).worth


def test_a_refused_order_has_no_dialog(dressed: None) -> None:  # noqa: ARG001 - for its effect
    """There is nothing to pay."""
    assert project_dialog(answered(members={"respcd": "1108", "pay_params": None}), NOW) is None
