"""One field of the question: label, wire name, editor, what is noticed, and where the value is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.hint_line import HintLine, WireName
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.qfpay.findings import Finding

LABEL_WIDTH = 112


class FieldLine(QWidget):
    """Always of one height. ``clean_requested`` comes when a person wants what copying brought along removed."""

    clean_requested = Signal(str)
    """Carries the wire name."""

    def __init__(self, label: str, wire_name: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wire_name = wire_name
        self._editor = editor
        self._help = ("", "")
        self._hint = HintLine(self)
        self._detail = ElidedLabel(self)
        self._clean = QPushButton(self.tr("Remove them"), self)
        self._row = QHBoxLayout()
        self._build(label)
        self._clean.clicked.connect(self._on_clean)

    @property
    def said(self) -> str:
        """The words under the field."""
        return f"{self._hint.text} {self._detail.whole}".strip()

    def add(self, button: QWidget) -> None:
        """Put a button behind the editor."""
        self._row.addWidget(button)

    def set_help(self, what: str, where: str) -> None:
        """What to say while the field is empty: what goes there, and where it is found."""
        self._help = (what, where)

    def say(self, finding: Finding | None) -> None:
        """Show what is noticed with its rule, or the help."""
        if finding is None:
            self._hint.show_hint(self._help[0])
            self._detail.show_text(self._help[1])
        else:
            self._hint.show_finding(translated(finding.headline), finding.severity, finding.claim)
            self._detail.show_text(translated(finding.detail))
        is_trouble = finding is not None and finding.severity > Severity.NOTE
        set_property(self._editor, "severity", finding.severity.name.lower() if finding and is_trouble else None)
        self._clean.setVisible(finding is not None and finding.code.endswith("-unclean"))

    def _build(self, words: str) -> None:
        label = PlainLabel(words, self)
        label.setBuddy(self._editor)
        label.setFixedSize(px(LABEL_WIDTH), current().control)
        set_property(label, "role", "label")
        set_property(self._detail, "role", "muted")
        self._detail.setObjectName(f"{self._editor.objectName()}_detail")
        self._hint.setObjectName(f"{self._editor.objectName()}_hint")
        self._clean.setObjectName(f"{self._editor.objectName()}_clean")
        self._clean.setAutoDefault(False)
        self._clean.hide()
        self._row.setSpacing(current().gap_small)
        self._row.addWidget(self._editor, 1)
        self._row.addWidget(self._clean)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 1)
        layout.addWidget(label, 0, 0)
        layout.addLayout(self._row, 0, 1)
        layout.addWidget(WireName(self._wire_name, self), 1, 0)
        layout.addWidget(self._hint, 1, 1)
        layout.addWidget(self._detail, 2, 1)

    def _on_clean(self) -> None:
        self.clean_requested.emit(self._wire_name)
