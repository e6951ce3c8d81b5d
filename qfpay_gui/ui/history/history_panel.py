"""The history panel: search, list, and the selected entry."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from qfpay_gui.services.database.entry import HistoryFilter
from qfpay_gui.services.settings import KEEP_DAYS
from qfpay_gui.ui.history.comparing import partners
from qfpay_gui.ui.history.details import HistoryDetails
from qfpay_gui.ui.history.filter_bar import HistoryFilterBar
from qfpay_gui.ui.history.history_table import HistoryTable
from qfpay_gui.ui.lists.take_menu import TakeButton
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.empty_page import EmptyPage
from qfpay_gui.ui.widgets.later import hand_keyboard_on
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.models.history.history_model import HistoryModel, HistoryState
    from qfpay_gui.models.history.reopened import Reopened
    from qfpay_gui.services.database.entry import HistoryEntry
    from qfpay_gui.ui.palette.palette import Palette


class HistoryPanel(QWidget):
    """Renders a HistoryModel and passes edits back to it."""

    reopen_requested = Signal(object)
    """Carries a Draft; nothing in it is made anew on a send."""
    compare_requested = Signal(object, object)
    """Carries two HistoryEntry objects, the older one first."""
    keep_days_chosen = Signal(int)
    """How long entries are kept from now on, in days; 0 means for ever."""

    def __init__(self, model: HistoryModel, parent: QWidget | None = None, *, keep_days: int = KEEP_DAYS) -> None:
        super().__init__(parent)
        self._model = model
        self._shown: object = None
        self.filters = HistoryFilterBar(keep_days, self)
        self.table = HistoryTable(self)
        self.details = HistoryDetails(self.table.reopen, self.table.compare, self)
        self._pages = QStackedWidget(self)
        self._splitter = TurningSplitter("history_splitter", (62, 38), (60, 40), self)
        self._clear = QPushButton(self.tr("Show all entries"), self)
        self._empty = EmptyPage("history_empty", self._clear, self)
        self._build()
        self._connect()
        self.filters.add_tool(TakeButton(self.table, "history", self.filters))
        self.filters.show_filter(model.state.wanted)
        self._render(model.state)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.filters.focus_search()

    def search_for(self, words: str) -> None:
        """Look for these words in all entries."""
        self.filters.show_filter(HistoryFilter(words))
        self._model.look_for(HistoryFilter(words))
        self.focus_search()

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.filters.restyle()
        self.table.restyle()

    @cached_property
    def _picker(self) -> Palette:
        from qfpay_gui.ui.palette.palette import Palette  # noqa: PLC0415 - not needed at start

        return Palette(self.window(), "history_partners", self.tr("The exchange to compare with …"))

    def _build(self) -> None:
        self.setObjectName("history")
        self._clear.setObjectName("history_clear")
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self._splitter.hold(self._pages, self.details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self.filters)
        layout.addWidget(self._splitter, 1)
        hand_keyboard_on(self, self.table)

    def _connect(self) -> None:
        model, table = self._model, self.table
        self.filters.filtered.connect(model.look_for)
        self.filters.left_downwards.connect(table.enter)
        self.filters.forget.older_chosen.connect(model.delete_older)
        self.filters.forget.keep_chosen.connect(self.keep_days_chosen)
        self._clear.clicked.connect(self.filters.clear)
        table.rows_model.more_wanted.connect(model.fetch_more)
        table.rows_model.note_edited.connect(model.set_note)
        table.selected.connect(self._on_selected)
        table.reopen.triggered.connect(self._on_reopen)
        table.compare.triggered.connect(self._on_compare)
        table.pin.triggered.connect(self._on_pin)
        table.delete.triggered.connect(self._on_delete)
        model.changed.connect(self._render)
        model.opened.connect(self._on_opened)
        model.reopened.connect(self._on_reopened)
        model.paired.connect(self.compare_requested)

    def _render(self, state: HistoryState) -> None:
        self.filters.present(state)
        self.table.present(state)
        is_empty = not state.rows and state.total >= 0
        if is_empty and self.table.hasFocus():
            self.filters.focus_search()  # what is about to be hidden would hand the keyboard to anybody
        self._pages.setCurrentIndex(int(is_empty))
        self.details.setVisible(not is_empty)
        if is_empty:
            self._render_empty(has_entries=state.total > 0)

    def _render_empty(self, *, has_entries: bool) -> None:
        nothing = self.tr(
            "Nothing was sent yet.\nEvery request you send will be listed here with its answer: to search, to note, "
            "to compare and to send again. Keys are never kept, personal data is masked."
        )
        self._empty.present(
            "search" if has_entries else "history", self.tr("No entry matches.") if has_entries else nothing
        )
        self._clear.setVisible(has_entries)

    def _on_selected(self) -> None:
        rows = self.table.chosen()
        if rows == self._shown:
            return
        self._shown = rows
        self.details.show_selection(len(rows))
        if len(rows) == 1:
            self._model.open(rows[0].id)

    def _on_opened(self, entry: HistoryEntry) -> None:
        if self.table.chosen_ids() == (entry.id,):
            self.details.show_entry(entry)

    def _on_reopen(self) -> None:
        if len(ids := self.table.chosen_ids()) == 1:
            self._model.reopen(ids[0])

    def _on_reopened(self, reopened: Reopened) -> None:
        self.reopen_requested.emit(reopened.draft)
        say(self, translated(reopened.notice))

    def _on_compare(self) -> None:
        rows = self.table.chosen()
        if len(rows) == 2:
            self._model.compare(*(row.id for row in rows))
        elif rows:
            self._picker.offer(tuple(partners(rows[0], self.table.rows, self._model.compare)))

    def _on_pin(self) -> None:
        rows = self.table.chosen()
        self._model.set_pinned(tuple(row.id for row in rows), pinned=not all(row.pinned for row in rows))

    def _on_delete(self) -> None:
        if ids := self.table.chosen_ids():
            self._model.delete(ids)
