"""What the history forgets: old entries at once, and how long entries are kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

_AGES = (7, 30, 90, 180)
_KEPT = (30, 90, 180, 365)


class ForgetMenu(QMenu):
    """Two choices of days; 0 days means all entries at once, or that entries are kept for ever."""

    older_chosen = Signal(int)
    """Delete what is older than this many days."""
    keep_chosen = Signal(int)
    """Keep entries for this many days from now on."""

    def __init__(self, keep_days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._older = self.addMenu(self.tr("Delete entries older than"))
        self._keep = self.addMenu(self.tr("Keep entries for"))
        self._group = QActionGroup(self)
        for days in _AGES:
            self._add(self._older, "older", days, self._days(days))
        self._older.addSeparator()
        self._add(self._older, "older", 0, self.tr("All entries that are not pinned …"))
        for days in sorted({*_KEPT, *((keep_days,) if keep_days else ())}):
            self._choice(days, self._days(days), keep_days)
        self._choice(0, self.tr("Ever"), keep_days)
        self._older.triggered.connect(self._on_older)
        self._keep.triggered.connect(self._on_keep)

    def _days(self, days: int) -> str:
        return self.tr("{days} days").format(days=days)

    def _add(self, menu: QMenu, name: str, days: int, words: str) -> QAction:
        action = menu.addAction(words)
        action.setObjectName(f"{name}_{days}")
        action.setData(days)
        return action

    def _choice(self, days: int, words: str, keep_days: int) -> None:
        action = self._add(self._keep, "keep", days, words)
        action.setCheckable(True)
        self._group.addAction(action)
        action.setChecked(days == keep_days)

    def _on_older(self, action: QAction) -> None:
        self.older_chosen.emit(action.data())

    def _on_keep(self, action: QAction) -> None:
        self.keep_chosen.emit(action.data())
