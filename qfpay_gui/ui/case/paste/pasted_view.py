"""What was read out of a paste: form, facts, parameters, remarks, and what can be added by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.case.note_lines import NoteLine, NoteLines
from qfpay_gui.ui.case.paste.parameters_table import ParametersTable
from qfpay_gui.ui.case.wording import details, facts, order_line
from qfpay_gui.ui.look.theme import current, mono, set_property
from qfpay_gui.ui.widgets.elided import ElidedCombo, ElidedLabel
from qfpay_gui.ui.widgets.paste_edit import PasteEdit
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


class PastedView(QWidget):
    """Renders one reading; the chosen request, with what was typed, is its ``case``."""

    edited = Signal()
    """Another request was chosen or corrected, or something was typed by hand."""
    place_wanted = Signal(object)
    """Carries the Place of the value a person went to."""
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
        self._signature = QLineEdit(self)
        self._string = PasteEdit(self)
        self._build()
        self._connect()

    @property
    def case(self) -> ReadRequest | None:
        """The request to examine; None where nothing was found."""
        chosen = self._chosen
        signature, string = self._signature.text().strip(), self._string.source
        if string.strip() and (chosen is None or not chosen.pairs):
            chosen = _read(string)
        if chosen is None:
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
        self._choice.setObjectName("paste_request")
        self._choice.setAccessibleName(self.tr("Request"))
        self._area.setObjectName("paste_notes_scroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._facts)
        layout.addWidget(self._details)
        layout.addWidget(self._choice)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._area)
        layout.addLayout(self._by_hand())

    def _by_hand(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().gap)
        grid.setVerticalSpacing(current().gap_small)
        grid.setColumnStretch(1, 1)
        set_property(self._string, "role", "")
        self._string.setFixedHeight(_TWO_LINES)
        self._string.setToolTip(self.tr("The text the merchant hashed, with or without the key"))
        lines: tuple[tuple[QWidget, str, str], ...] = (
            (self._signature, "merchant_signature", self.tr("Signature")),
            (self._string, "merchant_string", self.tr("Signing string")),
        )
        for row, (edit, name, words) in enumerate(lines):
            label = QLabel(words, self)
            set_property(label, "role", "label")
            label.setBuddy(edit)
            edit.setObjectName(name)
            edit.setAccessibleName(words)
            edit.setFont(mono(current().small_px))
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        return grid

    def _connect(self) -> None:
        self._choice.currentIndexChanged.connect(self._attribution.choose)
        self._attribution.changed.connect(self._on_attributed)
        self._table.pointed.connect(self._on_pointed)
        self._table.menu_requested.connect(self.menu_requested)
        self._signature.textEdited.connect(self._on_typed)
        self._string.edited.connect(self._on_typed)

    def _render(self) -> None:
        request = self._chosen
        self._facts.show_text(self._heading(request))
        self._details.show_text(" · ".join(details(request)) if request else "")
        self._details.setVisible(bool(self._details.whole))
        self._table.setVisible(request is not None)
        if request is not None:
            self._table.present(request, _missing(request))
        self._notes.present(self._lines(request))
        # Without a table the remarks get the room.
        self._area.setVisible(request is None or bool(self._notes.words))
        self._area.setMaximumHeight(_NOTES_PX if request is not None else QWIDGETSIZE_MAX)
        found = bool(request and request.signature)
        self._signature.setPlaceholderText(
            request.signature if request and found else self.tr("not found: paste it here, if you have it")
        )
        has_string = bool(request and request.signing_string)
        self._string.setPlaceholderText(
            self.tr("found in the paste") if has_string else self.tr("what the merchant hashed, if you have it")
        )

    def _heading(self, request: ReadRequest | None) -> str:
        if request is not None:
            return " · ".join(facts(request))
        if self._reading is not None and self._reading.call_findings is not None:
            return self.tr("A call of wx.requestPayment")
        return self.tr("Nothing recognised yet")

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
                yield NoteLine(note.severity, "", translated(note.message))

    def _call_lines(self, reading: Reading) -> Iterator[NoteLine]:
        if reading.call_findings is None:
            return
        for finding in reading.call_findings:
            yield NoteLine(finding.severity, translated(finding.headline), translated(finding.detail))
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
