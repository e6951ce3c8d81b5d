"""What each request does to an order, and the fields it is answered with (QFPay’s page of each call)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from qfpay_gui.services.simulator.trade import eligibility, query
from qfpay_gui.services.simulator.trade.orders import Order, Refund, State, written
from qfpay_gui.services.simulator.trade.pay_types import handed_out
from qfpay_gui.services.simulator.trade.rules import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.services.simulator.trade.life import Life

Fields: TypeAlias = dict[str, Any]

UDID = "qiantai2"
_NOT_LISTED = (
    "The simulator {done} the order. QFPay's documents list 800213 for neither close nor reversal: what QFPay itself "
    "answers is not known. 1297, or an answer without syssn, would mean that it is not supported."
)


def pay(life: Life, parameters: Mapping[str, str], merchant: Credentials) -> Fields | Refusal:
    """A new order, and what leads its payer to it."""
    order = life.order(parameters, merchant)
    return _created(order) if order else eligibility.USED


def find(life: Life, parameters: Mapping[str, str], merchant: Credentials) -> Fields | Refusal:
    """The orders and refunds asked for."""
    life.expire_overdue()
    own = [order for order in life.book.all() if order.merchant.app_code == merchant.app_code]
    return query.found(parameters, own, life.book.now())


def refund(life: Life, parameters: Mapping[str, str], merchant: Credentials) -> Fields | Refusal:
    """Money given back."""
    life.expire_overdue()
    with life.book.lock:
        order = eligibility.refundable(life.book, parameters, merchant.app_code)
        if isinstance(order, Refusal):
            return order
        return _given_back(*life.refund(order.out_trade_no, parameters))


def close(life: Life, parameters: Mapping[str, str], merchant: Credentials) -> Fields | Refusal:
    """An order nobody can pay any more."""
    return _end(life, parameters, merchant, State.CLOSED)


def reverse(life: Life, parameters: Mapping[str, str], merchant: Credentials) -> Fields | Refusal:
    """An order that was taken back before it was paid."""
    return _end(life, parameters, merchant, State.REVERSED)


def _end(life: Life, parameters: Mapping[str, str], merchant: Credentials, state: State) -> Fields | Refusal:
    life.expire_overdue()
    with life.book.lock:
        order = eligibility.endable(life.book, parameters, merchant.app_code)
        if isinstance(order, Refusal):
            return order
        life.end(order, state)
    now = life.book.now()
    return {
        "orig_syssn": order.syssn,
        "sysdtm": written(now),
        "txdtm": parameters["txdtm"],
        "udid": parameters.get("udid") or UDID,
        "txcurrcd": order.parameters["txcurrcd"],
        "txamt": order.parameters["txamt"],
        "resperr": "success",
        "respmsg": _remarks(order, state, parameters["txdtm"]),
        "out_trade_no": order.out_trade_no,
        "syssn": life.book.new_syssn(now),
        "respcd": "0000",
        **dict.fromkeys(("chnlsn", "chnlsn2", "cardcd", "surcharge_fee", "surcharge_rate"), ""),
    }


def _remarks(order: Order, state: State, txdtm: str) -> str:
    """What QFPay's documents leave open, and a reversal whose time is not the original transaction's."""
    said = _NOT_LISTED.format(done="closed" if state is State.CLOSED else "reversed")
    own = order.parameters["txdtm"]
    if state is State.CLOSED or txdtm == own:
        return said
    return f"{said} txdtm of a reversal is the original transaction's time: {own}, not {txdtm}."


def _created(order: Order) -> Fields:
    """The answer to a payment, its fields in the order of the documented sample."""
    sent = order.parameters
    return {
        "txdtm": sent["txdtm"],
        "pay_type": sent["pay_type"],
        "resperr": "success",
        "out_trade_no": sent["out_trade_no"],
        "syssn": order.syssn,
        "sysdtm": order.sysdtm,
        "paydtm": order.sysdtm,
        "txcurrcd": sent["txcurrcd"],
        "respmsg": "",
        "cardcd": "",
        "udid": sent.get("udid") or UDID,
        "txamt": sent["txamt"],
        "respcd": "0000",
        "chnlsn": "",
        **handed_out(order),
    }


def _given_back(order: Order, refund: Refund) -> Fields:
    """The answer to a refund, its fields in the order of the documented sample."""
    sent = refund.parameters
    return {
        "orig_syssn": order.syssn,
        "sysdtm": written(refund.made),
        "paydtm": written(refund.made),
        "txdtm": sent["txdtm"],
        "udid": sent.get("udid") or UDID,
        "txcurrcd": order.parameters["txcurrcd"],
        "txamt": sent["txamt"],
        "resperr": "success",
        "respmsg": "",
        "out_trade_no": refund.out_trade_no,
        "syssn": refund.syssn,
        "respcd": "0000",
        "chnlsn": refund.chnlsn,
        "cardcd": "",
        "cash_fee": str(order.wallet.cash_fee),
        "cash_fee_type": order.wallet.cash_fee_type,
        "cash_refund_fee": str(refund.cash),
        "cash_refund_fee_type": order.wallet.cash_fee_type,
    }
