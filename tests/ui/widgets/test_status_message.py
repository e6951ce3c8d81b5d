from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from qfpay_gui.ui.widgets.status_message import say
from tests.ui.person import status_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_whatever_belongs_to_a_window_speaks_in_its_status_line(stage: QWidget, qtbot: QtBot) -> None:
    """A widget in it, a dialog over it and an object behind it; another window's line stays silent."""
    other = QWidget()
    qtbot.addWidget(other)
    line, others = status_of(stage), status_of(other)
    for speaker in (QWidget(QWidget(stage)), QWidget(QDialog(stage)), QObject(stage), stage):
        say(speaker, f"said by {type(speaker).__name__}")
        assert line.whole == f"said by {type(speaker).__name__}"
    assert others.whole == ""


def test_the_same_sentence_is_said_each_time(stage: QWidget) -> None:
    """Who copies twice is told twice."""
    line, said = status_of(stage), list[str]()
    line.said.connect(said.append)
    say(stage, "Copied")
    say(stage, "Copied")
    assert said == ["Copied", "Copied"]


def test_where_there_is_no_status_line_nothing_is_shown(stage: QWidget) -> None:
    """A panel alone does its work all the same."""
    speaker = QWidget(stage)
    say(speaker, "Copied")
    assert speaker.findChildren(QWidget) == []
