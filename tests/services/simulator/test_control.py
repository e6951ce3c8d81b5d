"""The customer by hand, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.simulator.conftest import Shop, form, prepay_id

if TYPE_CHECKING:
    from tests.services.simulator.conftest import Merchant, Reply


def _do(merchant: Merchant, action: str, method: str = "POST", **params: str) -> Reply:
    return merchant.raw(method, f"/simulator/v1/{action}", form(params), {})


@pytest.mark.parametrize("name", ["out_trade_no", "syssn", "prepay_id"])
def test_an_order_is_named_by_any_of_its_numbers(shop: Shop, name: str) -> None:
    """Nothing is signed, and a second payment is refused in WeChat's words."""
    made = shop.order()
    number = {**made, "prepay_id": prepay_id(made)}[name]
    assert _do(shop.merchant, "pay", **{name: number}).fields == {"errMsg": "requestPayment:ok"}
    assert _do(shop.merchant, "pay", **{name: number}).fields == {"errMsg": "requestPayment:fail 该订单已支付"}
    assert shop.row()["respcd"] == "0000"


def test_the_other_acts(shop: Shop) -> None:
    """Cancel and fail leave the order open, expire ends it."""
    shop.order()
    assert _do(shop.merchant, "cancel", out_trade_no="order").fields == {"errMsg": "requestPayment:fail cancel"}
    failed = _do(shop.merchant, "fail", out_trade_no="order", errMsg="no permission").fields
    assert failed == {"errMsg": "requestPayment:fail no permission"}
    assert shop.row()["respcd"] == "1143"
    assert _do(shop.merchant, "expire", out_trade_no="order").fields == {"expired": True}
    assert _do(shop.merchant, "expire", out_trade_no="order").fields == {"expired": False}
    assert shop.row()["respcd"] == "1181"


def test_it_may_stand_in_the_query_string(shop: Shop) -> None:
    """As with every other call."""
    shop.order()
    assert shop.merchant.raw("POST", "/simulator/v1/pay?out_trade_no=order", b"", {}).status == 200


@pytest.mark.parametrize(
    ("request_line", "params", "status", "word"),
    [
        ("POST pay", {}, 400, "Name the order"),
        ("POST pay", {"out_trade_no": "unknown"}, 404, "No order has this out_trade_no"),
        ("GET pay", {"out_trade_no": "order"}, 405, "POST"),
        ("POST refund", {"out_trade_no": "order"}, 404, "pay, cancel, fail, expire"),
    ],
)
def test_what_cannot_be_done_is_explained(
    shop: Shop, request_line: str, params: dict[str, str], status: int, word: str
) -> None:
    """With an HTTP status of its own, because nothing here is QFPay's."""
    shop.order()
    method, action = request_line.split()
    reply = _do(shop.merchant, action, method, **params)
    assert (reply.status, word in reply.respmsg) == (status, True)
    assert shop.row()["respcd"] == "1143"


def test_an_unreadable_form_is_explained(merchant: Merchant) -> None:
    """As a bad request."""
    assert merchant.raw("POST", "/simulator/v1/pay", b"syssn=%zz", {}).status == 400
