"""What the rules look at, and short ways to say what they found."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Finding, Severity

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.parameters import Endpoint
    from qfpay_gui.qfpay.text import Text


@dataclass(frozen=True)
class Subject:
    """A request about to be signed.

    ``sent`` are the pairs as they are signed and sent. ``bound_to`` is the id of the environment
    the profile belongs to, "" where there is none. ``now`` is None where the clock does not matter.
    ``orders`` are those known in this environment for these credentials.
    """

    endpoint: Endpoint
    sent: tuple[tuple[str, str], ...]
    kept: tuple[str, ...]
    credentials: Credentials
    sign_type: str
    environment: Environment
    bound_to: str = ""
    now: datetime | None = None
    orders: tuple[Order, ...] = field(default=(), repr=False)

    @cached_property
    def order(self) -> Order | None:
        """The known order this request is about, by ``syssn`` or by the number of an order that exists."""
        if self.endpoint.find("syssn") and (syssn := self.value("syssn")):
            return self.order_by_syssn(syssn)
        if not self.endpoint.needs_new_number and (number := self.value("out_trade_no")):
            return self.order_by_number(number)
        return None

    @property
    def txcurrcd(self) -> str:
        """The currency amounts are in, as sent or else as known of the order; "" where neither tells."""
        return self.value("txcurrcd") or (self.order.txcurrcd if self.order else "")

    def order_by_syssn(self, syssn: str) -> Order | None:
        """The known order with QFPay's number."""
        return next((order for order in self.orders if order.syssn == syssn), None)

    def order_by_number(self, out_trade_no: str) -> Order | None:
        """The known order with the merchant's number."""
        return next((order for order in self.orders if order.out_trade_no == out_trade_no), None)

    def value(self, name: str) -> str | None:
        """The first value sent under this name, or None where it is not sent."""
        return next((value for sent_name, value in self.sent if sent_name == name), None)


def shortened(value: str, limit: int = 24) -> str:
    """The value as a sentence quotes it: at most ``limit`` characters, and a dot for each that cannot be seen."""
    cut = value if len(value) <= limit else value[: limit - 1] + "…"
    return "".join(one if one.isprintable() else "·" for one in cut)


def wrong(code: str, field: str, headline: Text, detail: Text) -> Finding:
    """A finding that makes the request fail, or mean something else."""
    return Finding(code, Severity.WRONG, field, headline, detail)


def attention(code: str, field: str, headline: Text, detail: Text) -> Finding:
    """A finding that may well be the reason why something fails."""
    return Finding(code, Severity.ATTENTION, field, headline, detail)


def note(code: str, field: str, headline: Text, detail: Text) -> Finding:
    """A finding that is good to know."""
    return Finding(code, Severity.NOTE, field, headline, detail)
