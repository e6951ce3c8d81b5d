"""Dialogs that ask before something that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from qfpay_gui.ui.theme import set_property
from qfpay_gui.ui.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.guards import Question


def agrees(question: Question, parent: QWidget) -> bool:
    """Whether the person agrees; the safe answer is the default, and what Escape gives."""
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translated(question.title))
    box.setText(translated(question.title))
    box.setInformativeText(translated(question.explanation))
    box.setTextFormat(Qt.TextFormat.PlainText)
    agree = box.addButton(translated(question.agree), QMessageBox.ButtonRole.AcceptRole)
    set_property(agree, "role", "danger")
    agree.setObjectName("agree")
    refuse = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is agree


def tell(title: str, sentence: str, parent: QWidget) -> None:
    """Say why something was not done, without holding up the rest of the window's work."""
    box = QMessageBox(QMessageBox.Icon.Information, title, sentence, QMessageBox.StandardButton.Ok, parent)
    box.setObjectName("message")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
