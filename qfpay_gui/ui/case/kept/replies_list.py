"""What came back while the case was in hand, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qfpay_gui.ui.case.kept.wording import reply_line
from qfpay_gui.ui.case.note_lines import NoteLines
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from qfpay_gui.snippets.proof.case_file import CaseReply


class RepliesList(QWidget):
    """A line a reply; nothing takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel(self.tr("Replies in this case"), self)
        self._lines = NoteLines("case_replies", self)
        set_property(self._title, "role", "heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._title)
        layout.addWidget(self._lines)
        self.hide()

    def present(self, replies: tuple[CaseReply, ...]) -> None:
        """Show these, which come the oldest first."""
        self._lines.present(reply_line(one) for one in reversed(replies))
        self.setVisible(bool(replies))
