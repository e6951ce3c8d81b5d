"""Answers queries: which orders are asked for, and how the interface lists them (facts 6.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.simulator.answers import meaning
from qfpay_gui.services.simulator.rules import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from qfpay_gui.services.simulator.orders import Order

_NUMBER = re.compile(r"0*[1-9][0-9]{0,7}")
_LONGEST_PAGE = 100
_EMPTY = (
    "chnlsn",
    "chnlsn2",
    "origssn",
    "cardcd",
    "exchange_rate",
    "cash_fee",
    "cash_fee_type",
    "cash_refund_fee",
    "cash_refund_fee_type",
)


def refusal(parameters: Mapping[str, str]) -> Refusal | None:
    """The rule of a query that these parameters break: page and page_size are whole numbers from 1."""
    for name in ("page", "page_size"):
        if parameters.get(name) and not _NUMBER.fullmatch(parameters[name]):
            return Refusal("1104", f"{name} is a whole number from 1.")
    return None


def found(parameters: Mapping[str, str], orders: Sequence[Order], now: datetime) -> dict[str, Any]:
    """The outer answer with the rows of one page; ``orders`` come newest first."""
    page, size = parameters.get("page") or "1", parameters.get("page_size") or "10"
    rows = [_row(order, now) for order in orders if _asked_for(order, parameters)]
    rows = [row for row in rows if _listed(parameters, "respcd", row["respcd"])]
    length = min(int(size), _LONGEST_PAGE)
    start = (int(page) - 1) * length
    return {
        "respcd": "0000",
        "resperr": "success",
        "respmsg": "",
        "page": page,
        "page_size": size,
        "data": rows[start : start + length],
    }


def _listed(parameters: Mapping[str, str], name: str, value: str) -> bool:
    """Whether a comma-separated list names this value; an absent or empty list names all."""
    wanted = parameters.get(name, "")
    return not wanted or value in wanted.split(",")


def _asked_for(order: Order, parameters: Mapping[str, str]) -> bool:
    """Whether this order is meant; the times bound sysdtm and do not matter once syssn is given."""
    if not _listed(parameters, "syssn", order.syssn):
        return False
    if not all(_listed(parameters, name, order.parameters[name]) for name in ("out_trade_no", "pay_type")):
        return False
    if parameters.get("syssn"):
        return True
    start, end = parameters.get("start_time", ""), parameters.get("end_time") or "9999"
    return start <= order.sysdtm <= end


def _row(order: Order, now: datetime) -> dict[str, str]:
    """One order as the interface lists it."""
    sent, state = order.parameters, order.state(now)
    return {
        "syssn": order.syssn,
        "out_trade_no": sent["out_trade_no"],
        "txamt": sent["txamt"],
        "txcurrcd": sent["txcurrcd"],
        "respcd": state.value,
        "errmsg": meaning(state.value),
        "order_type": "payment",
        "pay_type": sent["pay_type"],
        "goods_name": sent.get("goods_name", ""),
        "udid": sent.get("udid") or "qiantai2",
        "cancel": "0",
        "sysdtm": order.sysdtm,
        "paydtm": order.sysdtm,
        "txdtm": sent["txdtm"],
        **dict.fromkeys(_EMPTY, ""),
    }
