"""Which entries are shown: words, environment, outcome, pinned; and what the history forgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from qfpay_gui.qfpay import environments
from qfpay_gui.services.database.entry import Ending, HistoryFilter
from qfpay_gui.ui.history.wording import ENDINGS, TYPICAL, ending_icon
from qfpay_gui.ui.look.icons import icon, set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.widgets.filter_bar import FilterBox, SearchField
from qfpay_gui.ui.words.environments import environment_name, kind_icon
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from qfpay_gui.models.history.history_model import HistoryState


class FilterBar(QWidget):
    """Says which entries are wanted with every key; Down or Enter goes to the list."""

    filtered = Signal(object)
    """Carries a HistoryFilter."""
    left_downwards = Signal()
    """The person wants to go on in the list."""

    def __init__(self, keep_days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = SearchField(self)
        self._environment = FilterBox(self)
        self._ending = FilterBox(self)
        self._pinned = QToolButton(self)
        self._more = QToolButton(self)
        self._environment_ids: tuple[str, ...] = ()
        self._is_showing = False
        self.forget = ForgetMenu(keep_days, self)
        self._build()
        self._fill_endings()
        self._fill_environments(())
        self._connect()

    @property
    def wanted(self) -> HistoryFilter:
        """What is chosen."""
        ending = self._ending.currentData()
        return HistoryFilter(
            self._search.text(),
            self._environment.currentData() or None,
            Ending(ending) if ending else None,
            self._pinned.isChecked(),
        )

    def present(self, state: HistoryState) -> None:
        """Offer the environments there are entries of, and the one that is chosen."""
        self._show_total(state.total)
        chosen = self._environment.currentData()
        ids = tuple(dict.fromkeys((*state.environment_ids, *((chosen,) if chosen else ()))))
        if ids != self._environment_ids:
            self._fill_environments(ids)
            self._environment.setCurrentIndex(max(0, self._environment.findData(chosen)))

    def show_filter(self, wanted: HistoryFilter) -> None:
        """Show this filter without asking for it anew, as a rebuilt window does."""
        environment_id, ending = wanted.environment_id or "", wanted.ending.value if wanted.ending else ""
        if self._environment.findData(environment_id) < 0:
            self._fill_environments((*self._environment_ids, environment_id))
        self._is_showing = True
        self._search.setText(wanted.words)
        self._environment.setCurrentIndex(self._environment.findData(environment_id))
        self._ending.setCurrentIndex(max(0, self._ending.findData(ending)))
        self._pinned.setChecked(wanted.only_pinned)
        self._is_showing = False

    def clear(self) -> None:
        """Want every entry."""
        self.show_filter(HistoryFilter())
        self._on_changed()

    def focus_search(self) -> None:
        """Put the cursor into the search field, its words selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def restyle(self) -> None:
        """Draw the icons in the colours of the present theme."""
        for place, environment_id in enumerate(self._environment_ids, start=1):
            self._environment.setItemIcon(place, _environment_icon(environment_id))
        for place, (ending, severity) in enumerate(TYPICAL, start=1):
            self._ending.setItemIcon(place, icon(*ending_icon(ending, severity)))
        self._search.restyle()

    def _build(self) -> None:
        self._search.setObjectName("history_search")
        self._show_total(-1)
        self._search.setAccessibleName(self.tr("Search the history"))
        words = self.tr("Entries that hold all of these words, in any parameter, reply, merchant or note")
        self._search.setToolTip(words)
        self._search.setMinimumWidth(130)
        self._environment.describe("history_environment", self.tr("Environment"), 11)
        self._ending.describe("history_ending", self.tr("Outcome"), 8)
        self._build_button(self._pinned, "history_pinned", self.tr("Show pinned entries only"), "pin")
        self._pinned.setCheckable(True)
        set_property(self._pinned, "role", "toggle")
        self._build_button(self._more, "history_more", self.tr("What the history forgets"), "more")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self.forget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self._search, 1)
        for widget in (self._environment, self._ending):
            layout.addWidget(widget)
        for button in (self._pinned, self._more):
            layout.addWidget(button)

    def _show_total(self, total: int) -> None:
        examples = self.tr("order no., 1108, HK$3.00, 奶茶, a note …")
        words = self.tr("Search {count}: {examples}") if total > 0 else self.tr("Search: {examples}")
        self._search.setPlaceholderText(words.format(count=f"{total:,}", examples=examples))

    def _build_button(self, button: QToolButton, name: str, words: str, picture: str) -> None:
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        set_icon(button, picture)
        set_property(button, "role", "field")  # without the arrow that tells of a menu
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_changed)
        self._search.left_downwards.connect(self.left_downwards)
        self._environment.activated.connect(self._on_changed)
        self._ending.activated.connect(self._on_changed)
        self._pinned.toggled.connect(self._on_changed)

    def _fill_endings(self) -> None:
        self._ending.addItem(self.tr("Any outcome"), "")
        for ending, severity in TYPICAL:
            self._ending.addItem(icon(*ending_icon(ending, severity)), translated(ENDINGS[ending]), ending.value)

    def _fill_environments(self, ids: tuple[str, ...]) -> None:
        self._environment_ids = ids
        self._environment.clear()
        self._environment.addItem(self.tr("All environments"), "")
        for environment_id in ids:
            words = translated(environment_name(environment_id))
            self._environment.addItem(_environment_icon(environment_id), words, environment_id)

    def _on_changed(self) -> None:
        if not self._is_showing:
            self.filtered.emit(self.wanted)


def _environment_icon(environment_id: str) -> QIcon:
    known = environments.by_id(environment_id)
    return icon(*kind_icon(known.kind.value if known else ""))


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
