"""The fix as one line of code, in the language the merchant writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qfpay_gui.diagnosis.fix_lines import LANGUAGES, fix_line, language_of_fix
from qfpay_gui.ui.look.theme import current, mono
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import StillCombo, WrappedLabel
from qfpay_gui.ui.widgets.status_message import say

if TYPE_CHECKING:
    from qfpay_gui.diagnosis import Diagnosis, ReadRequest


class FixCode(QWidget):
    """Hidden where no line of code is at fault; the language follows the paste until a person chooses one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diagnosis: Diagnosis | None = None
        self._sign_type = "MD5"
        self._languages = StillCombo(self)
        self._line = WrappedLabel(self)
        self._copy = QToolButton(self)
        self._build()
        self._languages.activated.connect(self._render)
        self._copy.clicked.connect(self._on_copy)

    @property
    def line(self) -> str:
        """The whole line of code."""
        return self._line.whole

    def present(self, diagnosis: Diagnosis | None, case: ReadRequest) -> None:
        """Show the line that mends this diagnosis."""
        if diagnosis is not self._diagnosis:
            self._languages.setCurrentIndex(self._languages.findData(language_of_fix(case)))
        self._diagnosis, self._sign_type = diagnosis, case.sign_type
        self._render()

    def _build(self) -> None:
        for language, title in LANGUAGES:
            self._languages.addItem(title, language)
        self._languages.setObjectName("fix_language")
        self._languages.setAccessibleName(self.tr("Language of the line"))
        self._line.setObjectName("fix_line")
        self._line.setFont(mono(current().text_pt))
        words = self.tr("Copy this line of code")
        describe(self._copy, "copy_fix_line", words, "copy")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self._languages, 0, top)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._copy, 0, top)

    def _render(self) -> None:
        language = self._languages.currentData()
        line = fix_line(self._diagnosis, language, self._sign_type) if self._diagnosis else ""
        self._line.show_text(line)
        self.setVisible(bool(line))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._line.whole)
        say(self, self.tr("Copied: the line of code"))
