"""The parameters of a pasted request, each with what is to be said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from qfpay_gui.models.request.signing_text import signing_text
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.signing.recipe import Segment
from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.look.theme import current, mono, px, set_property
from qfpay_gui.ui.widgets.elided import plain_tip
from qfpay_gui.ui.words.translate import in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QContextMenuEvent

    from qfpay_gui.diagnosis.importing import Note, ReadRequest

_NAME, _VALUE, _NOTE = range(3)
_ROW, _LONGEST, _MOST = 24, 1000, 500


class ParametersTable(QTableWidget):
    """In the order they came; mandatory ones that are missing follow."""

    pointed = Signal(int)
    """Carries the place among the pairs of the row a person went to."""
    menu_requested = Signal(object)
    """Carries the point on the screen at which a menu for that row is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("pasted_parameters")
        self.setAccessibleName(self.tr("Parameters"))
        self.setHorizontalHeaderLabels([self.tr("Parameter"), self.tr("Value"), self.tr("Note")])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_VALUE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_NOTE, QHeaderView.ResizeMode.Interactive)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(px(14), px(14)))
        self.setShowGrid(False)
        self.setWordWrap(False)
        set_property(self, "role", "framed")
        self._pairs = 0
        self.currentCellChanged.connect(self._on_current)
        self.cellClicked.connect(self._on_clicked)

    def subject(self, _focused: QWidget) -> str:
        """The parameter of the line."""
        item = self.item(self.currentRow(), _NAME)
        return item.text() if item is not None else ""

    def point_at(self, at: int) -> None:
        """Mark the row of this pair, none for -1, as somebody did elsewhere."""
        if at == (self.currentRow() if self.currentRow() < self._pairs else -1):
            return
        self.blockSignals(True)  # noqa: FBT003 - Qt's name for it: nobody went to this row
        if 0 <= at < self._pairs:
            self.setCurrentCell(at, _NAME)
        else:
            self.setCurrentItem(None)  # type: ignore[call-overload]  # Qt takes none for no item
        self.blockSignals(False)  # noqa: FBT003 - as above

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """A menu for the parameter at the mouse, or by keyboard for the current one."""
        if 0 <= self.currentRow() < self._pairs:
            self.menu_requested.emit(event.globalPos())

    def _on_current(self, row: int, _column: int, before: int, _before: int) -> None:
        if row != before:
            self._on_clicked(row, 0)

    def _on_clicked(self, row: int, _column: int) -> None:
        if 0 <= row < self._pairs:
            self.pointed.emit(row)

    def present(self, request: ReadRequest, missing: Iterable[str]) -> None:
        """Show the parameters of this request."""
        rows = [(name, value, _notes(name, request.notes)) for name, value in request.pairs[:_MOST]]
        absent = [(name, None, ()) for name in missing]
        self._pairs = len(rows)
        self.blockSignals(True)  # noqa: FBT003 - Qt's name for it: rows that come and go are no visit
        self.setRowCount(0)
        self.blockSignals(False)  # noqa: FBT003 - as above
        self.setRowCount(len(rows) + len(absent))
        for place, (name, value, notes) in enumerate((*rows, *absent)):
            self._render_row(place, name, value, notes, request.client_key)
        self.setColumnHidden(_NOTE, not absent and not any(notes for _name, _value, notes in rows))
        self.setColumnWidth(_NOTE, px(196))

    def _render_row(self, place: int, name: str, value: str | None, notes: tuple[Note, ...], client_key: str) -> None:
        shown = excerpt(name, margin=24)
        self._put(place, _NAME, shown, shown, is_wire=True)
        if value is None:
            self._put(place, _VALUE, "–", "", is_wire=True)
            self._judge(place, Severity.ATTENTION, self.tr("missing"))
            return
        segment = Segment("key" if client_key and client_key in value else "value", value[:_LONGEST])
        drawn = signing_text((segment,), reveal_key=False).shown
        self._put(place, _VALUE, drawn, drawn, is_wire=True)
        if notes:
            worst = max(notes, key=lambda note: note.severity)
            self._judge(place, worst.severity, in_a_row(note.message for note in notes))

    def _put(self, place: int, column: int, words: str, tip: str, *, is_wire: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(words)
        item.setToolTip(plain_tip(tip))
        if is_wire:
            item.setFont(mono(current().small_pt))
        self.setItem(place, column, item)
        return item

    def _judge(self, place: int, severity: Severity, words: str) -> None:
        item = self._put(place, _NOTE, words, words, is_wire=False)
        tone = f"{severity.name.lower()}_fg"
        item.setIcon(icon(severity.name.lower(), tone))
        item.setForeground(current().colour(tone) if severity >= Severity.ATTENTION else current().muted)


def _notes(name: str, notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.field == name)
