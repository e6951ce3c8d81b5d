"""Lets a person select a part of a value in a table, without being able to change it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qfpay_gui.ui.look.theme import current, mono

AnyIndex = QModelIndex | QPersistentModelIndex
VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
"""Where a cell keeps its value as it came, whatever is drawn."""


class ValueDelegate(QStyledItemDelegate):
    """Opens a read-only line with the raw value on a double click or F2."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Shorten in the middle, for values differ at their ends."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """A line to select in."""
        editor = QLineEdit(parent)
        editor.setReadOnly(True)
        editor.setFont(mono(current().text_px))
        editor.setText(index.data(VALUE_ROLE))
        editor.setAccessibleName(index.sibling(index.row(), 0).data())
        return editor

    def setEditorData(self, editor: QWidget, _index: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Select the whole value to begin with."""
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:  # noqa: N802
        """Change nothing."""
