"""Parameters the API does not document: any name, any value, in the order they are sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity, worst
from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.qfpay.request.rules.names import ABOUT_NAMES
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.hint_line import HintLine
from qfpay_gui.ui.widgets.value_edit import ValueEdit
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.request.draft_model import DraftModel
    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_AT_ONCE, _IN_PASSING = 10, 3
"""How many rows are made or dropped in one go, and how many in between: a few milliseconds."""


def _mark(edit: ValueEdit, findings: tuple[Finding, ...]) -> None:
    severity = worst(findings)
    edit.setAccessibleDescription(translated(findings[0].headline) if findings else "")
    set_property(edit, "severity", severity.name.lower() if severity > Severity.NOTE else None)


class FurtherRow(QWidget):
    """Name, value, whether an empty value is sent, and a button that removes the row."""

    named = Signal(int, object)
    valued = Signal(int, object)
    emptied = Signal(int, bool)
    removed = Signal(int)

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._shown: tuple[Entry, tuple[Finding, ...]] | None = None
        self._name = self._edit(f"further_name_{index}", self.tr("Name"))
        self._value = self._edit(f"further_value_{index}", self.tr("Value"))
        self._send_empty = self._button("string", self.tr("Send although empty"))
        self._send_empty.setCheckable(True)
        self._send_empty.setObjectName(f"further_send_empty_{index}")
        self._remove = self._button("trash", self.tr("Remove this parameter"))
        self._remove.setObjectName(f"further_remove_{index}")
        self._hint = HintLine(self)
        self.setFocusProxy(self._name)
        self._build()
        self._connect()

    def present(self, entry: Entry, request: PreparedRequest) -> None:
        """Show the entry and what is noticed about its name and its value, each at its own place."""
        findings = request.findings_at(entry.name) if entry.is_sent else ()
        if (entry, findings) == self._shown:
            return
        self._shown = entry, findings
        self._name.show_value(entry.name)
        self._value.show_value(entry.value)
        self._send_empty.setChecked(entry.send_empty)
        if findings:
            self._hint.show_finding(translated(findings[0].headline), findings[0].severity)
        else:
            self._hint.show_hint("" if entry.is_sent else self.tr("Not sent"))
        _mark(self._name, tuple(finding for finding in findings if finding.code in ABOUT_NAMES))
        _mark(self._value, tuple(finding for finding in findings if finding.code not in ABOUT_NAMES))

    @property
    def current_name(self) -> str:
        """The parameter's name as typed."""
        return self._name.value

    def subject(self, _focused: QWidget) -> str:
        """The parameter of this name, if any call knows it."""
        return self.current_name

    def _edit(self, object_name: str, words: str) -> ValueEdit:
        edit = ValueEdit(self)
        edit.setObjectName(object_name)
        edit.setPlaceholderText(words)
        edit.setAccessibleName(f"{words} {self._index + 1}")
        set_property(edit, "role", "wire")
        return edit

    def _button(self, icon_name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        set_icon(button, icon_name)
        set_property(button, "role", "quiet")
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap_small)
        layout.setVerticalSpacing(1)
        for column, widget in enumerate((self._name, self._value, self._send_empty, self._remove)):
            layout.addWidget(widget, 0, column)
        layout.setColumnStretch(0, 2)
        layout.setColumnStretch(1, 3)
        layout.addWidget(self._hint, 1, 0, 1, 4)

    def _connect(self) -> None:
        self._name.typed.connect(self._on_named)
        self._value.typed.connect(self._on_valued)
        self._send_empty.clicked.connect(self._on_emptied)
        self._remove.clicked.connect(self._on_removed)

    def _on_named(self, name: str) -> None:
        self.named.emit(self._index, name)

    def _on_valued(self, value: str) -> None:
        self.valued.emit(self._index, value)

    def _on_emptied(self, send_empty: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.emptied.emit(self._index, send_empty)

    def _on_removed(self) -> None:
        self.removed.emit(self._index)


class FurtherParameters(QWidget):
    """A row for each further parameter, and a button that adds one."""

    def __init__(self, model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._rows: list[FurtherRow] = []
        self._request: PreparedRequest | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._add = QPushButton(self.tr("Add a parameter"), self)
        self._add.setObjectName("further_add")
        set_icon(self._add, "plus")
        set_property(self._add, "role", "quiet")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().gap_small)
        self._layout.addWidget(self._add)
        self._add.clicked.connect(self._on_add)
        self._later.timeout.connect(self._on_later)

    def editor_of(self, name: str) -> QWidget:
        """The row of the first parameter with this name; the button that adds one where there is none."""
        return next((row for row in self._rows if row.current_name == name), self._add)

    def present(self, request: PreparedRequest) -> None:
        """Show the further entries of the draft; rows are made and dropped at the end only.

        Of many, the first are there at once and the others follow while the window works.
        """
        self._request = request
        missing = len(self._model.draft.further) - len(self._rows)
        self._fit(0 if self._rows and missing > _AT_ONCE else _AT_ONCE)

    def _fit(self, most: int) -> None:
        """Come nearer to a row an entry, by so many rows at the most."""
        entries, request = self._model.draft.further, self._request
        if request is None:
            return
        for row in self._rows[len(entries) : len(entries) + _AT_ONCE]:
            row.hide()
            row.deleteLater()
        del self._rows[len(entries) : len(entries) + _AT_ONCE]
        for _row in range(min(len(entries) - len(self._rows), most)):
            self._append_row()
        for row, entry in zip(self._rows, entries, strict=False):
            row.present(entry, request)
        if len(self._rows) != len(entries):
            self._later.start()

    def _on_later(self) -> None:
        self._fit(_IN_PASSING)

    def _append_row(self) -> None:
        row = FurtherRow(len(self._rows), self)
        row.named.connect(self._on_named)
        row.valued.connect(self._on_valued)
        row.emptied.connect(self._on_emptied)
        row.removed.connect(self._on_removed)
        self._layout.insertWidget(len(self._rows), row)
        row.show()
        self._rows.append(row)

    def _change(self, index: int, topic: str, **changes: object) -> None:
        further = list(self._model.draft.further)
        further[index] = replace(further[index], **changes)  # type: ignore[arg-type]  # names are Entry's own
        self._model.set_further(tuple(further), topic and f"{topic} {index}", further[index].name)

    def _on_add(self) -> None:
        self._model.set_further((*self._model.draft.further, Entry("")))
        if len(self._rows) == len(self._model.draft.further):
            self._rows[-1].setFocus()

    def _on_named(self, index: int, name: str) -> None:
        self._change(index, "further name", name=name)

    def _on_valued(self, index: int, value: str) -> None:
        self._change(index, "further value", value=value)

    def _on_emptied(self, index: int, send_empty: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._change(index, "", send_empty=send_empty)

    def _on_removed(self, index: int) -> None:
        further = self._model.draft.further
        self._model.set_further((*further[:index], *further[index + 1 :]))
