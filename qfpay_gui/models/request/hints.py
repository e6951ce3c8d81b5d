"""The quiet line under a field when there is nothing to find fault with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import find, human_amount
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.draft import Entry
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_FRESH = {
    "txdtm": text("Hints", "Now, in UTC+8; new on every send"),
    "out_trade_no": text("Hints", "New on every send"),
}
_WITHOUT = {
    "start_time": text("Hints", "Not sent: this month's start"),
    "end_time": text("Hints", "Not sent: this month's end"),
    "page": text("Hints", "Not sent: the first page"),
    "page_size": text("Hints", "Not sent: 10 on a page"),
}
"""What a query does without these."""
_NOT_SENT = text("Hints", "Not sent")
_UNITS = {
    "expired_time": text("Hints", "minutes"),
    "start_time": text("Hints", "UTC+8"),
    "end_time": text("Hints", "UTC+8"),
}


def hint(entry: Entry, request: PreparedRequest) -> Text | None:
    """What is good to know about this entry as it stands."""
    if entry.leave_out:
        return text("Hints", "Left out: neither signed nor sent")
    if entry.name == "mchid" and not entry.value and request.value("mchid"):
        return text("Hints", "From the profile: {mchid}").fill(mchid=request.value("mchid"))
    if entry.value == "" and not entry.send_empty:
        return _of_nothing(entry.name, request)
    return _of_value(entry, request)


def _of_nothing(name: str, request: PreparedRequest) -> Text:
    matters = request.endpoint == "query" and not (request.value("syssn") and name in {"start_time", "end_time"})
    return _WITHOUT.get(name, _NOT_SENT) if matters else _NOT_SENT


def _of_value(entry: Entry, request: PreparedRequest) -> Text | None:
    match entry.name:
        case "syssn":
            return _of_order(request.order, text("Hints", "{amount} · {number}"))
        case "txdtm" | "out_trade_no":
            return _of_number_or_time(entry, request)
        case "txamt":
            return _of_amount(entry.value, request)
        case "txcurrcd":
            currency = find(entry.value)
            return currency.name if currency else None
        case _:
            return _UNITS.get(entry.name)


def _of_number_or_time(entry: Entry, request: PreparedRequest) -> Text | None:
    parameter = endpoint(request.endpoint).find(entry.name)
    if parameter is None or not parameter.fresh:
        is_naming = entry.name == "out_trade_no"
        return _of_order(request.order, text("Hints", "An order of {amount}")) if is_naming else None
    return _FRESH[entry.name] if entry.fresh else text("Hints", "Pinned: sent as it stands here")


def _of_order(order: Order | None, words: Text) -> Text | None:
    """Which order a number names, as far as it is known."""
    if order is None:
        return None
    amount = human_amount(order.txamt, order.txcurrcd) or order.txamt
    return words.fill(number=order.out_trade_no[:40], amount=amount)


def _of_amount(txamt: str, request: PreparedRequest) -> Text | None:
    amount = human_amount(txamt, request.txcurrcd)
    if not amount:
        return None
    order = request.order
    if request.endpoint == "refund" and order is not None and order.left and txamt == str(order.left):
        return text("Hints", "{amount}: all that is left").fill(amount=amount)
    return text("Hints", "{amount}").fill(amount=amount)
