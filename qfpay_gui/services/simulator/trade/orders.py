"""A payment as the simulator knows it: its numbers, its state, and its refunds."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from qfpay_gui.qfpay.credentials import Credentials


class State(Enum):
    """Where a payment stands; the value is the respcd a query reports for it, of a closed one that of a 2016 sample."""

    CREATED = "1143"
    PAID = "0000"
    CLOSED = "1142"
    REVERSED = "1263"
    EXPIRED = "1181"


@dataclass(frozen=True)
class Wallet:
    """What the customer's wallet pays with: ``cash_fee`` in minor units of ``cash_fee_type``."""

    cash_fee: int = 0
    cash_fee_type: str = ""
    exchange_rate: str = ""


@dataclass(frozen=True)
class Refund:
    """Money given back: ``parameters`` as they were sent, ``cash`` minor units of the wallet's currency."""

    syssn: str
    made: datetime
    txamt: int
    cash: int
    chnlsn: str
    parameters: Mapping[str, str] = field(repr=False)

    @property
    def out_trade_no(self) -> str:
        """The merchant's number of this refund."""
        return self.parameters["out_trade_no"]


@dataclass(frozen=True)
class Order:
    """A payment: its public parameters, its numbers, and what became of it; times are in UTC+8."""

    syssn: str
    created: datetime
    expires: datetime
    parameters: Mapping[str, str] = field(repr=False)
    pay_params: Mapping[str, str] = field(repr=False)
    merchant: Credentials
    state: State = State.CREATED
    paid: datetime | None = None
    chnlsn: str = ""
    wallet: Wallet = Wallet()
    refunds: tuple[Refund, ...] = ()

    @property
    def out_trade_no(self) -> str:
        """The merchant's number of this payment."""
        return self.parameters["out_trade_no"]

    @property
    def prepay_id(self) -> str:
        """WeChat's number of this payment."""
        return self.pay_params["package"].removeprefix("prepay_id=")

    @property
    def sysdtm(self) -> str:
        """When it was made, as the API writes it."""
        return written(self.created)

    @property
    def txamt(self) -> int:
        """Its amount in minor units."""
        return int(self.parameters["txamt"])

    @property
    def left(self) -> int:
        """What has not been refunded, in minor units."""
        return self.txamt - sum(refund.txamt for refund in self.refunds)

    @property
    def cancel(self) -> str:
        """The API's cancel: 0 nothing, 2 closed or reversed, 3 refunded, 5 partly refunded."""
        if self.state in {State.CLOSED, State.REVERSED}:
            return "2"
        if not self.refunds:
            return "0"
        return "5" if self.left else "3"


def written(moment: datetime | None) -> str:
    """A time as the API writes it; "" for one that has not come."""
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment else ""
