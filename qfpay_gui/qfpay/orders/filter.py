"""Which orders are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.orders.order import OrderState

if TYPE_CHECKING:
    from datetime import datetime


class OrderGroup(Enum):
    """States that are looked for together."""

    ATTENTION = "attention"  # unknown, or paid on live testing and not given back
    UNKNOWN = "unknown"
    OPEN = "open"
    PAID = "paid"
    REFUNDED = "refunded"
    ENDED = "ended"


STATES = {
    OrderGroup.UNKNOWN: (OrderState.UNKNOWN,),
    OrderGroup.OPEN: (OrderState.OPEN,),
    OrderGroup.PAID: (OrderState.PAID, OrderState.PARTLY_REFUNDED),
    OrderGroup.REFUNDED: (OrderState.REFUNDED, OrderState.PARTLY_REFUNDED),
    OrderGroup.ENDED: (OrderState.CANCELLED, OrderState.CLOSED, OrderState.EXPIRED, OrderState.FAILED),
}
"""The states of every group but ATTENTION, which depends on the environment as well."""


@dataclass(frozen=True)
class OrderFilter:
    """Which orders are wanted: ``words`` are ANDed, letter case does not count; None means any.

    ``since`` is an aware time: only orders made then or later.
    """

    words: str = ""
    environment_id: str | None = None
    group: OrderGroup | None = None
    since: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every order is wanted."""
        return not self.words.strip() and self.environment_id is None and self.group is None and self.since is None
