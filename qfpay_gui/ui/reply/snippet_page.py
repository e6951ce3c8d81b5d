"""The code a merchant pastes into the Mini Program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.reply.page import Page
from qfpay_gui.ui.reply.pages import marks, why_no_pay_params
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.claim_mark import about
from qfpay_gui.ui.widgets.hint_line import HintLine
from qfpay_gui.ui.widgets.reading_view import JsHighlighter, ReadingView
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer


class SnippetPage(Page):
    """Read-only code with a Copy button, and where it goes."""

    export_requested = Signal()
    """A Mini Program that pays this order is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = HintLine(self)
        self._code = ReadingView("code", "snippet", self.tr("Code for the Mini Program"), self)
        self._highlighter = JsHighlighter(self._code.document())
        self.tools = QWidget()
        self._export, self._button = QPushButton(self.tools), QPushButton(self.tools)
        self._code.show_whole()
        self._build_tools()
        self.column.addWidget(self._where)
        self.column.addWidget(self._code, 1)
        self.column.addStretch()
        self._button.clicked.connect(self.copy)
        self._export.clicked.connect(self.export_requested)

    def _build_tools(self) -> None:
        """The buttons stand in the row of tabs, so that the code has all the room below."""
        words = self.tr("Export a Mini Program for WeChat DevTools that pays this order on a real phone …")
        describe(self._export, "export_project", words, "phone")
        describe(self._button, "copy_snippet", self.tr("Copy the code for the Mini Program"), "copy")
        line = QHBoxLayout(self.tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._export)
        line.addWidget(self._button)

    def copy(self) -> None:
        """Copy the code of the present answer, whether it is drawn yet or not."""
        if self._answer is not None and self._answer.snippet:
            self._copy(self._answer.snippet, self.tr("code for the Mini Program"))

    def restyle(self) -> None:
        """Draw again in the colours and font of the present theme."""
        super().restyle()
        self._code.restyle()
        self._highlighter.rehighlight()

    def _fill(self, answer: Answer) -> None:
        self._code.show_text(answer.snippet.rstrip("\n"))
        self._code.setVisible(bool(answer.snippet))
        self._button.setVisible(bool(answer.snippet))
        self._export.setVisible(bool(answer.snippet))
        self._say_where(answer)

    def _say_where(self, answer: Answer) -> None:
        mark = marks(answer).get("pay_params")
        if not answer.snippet:
            why = why_no_pay_params(answer)
            self._where.show_hint(translated(why), about(why))
        elif mark is not None and mark.severity is Severity.WRONG:
            words = self.tr("{count} members need attention: see pay_params before you use this")
            self._where.show_finding(words.format(count=mark.count), mark.severity)
        else:
            self._where.show_hint("")
        self._where.setVisible(bool(self._where.text))
