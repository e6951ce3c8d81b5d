"""The strip above the orders: money on live testing that was not given back, and outcomes nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.qfpay.orders.refund_plan import human_sums
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.words.label import PlainLabel

if TYPE_CHECKING:
    from qfpay_gui.qfpay.orders.order import Order


class AttentionStrip(QFrame):
    """One line high, two where it is narrow; hidden where nothing needs anybody."""

    refund_all_pressed = Signal()
    show_pressed = Signal()
    """The person wants to see the orders that need attention."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(self)
        self._words = PlainLabel(self)
        self._show = QPushButton(self.tr("Show"), self)
        self._refund = QPushButton(self.tr("Refund all of today …"), self)
        self._build()
        self._show.clicked.connect(self.show_pressed)
        self._refund.clicked.connect(self.refund_all_pressed)
        self.present(())

    def present(self, orders: tuple[Order, ...]) -> None:
        """Say what these orders, all of which need attention, need it for."""
        held = [one for one in orders if one.holds_test_money]
        unknown = sum(one.state is OrderState.UNKNOWN for one in orders)
        tone = "attention" if held else "wrong"
        self._words.setText(" ".join(part for part in (self._of_money(held), self._of_unknown(unknown)) if part))
        set_property(self, "severity", tone)
        set_property(self._words, "severity", tone)
        set_icon(self._icon, "attention" if held else "help", f"{tone}_fg", 16)
        self._refund.setVisible(bool(held))
        self.setVisible(bool(orders))

    def _build(self) -> None:
        self.setObjectName("orders_attention")
        set_property(self, "role", "strip")
        self._words.setObjectName("orders_attention_words")
        self._words.setWordWrap(True)
        self._show.setObjectName("orders_attention_show")
        self._show.setToolTip(self.tr("List the orders that need attention"))
        set_property(self._show, "role", "link")
        self._refund.setObjectName("orders_refund_all")
        self._refund.setToolTip(self.tr("Review and refund the orders made today, one after the other"))
        set_icon(self._refund, "refund")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(current().gap, current().gap_small, current().gap_small, current().gap_small)
        layout.setSpacing(current().gap)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._show)
        layout.addWidget(self._refund)

    def _of_money(self, held: list[Order]) -> str:
        if not held:
            return ""
        one = self.tr("A payment on live testing is not refunded yet: {sum}.")
        several = self.tr("{count} payments on live testing are not refunded yet: {sum}.")
        words = one if len(held) == 1 else several
        return words.format(count=len(held), sum=human_sums((order, order.held) for order in held))

    def _of_unknown(self, count: int) -> str:
        if not count:
            return ""
        one = self.tr("The outcome of an order is unknown: query it.")
        return (
            one if count == 1 else self.tr("The outcome of {count} orders is unknown: query them.").format(count=count)
        )
