from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.widgets.questions import agrees, tell
from tests.ui.person import Person, agree, enter, escape, find

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

QUESTION = Question(
    text("Guards", "Send to production?"),
    text("Guards", "Host: {host}").fill(host="<b>openapi-hk.qfapi.com</b>"),
    text("Guards", "Send to production"),
)


@pytest.mark.parametrize(("answer", "agreed"), [(escape, False), (enter, False), (agree, True)])
def test_only_the_button_that_says_so_agrees(
    stage: QWidget,
    answer: Callable[[QMessageBox], None],
    agreed: bool,  # noqa: FBT001 - a parameter
) -> None:
    """Escape and Return, the keys of the hurried, are the safe answer."""
    person = Person(lambda: stage)
    person.will(answer)
    assert agrees(QUESTION, stage) is agreed
    assert person.read == ["Send to production?\nHost: <b>openapi-hk.qfapi.com</b>"]


def test_values_in_a_question_are_never_taken_for_markup(stage: QWidget) -> None:
    """What is asked about is shown as it is."""
    formats: list[Qt.TextFormat] = []

    def look(box: QMessageBox) -> None:
        formats.extend(find(box, QLabel, f"qt_msgbox_{part}").textFormat() for part in ("label", "informativelabel"))
        escape(box)

    Person(lambda: stage).will(look)
    assert not agrees(QUESTION, stage)
    assert formats == [Qt.TextFormat.PlainText] * 2


def test_a_question_that_was_answered_is_gone(stage: QWidget) -> None:
    """The window does not collect old dialogs."""
    for _ in range(3):
        person = Person(lambda: stage)
        person.will(escape)
        agrees(QUESTION, stage)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert stage.findChildren(QMessageBox) == []


def test_being_told_does_not_wait_for_an_answer(stage: QWidget) -> None:
    """The sentence stands there, in plain text, until it is closed."""
    tell("Not sent", "Not sent: <b>txamt</b> …", stage)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == "Not sent: <b>txamt</b> …"
    assert box.textFormat() == Qt.TextFormat.PlainText
    escape(box)
    assert QApplication.activeModalWidget() is None
