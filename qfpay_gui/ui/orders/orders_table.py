"""The list of orders, with every command on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.ui.look.theme import px
from qfpay_gui.ui.orders.rows_model import Column, OrderRowsModel
from qfpay_gui.ui.widgets.list_table import ChoiceTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.ui.widgets.list_table import Kept

_WIDTHS = {Column.TIME: 92, Column.AMOUNT: 104, Column.STATE: 164, Column.LEFT: 104}
_LEAST = {Column.TIME: 62, Column.AMOUNT: 92, Column.STATE: 164, Column.LEFT: 92}
_BADGE, _ENVIRONMENT = 36, 132
_NARROW, _WIDE = 640, 860


class OrdersTable(ChoiceTable["Order"]):
    """Enter queries, Ctrl+R refunds, Ctrl+E closes, Ctrl+C copies numbers, Ctrl+H looks in the history."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows_model = OrderRowsModel()
        super().__init__(self.rows_model, parent)
        self.query = self.offer("query_order", self.tr("Query"), "Return", "Enter")
        self.refund = self.offer("refund_order", self.tr("Refund …"), "Ctrl+R")
        self.close_order = self.offer("close_order", self.tr("Close …"), "Ctrl+E")
        self.reverse = self.offer("reverse_order", self.tr("Reversal …"))
        self.notify_payment = self.offer("notify_payment", self.tr("Notify a receiver of its payment …"))
        self.notify_refund = self.offer("notify_refund", self.tr("Notify a receiver of its refund …"))
        self.copy = self.offer("copy_number", self.tr("Copy order number"), "Ctrl+C")
        self.look_up = self.offer("show_in_history", self.tr("Show in history"), "Ctrl+H")
        self.remove = self.offer("remove_order", self.tr("Remove from the table"), "Del")
        self._build()
        self.copy.triggered.connect(self._on_copy)
        self.doubleClicked.connect(self.query.trigger)
        self.offer_commands()

    def present(self, rows: tuple[Order, ...]) -> None:
        """Show these orders; what was selected stays selected where it still is there."""
        before = self.keep()
        self.rows_model.show_rows(rows)
        self.restore(before)

    def keyboard_place(self, kept: Kept) -> int | None:
        """The keyboard goes on from the lowest of the orders that stay selected."""
        return max((place for place, row in enumerate(self.rows) if row.id in kept.ids), default=None)

    def share_room(self, width: int) -> None:
        """The order number first, the profile only where there is enough."""
        drawn = _LEAST if width < px(_NARROW) else _WIDTHS
        widths = {column: px(wanted) for column, wanted in drawn.items()}
        is_wide = width >= px(_WIDE)
        environment = px(_ENVIRONMENT) if is_wide else px(_BADGE)
        room = width - sum(widths.values()) - environment
        order = min(room, px(260)) if is_wide else room
        for column, wanted in widths.items():
            self.setColumnWidth(column, wanted)
        self.setColumnHidden(Column.PROFILE, not is_wide)
        self.setColumnWidth(Column.ENVIRONMENT, environment)
        self.setColumnWidth(Column.ORDER, max(order, px(76)))
        self.setColumnWidth(Column.PROFILE, max(room - order, 0))
        self.rows_model.use_room(named=is_wide, seconds=width >= px(_NARROW))

    def _build(self) -> None:
        self.setObjectName("orders_table")
        self.setAccessibleName(self.tr("Orders, newest first"))
        self.setModel(self.rows_model)
        self.shorten_in_the_middle(Column.ORDER)

    def offer_commands(self) -> None:
        """Most commands are for one order."""
        rows = self.chosen()
        is_one = len(rows) == 1
        for action in (self.query, self.close_order, self.reverse, self.notify_payment, self.look_up):
            action.setEnabled(is_one)
        self.refund.setEnabled(is_one and bool(rows[0].syssn))
        self.notify_refund.setEnabled(is_one and any(refund.is_done for refund in rows[0].refunds))
        self.copy.setEnabled(any(row.out_trade_no for row in rows))
        self.remove.setEnabled(bool(rows))
        self.selected.emit()

    def _on_copy(self) -> None:
        self.copy_numbers([row.out_trade_no for row in self.chosen() if row.out_trade_no])
