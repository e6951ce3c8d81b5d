"""The selected order in three lines: what is known of it, what to do, and its numbers; with a button for each call."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.orders.wording import amount, checked, meaning, next_step, severity, state_icon
from qfpay_gui.ui.widgets.elided_label import ElidedLabel
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from qfpay_gui.qfpay.orders.order import Order


class OrderDetails(QFrame):
    """Always of one height, so that the list stays where it is; its buttons are the table's own commands."""

    def __init__(self, query: QAction, refund: QAction, close: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = (query, refund, close)
        self._icon = QLabel(self)
        self._headline = self._line("order_headline", "value")
        self._next = self._line("order_next", "muted")
        self._numbers = self._line("order_numbers", "wire", Qt.TextElideMode.ElideMiddle)
        self._query = QPushButton(self.tr("Query"), self)
        self._refund = QPushButton(self.tr("Refund …"), self)
        self._close = QPushButton(self.tr("Close …"), self)
        self._build()
        for button, action in zip((self._query, self._refund, self._close), self._actions, strict=True):
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            button.setEnabled(action.isEnabled())
        self.present(())

    def present(self, orders: tuple[Order, ...]) -> None:
        """Show the one order that is selected, or say what can be done with several."""
        if len(orders) == 1:
            self._show_order(orders[0])
        else:
            self._show_words(len(orders))

    def _show_order(self, order: Order) -> None:
        set_property(self, "severity", severity(order))
        set_icon(self._icon, *state_icon(order), 16)
        self._headline.show_text(f"{translated(meaning(order))} {self._sums(order)}".strip())
        self._next.show_text(translated(next_step(order)))
        parts = [order.out_trade_no, order.syssn, order.respcd, self._checked(order)]
        self._numbers.show_text(" · ".join(part for part in parts if part))

    def _checked(self, order: Order) -> str:
        return self.tr("checked {time}").format(time=checked(order, datetime.now(UTC)))

    def _sums(self, order: Order) -> str:
        words = []
        if order.refunded:
            words.append(self.tr("Refunded: {sum}.").format(sum=amount(order, order.refunded)))
        if order.pending:
            words.append(self.tr("Unanswered: {sum}.").format(sum=amount(order, order.pending)))
        if order.left:
            words.append(self.tr("Left: {sum}.").format(sum=amount(order, order.left)))
        return " ".join(words)

    def _show_words(self, count: int) -> None:
        set_property(self, "severity", None)
        set_icon(self._icon, "")
        several = self.tr("{count} orders are selected.").format(count=count)
        self._headline.show_text(several if count else self.tr("Select an order to see what is known of it."))
        keys = self.tr("Enter queries it, Ctrl+R refunds it, Ctrl+E closes it. More is in the context menu.")
        more = self.tr("Copy their numbers, or remove them from the table.")
        self._next.show_text(more if count else keys)
        self._numbers.show_text("")

    def _line(self, name: str, role: str, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> ElidedLabel:
        label = ElidedLabel(self, mode)
        label.setObjectName(name)
        set_property(label, "role", role)
        label.setFixedHeight(20)
        return label

    def _build(self) -> None:
        self.setObjectName("order_details")
        set_property(self, "role", "line")
        self._icon.setFixedWidth(18)
        for button, name, picture in (
            (self._query, "order_query", "refresh"),
            (self._refund, "order_refund", "refund"),
            (self._close, "order_close", "cancel"),
        ):
            button.setObjectName(name)
            set_icon(button, picture)
        self._query.setToolTip(self.tr("Ask QFPay what became of the selected order (Enter)"))
        self._refund.setToolTip(self.tr("Give back what is left of the selected order, or a part (Ctrl+R)"))
        self._close.setToolTip(self.tr("Close the selected order, so that nobody can pay it (Ctrl+E)"))
        buttons = QHBoxLayout()
        buttons.setSpacing(current().gap_small)
        for button in (self._query, self._refund, self._close):
            buttons.addWidget(button)
        layout = QGridLayout(self)
        layout.setContentsMargins(current().gap, 0, 0, 0)
        layout.setHorizontalSpacing(current().gap)
        layout.setVerticalSpacing(0)
        layout.addWidget(self._icon, 0, 0)
        layout.addWidget(self._headline, 0, 1, 1, 2)
        layout.addWidget(self._next, 1, 1)
        layout.addWidget(self._numbers, 2, 1)
        layout.addLayout(buttons, 1, 2, 2, 1)
        layout.setColumnStretch(1, 1)
