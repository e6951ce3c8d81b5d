from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

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


def test_a_question_tells_where_it_comes_from(stage: QWidget) -> None:
    """The safe answer has the keyboard; the mark is reached from there, tells its source, and answers nothing."""
    question = Question(QUESTION.title, text("Guards", "This makes a real order with real money."), QUESTION.agree)
    seen: list[str] = []

    def look(box: QMessageBox) -> None:
        label = find(box, QLabel, "qt_msgbox_informativelabel")
        first = box.focusWidget()
        seen.extend((first.text() if isinstance(first, QPushButton) else "", label.accessibleName()))
        for _ in range(4):
            QTest.keyClick(box.focusWidget(), Qt.Key.Key_Tab)
            if label.hasSelectedText():
                break
        QTest.keyClick(label, Qt.Key.Key_Return)
        seen.extend(told())
        for one in QApplication.topLevelWidgets():
            if one.metaObject().className() == "QWhatsThat":
                one.close()
        assert box.isVisible()
        escape(box)

    def told() -> list[str]:
        names = (one.metaObject().className() for one in QApplication.topLevelWidgets())
        return [name for name in names if name == "QWhatsThat"]

    person = Person(lambda: stage)
    person.will(look)
    assert not agrees(question, stage)
    assert seen == ["Cancel", "This makes a real order with real money. documented", "QWhatsThat"]
    assert person.read == ["Send to production?\nThis makes a real order with real money. ● documented"]


def test_a_value_in_a_question_with_a_mark_is_no_markup_either(stage: QWidget) -> None:
    """Host and merchant are shown as they are, on lines of their own."""
    where = text("Guards", "Host: {host}\nMerchant: {merchant}\n\n{consequence}")
    consequence = text("Guards", "This only reads: no order is changed, and no money moves.")
    filled = where.fill(host="<b>h</b>", merchant="A & B", consequence=consequence)
    person = Person(lambda: stage)
    person.will(escape)
    agrees(Question(QUESTION.title, filled, QUESTION.agree), stage)
    assert "Host: <b>h</b>\nMerchant: A & B\n\nThis only reads" in person.read[0]


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
