"""Records as a query lists them, and answers read from them."""

from __future__ import annotations

import json
from typing import Any

from qfpay_gui.qfpay.environments import PRODUCTION, Environment
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.reply.records.records import Record, Records, records_of
from qfpay_gui.qfpay.reply.reply import Reply, read_reply
from qfpay_gui.qfpay.reply.verdict import Verdict, verdict
from qfpay_gui.qfpay.request.prepared import PreparedRequest
from qfpay_gui.qfpay.signing.recipe import OFFICIAL

KEY = "3ABB1BFFE2E0497BB9270978B0B00000"
SYSSN, REFUND_SYSSN = "20261123000200020000000001", "20261123000200020000000002"
PAYMENT: dict[str, Any] = {
    "syssn": SYSSN,
    "out_trade_no": "QA1",
    "txamt": "300",
    "txcurrcd": "HKD",
    "respcd": "0000",
    "errmsg": "success",
    "order_type": "payment",
    "pay_type": "800213",
    "cancel": "0",
    "sysdtm": "2026-11-23 11:40:02",
    "txdtm": "2026-11-23 11:40:01",
}
REFUND: dict[str, Any] = {
    **PAYMENT,
    "syssn": REFUND_SYSSN,
    "out_trade_no": "R1",
    "txamt": "100",
    "order_type": "refund",
    "origssn": SYSSN,
}


def request_to(endpoint: str, environment: Environment = PRODUCTION, **sent: str) -> PreparedRequest:
    """A request of this endpoint with these parameters."""
    parameters = tuple(sent.items())
    return PreparedRequest(
        method="POST",
        url=f"https://openapi-hk.qfapi.com/trade/v1/{endpoint}",
        headers=(),
        body=b"",
        parameters=parameters,
        signed=OFFICIAL.sign(parameters, KEY),
        sign_type="MD5",
        environment=environment,
        endpoint=endpoint,
    )


def reply_of(**members: Any) -> Reply:
    """A reply with these members."""
    return read_reply(HttpReply(200, "OK", (), json.dumps(members).encode()))


def found(*rows: dict[str, Any], **outer: Any) -> Records:
    """The records of a query that found these."""
    return records_of(request_to("query"), reply_of(respcd="0000", data=list(rows), **outer))


def one(row: dict[str, Any]) -> Record:
    """The record of a query that found this one."""
    return found(row).found[0]


def judged(request: PreparedRequest, **members: Any) -> Verdict:
    """The verdict on a reply with these members to this request."""
    return verdict(Exchange(request, HttpReply(200, "OK", (), json.dumps(members).encode())), None)
