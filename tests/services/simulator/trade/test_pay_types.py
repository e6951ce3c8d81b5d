"""What leads the payer to an order."""

from __future__ import annotations

import pytest

from qfpay_gui.services.simulator.trade.order_book import OrderBook
from qfpay_gui.services.simulator.trade.pay_types import SERVED, handed_out
from tests.services.simulator.trade.test_order_book import NOON, made


@pytest.mark.parametrize(("pay_type", "member"), [("800201", "qrcode"), ("801101", "pay_url")])
def test_a_code_or_a_page_exists_nowhere(pay_type: str, member: str) -> None:
    """So that nobody scans it and waits; each order has its own."""
    book = OrderBook(lambda: NOON)
    one, other = (handed_out(made(book, number, pay_type=pay_type)) for number in ("N1", "N2"))
    assert one.keys() == other.keys() == {member}
    assert one != other
    assert str(one[member]).startswith("https://simulator.invalid/")
    assert len(str(one[member])) == 42


def test_within_wechat_it_is_pay_params() -> None:
    """Those of the order."""
    book = OrderBook(lambda: NOON)
    for number, pay_type in (("N1", "800207"), ("N2", "800213")):
        order = made(book, number, pay_type=pay_type)
        assert handed_out(order) == {"pay_params": order.pay_params}
    assert len(SERVED) == 21
