"""A merchant, an order and a clean request that are made up, for the examples of the reference."""

from __future__ import annotations

from datetime import UTC, datetime

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import LIVE_TESTING
from qfpay_gui.qfpay.orders.order import Order, OrderState
from qfpay_gui.qfpay.request.draft import Draft, example_draft, freshened

NOW = datetime(2026, 3, 1, 10, 0, 0, tzinfo=UTC)
CREDENTIALS = Credentials("ABCDEF0123456789ABCDEF0123456789", "0123456789ABCDEF0123456789ABCDEF", "R1zQrTdJnn")
PAID = Order(
    out_trade_no="QA20260301093000abc123",
    environment_id=LIVE_TESTING.id,
    environment_kind=LIVE_TESTING.kind.value,
    base_url=LIVE_TESTING.base_url,
    profile="",
    app_code=CREDENTIALS.app_code,
    made_at=NOW,
    syssn="20260301000300020012345678",
    txamt="300",
    txcurrcd="HKD",
    pay_type="800213",
    state=OrderState.PAID,
    txdtm="2026-03-01 17:30:00",
)
"""An order that is paid, and of which all can be refunded."""
_OF_ORDER = {
    "query": {"out_trade_no": PAID.out_trade_no},
    "refund": {"syssn": PAID.syssn, "txamt": PAID.txamt},
    "close": {"syssn": PAID.syssn, "txamt": PAID.txamt, "txdtm": PAID.txdtm},
    "reversal": {"syssn": PAID.syssn, "txamt": PAID.txamt, "txdtm": PAID.txdtm},
}


def clean(call: str) -> Draft:
    """A request of this call that is as it should be."""
    return freshened(example_draft(call), NOW, "def456").fill(_OF_ORDER.get(call, {}))
