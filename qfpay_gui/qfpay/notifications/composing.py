"""A notification's body as QFPay writes it, filled in from an order or from an example."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.digests import DIGESTS
from qfpay_gui.qfpay.times import txdtm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from qfpay_gui.qfpay.orders.order import Order

_NOTHING_REFUNDED, _REFUNDED, _REFUNDED_IN_PART = "0", "3", "5"


def signature(body: bytes, client_key: str) -> str:
    """Upper-case MD5 of the raw body and the key behind it (QFPay's page on asynchronous notifications)."""
    return DIGESTS["MD5"](body + client_key.encode("utf-8", "replace")).upper()


def written(fields: Mapping[str, object]) -> bytes:
    """The fields as QFPay writes them: a blank behind each comma and colon, and other characters as escapes."""
    return json.dumps(fields).encode("ascii")


def example(now: datetime, mchid: str = "") -> dict[str, str]:
    """A payment nobody made, in the order of the documented sample; ``mchid`` stands in it only where there is one."""
    moment = txdtm(now)
    return {
        "status": "1",
        "pay_type": "800213",
        "sysdtm": moment,
        "paydtm": moment,
        "goods_name": "奶茶",
        "txcurrcd": "HKD",
        "txdtm": moment,
        **({"mchid": mchid} if mchid else {}),
        "txamt": "300",
        "exchange_rate": "",
        "chnlsn2": "",
        "out_trade_no": f"QA{now:%Y%m%d%H%M%S}",
        "syssn": f"{now:%Y%m%d}000300020060{now:%H%M%S}",
        "cash_fee_type": "",
        "cancel": _NOTHING_REFUNDED,
        "respcd": "0000",
        "goods_info": "",
        "cash_fee": "",
        "notify_type": "payment",
        "chnlsn": "",
        "cardcd": "",
    }


def of_payment(order: Order, now: datetime) -> dict[str, str]:
    """What QFPay tells of this order's payment, as far as it is known here."""
    made = txdtm(order.made_at)
    known = {
        "pay_type": order.pay_type,
        "sysdtm": made,
        "paydtm": made,
        "txcurrcd": order.txcurrcd,
        "txdtm": order.txdtm or made,
        "txamt": order.txamt,
        "out_trade_no": order.out_trade_no,
        "syssn": order.syssn,
    }
    return {**example(now, order.mchid), **{name: value for name, value in known.items() if value}, "goods_name": ""}


def of_refund(order: Order, now: datetime) -> dict[str, str]:
    """What QFPay tells of its newest refund that went through; where there is none, of one of the whole amount."""
    done = [refund for refund in order.refunds if refund.is_done]
    told = {**of_payment(order, now), "notify_type": "refund", "cancel": _REFUNDED}
    if not done:
        return {**told, "out_trade_no": f"{order.out_trade_no}R"[:128], "syssn": example(now)["syssn"]}
    newest = done[-1]
    numbers = {"out_trade_no": newest.out_trade_no, "syssn": newest.syssn, "txamt": str(newest.txamt or "")}
    in_part = order.amount is not None and 0 < newest.txamt < order.amount
    told["cancel"] = _REFUNDED_IN_PART if in_part else _REFUNDED
    return {**told, **{name: value for name, value in numbers.items() if value}}
