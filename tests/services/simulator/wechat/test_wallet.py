"""WeChat on the customer's phone: the sheet, what a call fails with, and who pays."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.services.simulator import APP_ID, EventKind, Sheet, WxResult, pay_sign
from tests.services.simulator.conftest import Clock, Shop, prepay_id

if TYPE_CHECKING:
    from tests.services.simulator.party import Watcher

UNUSABLE = "requestPayment:fail 调用支付JSAPI缺少参数: total_fee"
UNVERIFIED = "requestPayment:fail 支付验证签名失败"


def _params(shop: Shop, **changes: Any) -> dict[str, Any]:
    """The five members that wx.requestPayment is called with; None leaves one out."""
    given = shop.order(goods_name="奶茶")["pay_params"]
    called = {**{name: value for name, value in given.items() if name != "appId"}, **changes}
    return {name: value for name, value in called.items() if value is not None}


def _fails(shop: Shop, params: dict[str, Any], err_msg: str) -> None:
    """The call ends with these words."""
    assert shop.simulator.request_payment(params) == WxResult(err_msg)


def test_the_sheet_shows_what_is_to_be_paid(shop: Shop) -> None:
    """Merchant, amount and goods of the very order, with and without the appId beside the five members."""
    params = _params(shop)
    sheet = shop.simulator.request_payment(params)
    row = shop.row()
    expected = Sheet(
        params["package"].removeprefix("prepay_id="), "Demo merchant", "300", "HKD", "奶茶", "order", row["syssn"]
    )
    assert sheet == expected
    assert shop.simulator.request_payment({**params, "appId": APP_ID}) == expected
    assert row["respcd"] == "1143"


@pytest.mark.parametrize("name", ["timeStamp", "nonceStr", "package", "paySign"])
@pytest.mark.parametrize(
    ("value", "called"), [(None, "Undefined"), (1, "Number"), (1.5, "Number"), (True, "Boolean"), ({}, "Object")]
)
def test_members_are_text(shop: Shop, name: str, value: object, called: str) -> None:
    """A missing member or one that is no text is named with the type it has in JavaScript."""
    _fails(
        shop,
        _params(shop, **{name: value}),
        f"requestPayment:fail parameter error: parameter.{name} should be String instead of {called};",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"package": ""},
        {"package": "wx0110000000000000000000000000000000"},
        {"timeStamp": "1772330400000"},
        {"timeStamp": ""},
    ],
)
def test_an_unusable_package_is_wechats_total_fee(shop: Shop, changes: dict[str, str]) -> None:
    """An empty or bare package and milliseconds end in the message that seems to be about something else."""
    _fails(shop, _params(shop, **changes), UNUSABLE)


def test_a_prepay_id_nobody_gave_is_unusable(shop: Shop) -> None:
    """Even rightly signed."""
    params = _params(shop, package="prepay_id=wx01100000ffffffffffffffffffffffffff", appId=APP_ID)
    params["paySign"] = pay_sign(params)
    _fails(shop, params, UNUSABLE)


@pytest.mark.parametrize(
    "changes",
    [
        {"paySign": "0" * 32},
        {"paySign": "é"},
        {"timeStamp": "1772330401"},
        {"nonceStr": "new"},
        {"signType": "HMAC-SHA256"},
        {"signType": "RSA"},
    ],
)
def test_a_changed_member_breaks_the_signature(shop: Shop, changes: dict[str, str]) -> None:
    """Whatever is not as it was handed out cannot be verified."""
    _fails(shop, _params(shop, **changes), UNVERIFIED)


def test_the_sign_type_may_be_left_out(shop: Shop) -> None:
    """MD5 is what is meant then."""
    assert isinstance(shop.simulator.request_payment(_params(shop, signType=None)), Sheet)


def test_another_mini_program_has_no_permission(shop: Shop) -> None:
    """The appId must be the order's."""
    _fails(shop, _params(shop, appId="wx0000000000000000"), "requestPayment:fail no permission")


