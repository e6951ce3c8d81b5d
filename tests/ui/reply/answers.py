"""Answers as ``read_answer`` makes them, from exchanges written by hand, and a client that tells what it is told."""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import SIMULATOR, Environment
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, Layer, Timings, TransportFailure
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare

if TYPE_CHECKING:
    from qfpay_gui.services.http.cancellation import Cancellation

NOW = datetime(2026, 11, 23, 3, 40, 2, tzinfo=UTC)
KEY = "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"
CREDENTIALS = Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", KEY)
SIMULATED = replace(SIMULATOR, base_url="http://127.0.0.1:51234")
JSON = ("Content-Type", "application/json; charset=UTF-8")
TIMINGS = Timings(0.002, 0.038, 0.041)
PAY_PARAMS = {
    "appId": "wxdec0de0000000001",
    "timeStamp": str(int(NOW.timestamp()) - 1),
    "nonceStr": "2b004dbcb694b6bea6450884afa9acce",
    "package": "prepay_id=wx23034002f815f38f9fb378d1a65def00cc",
    "signType": "MD5",
    "paySign": "3E3985DF0F9392363F485BC27AECC17C",
}


def request(*, environment: Environment = SIMULATED, values: dict[str, str] | None = None) -> PreparedRequest:
    """The example payment, with these values in place of its own."""
    draft = freshened(example_draft(), NOW, "K7QZP")
    for name, value in (values or {}).items():
        draft = draft.edit(name, value=value, fresh=False)
    return prepare(draft, CREDENTIALS, environment, now=NOW, bound_to=environment.id)


def signed(body: bytes) -> tuple[str, str]:
    """The signature header of a reply by the raw-body rule."""
    return "X-QF-SIGN", hashlib.md5(body + KEY.encode(), usedforsecurity=False).hexdigest().upper()


def created(sent: PreparedRequest, **changes: Any) -> dict[str, Any]:
    """The members of a successful reply to this payment."""
    echoed = {name: sent.value(name) for name in ("out_trade_no", "txamt", "txcurrcd", "pay_type", "txdtm")}
    reply = {"respcd": "0000", "resperr": "success", "syssn": "20261123000100020003", **echoed}
    return {**reply, "sysdtm": "2026-11-23 11:40:02", "pay_params": PAY_PARAMS, **changes}


def answered(  # noqa: PLR0913 - each part of a reply can be replaced
    body: bytes,
    *,
    sent: PreparedRequest | None = None,
    status: int = 200,
    reason: str = "OK",
    headers: tuple[tuple[str, str], ...] | None = None,
    truncated: bool = False,
    timings: Timings = TIMINGS,
) -> Answer:
    """The answer to a reply with this body; signed and JSON unless headers say otherwise."""
    headers = (JSON, signed(body)) if headers is None else headers
    reply = HttpReply(status, reason, headers, body, truncated)
    return read_answer(Exchange(sent or request(), reply, timings), KEY, NOW)


def success(**changes: Any) -> Answer:
    """A created order; ``changes`` replace members of the reply."""
    sent = request()
    return answered(json.dumps(created(sent, **changes)).encode(), sent=sent)


def refused(respcd: str = "1108", resperr: str = "signature error") -> Answer:
    """A reply with another respcd than 0000."""
    return answered(json.dumps({"respcd": respcd, "resperr": resperr, "respmsg": ""}).encode())


def unanswered(layer: Layer = Layer.READ_TIMEOUT, *, may_have_arrived: bool = True) -> Answer:
    """No reply: the exchange ended at this layer."""
    failure = TransportFailure(layer, may_have_arrived, "Read timed out. (read timeout=30.0)")
    return read_answer(Exchange(request(), failure, Timings(0.002, None, 30.004)), KEY, NOW)


@dataclass
class Clock:
    """A clock that moves only when told."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        """This moment."""
        return self.moment

    def now(self) -> datetime:
        """This moment."""
        return self.moment

    def token(self) -> str:
        """Always the same."""
        return "K7QZP"

    def pass_by(self, **span: int) -> None:
        """Let hours, minutes or seconds go by."""
        self.moment += timedelta(**span)


@dataclass
class HeldClient:
    """A client that answers when it is released, or is called off."""

    answer: Answer
    released: threading.Event = field(default_factory=threading.Event)
    error: Exception | None = None

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:
        """The prepared exchange, for this very request."""
        if cancel is not None:
            cancel.on_cancel(self.released.set)
        self.released.wait(20)
        if self.error is not None:
            raise self.error
        return replace(self.answer.exchange, request=prepared)
