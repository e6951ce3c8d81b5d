"""The customer by hand, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator import Simulator
from tests.services.simulator.conftest import prepay_id

if TYPE_CHECKING:
    from tests.services.simulator.conftest import Shop


@pytest.mark.parametrize("name", ["out_trade_no", "syssn", "prepay_id"])
def test_an_order_is_named_by_any_of_its_numbers(shop: Shop, name: str) -> None:
    """Nothing is signed, and a second payment is refused in WeChat's words."""
    made = shop.order()
    number = {**made, "prepay_id": prepay_id(made)}[name]
    assert shop.by_hand("pay", **{name: number}).fields == {"errMsg": "requestPayment:ok"}
    assert shop.by_hand("pay", **{name: number}).fields == {"errMsg": "requestPayment:fail 该订单已支付"}
    assert shop.row()["respcd"] == "0000"


def test_the_other_acts(shop: Shop) -> None:
    """Cancel and fail leave the order open, expire ends it."""
    shop.order()
    assert shop.by_hand("cancel", out_trade_no="order").fields == {"errMsg": "requestPayment:fail cancel"}
    failed = shop.by_hand("fail", out_trade_no="order", errMsg="no permission").fields
    assert failed == {"errMsg": "requestPayment:fail no permission"}
    assert shop.row()["respcd"] == "1143"
    assert shop.by_hand("expire", out_trade_no="order").fields == {"expired": True}
    assert shop.by_hand("expire", out_trade_no="order").fields == {"expired": False}
    assert shop.row()["respcd"] == "1181"


def test_it_may_stand_in_the_query_string(shop: Shop) -> None:
    """As with every other call."""
    shop.order()
    assert shop.by_hand("pay?out_trade_no=order").status == 200


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
    reply = shop.by_hand(action, method, **params)
    assert (reply.status, word in reply.respmsg) == (status, True)
    assert shop.row()["respcd"] == "1143"


def test_an_unreadable_form_is_explained(shop: Shop) -> None:
    """As a bad request."""
    assert shop.by_hand("pay?syssn=%zz").status == 400


@pytest.mark.parametrize("token", ["", "guessed", "gu\u00dfed", None])
@pytest.mark.parametrize("action", ["pay", "cancel", "fail", "expire"])
def test_who_did_not_start_it_is_no_customer(shop: Shop, action: str, token: str | None) -> None:
    """Without the token nothing happens to any order, and none of them is spoken of; the answer tells where it is."""
    shop.order()
    other = f"{shop.simulator.control_token[:-1]}-" if token is None else token
    for name in ("order", "unknown"):
        reply = shop.by_hand(action, token=other, out_trade_no=name)
        assert (reply.status, "X-Simulator-Token: the control_token" in reply.respmsg) == (403, True)
        assert shop.simulator.control_token.encode() not in reply.body
    assert shop.row()["respcd"] == "1143"


def test_each_simulator_has_a_token_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the environment names one; it cannot be guessed, and no page tells it."""
    one, other = Simulator().control_token, Simulator().control_token
    assert one != other
    assert len(one) >= 20
    monkeypatch.setenv("QFPAY_SIMULATOR_CONTROL_TOKEN", "chosen")
    assert Simulator().control_token == "chosen"
