"""WeChat on the customer's phone: what wx.requestPayment shows, and what the customer does then."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from qfpay_gui.services.simulator.events import EventKind
from qfpay_gui.services.simulator.pay_params import APP_ID, pay_sign
from qfpay_gui.services.simulator.trade.orders import State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.services.simulator.scheduler import Scheduler
    from qfpay_gui.services.simulator.trade.life import Life
    from qfpay_gui.services.simulator.trade.orders import Order

OK = "requestPayment:ok"
CANCEL = "requestPayment:fail cancel"
FAIL = "requestPayment:fail"


@dataclass(frozen=True)
class Sheet:
    """The payment sheet WeChat shows; ``txamt`` in minor units of ``txcurrcd``."""

    prepay_id: str
    merchant: str
    txamt: str
    txcurrcd: str
    goods_name: str
    out_trade_no: str
    syssn: str


@dataclass(frozen=True)
class WxResult:
    """What the call ends with: ``requestPayment:ok``, ``requestPayment:fail cancel`` or ``requestPayment:fail …``."""

    err_msg: str

    @property
    def ok(self) -> bool:
        """Whether the customer paid."""
        return self.err_msg == OK


MERCHANT = "Demo merchant"
_MEMBERS = ("timeStamp", "nonceStr", "package", "signType", "paySign")
_SECONDS_DIGITS = 10
_UNUSABLE = f"{FAIL} 调用支付JSAPI缺少参数: total_fee"
_ENDED = {
    State.PAID: f"{FAIL} 该订单已支付",
    State.EXPIRED: f"{FAIL} 该订单已过期，请重新下单",
    State.CLOSED: f"{FAIL} 该订单已关闭，请重新下单",
    State.REVERSED: f"{FAIL} 该订单已撤销，请重新下单",
}


class WeChatPay:
    """The wallet and its payment sheet."""

    def __init__(self, life: Life) -> None:
        self._life = life

    def request_payment(self, pay_params: Mapping[str, str]) -> Sheet | WxResult:
        """The sheet, or what the call fails with; ``appId``, where given, is the Mini Program that calls."""
        if fault := _fault(pay_params):
            return WxResult(fault)
        order = self._order(pay_params["package"].removeprefix("prepay_id="))
        if isinstance(order, WxResult):
            return order
        sent = order.parameters
        return Sheet(
            order.prepay_id,
            MERCHANT,
            sent["txamt"],
            sent["txcurrcd"],
            sent.get("goods_name", ""),
            order.out_trade_no,
            order.syssn,
        )

    def pay(self, prepay_id: str) -> WxResult:
        """The customer pays."""
        order = self._order(prepay_id)
        if isinstance(order, WxResult):
            return order
        if self._life.pay(order):
            return WxResult(OK)
        lost = self._order(prepay_id)
        return lost if isinstance(lost, WxResult) else WxResult(FAIL)

    def cancel(self, prepay_id: str) -> WxResult:
        """The customer closes the sheet: the order stays open."""
        return self._end(prepay_id, EventKind.CANCELLED, CANCEL)

    def fail(self, prepay_id: str, err_msg: str) -> WxResult:
        """The call fails with these words: the order stays open."""
        words = err_msg.strip().removeprefix(FAIL).strip()
        return self._end(prepay_id, EventKind.FAILED, f"{FAIL} {words}".strip())

    def _end(self, prepay_id: str, kind: EventKind, err_msg: str) -> WxResult:
        order = self._order(prepay_id)
        if isinstance(order, WxResult):
            return order
        self._life.sheet_ended(order, kind, err_msg)
        return WxResult(err_msg)

    def _order(self, prepay_id: str) -> Order | WxResult:
        """The open order with this number, or what WeChat says of any other."""
        self._life.expire_overdue()
        order = self._life.book.find("prepay_id", prepay_id)
        if order is None:
            return WxResult(_UNUSABLE)
        return order if order.state is State.CREATED else WxResult(_ENDED[order.state])


def _fault(pay_params: Mapping[str, object]) -> str:
    """What is wrong with the members themselves, in WeChat's words; "" where nothing is."""
    for name in _MEMBERS:
        value = pay_params.get(name)
        if name == "signType" and value is None:
            continue
        if not isinstance(value, str):
            return f"{FAIL} parameter error: parameter.{name} should be String instead of {_script_type(value)};"
    known = {name: str(pay_params.get(name, "")) for name in ("appId", *_MEMBERS)}
    if not known["package"].startswith("prepay_id=") or len(known["timeStamp"]) != _SECONDS_DIGITS:
        return _UNUSABLE
    if known["appId"] not in {"", APP_ID}:
        return f"{FAIL} no permission"
    expected = pay_sign({**known, "appId": APP_ID, "signType": known["signType"] or "MD5"})
    right = hmac.compare_digest(expected.encode(), known["paySign"].encode())
    return "" if right else f"{FAIL} 支付验证签名失败"


def _script_type(value: object) -> str:
    """What JavaScript calls the type of this value."""
    match value:
        case None:
            return "Undefined"
        case bool():
            return "Boolean"
        case int() | float():
            return "Number"
        case _:
            return "Object"


Habit: TypeAlias = Literal["pays", "waits", "cancels"]
HABITS: tuple[Habit, ...] = ("pays", "waits", "cancels")


@dataclass(frozen=True)
class Customer:
    """What happens to a new order by itself, ``after`` so many seconds."""

    habit: Habit = "waits"
    after: float = 2.0

    def act_on(self, order: Order, wallet: WeChatPay, scheduler: Scheduler) -> None:
        """Do it in time, if there is anything to do."""
        if self.habit == "waits":
            return
        act = wallet.pay if self.habit == "pays" else wallet.cancel
        scheduler.after(self.after, partial(_do, act, order.prepay_id))


def _do(act: Callable[[str], WxResult], prepay_id: str) -> None:
    """One act; what comes of it shows in the events."""
    act(prepay_id)
