"""Whether an order stands so that it can be refunded, closed or reversed, and the code that says why not.

Which code answers which case is documented by the codes' meanings alone; the choices are these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.trade.orders import Order, State
from qfpay_gui.services.simulator.trade.rules import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.services.simulator.trade.order_book import OrderBook

USED = Refusal(
    "1251",
    "out_trade_no is used. It must be new for every payment and refund: choose another one. "
    "(1251 officially means the store's set-up; for a used number the documentation names 1102 and 2011.)",
    "Do not use duplicate out_trade_no for request (1251)",
)
_UNPAID_NO_MORE = {
    State.CLOSED: Refusal("1264", "The order is closed: nobody can pay it, and there is nothing to give back."),
    State.REVERSED: Refusal("1263", "The order is reversed: nobody can pay it, and there is nothing to give back."),
    State.EXPIRED: Refusal("1181", "The time to pay is over: nobody can pay it, and there is nothing to give back."),
}


def refundable(book: OrderBook, parameters: Mapping[str, str], app_code: str) -> Order | Refusal:
    """The order to refund, as far as its state and what is left of it allow."""
    if book.is_taken(parameters["out_trade_no"]):
        return USED
    order = named(book, {"syssn": parameters["syssn"]}, app_code)
    if isinstance(order, Refusal):
        return order
    return _unrefundable(order, int(parameters["txamt"])) or order


def endable(book: OrderBook, parameters: Mapping[str, str], app_code: str) -> Order | Refusal:
    """The order to close or reverse, as far as its state allows."""
    order = named(book, parameters, app_code)
    if isinstance(order, Refusal):
        return order
    if int(parameters["txamt"]) != order.txamt:
        return Refusal("1266", f"txamt is {int(parameters['txamt'])}; the order's is {order.txamt}. Send the same.")
    if order.state is State.CREATED:
        return order
    if order.state is not State.PAID:
        return _UNPAID_NO_MORE[order.state]
    if not order.left:
        return Refusal("1262", "The order was paid and the whole amount refunded: there is nothing to close.")
    return Refusal("1260", "The order is paid: it can be refunded, but neither closed nor reversed.")


def named(book: OrderBook, parameters: Mapping[str, str], app_code: str) -> Order | Refusal:
    """This merchant's payment that syssn and out_trade_no name, where both are sent the same one."""
    found = []
    for kind in ("syssn", "out_trade_no"):
        number = parameters.get(kind)
        if not number:
            continue
        order = book.find(kind, number)
        if order is None and book.is_refund(kind, number):
            return Refusal("1136", f"This {kind} names a refund: send the payment's.")
        if order is None or order.merchant.app_code != app_code:
            return Refusal("1268", f"No order has this {kind}. The simulator forgets its orders when it ends.")
        found.append(order)
    if found[0] is not found[-1]:
        return Refusal("1267", "syssn and out_trade_no name two different orders: send one of them.")
    return found[0]


def _unrefundable(order: Order, txamt: int) -> Refusal | None:
    """Why this much of the order cannot be given back."""
    if order.state is State.CREATED:
        return Refusal("1261", "Nobody has paid this order yet: there is nothing to give back. Close it instead.")
    if order.state is not State.PAID:
        return _UNPAID_NO_MORE[order.state]
    if not order.left:
        return Refusal("1262", "The whole amount is refunded. (The documentation names 1125 for this as well.)")
    if txamt > order.left:
        left = f"{order.left} of {order.txamt}"
        return Refusal("1272", f"txamt is {txamt}, but only {left} minor units are left to refund.")
    return None
