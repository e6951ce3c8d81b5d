"""The selected order in three lines: what is known of it, what to do, and its numbers; with a button for each call."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from qfpay_gui.ui.orders.wording import amount, checked, meaning, next_step, severity, state_icon
from qfpay_gui.ui.widgets.details_pane import DetailsPane
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.qfpay.orders.order import Order


class OrderDetails(DetailsPane):
    """One order, or what can be done with several."""

    def __init__(self, query: QAction, refund: QAction, close: QAction, parent: QWidget | None = None) -> None:
        super().__init__("order", parent)
        self._numbers = self.line("order_numbers", "wire", Qt.TextElideMode.ElideMiddle)
        self.grid.addWidget(self._headline, 0, 1, 1, 2)
        self.grid.addWidget(self._next, 1, 1)
        self.grid.addWidget(self._numbers, 2, 1)
        words = self.tr("Ask QFPay what became of the selected order (Enter)")
        ask = self.button(query, self.tr("Query"), "order_query", "refresh", words)
        words = self.tr("Give back what is left of the selected order, or a part (Ctrl+R)")
        give_back = self.button(refund, self.tr("Refund …"), "order_refund", "refund", words)
        words = self.tr("Close the selected order, so that nobody can pay it (Ctrl+E)")
        end = self.button(close, self.tr("Close …"), "order_close", "cancel", words)
        self.add_buttons(1, ask, give_back, end)
        self.present(())

    def present(self, orders: tuple[Order, ...]) -> None:
        """Show the one order that is selected, or say what can be done with several."""
        if len(orders) == 1:
            self._show_order(orders[0])
        else:
            self._show_words(len(orders))

    def _show_order(self, order: Order) -> None:
        headline = f"{translated(meaning(order))} {self._sums(order)}".strip()
        self.say(headline, translated(next_step(order)), severity(order), state_icon(order))
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
        several = self.tr("{count} orders are selected.").format(count=count)
        nothing = self.tr("Select an order to see what is known of it.")
        keys = self.tr("Enter queries it, Ctrl+R refunds it, Ctrl+E closes it. More is in the context menu.")
        more = self.tr("Copy their numbers, or remove them from the table.")
        self.say(several if count else nothing, more if count else keys)
        self._numbers.show_text("")