def test_paying_pays_once(shop: Shop) -> None:
    """The first payment succeeds, the second is told, and the sheet opens no more."""
    params = _params(shop)
    number = params["package"].removeprefix("prepay_id=")
    assert shop.simulator.pay(number) == WxResult("requestPayment:ok")
    assert shop.simulator.pay(number) == WxResult("requestPayment:fail 该订单已支付")
    _fails(shop, params, "requestPayment:fail 该订单已支付")
    assert shop.row()["respcd"] == "0000"


def test_of_many_who_pay_one_succeeds(shop: Shop, watcher: Watcher) -> None:
    """Simultaneous payments, closings and expiry of one order: one of them decides, and is told once."""
    for round_ in range(10):
        made = shop.order(f"order-{round_}")
        number = prepay_id(made)
        acts = [lambda: shop.simulator.pay(number).ok] * 4  # noqa: B023 - called within its round
        acts += [lambda: shop.simulator.expire(made["out_trade_no"])] * 2  # noqa: B023 - the same
        acts += [lambda: shop.end("close", syssn=made["syssn"]).respcd == "0000"] * 2  # noqa: B023 - the same
        with ThreadPoolExecutor(len(acts)) as pool:
            won = list(pool.map(lambda act: act(), acts))
        assert won.count(True) == 1
    shop.simulator.stop()
    decisive = {EventKind.PAID, EventKind.EXPIRED, EventKind.CLOSED}
    assert len([kind for kind in watcher.kinds() if kind in decisive]) == 10


def test_a_closed_sheet_leaves_the_order_open(shop: Shop, watcher: Watcher) -> None:
    """Cancelling and failing are told, and the customer can still pay."""
    number = prepay_id(shop.order())
    assert shop.simulator.cancel(number) == WxResult("requestPayment:fail cancel")
    assert shop.simulator.fail(number, "no permission") == WxResult("requestPayment:fail no permission")
    assert shop.simulator.fail(number, "requestPayment:fail banned") == WxResult("requestPayment:fail banned")
    assert shop.simulator.fail(number, "") == WxResult("requestPayment:fail")
    assert shop.row()["respcd"] == "1143"
    assert shop.simulator.pay(number).ok
    watcher.next(EventKind.PAID)
    told = [(event.kind, event.fields.get("errMsg")) for event in watcher.events[1:-1]]
    assert told == [
        (EventKind.CANCELLED, "requestPayment:fail cancel"),
        (EventKind.FAILED, "requestPayment:fail no permission"),
        (EventKind.FAILED, "requestPayment:fail banned"),
        (EventKind.FAILED, "requestPayment:fail"),
    ]


def test_an_order_that_has_ended_opens_no_sheet(shop: Shop, clock: Clock) -> None:
    """Expired, closed and reversed orders are each told in WeChat's way, whatever the customer does."""
    params = {name: shop.order(name)["pay_params"] for name in ("expired", "closed", "reversed")}
    shop.end("close", out_trade_no="closed")
    shop.end("reversal", out_trade_no="reversed")
    clock.now += 1800
    words = {"expired": "该订单已过期，请重新下单", "closed": "该订单已关闭", "reversed": "该订单已撤销"}
    for name, word in words.items():
        number = params[name]["package"].removeprefix("prepay_id=")
        ends = (
            shop.simulator.request_payment(params[name]),
            shop.simulator.pay(number),
            shop.simulator.cancel(number),
            shop.simulator.fail(number, "x"),
        )
        assert all(isinstance(end, WxResult) and word in end.err_msg and not end.ok for end in ends)


def test_an_unknown_prepay_id_can_do_nothing(shop: Shop) -> None:
    """No order, no payment."""
    assert shop.simulator.pay("wx0") == shop.simulator.cancel("wx0") == WxResult(UNUSABLE)
