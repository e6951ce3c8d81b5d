"""What QFPay's interface would answer, without knowing how requests travel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.answers import PUBLIC, TradeAnswer, meaning
from qfpay_gui.services.simulator.demo import is_public
from qfpay_gui.services.simulator.trade import query, rules, trade
from qfpay_gui.services.simulator.trade.admission import Admitted, admit, decode
from qfpay_gui.services.simulator.trade.rules import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.services.simulator.trade.life import Life
    from qfpay_gui.services.simulator.wire import Request


@dataclass(frozen=True)
class Endpoint:
    """One call of the interface: ``refusal`` looks at the parameters alone, ``act`` at the orders as well."""

    methods: tuple[str, ...]
    refusal: Callable[[Mapping[str, str], datetime], Refusal | None]
    act: Callable[[Life, Mapping[str, str], Credentials], trade.Fields | Refusal]


_POST = ("POST",)
_EITHER = ("POST", "GET")  # QFPay’s 2025 and 2026 editions disagree
ENDPOINTS = {
    "/trade/v1/payment": Endpoint(_POST, lambda sent, _now: rules.payment_refusal(sent), trade.pay),
    "/trade/v1/query": Endpoint(_EITHER, query.refusal, trade.find),
    "/trade/v1/refund": Endpoint(_POST, lambda sent, _now: rules.refund_refusal(sent), trade.refund),
    "/trade/v1/close": Endpoint(_EITHER, lambda sent, _now: rules.ending_refusal(sent), trade.close),
    "/trade/v1/reversal": Endpoint(_EITHER, lambda sent, _now: rules.ending_refusal(sent), trade.reverse),
}


class Api:
    """The interface: its merchant's credentials, and the orders; ``merchant_of`` finds those of further merchants."""

    def __init__(self, credentials: Credentials, life: Life) -> None:
        self._credentials = credentials
        self._life = life
        self.merchant_of: Callable[[str], Credentials | None] = lambda _app_code: None

    def answer(self, request: Request) -> TradeAnswer:
        """The answer to a request for one of the ENDPOINTS."""
        endpoint = ENDPOINTS[request.path]
        if request.method not in endpoint.methods:
            what = request.path.rpartition("/")[2]
            return self.refused(request, Refusal("1103", f"A {what} is sent with POST, not with {request.method}."))
        merchant = self._merchant(request)
        pairs = decode(request)
        admitted = pairs if isinstance(pairs, Refusal) else admit(request, pairs, merchant)
        if isinstance(admitted, Refusal):
            return self.refused(request, admitted)
        done = self._act(endpoint, admitted, merchant)
        if isinstance(done, Refusal):
            return self.refused(request, done)
        said = " ".join(filter(None, (*admitted.notes, done["respmsg"])))
        return TradeAnswer({**done, "respmsg": said}, self._reply_key(request))

    def refused(self, request: Request, refusal: Refusal) -> TradeAnswer:
        """An answer with a respcd other than 0000 and what is public of the request, as far as it can be read."""
        pairs = decode(request)
        sent = {} if isinstance(pairs, Refusal) else dict(pairs)
        fields = {
            "respcd": refusal.respcd,
            "resperr": refusal.resperr or meaning(refusal.respcd),
            "respmsg": refusal.respmsg,
            **{name: sent[name] for name in PUBLIC if name in sent},
            "sysdtm": f"{self._life.book.now():%Y-%m-%d %H:%M:%S}",
        }
        return TradeAnswer(fields, self._reply_key(request))

    def _act(self, endpoint: Endpoint, admitted: Admitted, merchant: Credentials) -> trade.Fields | Refusal:
        """Do what is asked for, or the first reason why not."""
        parameters = dict(admitted.pairs)
        refusal = (
            endpoint.refusal(parameters, self._life.book.now())
            or rules.mchid_refusal(parameters, merchant.mchid)
            or rules.repetition_refusal(admitted.pairs)
        )
        return refusal or endpoint.act(self._life, parameters, merchant)

    def _reply_key(self, request: Request) -> str:
        """The key that signs an answer: none for an app code nobody knows.

        A key that is not public signs for those only who know it: an answer, signed like a notification, repeats
        what was asked.
        """
        merchant = self._merchant(request)
        if request.header("x-qf-appcode") != merchant.app_code:
            return ""
        key = merchant.client_key
        return key if is_public(key) or self._is_the_merchants(request, merchant) else ""

    def _is_the_merchants(self, request: Request, merchant: Credentials) -> bool:
        pairs = decode(request)
        return not isinstance(pairs, Refusal) and isinstance(admit(request, pairs, merchant), Admitted)

    def _merchant(self, request: Request) -> Credentials:
        """Whose request it is, by its app code; the usual merchant's where that is not known."""
        app_code = request.header("x-qf-appcode") or ""
        own = self._credentials
        return own if app_code in {"", own.app_code} else self.merchant_of(app_code) or own
