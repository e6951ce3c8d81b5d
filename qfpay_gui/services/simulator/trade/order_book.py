"""The orders of one simulator, in memory: who wins a number, a payment, and the last of the money."""

from __future__ import annotations

import secrets
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Literal, TypeAlias

from qfpay_gui.services.simulator import pay_params as wechat
from qfpay_gui.services.simulator.trade.orders import Order, Refund

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.credentials import Credentials

NumberKind: TypeAlias = Literal["out_trade_no", "syssn", "prepay_id"]

UTC_PLUS_8 = timezone(timedelta(hours=8))
_KEPT = ("txdtm", "txamt", "txcurrcd", "pay_type", "out_trade_no", "udid", "goods_name", "goods_info", "notify_url")
# extend_info and sub_openid are personal data and not kept


class OrderBook:
    """Thread-safe; ``clock`` gives seconds since 1970.

    ``lock`` may be held over several calls to make them one step.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.lock = threading.RLock()
        self._orders: dict[str, Order] = {}
        self._open: dict[str, datetime] = {}  # when each unpaid order expires
        self._payments: dict[tuple[str, str], str] = {}  # kind and number of payments to their out_trade_no
        self._refunds: dict[tuple[str, str], str] = {}  # the same of refunds, to the payment's out_trade_no
        self._serial = secrets.randbelow(900_000_000)  # so that another run does not repeat a syssn

    def now(self) -> datetime:
        """This moment in UTC+8, the zone of sysdtm and paydtm."""
        return datetime.fromtimestamp(self.clock(), UTC).astimezone(UTC_PLUS_8)

    def create(self, parameters: Mapping[str, str], merchant: Credentials) -> Order | None:
        """A new order of this merchant, or None where its out_trade_no is taken."""
        now = self.now()
        expires = now + timedelta(minutes=int(parameters.get("expired_time") or 30))
        with self.lock:
            if self.is_taken(parameters["out_trade_no"]):
                return None
            order = Order(
                self.new_syssn(now), now, expires, _kept(parameters), wechat.pay_params(now), merchant=merchant
            )
            numbers = (("out_trade_no", order.out_trade_no), ("syssn", order.syssn), ("prepay_id", order.prepay_id))
            self._payments |= dict.fromkeys(numbers, order.out_trade_no)
            self._orders[order.out_trade_no] = order
            self._open[order.out_trade_no] = expires
        return order

    def is_taken(self, out_trade_no: str) -> bool:
        """Whether a payment or a refund has this number: they share them (QFPay’s payment parameters)."""
        with self.lock:
            return out_trade_no in self._orders or self.is_refund("out_trade_no", out_trade_no)

    def find(self, kind: NumberKind, number: str) -> Order | None:
        """The payment with this number."""
        with self.lock:
            return self._orders.get(self._payments.get((kind, number), ""))

    def is_refund(self, kind: NumberKind, number: str) -> bool:
        """Whether a refund has this number."""
        with self.lock:
            return (kind, number) in self._refunds

    def settle(self, order: Order) -> bool:
        """Put an unpaid order into the state it has here; False where another state came first."""
        with self.lock:
            if self._open.pop(order.out_trade_no, None) is None:
                return False
            self._orders[order.out_trade_no] = order
        return True

    def refund(self, out_trade_no: str, parameters: Mapping[str, str]) -> tuple[Order, Refund]:
        """The payment with one more refund; whether it may be refunded is for the caller to know."""
        now, txamt = self.now(), int(parameters["txamt"])
        with self.lock:
            order = self._orders[out_trade_no]
            refund = Refund(self.new_syssn(now), now, txamt, _cash(order, txamt), chnlsn(now), _kept(parameters))
            order = self._orders[out_trade_no] = replace(order, refunds=(*order.refunds, refund))
            numbers = (("out_trade_no", refund.out_trade_no), ("syssn", refund.syssn))
            self._refunds |= dict.fromkeys(numbers, out_trade_no)
        return order, refund

    def overdue(self) -> tuple[Order, ...]:
        """The unpaid orders whose time is over, first to expire first."""
        now = self.now()
        with self.lock:
            over = sorted((expires, number) for number, expires in self._open.items() if expires <= now)
            return tuple(self._orders[number] for _expires, number in over)

    def all(self) -> tuple[Order, ...]:
        """Every payment, newest first."""
        with self.lock:
            return tuple(reversed(self._orders.values()))

    def new_syssn(self, now: datetime) -> str:
        """The next transaction number: 26 digits, the first eight of them the day."""
        with self.lock:
            self._serial += 1
        return f"{now:%Y%m%d}000200020{self._serial:09d}"


def chnlsn(now: datetime) -> str:
    """A number as the wallet gives one to a transaction: 28 digits."""
    return f"4200002{now:%Y%m%d}{secrets.randbelow(10**13):013d}"


def _kept(parameters: Mapping[str, str]) -> dict[str, str]:
    """What is remembered of a request."""
    return {name: parameters[name] for name in _KEPT if name in parameters}


def _cash(order: Order, txamt: int) -> int:
    """What the wallet gets back: its share, and with the last refund all that is left of it."""
    if txamt == order.left:
        return order.wallet.cash_fee - sum(refund.cash for refund in order.refunds)
    return order.wallet.cash_fee * txamt // order.txamt
