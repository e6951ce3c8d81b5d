"""The orders panel: what needs attention, search, list, and the selected order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from qfpay_gui.qfpay.orders.filter import OrderGroup
from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.text import text
from qfpay_gui.ui.lists.take_menu import TakeButton
from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.orders.attention_strip import AttentionStrip
from qfpay_gui.ui.orders.details import OrderDetails
from qfpay_gui.ui.orders.filter_bar import OrderFilterBar
from qfpay_gui.ui.orders.orders_table import OrdersTable
from qfpay_gui.ui.widgets.empty_page import EmptyPage
from qfpay_gui.ui.widgets.later import hand_keyboard_on
from qfpay_gui.ui.widgets.questions import agrees
from qfpay_gui.ui.widgets.turning_splitter import TurningSplitter

if TYPE_CHECKING:
    from qfpay_gui.models.orders.orders_model import OrdersModel, OrdersState

_REMOVE = text("Orders", "Remove from the table: {count}?")
_MONEY = text(
    "Orders",
    "Money may still be held for {held} of them: after this, nothing here reminds you to query or refund it. "
    "Their exchanges stay in the history. What QFPay holds is not touched.",
)
_AGREE = text("Orders", "Remove")


class OrdersPanel(QWidget):
    """Renders an OrdersModel; what is to be sent is asked for by signals."""

    act_requested = Signal(str, object)
    """Carries an endpoint and the Order it is about: query, refund, close or reversal."""
    notify_requested = Signal(object, bool)
    """Carries the Order that a receiver is to be notified of, and whether of its refund."""
    refund_all_requested = Signal()
    history_requested = Signal(str)
    """Carries the words to look for in the history."""

    def __init__(self, model: OrdersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.strip = AttentionStrip(self)
        self.filters = OrderFilterBar(model.today, self)
        self.table = OrdersTable(self)
        self.details = OrderDetails(self.table.query, self.table.refund, self.table.close_order, self)
        self._pages = QStackedWidget(self)
        self._splitter = TurningSplitter("orders_splitter", (66, 34), (60, 40), self)
        self._clear = QPushButton(self.tr("Show all orders"), self)
        self._empty = EmptyPage("orders_empty", self._clear, self)
        self._build()
        self._connect()
        self.filters.add_tool(TakeButton(self.table, "orders", self.filters))
        self.filters.show_filter(model.state.wanted)
        self._render(model.state)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self.filters.restyle()
        self.table.restyle()

    def _build(self) -> None:
        self.setObjectName("orders_panel")
        self._clear.setObjectName("orders_clear")
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self._splitter.hold(self._pages, self.details)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap)
        layout.addWidget(self.strip)
        layout.addWidget(self.filters)
        layout.addWidget(self._splitter, 1)
        hand_keyboard_on(self, self.table)

    def _connect(self) -> None:
        table = self.table
        self.strip.refund_all_pressed.connect(self.refund_all_requested)
        self.strip.show_pressed.connect(self._on_show_attention)
        self.filters.filtered.connect(self._model.look_for)
        self.filters.left_downwards.connect(table.enter)
        self.filters.refund_all_pressed.connect(self.refund_all_requested)
        self._clear.clicked.connect(self._on_clear)
        table.selected.connect(self._on_selected)
        table.query.triggered.connect(self._on_query)
        table.refund.triggered.connect(self._on_refund)
        table.close_order.triggered.connect(self._on_close)
        table.reverse.triggered.connect(self._on_reverse)
        table.notify_payment.triggered.connect(self._on_notify_payment)
        table.notify_refund.triggered.connect(self._on_notify_refund)
        table.look_up.triggered.connect(self._on_look_up)
        table.remove.triggered.connect(self._on_remove)
        self._model.listed.connect(self._render)

    def _render(self, state: OrdersState) -> None:
        self.strip.present(state.attention)
        self.filters.present(state)
        self.table.present(state.rows)
        is_empty = not state.rows and state.total >= 0
        if is_empty and self.table.hasFocus():
            self.filters.focus_search()  # what is about to be hidden would hand the keyboard to anybody
        self._pages.setCurrentIndex(int(is_empty))
        self.details.setVisible(not is_empty)
        if is_empty:
            self._render_empty(has_orders=state.total > 0)

    def _render_empty(self, *, has_orders: bool) -> None:
        nothing = self.tr(
            "No orders yet.\nEvery payment you send becomes an order here, from the moment before it leaves: whether "
            "it is paid, what was refunded, and what is left. Query, refund and close it from here."
        )
        self._empty.present("search" if has_orders else "list", self.tr("No order matches.") if has_orders else nothing)
        self._clear.setVisible(has_orders)

    def _on_show_attention(self) -> None:
        self.filters.choose(OrderGroup.ATTENTION)
        self.table.enter()

    def _on_clear(self) -> None:
        self.filters.choose(None)

    def _on_selected(self) -> None:
        self.details.present(self.table.chosen())

    def _on_query(self) -> None:
        self._act("query")

    def _on_refund(self) -> None:
        self._act("refund")

    def _on_close(self) -> None:
        self._act("close")

    def _on_reverse(self) -> None:
        self._act("reversal")

    def _on_notify_payment(self) -> None:
        self._notify(of_refund=False)

    def _on_notify_refund(self) -> None:
        self._notify(of_refund=True)

    def _notify(self, *, of_refund: bool) -> None:
        for order in self.table.chosen()[:1]:
            self.notify_requested.emit(order, of_refund)

    def _act(self, endpoint: str) -> None:
        if len(orders := self.table.chosen()) == 1:
            self.act_requested.emit(endpoint, orders[0])

    def _on_look_up(self) -> None:
        if len(orders := self.table.chosen()) == 1:
            self.history_requested.emit(orders[0].out_trade_no or orders[0].syssn)

    def _on_remove(self) -> None:
        orders = self.table.chosen()
        if not orders:
            return
        held = sum(order.may_hold_money for order in orders)
        if not held or agrees(Question(_REMOVE.fill(count=len(orders)), _MONEY.fill(held=held), _AGREE), self):
            self._model.remove(order.id for order in orders)
