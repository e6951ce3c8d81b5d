"""A kept case that cannot be examined again: what was found then, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qfpay_gui.models.case.findings import Strings
from qfpay_gui.models.case.proof import parted
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.signing.recipe import Segment
from qfpay_gui.ui.case.cause_card import CauseCard
from qfpay_gui.ui.case.kept.replies_list import RepliesList
from qfpay_gui.ui.case.note_lines import NoteLine, NoteLines
from qfpay_gui.ui.case.strings_pair import StringsPair
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.claim_mark import about
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.case.case_model import OnRecord
    from qfpay_gui.snippets.proof.case_file import CaseReply
    from qfpay_gui.snippets.proof.model import Proof


class KeptPage(QScrollArea):
    """Renders one OnRecord."""

    credentials_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QWidget(self)
        self._card = CauseCard(self._column)
        self._others = NoteLines("kept_others", self._column)
        self._why = NoteLines("kept_why", self._column)
        self._choose = QPushButton(self.tr("Choose credentials …"), self._column)
        self._strings = StringsPair(self._column)
        self._replies = RepliesList(self._column)
        self._build()
        self._choose.clicked.connect(self.credentials_wanted)

    def present(self, state: OnRecord) -> None:
        """Show what was found then; keys and personal data are masked in it."""
        proof = state.record.proof
        first = proof.causes[0] if proof.causes else None
        is_right = bool(proof.claim.signature) and proof.claim.signature.upper() == proof.request.signature.upper()
        if first is not None and not is_right:
            ids = " + ".join(first.deviations)
            said, fix = parted(first.explanation)
            self._card.present(Severity.WRONG, translated(said), translated(fix), ids, about(said, fix))
        elif is_right:
            self._card.present(Severity.OK, self.tr("Well signed, when the case was kept."), "")
        else:
            self._card.present(Severity.ATTENTION, self.tr("No known mistake reproduced this signature."), "")
        others = proof.causes[1:] if not is_right else ()
        self._others.present(NoteLine(Severity.WRONG, "", translated(one.explanation)) for one in others)
        self._others.setVisible(bool(others))
        self._why.present([NoteLine(Severity.ATTENTION, self.tr("Read only."), translated(state.why))])
        self._choose.setVisible(state.needs_key)
        self._strings.setVisible(bool(proof.claim.signing_string))
        self._strings.present(_strings(proof))

    def present_replies(self, replies: tuple[CaseReply, ...]) -> None:
        """Show what came back in this case."""
        self._replies.present(replies)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._strings.restyle()

    def _build(self) -> None:
        self.setObjectName("case_kept")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._choose.setObjectName("choose_kept_credentials")
        set_icon(self._choose, "key")
        action = QHBoxLayout()
        action.addWidget(self._choose)
        action.addStretch(1)
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, current().gap, 0)
        layout.setSpacing(current().gap)
        for part in (self._card, self._others, self._why):
            layout.addWidget(part)
        layout.addLayout(action)
        layout.addWidget(self._strings)
        layout.addWidget(self._replies)
        layout.addStretch(1)
        self.setWidget(self._column)


def _strings(proof: Proof) -> Strings:
    theirs, right = proof.claim.signing_string, proof.request.signing_string
    pieces = ((Segment("value", theirs),), (Segment("value", right),))
    return Strings(*pieces, proof.claim.signature, proof.request.signature, proof.difference, ())
