"""One field of a profile: label, wire name, editor, and the line that says what is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.claim_mark import about
from qfpay_gui.ui.widgets.hint_line import HintLine, WireName
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.ui.profiles.checks import Remark

_LABEL_WIDTH = 112


class FormLine(QWidget):
    """Emits ``offer_taken`` with the wire name and the remark's offer when a person takes it."""

    offer_taken = Signal(str, str)

    def __init__(self, label: str, wire_name: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wire_name = wire_name
        self._offer_name = ""
        self._editor = editor
        self._hint = HintLine(self)
        self._hint.setObjectName(f"{editor.objectName()}_hint")
        self._offer = QPushButton(self)
        self._build(label, wire_name)
        self._offer.clicked.connect(self._on_offer)

    @property
    def said(self) -> str:
        """The words of the line under the field."""
        return self._hint.text

    def subject(self, _focused: QWidget) -> str:
        """What is edited, by its name on the wire; "" for what has none."""
        return self._wire_name

    def say(self, remark: Remark) -> None:
        """Show what is noticed, and what can be done about it by one click."""
        severity = remark.severity
        if severity is None:
            self._hint.show_hint(translated(remark.sentence), about(remark.sentence))
        else:
            self._hint.show_finding(translated(remark.sentence), severity, about(remark.sentence))
        tone = severity.name.lower() if severity is not None and severity > Severity.NOTE else None
        set_property(self._editor, "severity", tone)
        self._show_offer(remark.offer or "")

    def say_quietly(self, sentence: Text) -> None:
        """Show help instead of a finding."""
        self._hint.show_hint(translated(sentence), about(sentence))
        set_property(self._editor, "severity", None)
        self._show_offer("")

    def _build(self, words: str, wire_name: str) -> None:
        label = PlainLabel(words, self)
        label.setBuddy(self._editor)
        label.setFixedSize(px(_LABEL_WIDTH), current().control)
        set_property(label, "role", "label")
        wire = WireName(wire_name, self)
        self._offer.setObjectName(f"{self._editor.objectName()}_offer")
        self._offer.setAutoDefault(False)
        self._offer.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap)
        layout.setVerticalSpacing(1)
        layout.setColumnStretch(1, 1)
        layout.addWidget(label, 0, 0)
        fields = QHBoxLayout()
        fields.setSpacing(current().gap)
        fields.addWidget(self._editor, 1)
        fields.addWidget(self._offer)
        layout.addLayout(fields, 0, 1)
        layout.addWidget(wire, 1, 0)
        layout.addWidget(self._hint, 1, 1)

    def _show_offer(self, offer: str) -> None:
        self._offer_name = offer
        words = {"split": self.tr("Split into fields"), "clean": self.tr("Remove them"), "cut": self.tr("Leave it out")}
        self._offer.setText(words.get(offer, ""))
        self._offer.setAccessibleName(words.get(offer, ""))
        self._offer.setVisible(bool(offer))

    def _on_offer(self) -> None:
        self.offer_taken.emit(self._wire_name, self._offer_name)
