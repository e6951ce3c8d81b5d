"""Which order may be refunded or ended, and the code that says why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.services.simulator.trade.eligibility import endable, named, refundable
from qfpay_gui.services.simulator.trade.order_book import OrderBook
from qfpay_gui.services.simulator.trade.orders import State
from qfpay_gui.services.simulator.trade.rules import Refusal
from tests.services.simulator.trade.test_order_book import NOON, SENT, SHOP, made, paid


@pytest.fixture
def book() -> OrderBook:
    """N1 is paid, N2 open."""
    made_one = OrderBook(lambda: NOON)
    paid(made_one, "N1")
    made(made_one, "N2")
    return made_one


def syssn(book: OrderBook, number: str) -> str:
    """QFPay's number of this order."""
    order = book.find("out_trade_no", number)
    assert order is not None
    return order.syssn


def code(found: object) -> str:
    """The refusal's, or "" for an order."""
    return found.respcd if isinstance(found, Refusal) else ""


def refund(book: OrderBook, number: str, txamt: int, own: str = "R1") -> str:
    """How a refund of this order ends."""
    return code(
        refundable(book, {"syssn": syssn(book, number), "txamt": str(txamt), "out_trade_no": own}, SHOP.app_code)
    )


def test_up_to_what_is_left_may_be_given_back(book: OrderBook) -> None:
    """Of an order that was paid, under a number that is new."""
    assert [refund(book, "N1", txamt) for txamt in (1, 300, 301)] == ["", "", "1272"]
    assert [refund(book, "N1", 1, own) for own in ("N1", "N2")] == ["1251", "1251"]
    book.refund("N1", {**SENT, "out_trade_no": "R1", "txamt": "299"})
    assert [refund(book, "N1", txamt, "R2") for txamt in (1, 2)] == ["", "1272"]
    assert refund(book, "N1", 1, "R1") == "1251"
    book.refund("N1", {**SENT, "out_trade_no": "R2", "txamt": "1"})
    assert refund(book, "N1", 1, "R3") == "1262"


def ended(state: State) -> OrderBook:
    """A book whose N2 is in this state."""
    made_one = OrderBook(lambda: NOON)
    made_one.settle(replace(made(made_one, "N2"), state=state))
    return made_one


@pytest.mark.parametrize(
    ("state", "respcd"), [(State.CLOSED, "1264"), (State.REVERSED, "1263"), (State.EXPIRED, "1181")]
)
def test_what_ended_unpaid_has_nothing_to_give_back_and_nothing_to_end(state: State, respcd: str) -> None:
    """How it ended is said."""
    book = ended(state)
    assert refund(book, "N2", 1) == respcd
    assert code(endable(book, {"out_trade_no": "N2", "txamt": "300"}, SHOP.app_code)) == respcd


def test_an_open_order_is_ended_with_its_own_amount_and_not_refunded(book: OrderBook) -> None:
    """However the amount is written."""
    assert refund(book, "N2", 1) == "1261"
    for txamt, respcd in (("300", ""), ("0300", ""), ("299", "1266"), ("301", "1266")):
        assert code(endable(book, {"out_trade_no": "N2", "txamt": txamt}, SHOP.app_code)) == respcd


def test_a_paid_order_is_not_ended(book: OrderBook) -> None:
    """Nor one whose money went back."""
    ending = {"out_trade_no": "N1", "txamt": "300"}
    assert code(endable(book, ending, SHOP.app_code)) == "1260"
    book.refund("N1", {**SENT, "out_trade_no": "R1", "txamt": "300"})
    assert code(endable(book, ending, SHOP.app_code)) == "1262"


def test_the_order_that_is_named_is_found(book: OrderBook) -> None:
    """By one number or both; two that differ are named."""
    one, other = syssn(book, "N1"), syssn(book, "N2")
    for sent in (
        {"syssn": one},
        {"out_trade_no": "N1"},
        {"syssn": one, "out_trade_no": "N1"},
        {"syssn": "", "out_trade_no": "N1"},
    ):
        assert named(book, sent, SHOP.app_code) is book.find("syssn", one)
    assert code(named(book, {"syssn": other, "out_trade_no": "N1"}, SHOP.app_code)) == "1267"
    assert (
        code(named(book, {"syssn": "9"}, SHOP.app_code))
        == code(named(book, {"syssn": one, "out_trade_no": "9"}, SHOP.app_code))
        == "1268"
    )
    assert code(named(book, {"syssn": one}, "another")) == "1268"
    _, back = book.refund("N1", {**SENT, "out_trade_no": "R1", "txamt": "1"})
    assert (
        code(named(book, {"syssn": back.syssn}, SHOP.app_code))
        == code(named(book, {"out_trade_no": "R1"}, SHOP.app_code))
        == "1136"
    )
