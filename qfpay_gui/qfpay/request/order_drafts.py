"""The values of the next request about an order."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.draft import Draft, example_draft, out_trade_no
from qfpay_gui.qfpay.times import UTC8, txdtm

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.qfpay.orders.order import Order


def order_values(endpoint: str, order: Order, now: datetime) -> dict[str, str]:
    """What names this order in a request: by the query that surely lists it, or all that is left of it to refund.

    KeyError for an endpoint that is about no order.
    """
    makers = {"query": _query, "refund": _refund, "close": _closing, "reversal": _closing}
    values = makers[endpoint](order, now)
    # A profile fills in its own mchid; another one that was sent with the payment belongs to the order.
    return {**values, **({"mchid": order.mchid} if order.mchid else {})}


def order_draft(endpoint: str, order: Order, now: datetime, token: str) -> Draft:
    """A draft about this order in which nothing is left to be made anew, so that it is sent as it is."""
    draft = example_draft(endpoint).fill(order_values(endpoint, order, now))
    made = {"out_trade_no": out_trade_no(now, token), "txdtm": txdtm(now)}
    return draft.fill({entry.name: made[entry.name] for entry in draft.entries if entry.fresh and entry.name in made})


def _query(order: Order, now: datetime) -> dict[str, str]:
    """By syssn, which looks at all months; by numbers where refunds have to be found as well (page on enquiry)."""
    numbers = [number for number in (order.out_trade_no, *order.pending_numbers) if number]
    if order.syssn and not order.pending_numbers:
        return {"syssn": order.syssn}
    return {"out_trade_no": ",".join(numbers), **_month(order, now)}


def _month(order: Order, now: datetime) -> dict[str, str]:
    """The order's month where it is not the present one, which is what a query without times looks at."""
    made, present = order.made_at.astimezone(UTC8), now.astimezone(UTC8)
    if (made.year, made.month) == (present.year, present.month):
        return {}
    first, days = made.strftime("%Y-%m"), monthrange(made.year, made.month)[1]
    return {"start_time": f"{first}-01 00:00:00", "end_time": f"{first}-{days} 23:59:59"}


def _refund(order: Order, _now: datetime) -> dict[str, str]:
    return {"syssn": order.syssn, "txamt": str(order.left or order.txamt)}


def _closing(order: Order, _now: datetime) -> dict[str, str]:
    """With the payment's own txdtm; of an order kept without it, the moment it was sent."""
    name = "syssn" if order.syssn else "out_trade_no"
    time = order.txdtm or txdtm(order.made_at)
    return {name: order.syssn or order.out_trade_no, "txamt": order.txamt, "txdtm": time}
