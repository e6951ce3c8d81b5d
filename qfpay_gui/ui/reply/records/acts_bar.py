"""What can be done next about the chosen record, and the pages of a query's result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from qfpay_gui.qfpay.reply.records import actions
from qfpay_gui.qfpay.reply.records.state import RecordKind
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.elided import ElidedLabel, plain_tip
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qfpay_gui.qfpay.reply.records.actions import Action
    from qfpay_gui.qfpay.reply.records.records import Paging, Record, Records

_ROOMY = 600


class ActsBar(QWidget):
    """Buttons fill in a draft elsewhere; none of them sends anything."""

    act_requested = Signal(str, object)
    """Carries the endpoint and the values its draft begins with."""
    page_requested = Signal(int)
    """Carries the number of the page to query."""
    copy_requested = Signal()
    """The syssn is to be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paging: Paging | None = None
        self._acts: dict[str, Action | None] = {}
        self._previous = self._turner("previous_page", "chevron-left", self.tr("Previous page"))
        self._next = self._turner("next_page", "chevron-right", self.tr("Next page"))
        self._page = ElidedLabel(self)
        self._copy = self._button("copy_syssn", "syssn", "copy")
        self._query = self._button("query_record", self.tr("Query this"), "search")
        self._original = self._button("query_original", self.tr("Query its payment"), "search")
        self._refund = self._button("refund_record", self.tr("Refund …"), "refund")
        self._close = self._button("close_record", self.tr("Close …"), "")
        self._build()
        self._connect()

    def show_paging(self, paging: Paging | None) -> None:
        """Show which page this is; None where there are no pages."""
        self._paging = paging
        for widget in (self._previous, self._next, self._page):
            widget.setVisible(paging is not None)
        if paging is not None:
            self._say_page(paging)
            self._previous.setEnabled(paging.has_previous)
            self._next.setEnabled(paging.may_have_next)

    def show_record(self, record: Record | None, records: Records) -> None:
        """Offer what fits this record; nothing where none is chosen."""
        is_refund = record is not None and record.kind is RecordKind.REFUND
        self._copy.setEnabled(record is not None and bool(record.syssn))
        self._offer(self._query, actions.query(record) if record else None)
        self._offer(self._original, actions.query_original(record) if record else None)
        self._offer(self._refund, actions.refund(record, records) if record else None)
        close = actions.close(record) if record else None
        self._offer(self._close, close)
        for button in (self._copy, self._query):
            button.setVisible(record is not None)
        self._original.setVisible(is_refund)
        self._refund.setVisible(record is not None and record.kind is RecordKind.PAYMENT)
        # A paid order is undone by a refund, and one that has ended has nothing left to close.
        self._close.setVisible(close is not None and close.fits)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say as much about the page as there is room for."""
        super().resizeEvent(event)
        if self._paging is not None:
            self._say_page(self._paging)

    def _say_page(self, paging: Paging) -> None:
        whole = self.tr("Page {page} · {size} a page").format(page=paging.number, size=paging.size)
        is_roomy = self.width() >= px(_ROOMY)
        self._page.show_text(whole if is_roomy else self.tr("Page {page}").format(page=paging.number), whole)

    def _button(self, name: str, words: str, picture: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        if picture:
            set_icon(button, picture)
        set_property(button, "role", "quiet")
        return button

    def _turner(self, name: str, picture: str, words: str) -> QToolButton:
        button = QToolButton(self)
        describe(button, name, words, picture)
        return button

    def _build(self) -> None:
        self._page.setObjectName("page_of_records")
        set_property(self._page, "role", "muted")
        for button in (self._original, self._refund, self._close):
            button.hide()
        self._copy.setToolTip(self.tr("Copy syssn, QFPay’s number of the chosen record"))
        self._copy.setAccessibleName(self.tr("Copy syssn"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addWidget(self._page, 1)
        layout.addStretch()
        for button in (self._copy, self._original, self._query, self._close, self._refund):
            layout.addWidget(button)

    def _connect(self) -> None:
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        self._copy.clicked.connect(self.copy_requested)
        for button in (self._query, self._original, self._refund, self._close):
            button.clicked.connect(self._on_act)

    def _offer(self, button: QPushButton, act: Action | None) -> None:
        self._acts[button.objectName()] = act
        button.setEnabled(act is not None)
        button.setToolTip(plain_tip(translated(act.advice)) if act is not None else "")

    def _on_act(self) -> None:
        act = self._acts.get(self.sender().objectName())
        if act is not None:
            self.act_requested.emit(act.endpoint, dict(act.values))

    def _on_previous(self) -> None:
        if self._paging is not None:
            self.page_requested.emit(self._paging.number - 1)

    def _on_next(self) -> None:
        if self._paging is not None:
            self.page_requested.emit(self._paging.number + 1)
