"""What the case begins with: a large place to paste into, and below it the cases that were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qfpay_gui.ui.case.kept.cases_table import CasesTable
from qfpay_gui.ui.case.message_pages import InvitationPage
from qfpay_gui.ui.lists.take_menu import TakeButton
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.empty_page import EmptyPage
from qfpay_gui.ui.widgets.filter_bar import SearchField
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from qfpay_gui.models.case.case_book import CaseBook, CasesState


class StartPage(QWidget):
    """Renders a CaseBook; the list is there once something is kept."""

    paste_pressed = Signal()
    open_pressed = Signal()
    """A file is to be opened."""

    def __init__(self, book: CaseBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._invitation = InvitationPage(self)
        self._recent = QWidget(self)
        self._search = SearchField(self._recent)
        self.table = CasesTable(self._recent)
        self._empty = EmptyPage("cases_empty", parent=self._recent)
        self._pages = QStackedWidget(self._recent)
        self._build()
        self._connect()
        self._render(book.state)

    def show_drop(self, *, is_near: bool) -> None:
        """Show that what is dragged may be dropped here."""
        self._invitation.show_drop(is_near=is_near)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.table.restyle()
        self._search.restyle()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Another window may have kept something meanwhile."""
        super().showEvent(event)
        self._book.refresh()

    def _build(self) -> None:
        self.setFocusProxy(self._invitation)
        self._recent.setObjectName("recent_cases")
        self._search.setObjectName("cases_search")
        self._search.setAccessibleName(self.tr("Search the kept cases"))
        self._search.setPlaceholderText(self.tr("Search: merchant, ticket, order no., cause, note …"))
        self._search.setText(self._book.state.words)
        self._search.setMaximumWidth(px(420))
        self._empty.present("search", self.tr("No case matches."))
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        below = QVBoxLayout(self._recent)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(current().gap)
        below.addLayout(self._header())
        below.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().margin)
        layout.addWidget(self._invitation, 1)
        layout.addWidget(self._recent, 1)

    def _header(self) -> QHBoxLayout:
        title = PlainLabel(self.tr("Recent cases"), self._recent)
        set_property(title, "role", "heading")
        line = QHBoxLayout()
        line.setSpacing(current().gap)
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self._search, 2)
        line.addWidget(TakeButton(self.table, "cases", self._recent))
        return line

    def _connect(self) -> None:
        book, table = self._book, self.table
        self._invitation.paste_pressed.connect(self.paste_pressed)
        self._invitation.open_pressed.connect(self.open_pressed)
        self._search.textChanged.connect(book.look_for)
        self._search.left_downwards.connect(table.enter)
        table.open_case.triggered.connect(self._on_open)
        table.delete.triggered.connect(self._on_delete)
        book.listed.connect(self._render)

    def _render(self, state: CasesState) -> None:
        self.table.present(state.rows)
        self._recent.setVisible(state.total > 0)
        self._pages.setCurrentWidget(self.table if state.rows else self._empty)

    def _on_open(self) -> None:
        if len(ids := self.table.chosen_ids()) == 1:
            self._book.open(ids[0])

    def _on_delete(self) -> None:
        self._book.delete(self.table.chosen_ids())
