"""Answers queries: which payments and refunds are asked for, and how they are listed (QFPay’s page on enquiry)."""

from __future__ import annotations

import calendar
import re
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from qfpay_gui.services.simulator.answers import meaning
from qfpay_gui.services.simulator.trade.orders import Order, Refund, State, written
from qfpay_gui.services.simulator.trade.rules import Refusal, moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

_NUMBER = re.compile(r"(?=[0-9]{1,8}\Z)0*[1-9][0-9]*")
_LONGEST_PAGE = 100
_MONTH = slice(0, 7)  # YYYY-MM
_FILTERS = ("syssn", "out_trade_no", "pay_type", "respcd")
_LENGTHS = {"syssn": 128, "out_trade_no": 128, "pay_type": 6, "respcd": 4, "mchid": 16}
_EMPTY = ("chnlsn2", "cardcd", "goods_detail")


def refusal(parameters: Mapping[str, str], now: datetime) -> Refusal | None:
    """The rule of a query that these parameters break; the times do not matter once syssn is given."""
    for name in ("page", "page_size"):
        if parameters.get(name) and not _NUMBER.fullmatch(parameters[name]):
            return Refusal("1104", f"{name} is a whole number from 1, of at most 8 digits.")
    if too_long := next(_too_long(parameters), None):
        return too_long
    if parameters.get("syssn"):
        return None
    return _unbounded(parameters) or _time_refusal(parameters, now)


def found(parameters: Mapping[str, str], orders: Sequence[Order], now: datetime) -> dict[str, Any]:
    """The outer answer with the rows of one page, newest first; ``now`` decides the month that is meant."""
    page, size = parameters.get("page") or "1", parameters.get("page_size") or "10"
    rows = [row for order in orders for row in _rows(order) if _asked_for(row, parameters, now)]
    rows.sort(key=itemgetter("syssn"), reverse=True)  # numbers are given in the order of time
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


def _too_long(parameters: Mapping[str, str]) -> Iterator[Refusal]:
    """Each value of a list keeps to the length of its parameter."""
    for name, longest in _LENGTHS.items():
        if any(len(one) > longest for one in parameters.get(name, "").split(",")):
            yield Refusal("1104", f"{name} takes values of at most {longest} characters, separated by commas.")


def _unbounded(parameters: Mapping[str, str]) -> Refusal | None:
    """A number, or both times, as the newest edition (2026) wants; older ones list the current month."""
    if parameters.get("out_trade_no") or all(parameters.get(name) for name in ("start_time", "end_time")):
        return None
    return Refusal(
        "1104",
        "Send syssn, out_trade_no, or both start_time and end_time: the newest edition wants at least one of them. "
        "(Older editions list the current month; which code answers is not documented.)",
    )


def _time_refusal(parameters: Mapping[str, str], now: datetime) -> Refusal | None:
    """Times are written like txdtm, in order, and within one calendar month."""
    for name in ("start_time", "end_time"):
        if parameters.get(name) and not moment(parameters[name]):
            return Refusal("1103", f"{name} is written YYYY-MM-DD hh:mm:ss, like 2026-03-01 00:00:00, and exists.")
    start, end = _range(parameters, now)
    if start[_MONTH] != end[_MONTH]:
        return Refusal(
            "1104",
            f"From {start} to {end} is more than one calendar month: send start_time and end_time of one month, "
            "or syssn alone. What is left out is the current month's start or end (UTC+8).",
        )
    return None if start <= end else Refusal("1104", "start_time is after end_time.")


def _range(parameters: Mapping[str, str], now: datetime) -> tuple[str, str]:
    """The first and the last sysdtm that are meant; what is not given is the current month's."""
    last = calendar.monthrange(now.year, now.month)[1]
    start = parameters.get("start_time") or f"{now:%Y-%m}-01 00:00:00"
    return start, parameters.get("end_time") or f"{now:%Y-%m}-{last} 23:59:59"


def _asked_for(row: Mapping[str, str], parameters: Mapping[str, str], now: datetime) -> bool:
    """Whether this row is meant."""
    if not all(_listed(parameters.get(name, ""), row[name]) for name in _FILTERS):
        return False
    if parameters.get("syssn"):
        return True
    start, end = _range(parameters, now)
    return start <= row["sysdtm"] <= end


def _listed(wanted: str, value: str) -> bool:
    """Whether a comma-separated list names this value; an empty list names all."""
    return not wanted or value in {each.strip() for each in wanted.split(",")}


def _rows(order: Order) -> Iterator[dict[str, str]]:
    """The payment and each of its refunds as the interface lists them, newest first."""
    for refund in reversed(order.refunds):
        yield _refund_row(order, refund)
    yield _payment_row(order)


def _payment_row(order: Order) -> dict[str, str]:
    sent = order.parameters
    return {
        **_common(order, sent, State.PAID if order.paid else order.state),
        "syssn": order.syssn,
        "chnlsn": order.chnlsn,
        "origssn": "",
        "order_type": "payment",
        "cancel": order.cancel,
        "sysdtm": order.sysdtm,
        "paydtm": written(order.paid),
        "cash_refund_fee": _sum(refund.cash for refund in order.refunds),
        "cash_refund_fee_type": order.wallet.cash_fee_type if order.refunds else "",
    }


def _refund_row(order: Order, refund: Refund) -> dict[str, str]:
    return {
        **_common(order, refund.parameters, State.PAID),
        "syssn": refund.syssn,
        "chnlsn": refund.chnlsn,
        "origssn": order.syssn,
        "order_type": "refund",
        "cancel": "0",
        "sysdtm": written(refund.made),
        "paydtm": written(refund.made),
        "cash_refund_fee": str(refund.cash),
        "cash_refund_fee_type": order.wallet.cash_fee_type,
    }


def _sum(amounts: Iterator[int]) -> str:
    """Their sum; "" for none."""
    total = sum(amounts)
    return str(total) if total else ""


def _common(order: Order, sent: Mapping[str, str], state: State) -> dict[str, str]:
    """What payments and refunds have in common."""
    return {
        "out_trade_no": sent["out_trade_no"],
        "txamt": sent["txamt"],
        "txcurrcd": order.parameters["txcurrcd"],
        "respcd": state.value,
        "errmsg": "success" if state is State.PAID else meaning(state.value),
        "pay_type": order.parameters["pay_type"],
        "goods_name": order.parameters.get("goods_name", ""),
        "goods_info": order.parameters.get("goods_info", ""),
        "udid": sent.get("udid") or "qiantai2",
        "txdtm": sent["txdtm"],
        "exchange_rate": order.wallet.exchange_rate,
        "cash_fee": str(order.wallet.cash_fee) if order.paid else "",
        "cash_fee_type": order.wallet.cash_fee_type,
        **dict.fromkeys(_EMPTY, ""),
    }
