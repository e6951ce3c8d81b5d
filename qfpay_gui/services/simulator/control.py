"""The customer and the clock by hand, over HTTP: /simulator/v1/pay, cancel, fail and expire.

A form names the order by out_trade_no, syssn or prepay_id; nothing is signed, but the header
``X-Simulator-Token`` shows that whoever asks has started the simulator. The answer is
``{"errMsg": "requestPayment:…"}``, for expire ``{"expired": true}``.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, get_args

from qfpay_gui.services.simulator.answers import JSON_TYPE, HttpAnswer, dump, explained
from qfpay_gui.services.simulator.trade.order_book import NumberKind
from qfpay_gui.services.simulator.trade.orders import Order, State
from qfpay_gui.services.simulator.wire import UnreadableFormError, read_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.services.simulator.trade.life import Life
    from qfpay_gui.services.simulator.wechat.wallet import WeChatPay
    from qfpay_gui.services.simulator.wire import Request

PREFIX = "/simulator/v1/"
HEADER = "X-Simulator-Token"
ACTIONS = ("pay", "cancel", "fail", "expire")
_UNNAMED = "Name the order: send out_trade_no, syssn or prepay_id as a form."


class Control:
    """Does what a tester asks for."""

    def __init__(self, life: Life, wallet: WeChatPay, token: str) -> None:
        self._life, self._wallet, self._token = life, wallet, token

    def answer(self, request: Request) -> HttpAnswer:
        """The answer to a request below PREFIX."""
        action = request.path.removeprefix(PREFIX)
        if action not in ACTIONS:
            return explained(404, f"Below {PREFIX} there are {', '.join(ACTIONS)}.")
        if request.method != "POST":
            return explained(405, "Send it with POST.", headers=(("Allow", "POST"),))
        sent_token = request.header(HEADER.lower()) or ""
        if not hmac.compare_digest(sent_token.encode(), self._token.encode()):
            return explained(403, f"Send {HEADER}: the control_token that the simulator printed at its start.")
        try:
            sent = dict(read_form(request.query) + read_form(request.body))
        except UnreadableFormError as error:
            return explained(400, str(error))
        order = self._named(sent)
        return (
            order if isinstance(order, HttpAnswer) else HttpAnswer(200, JSON_TYPE, dump(self._do(action, order, sent)))
        )

    def _named(self, sent: Mapping[str, str]) -> Order | HttpAnswer:
        """The order that is meant."""
        kind: NumberKind
        for kind in get_args(NumberKind):
            if number := sent.get(kind):
                order = self._life.book.find(kind, number)
                return order or explained(404, f"No order has this {kind}.", "1268")
        return explained(400, _UNNAMED)

    def _do(self, action: str, order: Order, sent: Mapping[str, str]) -> dict[str, str | bool]:
        match action:
            case "pay":
                return {"errMsg": self._wallet.pay(order.prepay_id).err_msg}
            case "cancel":
                return {"errMsg": self._wallet.cancel(order.prepay_id).err_msg}
            case "fail":
                return {"errMsg": self._wallet.fail(order.prepay_id, sent.get("errMsg", "")).err_msg}
            case _:
                return {"expired": self._life.end(order, State.EXPIRED)}
