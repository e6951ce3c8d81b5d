"""The messages as rows: those that happened, then those still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qfpay_gui.ui.sequence.wording import label, spoken
from qfpay_gui.ui.widgets.elided import plain_tip

if TYPE_CHECKING:
    from qfpay_gui.qfpay.sequence.messages import Message

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class DiagramRows(QAbstractListModel):
    """Changes only the rows that differ, so that what is selected and looked at stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.messages: tuple[Message, ...] = ()

    def present(self, messages: tuple[Message, ...]) -> None:
        """Show these messages."""
        old = self.messages
        same = _common([one.id for one in old], [one.id for one in messages])
        if len(old) > same:
            self.beginRemoveRows(_NONE, same, len(old) - 1)
            self.messages = old[:same]
            self.endRemoveRows()
        if len(messages) > same:
            self.beginInsertRows(_NONE, same, len(messages) - 1)
            self.messages = messages
            self.endInsertRows()
        self.messages = messages
        if same and old[:same] != messages[:same]:
            self.dataChanged.emit(self.index(0), self.index(same - 1))

    def row_of(self, message_id: int) -> int:
        """The row of the message with this id, or -1."""
        return next((row for row, one in enumerate(self.messages) if one.id == message_id), -1)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """One row a message."""
        return 0 if parent.isValid() else len(self.messages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The label, and what a screen reader says."""
        if not 0 <= index.row() < len(self.messages):
            return None
        message = self.messages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return label(message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(message)
        return plain_tip(spoken(message)) if role == Qt.ItemDataRole.ToolTipRole else None


def _common(old: list[int], new: list[int]) -> int:
    """How many rows at the beginning are the same messages."""
    pairs = zip(old, new, strict=False)
    return next((row for row, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))
