"""What QFPay's interface would answer: payment and query, without knowing how requests travel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qfpay_gui.services.simulator import query, wechat
from qfpay_gui.services.simulator.admission import Admitted, admit, decode
from qfpay_gui.services.simulator.answers import PUBLIC, Answer, meaning
from qfpay_gui.services.simulator.rules import Refusal, mchid_refusal, payment_refusal, repetition_refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.services.simulator.orders import Order, OrderBook
    from qfpay_gui.services.simulator.wire import Request

PAYMENT = "/trade/v1/payment"
QUERY = "/trade/v1/query"


class Api:
    """One merchant's interface: its credentials and its orders."""

    def __init__(self, credentials: Credentials, orders: OrderBook) -> None:
        self._credentials = credentials
        self._orders = orders

    def answer(self, request: Request) -> Answer:
        """The answer to a request for PAYMENT or QUERY."""
        pairs = decode(request)
        if request.path == PAYMENT and request.method != "POST":
            return self.refused(request, Refusal("1103", "A payment is sent with POST, not with GET."))
        if isinstance(pairs, Refusal):
            return self.refused(request, pairs)
        admitted = admit(request, pairs, self._credentials)
        if isinstance(admitted, Refusal):
            return self.refused(request, admitted)
        return self._pay(request, admitted) if request.path == PAYMENT else self._query(request, admitted)

    def refused(self, request: Request, refusal: Refusal) -> Answer:
        """An answer with a respcd other than 0000 and what is public of the request, as far as it can be read."""
        pairs = decode(request)
        sent = {} if isinstance(pairs, Refusal) else dict(pairs)
        fields = {
            "respcd": refusal.respcd,
            "resperr": refusal.resperr or meaning(refusal.respcd),
            "respmsg": refusal.respmsg,
            **{name: sent[name] for name in PUBLIC if name in sent},
            "sysdtm": f"{self._orders.now():%Y-%m-%d %H:%M:%S}",
        }
        return Answer(fields, self._reply_key(request))

    def _reply_key(self, request: Request) -> str:
        """The key that signs an answer: none for an app code nobody knows."""
        known = request.header("x-qf-appcode") == self._credentials.app_code
        return self._credentials.client_key if known else ""

    def _pay(self, request: Request, admitted: Admitted) -> Answer:
        """A new order with its pay_params, or the reason why not."""
        parameters = dict(admitted.pairs)
        refusal = (
            payment_refusal(parameters)
            or mchid_refusal(parameters, self._credentials.mchid)
            or repetition_refusal(admitted.pairs)
        )
        if refusal:
            return self.refused(request, refusal)
        order = self._orders.create(parameters)
        if order is None:
            return self.refused(request, _taken())
        return Answer(_created(order, admitted.notes), self._reply_key(request))

    def _query(self, request: Request, admitted: Admitted) -> Answer:
        """The orders asked for, each with its own respcd."""
        parameters = dict(admitted.pairs)
        refusal = (
            query.refusal(parameters)
            or mchid_refusal(parameters, self._credentials.mchid)
            or repetition_refusal(admitted.pairs)
        )
        if refusal:
            return self.refused(request, refusal)
        fields = query.found(parameters, self._orders.all(), self._orders.now())
        return Answer({**fields, "respmsg": " ".join(admitted.notes)}, self._reply_key(request))


def _taken() -> Refusal:
    """1251 is what a used out_trade_no is answered with in the wild; the documentation names 1102 and 2011."""
    return Refusal(
        "1251",
        "out_trade_no is used. It must be new for every payment and refund: choose another one. "
        "(1251 officially means the store's set-up; for a used number the documentation names 1102 and 2011.)",
        "Do not use duplicate out_trade_no for request (1251)",
    )


def _created(order: Order, notes: tuple[str, ...]) -> Mapping[str, Any]:
    """The answer to an accepted payment, its fields in the order of the documented sample."""
    sent = order.parameters
    return {
        "txdtm": sent["txdtm"],
        "pay_type": sent["pay_type"],
        "resperr": "success",
        "out_trade_no": sent["out_trade_no"],
        "syssn": order.syssn,
        "sysdtm": order.sysdtm,
        "paydtm": order.sysdtm,
        "txcurrcd": sent["txcurrcd"],
        "respmsg": " ".join(notes),
        "cardcd": "",
        "udid": sent.get("udid") or "qiantai2",
        "txamt": sent["txamt"],
        "respcd": "0000",
        "chnlsn": "",
        "pay_params": wechat.pay_params(order.created),
    }
