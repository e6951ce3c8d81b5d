"""What was read out of a paste: form, facts, parameters, remarks, and what can be added by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.case.note_lines import NoteLine, NoteLines
from qfpay_gui.ui.case.paste.parameters_table import ParametersTable
from qfpay_gui.ui.case.wording import details, facts, kind_name, order_line
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.widgets.claim_mark import about
from qfpay_gui.ui.widgets.elided import ElidedCombo, ElidedLabel
from qfpay_gui.ui.widgets.paste_edit import PasteEdit
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.line_edit import LineEdit
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.diagnosis.importing.places import Place
    from qfpay_gui.models.case.attribution import Attribution
    from qfpay_gui.models.case.reading import Reading

_MOST_OFFERED = 300
_TWO_LINES, _NOTES_PX = 46, 128
QWIDGETSIZE_MAX = 16_777_215
DIGEST = "digest"
_CHECKED = frozenset({"reply", "notification"})
WX_ERROR = "wx-error"
_TAKEN = _CHECKED | {WX_ERROR}
_BY_HAND = frozenset({"request", "nothing", DIGEST})
_QUOTED = re.compile(r"[“「](.+)[”」]", re.DOTALL)


class PastedView(QWidget):
    """Renders one reading; the chosen request, with what was typed, is its ``case``."""

    edited = Signal()
    """Another request was chosen or corrected, or something was typed by hand."""
    place_wanted = Signal(object)
    """Carries the Place of the value a person went to."""
    check_requested = Signal()
    """What was pasted carries QFPay's signature, which is to be checked, or is WeChat's answer to a Mini Program."""
    menu_requested = Signal(object)
    """Carries the point on the screen at which a person wants to say what that value is."""

    def __init__(self, attribution: Attribution, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attribution = attribution
        self._reading: Reading | None = None
        self._facts = ElidedLabel(self)
        self._details = ElidedLabel(self)
        self._choice = ElidedCombo(self)
        self._table = ParametersTable(self)
        self._notes = NoteLines("paste_notes")
        self._area = QScrollArea(self)
        self._signature = LineEdit(self)
        self._string = PasteEdit(self)
        self._hand = QWidget(self)
        self._act = QPushButton(self)
        self._build()
        self._connect()

    @property
    def case(self) -> ReadRequest | None:
        """The request to examine; None where nothing was found."""
        chosen = self._chosen
        signature, string = self._signature.text().strip(), self._string.source
        if string.strip() and (chosen is None or not chosen.pairs):
            signature = signature or (chosen.signature if chosen else "")
            chosen = _read(string)
        if chosen is None or chosen.kind == DIGEST:
            return None
        return replace(
            chosen,
            signature=signature or chosen.signature,
            signing_string=string or chosen.signing_string,
        )

    def present(self, reading: Reading) -> None:
        """Show this reading; what was typed by hand stays."""
        self._reading = reading
        self._choice.blockSignals(True)  # noqa: FBT003 - Qt's way: filling is no choosing
        self._choice.clear()
        offered = reading.usable[:_MOST_OFFERED]
        self._choice.addItems([order_line(place, one) for place, one in enumerate(offered, 1)])
        self._choice.setCurrentIndex(0)
        self._choice.blockSignals(False)  # noqa: FBT003 - as above
        self._choice.setVisible(len(offered) > 1)
        self._attribution.present(reading)

    def point_at(self, place: Place | None) -> None:
        """Mark the value that was read out of this place of the paste."""
        self._table.point_at(place.at if place else -1)

    @property
    def _chosen(self) -> ReadRequest | None:
        seen = self._attribution.seen
        return seen.request if seen else None

    def _build(self) -> None:
        self._facts.setObjectName("paste_facts")
        set_property(self._facts, "role", "heading")
        self._details.setObjectName("paste_details")
        set_property(self._details, "role", "muted")
        self._act.setObjectName("act_on_paste")
        self._act.setAutoDefault(False)
        self._choice.setObjectName("paste_request")
        self._choice.setAccessibleName(self.tr("Request"))
        self._area.setObjectName("paste_notes_scroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._held())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._facts)
        layout.addWidget(self._details)
        layout.addWidget(self._choice)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._area)
        self._hand.setLayout(self._by_hand())
        self._hand.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout.addWidget(self._hand)

    def _held(self) -> QWidget:
        """The remarks, and what can be done about them."""
        held = QWidget(self._area)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().gap)
        column.addWidget(self._notes)
        column.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return held

    def _by_hand(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().gap)
        grid.setVerticalSpacing(current().gap_small)
        grid.setColumnStretch(1, 1)
        set_property(self._string, "role", "")
        self._string.setFixedHeight(px(_TWO_LINES))
        self._string.setToolTip(self.tr("The text the merchant hashed, with or without the key"))
        lines: tuple[tuple[QWidget, str, str], ...] = (
            (self._signature, "merchant_signature", self.tr("Signature")),
            (self._string, "merchant_string", self.tr("Signing string")),
        )
        for row, (edit, name, words) in enumerate(lines):
            label = PlainLabel(words, self)
            set_property(label, "role", "label")
            label.setBuddy(edit)
            edit.setObjectName(name)
            edit.setAccessibleName(words)
            edit.setFont(mono(current().small_pt))
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        return grid

    def _connect(self) -> None:
        self._choice.currentIndexChanged.connect(self._attribution.choose)
        self._attribution.changed.connect(self._on_attributed)
        self._table.pointed.connect(self._on_pointed)
        self._table.menu_requested.connect(self.menu_requested)
        self._act.clicked.connect(self._on_act)
        self._signature.textEdited.connect(self._on_typed)
        self._string.edited.connect(self._on_typed)

    def _render(self) -> None:
        request = self._chosen
        self._facts.show_text(self._heading(request))
        self._details.show_text(" · ".join(details(request)) if request else "")
        self._details.setVisible(bool(self._details.whole))
        missing = _missing(request) if request else ()
        has_table = request is not None and bool(request.pairs or missing)
        self._table.setVisible(has_table)
        if request is not None:
            self._table.present(request, missing)
        self._notes.present(self._lines(request))
        # Without a table the remarks get the room.
        self._area.setVisible(not has_table or bool(self._notes.words))
        self._area.setMaximumHeight(px(_NOTES_PX) if has_table else QWIDGETSIZE_MAX)
        self._render_act()
        found = bool(request and request.signature)
        self._signature.setPlaceholderText(
            request.signature if request and found else self.tr("not found: paste it here, if you have it")
        )
        has_string = bool(request and request.signing_string)
        self._string.setPlaceholderText(
            self.tr("found in the paste") if has_string else self.tr("what the merchant hashed, if you have it")
        )

    def _render_act(self) -> None:
        """Offer what to do with a paste that is no request, and nothing that only a request needs."""
        kind = self._kind
        self._hand.setVisible(kind in _BY_HAND)
        self._act.setVisible(kind in _TAKEN or bool(self._question))
        words = self.tr("Check its signature") if kind in _CHECKED else self.tr("Copy the question")
        self._act.setText(self.tr("Show it in the set-up") if self.is_answer else words)

    @property
    def is_answer(self) -> bool:
        """Whether the paste is what WeChat answered to a Mini Program."""
        return self._kind == WX_ERROR

    @property
    def _kind(self) -> str:
        return self._reading.kind if self._reading else "nothing"

    @property
    def _question(self) -> str:
        """What to ask the merchant, where the paste tells nothing."""
        notes = self._reading.requests[0].notes if self._reading and self._reading.requests else ()
        asked = (_QUOTED.search(translated(note.message)) for note in notes if note.code == "nothing")
        return next((found[1] for found in asked if found), "")

    def _on_act(self) -> None:
        if self._kind in _TAKEN:
            self.check_requested.emit()
        else:
            QGuiApplication.clipboard().setText(self._question)
            say(self, self.tr("Copied: the question to the merchant"))

    def _heading(self, request: ReadRequest | None) -> str:
        if request is not None and request.kind == "request":
            return " · ".join(facts(request))
        if self._reading is not None and self._reading.call_findings is not None:
            return self.tr("A call of wx.requestPayment")
        return kind_name(self._kind)

    def _lines(self, request: ReadRequest | None) -> Iterator[NoteLine]:
        reading = self._reading
        if reading is None:
            return
        if reading.technical:
            yield NoteLine(Severity.WRONG, self.tr("This program failed while reading."), reading.technical)
        if request is not None and request.client_key:
            words = self.tr("It is used for this examination only and never kept. The merchant should change it.")
            yield NoteLine(Severity.ATTENTION, self.tr("The paste holds the client key."), words)
        yield from self._call_lines(reading)
        notes = request.notes if request else tuple(n for one in reading.requests for n in one.notes)
        shown = request is not None or reading.call_findings is None
        for note in sorted(notes, key=lambda one: -one.severity):
            if shown and not note.field and note.code not in {"holds-key", "missing"}:
                yield NoteLine(note.severity, "", translated(note.message), about(note.message))

    def _call_lines(self, reading: Reading) -> Iterator[NoteLine]:
        for member in reading.pay_params:
            yield NoteLine(member.severity, member.name, translated(member.message), about(member.message))
        if reading.call_findings is None:
            return
        for finding in reading.call_findings:
            words = translated(finding.headline), translated(finding.detail)
            yield NoteLine(finding.severity, *words, finding.claim)
        if not reading.call_findings:
            yield NoteLine(Severity.OK, self.tr("The call of wx.requestPayment passes everything on as it should."))

    def _on_attributed(self) -> None:
        self._render()
        self.edited.emit()

    def _on_pointed(self, at: int) -> None:
        places = self._attribution.seen.places if self._attribution.seen else ()
        place = next((one for one in places if one.at == at), None)
        if place is not None:
            self.place_wanted.emit(place)

    def _on_typed(self, _typed: object) -> None:
        self.edited.emit()


def _missing(request: ReadRequest) -> tuple[str, ...]:
    from qfpay_gui.diagnosis.importing import missing  # noqa: PLC0415 - not needed at start

    return missing(request)


def _read(string: str) -> ReadRequest | None:
    """The request a signing string alone tells of; None where it names no parameter."""
    from qfpay_gui.diagnosis.importing import read_request  # noqa: PLC0415 - not needed at start

    request = read_request(string)
    return request if request.pairs else None
