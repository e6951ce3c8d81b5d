from __future__ import annotations

from datetime import timedelta

import pytest

from qfpay_gui.qfpay.orders.order import Ending
from qfpay_gui.qfpay.request.order_drafts import order_draft, order_values
from tests.qfpay.orders.order_cases import NOON, NUMBER, SYSSN, after, order, paid_row, payment, query, refund

PAID = [*payment(), *query(paid_row())]


def test_a_known_order_is_queried_by_qfpays_number() -> None:
    """That looks at orders of any month."""
    assert order_values("query", after(PAID), NOON + timedelta(days=90)) == {"syssn": SYSSN}


def test_an_unknown_order_is_queried_by_its_own_number() -> None:
    """In the month it was made in, as UTC+8 counts months."""
    assert order_values("query", order(), NOON) == {"out_trade_no": NUMBER}
    values = order_values("query", order(), NOON + timedelta(days=8))
    assert values["start_time"] == "2026-11-01 00:00:00"
    assert values["end_time"] == "2026-11-30 23:59:59"
    eve = order(made_at=NOON.replace(day=30, hour=16))
    assert order_values("query", eve, NOON.replace(month=12, day=5)) == {"out_trade_no": NUMBER}


def test_pending_refunds_are_queried_along() -> None:
    """By their own numbers, for only a record of theirs settles them."""
    doubtful = after([*PAID, *refund("R1", 100, Ending.UNKNOWN)])
    assert order_values("query", doubtful, NOON) == {"out_trade_no": f"{NUMBER},R1"}


def test_a_refund_is_of_all_that_is_left() -> None:
    """And what was sent with the payment for its merchant is sent again."""
    partly = after([*PAID, *refund("R1", 100)], order(mchid="M1"))
    assert order_values("refund", partly, NOON) == {"syssn": SYSSN, "txamt": "200", "mchid": "M1"}


@pytest.mark.parametrize("endpoint", ["close", "reversal"])
def test_a_close_names_the_order_once(endpoint: str) -> None:
    """By its syssn where it is known; two numbers could contradict each other."""
    assert order_values(endpoint, after(PAID), NOON).items() >= {"syssn": SYSSN, "txamt": "300"}.items()
    assert "syssn" not in order_values(endpoint, order(), NOON)
    assert order_values(endpoint, order(), NOON).items() >= {"out_trade_no": NUMBER, "txamt": "300"}.items()


@pytest.mark.parametrize("endpoint", ["close", "reversal"])
def test_a_close_carries_the_payments_own_time(endpoint: str) -> None:
    """Not that of the request; of an order kept without it, the moment it was sent, in UTC+8."""
    later = NOON + timedelta(hours=2)
    assert order_values(endpoint, order(txdtm="2026-11-23 11:59:58"), later)["txdtm"] == "2026-11-23 11:59:58"
    assert order_values(endpoint, order(txdtm=""), later)["txdtm"] == "2026-11-23 12:00:00"


def test_a_draft_is_sent_as_it_is() -> None:
    """Its number and its time are made once, here."""
    draft = order_draft("refund", after(PAID), NOON, "T0001")
    assert draft.endpoint == "refund"
    assert not [entry for entry in draft.entries if entry.fresh]
    assert (draft.value("out_trade_no"), draft.value("txdtm")) == ("QA20261123120000T0001", "2026-11-23 12:00:00")
    assert (draft.value("syssn"), draft.value("txamt")) == (SYSSN, "300")


def test_a_call_about_no_order_has_no_values() -> None:
    """A payment makes an order; it is about none."""
    with pytest.raises(KeyError):
        order_values("payment", order(), NOON)
