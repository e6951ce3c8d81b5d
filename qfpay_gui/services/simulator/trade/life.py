"""An order's life: what can become of a payment, each step told once and in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.events import Event, EventKind
from qfpay_gui.services.simulator.trade import rates
from qfpay_gui.services.simulator.trade.order_book import chnlsn
from qfpay_gui.services.simulator.trade.orders import Order, Refund, State, written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.services.simulator.trade.order_book import OrderBook

_KINDS = {State.EXPIRED: EventKind.EXPIRED, State.CLOSED: EventKind.CLOSED, State.REVERSED: EventKind.REVERSED}


@dataclass(frozen=True)
class Hooks:
    """Who hears of it: ``opened`` of new orders, ``publish`` of every step, ``notify`` of money that moved.

    None of them may block.
    """

    opened: Callable[[Order], None]
    publish: Callable[[Event], None]
    notify: Callable[[Order, Refund | None], None]


class Life:
    """Moves orders on and says so. A step and its event happen under one lock, so events keep the steps' order."""

    def __init__(self, book: OrderBook, hooks: Hooks) -> None:
        self.book = book
        self.wallet_currency = ""
        self._hooks = hooks

    def order(self, parameters: Mapping[str, str], merchant: Credentials) -> Order | None:
        """A new order of this merchant, or None where its number is taken."""
        with self.book.lock:
            order = self.book.create(parameters, merchant)
            if order:
                self._publish(EventKind.ORDERED, order, expires=written(order.expires))
                self._hooks.opened(order)
        return order

    def pay(self, order: Order) -> Order | None:
        """The order paid, or None where another step came first."""
        self.expire_overdue()
        now = self.book.now()
        wallet = rates.charged(order.parameters, self.wallet_currency)
        paid = replace(order, state=State.PAID, paid=now, chnlsn=chnlsn(now), wallet=wallet)
        with self.book.lock:
            if not self.book.settle(paid):
                return None
            self._publish(EventKind.PAID, paid, paydtm=written(now), chnlsn=paid.chnlsn)
            self._hooks.notify(paid, None)
        return paid

    def end(self, order: Order, state: State) -> bool:
        """Close, reverse or expire an order nobody has paid; False where another step came first."""
        with self.book.lock:
            ended = self.book.settle(replace(order, state=state))
            if ended:
                self._publish(_KINDS[state], order)
        return ended

    def expire_overdue(self) -> None:
        """Let the orders expire whose time is over."""
        for order in self.book.overdue():
            self.end(order, State.EXPIRED)

    def refund(self, out_trade_no: str, parameters: Mapping[str, str]) -> tuple[Order, Refund]:
        """Give money back; whether that is allowed is for the caller to know, who holds the book's lock."""
        with self.book.lock:
            order, refund = self.book.refund(out_trade_no, parameters)
            self._hooks.publish(_refunded(self.book.clock(), order, refund))
            self._hooks.notify(order, refund)
        return order, refund

    def sheet_ended(self, order: Order, kind: EventKind, err_msg: str) -> None:
        """The payment sheet is gone, and the order is as it was."""
        with self.book.lock:
            self._publish(kind, order, errMsg=err_msg)

    def _publish(self, kind: EventKind, order: Order, **facts: str) -> None:
        """Tell a step of a payment."""
        sent = order.parameters
        fields = {
            "prepay_id": order.prepay_id,
            **{name: sent[name] for name in ("pay_type", "txamt", "txcurrcd", "notify_url") if name in sent},
            **facts,
        }
        self._hooks.publish(Event(kind, self.book.clock(), order.out_trade_no, order.syssn, fields))


def _refunded(at: float, order: Order, refund: Refund) -> Event:
    """The step of a refund."""
    fields = {
        "txamt": str(refund.txamt),
        "txcurrcd": order.parameters["txcurrcd"],
        "pay_type": order.parameters["pay_type"],
        "refund_out_trade_no": refund.out_trade_no,
        "orig_syssn": order.syssn,
        "left": str(order.left),
    }
    return Event(EventKind.REFUNDED, at, order.out_trade_no, refund.syssn, fields)
