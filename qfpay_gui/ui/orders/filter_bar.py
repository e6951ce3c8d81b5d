"""Which orders are shown: words, environment, state, today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from qfpay_gui.qfpay.orders.filter import OrderFilter, OrderGroup
from qfpay_gui.ui.orders.wording import GROUP_ICONS, GROUPS
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.orders.orders_model import OrdersState


class OrderFilterBar(FilterBar):
    """Which orders are wanted, and the refund of all those of today."""

    refund_all_pressed = Signal()

    def __init__(self, today: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("orders", parent)
        self._begin_of_day = today
        self._build()
        self._more.clicked.connect(self.refund_all_pressed)

    @property
    def wanted(self) -> OrderFilter:
        """What is chosen."""
        group = self._choice.currentData()
        return OrderFilter(
            self._search.text(),
            self._environment.currentData() or None,
            OrderGroup(group) if group else None,
            self._begin_of_day() if self._switch.isChecked() else None,
        )

    def present(self, state: OrdersState) -> None:
        """Offer the environments there are orders of."""
        self.present_environments(state.environment_ids)

    def show_filter(self, wanted: OrderFilter) -> None:
        """Show this filter without asking for it anew, as a rebuilt window does."""
        self.show_values(wanted.words, wanted.environment_id, wanted.group, switched=wanted.since is not None)

    def choose(self, group: OrderGroup | None) -> None:
        """Want the orders of this group, or of all, whatever else was wanted."""
        self.show_filter(OrderFilter(group=group))
        self.ask()

    def _build(self) -> None:
        words = self.tr("Orders that hold all of these words, in a number, amount or profile")
        self.describe_search(self.tr("Search the orders"), words, 110)
        self._search.setPlaceholderText(self.tr("Search: order no., syssn, HK$3.00 …"))
        self._environment.describe("orders_environment", self.tr("Environment"), 7)
        self._choice.describe("orders_group", self.tr("State"), 7)
        self.offer(self.tr("Any state"), {group.value: (words, GROUP_ICONS[group]) for group, words in GROUPS.items()})
        self._switch.setText(self.tr("Today"))
        describe(self._switch, "orders_today", self.tr("Show only the orders made today"), role="toggle")
        words = self.tr("Refund all orders made today that are still paid …")
        describe(self._more, "orders_refund_today", words, "refund", "field")
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
