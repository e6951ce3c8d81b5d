"""Who signs: app code and key of the chosen profile, as far as they may be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from qfpay_gui.models.request.signing_text import MASK
from qfpay_gui.ui.form.field_row import LABEL_WIDTH
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.hint_line import HintLine, WireName
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_SHOWN_MASK = 16


class MerchantLines(QWidget):
    """Shows app_code and the length of client_key; editing happens in the credentials dialog."""

    edit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(current().gap)
        self._layout.setVerticalSpacing(1)
        self._layout.setColumnMinimumWidth(0, px(LABEL_WIDTH))
        self._layout.setColumnStretch(1, 1)
        self._app_code, self._app_code_hint = self._line(0, "app_code", self.tr("App code"))
        self._key, self._key_hint = self._line(2, "client_key", self.tr("Client key"))
        edit = QPushButton(self.tr("Credentials …"), self)
        edit.setObjectName("merchant_credentials")
        set_icon(edit, "key")
        set_property(edit, "role", "quiet")
        self._layout.addWidget(edit, 0, 2)
        edit.clicked.connect(self.edit_requested)

    def present(self, request: PreparedRequest) -> None:
        """Show who signs this request, and what is noticed about it."""
        app_code = dict(request.headers)["X-QF-APPCODE"]
        length = sum(len(segment.text) for segment in request.signed.segments if segment.kind == "key")
        self._app_code.show_text(app_code or "–")
        self._key.show_text(MASK * min(length, _SHOWN_MASK) or "–")
        characters = self.tr("{count} characters").format(count=length) if length else ""
        for name, hint, quiet in (
            ("app_code", self._app_code_hint, ""),
            ("client_key", self._key_hint, characters),
        ):
            findings = request.findings_at(name)
            if findings:
                hint.show_finding(translated(findings[0].headline), findings[0].severity)
            else:
                hint.show_hint(quiet)

    def _line(self, row: int, name: str, words: str) -> tuple[ElidedLabel, HintLine]:
        label = PlainLabel(words, self)
        label.setFixedSize(px(LABEL_WIDTH), current().control)
        set_property(label, "role", "label")
        value = ElidedLabel(self)
        value.setObjectName(f"shown_{name}")
        set_property(value, "role", "value")
        hint = HintLine(self)
        self._layout.addWidget(label, row, 0)
        self._layout.addWidget(value, row, 1)
        self._layout.addWidget(WireName(name, self), row + 1, 0)
        self._layout.addWidget(hint, row + 1, 1, 1, 2)
        return value, hint
