"""Editors that fit a parameter: plain text, a choice with free text, an amount with its currency, a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from qfpay_gui.qfpay.currencies import currencies, human_amount
from qfpay_gui.qfpay.request import extend_info
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.elided import StillCombo
from qfpay_gui.ui.widgets.value_edit import ValueEdit, leaves_undo_to_window
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.parameters import Parameter


class Editor(QWidget):
    """Edits one value as text; ``primary`` takes the focus, ``toned`` shows that something is wrong."""

    typed = Signal(object)
    """Carries the value, a str of any content."""
    primary: QWidget
    toned: tuple[QWidget, ...]

    def show_value(self, value: str) -> None:
        """Show a value that came from the model."""
        raise NotImplementedError

    def know_order(self, order: Order | None) -> None:
        """Learn of the order the request is about, where that helps to fill the value in."""

    def _fill(self, *widgets: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        for widget in widgets:
            layout.addWidget(widget)


class TextEditor(Editor):
    """Any text, in the font of everything that is signed."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = ValueEdit(self)
        self._edit.setObjectName(parameter.name)
        self._edit.setAccessibleName(f"{translated(parameter.label)} {parameter.name}")
        set_property(self._edit, "role", "wire")
        self._fill(self._edit)
        self.primary, self.toned = self._edit, (self._edit,)
        self._edit.typed.connect(self.typed)

    def show_value(self, value: str) -> None:
        """Show the value."""
        self._edit.show_value(value)


class RefundEditor(TextEditor):
    """An amount to give back, and a button that fills in all that is left of the order."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._left = ""
        self._all = QPushButton(self.tr("All that is left"), self)
        self._all.setObjectName("refund_all_left")
        set_property(self._all, "role", "quiet")
        self.layout().addWidget(self._all)  # type: ignore[union-attr]  # TextEditor has one
        self._all.clicked.connect(self._on_all)
        self.know_order(None)

    def know_order(self, order: Order | None) -> None:
        """Offer what is left of this order."""
        self._left = str(order.left) if order is not None and order.left else ""
        words = self.tr("What is left is known once syssn names a paid order of this installation")
        if order is not None and self._left:
            amount = human_amount(self._left, order.txcurrcd) or self._left
            words = self.tr("Give back all that is left: {amount}").format(amount=amount)
        self._all.setEnabled(self._left != "")
        self._all.setToolTip(words)
        self._all.setAccessibleDescription(words)

    def _on_all(self) -> None:
        self.typed.emit(self._left)


class ChoiceEditor(Editor):
    """A few known values to choose from, and any other text of any length."""

    def __init__(self, parameter: Parameter, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = StillCombo(self)
        self._line = ValueEdit()
        self._box.setLineEdit(self._line)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.setObjectName(parameter.name)
        for widget in (self._box, self._line):
            widget.setAccessibleName(f"{translated(parameter.label)} {parameter.name}")
        self._box.setCompleter(None)  # type: ignore[arg-type]  # None switches completion off
        for value, explanation in choices:
            self._box.addItem(value)
            self._box.setItemData(self._box.count() - 1, explanation, Qt.ItemDataRole.ToolTipRole)
        self._box.installEventFilter(self)
        self._fill(self._box)
        self.primary, self.toned = self._box, (self._box,)
        self._line.typed.connect(self.typed)
        self._box.activated.connect(self._on_chosen)

    def show_value(self, value: str) -> None:
        """Show the value, whether it is one of the known ones or not; arrow keys go on from it."""
        place = self._box.findText(value, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        if self._box.currentIndex() == place:
            self._line.show_value(value)
            return
        # The box writes the item of its new index, or nothing, into the line, which must come to know of it first.
        cursor = self._line.cursorPosition()
        self._box.setCurrentIndex(place)
        self._line.show_value(self._box.currentText())
        self._line.show_value(value)
        self._line.setCursorPosition(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave undo to the window."""
        if leaves_undo_to_window(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _on_chosen(self, index: int) -> None:
        value = self._box.itemText(index)
        self._line.show_value(value)
        self.typed.emit(value)


class PersonEditor(Editor):
    """``extend_info`` as name and ID; below them the very text that is signed, editable as well."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._truename = self._part("user_truename", self.tr("Real name"))
        self._creid = self._part("user_creid", self.tr("National ID"))
        self._escaped = QCheckBox(self.tr("Write the name as \\uXXXX"), self)
        self._escaped.setObjectName("extend_info_escaped")
        self._signed = ValueEdit(self)
        self._signed.setObjectName(parameter.name)
        self._signed.setAccessibleName(self.tr("Signed text of extend_info"))
        self._signed.setPlaceholderText(self.tr("The signed text"))
        set_property(self._signed, "role", "wire")
        self.primary, self.toned = self._truename, (self._signed,)
        self._build()
        self._truename.typed.connect(self._compose)
        self._creid.typed.connect(self._compose)
        self._escaped.clicked.connect(self._compose)
        self._signed.typed.connect(self.typed)

    def show_value(self, value: str) -> None:
        """Show the text, and name and ID where it holds them."""
        self._signed.show_value(value)
        person = extend_info.parts(value) if value else ("", "")
        for edit, part in zip((self._truename, self._creid), person or (), strict=False):
            edit.show_value(part)
        if value and not value.isascii():
            self._escaped.setChecked(False)
        elif extend_info.is_escaped(value):
            self._escaped.setChecked(True)

    def _part(self, name: str, words: str) -> ValueEdit:
        edit = ValueEdit(self)
        edit.setObjectName(name)
        edit.setPlaceholderText(words)
        edit.setAccessibleName(f"{words} {name}")
        return edit

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addWidget(self._truename, 0, 0)
        layout.addWidget(self._creid, 0, 1)
        layout.addWidget(self._escaped, 1, 0, 1, 2)
        layout.addWidget(self._signed, 2, 0, 1, 2)

    def _compose(self, _change: object = None) -> None:
        self.typed.emit(extend_info.compose(self._truename.value, self._creid.value, escaped=self._escaped.isChecked()))


def editor_for(parameter: Parameter) -> Editor:
    """The editor that fits this parameter."""
    match parameter.editor:
        case "currency":
            return ChoiceEditor(parameter, [(one.code, translated(one.name)) for one in currencies()])
        case "limit_pay":
            return ChoiceEditor(parameter, [("", ""), ("no_credit", "")])
        case "extend_info":
            return PersonEditor(parameter)
        case "refund_amount":
            return RefundEditor(parameter)
        case _:
            return TextEditor(parameter)
