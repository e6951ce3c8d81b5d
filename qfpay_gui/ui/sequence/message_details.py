"""The selected message: from whom to whom, how it is known, and what was really sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.sequence.messages import MessageKind
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.sequence.wording import KINDS, copied, label, parties, whole
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel
from qfpay_gui.ui.widgets.document_view import sourced
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.reading_view import ReadingView
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.translate import translated
from qfpay_gui.ui.words.translate import whole as whole_text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.sequence.messages import Message

_BADGES = {MessageKind.HTTP: "custom", MessageKind.SIMULATED: "simulator", MessageKind.UNSEEN: None}


class MessageDetails(QWidget):
    """Everything in it is masked as the diagram is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self._parties = ElidedLabel(self)
        self._badge = PlainLabel(self)
        self._copy = QToolButton(self)
        self._headline = ElidedLabel(self)
        self._note = ClaimLabel(self)
        self._view = ReadingView("raw", "sequence_sent", self.tr("What was sent"), self)
        self._build()
        self._copy.clicked.connect(self._on_copy)
        self.show_message(None)

    def show_message(self, message: Message | None) -> None:
        """Show this message; None asks to select one."""
        self._message = message
        for widget in (self._badge, self._copy, self._view):
            widget.setVisible(message is not None)
        if message is None:
            self._parties.show_text("")
            self._headline.show_text(self.tr("Nothing happened yet"))
            self._note.setText(self.tr("Send a payment: every message between the five parties appears here."))
            set_property(self._headline, "severity", None)
            return
        self._parties.show_text(parties(message))
        self._badge.setText(translated(KINDS[message.kind]))
        set_property(self._badge, "kind", _BADGES[message.kind])
        self._headline.show_text(label(message))
        set_property(self._headline, "severity", "wrong" if message.failed else None)
        self._note.setText(sourced(message.note))
        self._note.setVisible(bool(self._note.text()))
        self._view.show_text(whole_text(whole(message)))
        self._view.setVisible(bool(message.parts))

    def restyle(self) -> None:
        """Draw in the font of the present theme."""
        self._view.restyle()

    def enter(self) -> None:
        """Take the keyboard, to read what was sent."""
        target = self._view if self._view.isVisibleTo(self) else self._copy
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setObjectName("sequence_details")
        self._parties.setObjectName("sequence_parties")
        self._headline.setObjectName("sequence_headline")
        self._note.setObjectName("sequence_note")
        self._badge.setObjectName("sequence_kind")
        self._copy.setObjectName("sequence_copy")
        set_property(self._parties, "role", "muted")
        set_property(self._headline, "role", "heading")
        set_property(self._badge, "role", "badge")
        set_property(self._note, "role", "muted")
        set_property(self._copy, "role", "quiet")
        self._note.setWordWrap(True)
        self._copy.setToolTip(self.tr("Copy this message with what was sent"))
        self._copy.setAccessibleName(self._copy.toolTip())
        set_icon(self._copy, "copy")
        head = QHBoxLayout()
        head.setSpacing(current().gap)
        head.addWidget(self._parties, 1)
        head.addWidget(self._badge)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().gap_small)
        column.addLayout(head)
        column.addWidget(self._headline)
        column.addWidget(self._note)
        column.addWidget(self._view, 1)
        column.addStretch(0)

    def _on_copy(self) -> None:
        if self._message is not None:
            written = copied(self._message)
            QGuiApplication.clipboard().setText(whole_text(written))
            count = f"{len(written):,}"
            say(self, self.tr("Copied: the message, {count} characters").format(count=count))
