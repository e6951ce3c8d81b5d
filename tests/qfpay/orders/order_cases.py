"""Orders and news about them, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.orders.events import News, apply
from qfpay_gui.qfpay.orders.news import Exchanged, news_of
from qfpay_gui.qfpay.orders.order import Ending, Order

if TYPE_CHECKING:
    from collections.abc import Iterable

NOON = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
SYSSN = "20261123000100020003"
NUMBER = "QA20261123120000K7QZP"
PAYMENT = {"txamt": "300", "txcurrcd": "HKD", "pay_type": "800213", "out_trade_no": NUMBER}


def order(**changes: Any) -> Order:
    """A payment of HK$3.00 of which nothing was heard yet."""
    made = Order(
        out_trade_no=NUMBER,
        environment_id="live-hk",
        environment_kind="live testing",
        base_url="https://test-openapi-hk.qfapi.com",
        profile="Tea House",
        app_code="A1B2C3D4E5F60718293A4B5C6D7E8F90",
        made_at=NOON,
        txamt="300",
        txcurrcd="HKD",
        pay_type="800213",
    )
    return replace(made, **changes)


def after(news: Iterable[News], start: Order | None = None) -> Order:
    """The order after these news."""
    return reduce(apply, news, start or order())


def payment(ending: Ending = Ending.SUCCESS, attempt: int = 1, **changes: Any) -> tuple[News, ...]:
    """The news of one payment exchange."""
    fields = {"syssn": SYSSN, "respcd": "0000"} if ending is Ending.SUCCESS else {}
    return news_of(exchanged("payment", PAYMENT, ending, attempt=attempt, **{"fields": fields, **changes}))


def refund(
    number: str, txamt: int, ending: Ending = Ending.SUCCESS, attempt: int = 10, **more: Any
) -> tuple[News, ...]:
    """The news of one refund exchange."""
    sent = {"syssn": SYSSN, "out_trade_no": number, "txamt": str(txamt)}
    fields = {"syssn": f"S{number}", "orig_syssn": SYSSN, "txamt": str(txamt)} if ending is Ending.SUCCESS else {}
    return news_of(exchanged("refund", sent, ending, attempt=attempt, **{"fields": fields, **more}))


def query(*rows: dict[str, str], minutes: int = 5, sent: dict[str, str] | None = None, **more: Any) -> tuple[News, ...]:
    """The news of a query that lists these rows."""
    asked = {"out_trade_no": NUMBER} if sent is None else sent
    listed = {"respcd": "0000", "data": "[]"}
    made = exchanged("query", asked, Ending.SUCCESS, **{"rows": rows, "fields": listed, "minutes": minutes, **more})
    return news_of(made)


def paid_row(**changes: str) -> dict[str, str]:
    """The payment as a query lists it once it is paid."""
    row = {"syssn": SYSSN, "out_trade_no": NUMBER, "txamt": "300", "txcurrcd": "HKD", "respcd": "0000", "cancel": "0"}
    return {**row, "order_type": "payment", "pay_type": "800213", **changes}


def refund_row(number: str, txamt: int, respcd: str = "0000") -> dict[str, str]:
    """A refund as a query lists it."""
    row = {"syssn": f"S{number}", "out_trade_no": number, "txamt": str(txamt), "respcd": respcd}
    return {**row, "order_type": "refund", "origssn": SYSSN}


def exchanged(
    endpoint: str, sent: dict[str, str], ending: Ending, *, attempt: int = 1, minutes: int = 0, **more: Any
) -> Exchanged:
    """An exchange so many minutes after noon; ``more`` are its further members."""
    at = NOON + timedelta(minutes=minutes)
    respcd = {Ending.SUCCESS: "0000", Ending.IN_PROGRESS: "1143", Ending.FAILED: "1108"}.get(ending, "")
    members = {"respcd": respcd, **more}
    return Exchanged(attempt, endpoint, sent, ending, at, at + timedelta(seconds=1), **members)
