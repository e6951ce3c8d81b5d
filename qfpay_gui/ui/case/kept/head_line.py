"""What a person notes about the case in hand, in one slim line: merchant, ticket, note, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qfpay_gui.services.database.cases import LONGEST_LINE, LONGEST_NOTE
from qfpay_gui.snippets.proof.case_file import CaseHead
from qfpay_gui.ui.case.kept.wording import STATUSES
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.elided import StillCombo
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.case.case_book import InHand


class HeadLine(QWidget):
    """Shows an InHand; what is typed goes into it at once and is kept by itself."""

    noted = Signal(object)
    """Carries the CaseHead as it is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._merchant, self._ticket, self._note = LineEdit(self), LineEdit(self), LineEdit(self)
        self._status = StillCombo(self)
        self._build()
        for edit in (self._merchant, self._ticket, self._note):
            edit.textEdited.connect(self._on_edited)
        self._status.activated.connect(self._on_edited)

    @property
    def head(self) -> CaseHead:
        """What is noted."""
        status = list(STATUSES)[max(self._status.currentIndex(), 0)]
        return CaseHead(self._merchant.text(), self._ticket.text(), self._note.text(), status)

    def present(self, here: InHand | None) -> None:
        """Show what is noted; the cursor stays where somebody is typing."""
        self.setVisible(here is not None)
        head = here.head if here is not None else CaseHead()
        for edit, words in ((self._merchant, head.merchant), (self._ticket, head.ticket), (self._note, head.note)):
            # What is kept has no blanks at its end, which somebody may just be typing.
            if " ".join(edit.text().split()) != words:
                edit.setText(words)
                edit.setCursorPosition(0)
        self._status.setCurrentIndex(list(STATUSES).index(head.status))

    def restyle(self) -> None:
        """Draw the icons in the colours of the present theme."""
        for place, (_words, picture) in enumerate(STATUSES.values()):
            self._status.setItemIcon(place, icon(*picture))

    def _build(self) -> None:
        self.setObjectName("case_head")
        fields = (
            (self._merchant, "case_merchant", self.tr("Merchant's name"), LONGEST_LINE, 3),
            (self._ticket, "case_ticket", self.tr("Ticket no."), LONGEST_LINE, 2),
            (self._note, "case_note", self.tr("Note"), LONGEST_NOTE, 6),
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().gap_small)
        for edit, name, words, longest, share in fields:
            edit.setObjectName(name)
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
            edit.setToolTip(self.tr("{what}: kept with the case by itself").format(what=words))
            edit.setMaxLength(longest)
            line.addWidget(edit, share)
        for words_of_status, picture in STATUSES.values():
            self._status.addItem(icon(*picture), translated(words_of_status))
        self._status.setObjectName("case_status")
        self._status.setAccessibleName(self.tr("Status of the case"))
        self._status.setToolTip(self.tr("How far the case has come"))
        line.addWidget(self._status)

    def _on_edited(self, _changed: object) -> None:
        self.noted.emit(self.head)
