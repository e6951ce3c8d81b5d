"""Dialogs that ask before something that cannot be taken back."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.look.theme import set_property
from qfpay_gui.ui.widgets.claim_mark import LINKS, about, mark, point, spoken
from qfpay_gui.ui.widgets.claim_mark import tell as tell_source
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

LEAVING = Question(
    text("Guards", "A request is on its way"),
    text(
        "Guards",
        "Closing now stops waiting for its answer, and whether it arrived is then unknown. "
        "The orders table keeps it as “outcome unknown”: query it at the next start.",
    ),
    text("Guards", "Close all the same"),
)


def agrees(question: Question, parent: QWidget) -> bool:
    """Whether the person agrees; the safe answer is the default, and what Escape gives."""
    box, agree = _box(question, parent)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is agree


def ask(question: Question, parent: QWidget, agreed: Callable[[], object]) -> None:
    """Ask without holding up the rest of the window's work; ``agreed`` is called where the person agrees."""
    box, agree = _box(question, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    agree.clicked.connect(agreed)
    box.open()


def _box(question: Question, parent: QWidget) -> tuple[QMessageBox, QPushButton]:
    """The question, and the button that agrees to it."""
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translated(question.title))
    box.setText(translated(question.title))
    box.setTextFormat(Qt.TextFormat.PlainText)
    _explain(box, question)
    agree = box.addButton(translated(question.agree), QMessageBox.ButtonRole.AcceptRole)
    set_property(agree, "role", "danger")
    agree.setObjectName("agree")
    refuse = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    refuse.setFocus()
    return box, agree


def _explain(box: QMessageBox, question: Question) -> None:
    """What there is to know before agreeing, with the mark of where it comes from."""
    words = translated(question.explanation)
    origin = about(question.title, question.explanation) or question.claim
    if not mark(origin):
        box.setInformativeText(words)
        return
    box.setOption(QMessageBox.Option.DontUseNativeDialog)
    lines = escape(words, quote=False).replace("\n", "<br>")
    box.setInformativeText(f"{lines} {mark(origin)}")
    for label in box.findChildren(QLabel, "qt_msgbox_informativelabel"):
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(LINKS)
        label.setOpenExternalLinks(False)
        label.linkHovered.connect(partial(point, box))
        label.linkActivated.connect(partial(tell_source, box))
        label.setAccessibleName(" ".join((words, spoken(origin))))


def tell(title: str, sentence: str, parent: QWidget) -> None:
    """Say why something was not done, without holding up the rest of the window's work."""
    box = QMessageBox(QMessageBox.Icon.Information, title, sentence, QMessageBox.StandardButton.Ok, parent)
    box.setObjectName("message")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
