"""Which entries are shown: words, environment, outcome, pinned; and what the history forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from qfpay_gui.services.database.entry import Ending, HistoryFilter
from qfpay_gui.ui.history.wording import ENDINGS, TYPICAL, ending_icon
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:
    from qfpay_gui.models.history.history_model import HistoryState

_AGES = (7, 30, 90, 180)
KEPT = (30, 90, 180, 365)
"""For how many days entries may be kept."""


class HistoryFilterBar(FilterBar):
    """Which entries are wanted, and a menu of what the history forgets."""

    def __init__(self, keep_days: int, parent: QWidget | None = None) -> None:
        super().__init__("history", parent)
        self.forget = ForgetMenu(keep_days, self)
        self._build()

    @property
    def wanted(self) -> HistoryFilter:
        """What is chosen."""
        ending = self._choice.currentData()
        return HistoryFilter(
            self._search.text(),
            self._environment.currentData() or None,
            Ending(ending) if ending else None,
            self._switch.isChecked(),
        )

    def present(self, state: HistoryState) -> None:
        """Say how many entries are searched, and offer the environments there are entries of."""
        self._show_total(state.total)
        self.present_environments(state.environment_ids)

    def show_filter(self, wanted: HistoryFilter) -> None:
        """Show this filter without asking for it anew, as a rebuilt window does."""
        self.show_values(wanted.words, wanted.environment_id, wanted.ending, switched=wanted.only_pinned)

    def clear(self) -> None:
        """Want every entry."""
        self.show_filter(HistoryFilter())
        self.ask()

    def _build(self) -> None:
        words = self.tr("Entries that hold all of these words, in any parameter, reply, merchant or note")
        self.describe_search(self.tr("Search the history"), words, 90)
        self._show_total(-1)
        self._environment.describe("history_environment", self.tr("Environment"), 11)
        self._choice.describe("history_ending", self.tr("Outcome"), 8)
        self.offer(
            self.tr("Any outcome"),
            {ending.value: (ENDINGS[ending], ending_icon(ending, severity)) for ending, severity in TYPICAL},
        )
        describe(self._switch, "history_pinned", self.tr("Show pinned entries only"), "pin", "toggle")
        # The role of a field goes without the arrow that tells of a menu.
        describe(self._more, "history_more", self.tr("What the history forgets"), "more", "field")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self.forget)
        for button in (self._switch, self._more):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _show_total(self, total: int) -> None:
        examples = self.tr("order no., 1108, HK$3.00, 奶茶, a note …")
        words = self.tr("Search {count}: {examples}") if total > 0 else self.tr("Search: {examples}")
        self._search.setPlaceholderText(words.format(count=f"{total:,}", examples=examples))


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
        for days in sorted({*KEPT, *((keep_days,) if keep_days else ())}):
            self._choice(days, self._days(days), keep_days)
        self._choice(0, self.tr("Ever"), keep_days)
        self._older.triggered.connect(self._on_older)
        self._keep.triggered.connect(self._on_keep)

    def show_keep(self, days: int) -> None:
        """Show for how many days entries are kept, 0 for ever."""
        for action in self._keep.actions():
            action.setChecked(action.data() == days)

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
