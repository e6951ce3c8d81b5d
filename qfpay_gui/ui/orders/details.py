"""The selected order: what is known of it, what to do, its numbers; with a button for each call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.ui.orders.wording import amount, meaning, next_step, severity, state_icon
from qfpay_gui.ui.reply.fields_table import FieldsTable
from qfpay_gui.ui.reply.reply_rows import ReplyRow
from qfpay_gui.ui.widgets.claim_mark import about
from qfpay_gui.ui.widgets.details_pane import DetailsPane
from qfpay_gui.ui.words.measures import whole_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.qfpay.orders.order import Order


class OrderDetails(DetailsPane):
    """One order, or what can be done with several."""

    def __init__(self, query: QAction, refund: QAction, close: QAction, parent: QWidget | None = None) -> None:
        super().__init__("order", parent)
        self._facts = FieldsTable("order_facts", self.tr("The order"), self)
        self.body.addWidget(self._facts, 1)
        words = self.tr("Ask QFPay what became of the selected order (Enter)")
        ask = self.button(query, self.tr("Query"), "order_query", "refresh", words)
        words = self.tr("Give back what is left of the selected order, or a part (Ctrl+R)")
        give_back = self.button(refund, self.tr("Refund …"), "order_refund", "refund", words)
        words = self.tr("Close the selected order, so that nobody can pay it (Ctrl+E)")
        end = self.button(close, self.tr("Close …"), "order_close", "cancel", words)
        self.add_buttons(ask, give_back, end)
        self.present(())

    def present(self, orders: tuple[Order, ...]) -> None:
        """Show the one order that is selected, or say what can be done with several."""
        if len(orders) == 1:
            self._show_order(orders[0])
        else:
            self._show_words(len(orders))

    def _show_order(self, order: Order) -> None:
        headline = f"{translated(meaning(order))} {self._sums(order)}".strip()
        origin = about(meaning(order), next_step(order))
        self.say(headline, translated(next_step(order)), severity(order), state_icon(order), origin)
        self._facts.show_rows(tuple(ReplyRow(name, value) for name, value in self._facts_of(order) if value))
        self._facts.show()

    def _facts_of(self, order: Order) -> Iterator[tuple[str, str]]:
        """Its numbers by their wire names, then when it was made and last heard of."""
        for name in ("out_trade_no", "syssn", "txamt", "txcurrcd", "pay_type", "txdtm", "mchid", "respcd"):
            yield name, str(getattr(order, name))
        yield self.tr("Profile"), order.profile
        yield self.tr("Host"), order.base_url
        yield self.tr("Made"), whole_time(order.made_at)
        yield self.tr("Last heard of"), whole_time(order.checked_at) if order.checked_at else ""

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
        self._facts.hide()
