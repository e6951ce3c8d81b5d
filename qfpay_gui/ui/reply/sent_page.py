"""The request as it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.models.request.signing_text import signing_text
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.signing.recipe import Segment
from qfpay_gui.ui.reply.messages import arrived, decoded, request_copied, request_shown, where_sent
from qfpay_gui.ui.reply.page import Page
from qfpay_gui.ui.widgets.hint_line import HintLine
from qfpay_gui.ui.widgets.reading_view import ReadingView
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.sending.answer import Answer


class SentPage(Page):
    """Request line, headers and body byte for byte, then what a server reads out of the body."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = HintLine(self)
        self._where.setObjectName("where_sent")
        self._decoded_toggle = self._toggle(
            self.tr("Decoded"), self.tr("Show below what a server reads out of the body"), "show_decoded"
        )
        self._button = self._copy_button(self.tr("Copy"), self.tr("Copy request line, headers and body"), "copy_sent")
        self._view = ReadingView("raw", "sent_request", self.tr("Request as sent"), self)
        self.column.addLayout(self._line(self._where, self._decoded_toggle, self._button))
        self.column.addWidget(self._view, 1)
        self._decoded_toggle.toggled.connect(self._on_toggled)
        self._button.clicked.connect(self._on_copy)

    def restyle(self) -> None:
        """Draw again in the font of the present theme."""
        super().restyle()
        self._view.restyle()

    def _fill(self, answer: Answer) -> None:
        shown = request_shown(answer.request)
        sentence = " · ".join(translated(one) for one in (where_sent(answer), *shown.remarks))
        if arrived(answer):
            self._where.show_hint(sentence)
        else:
            self._where.show_finding(sentence, Severity.ATTENTION)
        below = f"\n\n{self._decoded(answer)}" if self._decoded_toggle.isChecked() else ""
        self._view.show_text(shown.whole + below)

    def _decoded(self, answer: Answer) -> str:
        """One parameter a line, hidden characters made visible."""
        pairs = decoded(answer.request)
        width = min(max((len(name) for name, _value in pairs), default=0), 20)
        lines = [f"  {_visible(name):<{width}}  {_visible(value)}" for name, value in pairs]
        return "\n".join((self.tr("— Decoded: what a server reads out of the body —"), *lines))

    def _on_toggled(self, _checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._answer is not None:
            self._fill(self._answer)

    def _on_copy(self) -> None:
        if self._answer is not None:
            self._copy(request_copied(self._answer.request), self.tr("request as sent"))


def _visible(written: str) -> str:
    return signing_text((Segment("value", written),), reveal_key=False).shown
