"""The finding in one large sentence, with the way out under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, mark, spoken
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from qfpay_gui.qfpay.findings import Severity


class CauseCard(QFrame):
    """A stroke and an icon in the tone of the finding, the sentence, the fix, and small what names it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(self)
        self._cause = self._label("case_cause")
        self._fix = self._label("case_fix")
        self._origin = ClaimLabel(self)
        self._ids = ElidedLabel(self)
        self._copy = QToolButton(self)
        self._build()
        self._copy.clicked.connect(self._on_copy)

    def present(self, severity: Severity, cause: str, fix: str, ids: str = "", origin: str = "") -> None:
        """Say this; ``ids`` are the deviations, ``origin`` the ids of where cause and fix come from."""
        tone = severity.name.lower()
        set_property(self, "severity", tone)
        set_icon(self._icon, tone, f"{tone}_fg", 20)
        if cause != self._cause.text():
            announce(self, cause)
        for label, words in ((self._cause, cause), (self._fix, fix)):
            label.setText(words)
            label.setAccessibleName(words)
        self._fix.setVisible(bool(fix))
        self._origin.setText(mark(origin))
        self._origin.setAccessibleName(spoken(origin))
        self._origin.setVisible(bool(origin))
        self._ids.show_text(ids)
        self._ids.setVisible(bool(ids))

    def _label(self, name: str) -> QLabel:
        label = PlainLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _build(self) -> None:
        words = self.tr("Copy the cause and the fix")
        describe(self._copy, "copy_cause", words, "copy")
        set_property(self._cause, "role", "heading")
        set_property(self._fix, "role", "value")
        set_property(self._ids, "role", "muted")
        set_property(self, "role", "line")
        self._ids.setObjectName("case_deviations")
        self._origin.setObjectName("case_origin")
        foot = QHBoxLayout()
        foot.setSpacing(current().gap)
        foot.addWidget(self._origin)
        foot.addWidget(self._ids, 1)
        foot.addStretch(0)
        layout = QGridLayout(self)
        layout.setContentsMargins(current().margin, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._cause, 0, 1)
        layout.addWidget(self._copy, 0, 2, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._fix, 1, 1, 1, 2)
        layout.addLayout(foot, 2, 1, 1, 2)
        layout.setColumnStretch(1, 1)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(filter(None, (self._cause.text(), self._fix.text()))))
        say(self, self.tr("Copied: the cause and the fix"))
