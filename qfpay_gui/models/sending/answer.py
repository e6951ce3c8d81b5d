"""Everything there is to say about one ended exchange, read once and away from the window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.reply.pay_params import Deadlines, MemberCheck, check, deadlines
from qfpay_gui.qfpay.reply.reply import Reply, read_reply
from qfpay_gui.qfpay.reply.signature import SignatureVerdict, verify
from qfpay_gui.qfpay.reply.verdict import Verdict, verdict
from qfpay_gui.snippets.wechat import request_payment

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.qfpay.findings import Finding
    from qfpay_gui.qfpay.reply.records.records import Records
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


@dataclass(frozen=True)
class Answer:
    """An exchange with its reading.

    ``reply`` and ``signature`` are None where no HTTP reply came; ``members``, ``snippet`` and
    ``deadlines`` are empty where it carries no ``pay_params``.
    """

    exchange: Exchange
    received_at: datetime
    verdict: Verdict
    reply: Reply | None = None
    signature: SignatureVerdict | None = None
    members: tuple[MemberCheck, ...] = ()
    snippet: str = field(default="", repr=False)
    deadlines: Deadlines | None = None

    @property
    def request(self) -> PreparedRequest:
        """The request as it was sent."""
        return self.exchange.request

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noticed about the reply."""
        return self.verdict.findings

    @property
    def records(self) -> Records:
        """The records of a query, or what a refund, close or reversal came to."""
        return self.verdict.records


def read_answer(exchange: Exchange, client_key: str, received_at: datetime) -> Answer:
    """Read an exchange: what its reply says, whether it is signed, and what ``pay_params`` are worth."""
    if not isinstance(exchange.outcome, HttpReply):
        return Answer(exchange, received_at, verdict(exchange, None))
    reply = read_reply(exchange.outcome)
    signature = verify(exchange.outcome.body, exchange.outcome.headers, client_key)
    said = verdict(exchange, reply)
    if reply.pay_params is None:
        return Answer(exchange, received_at, said, reply, signature)
    return Answer(
        exchange,
        received_at,
        said,
        reply,
        signature,
        _with_findings(check(reply.pay_params, received_at), reply.findings),
        request_payment(reply.pay_params),
        deadlines(reply.pay_params, received_at, exchange.request.value("expired_time") or None),
    )


def _with_findings(members: tuple[MemberCheck, ...], findings: tuple[Finding, ...]) -> tuple[MemberCheck, ...]:
    """The members with what was noticed while reading them, such as a number where text belongs, where it is worse."""
    noticed = {finding.field: finding for finding in findings}
    return tuple(
        replace(member, severity=noticed[member.name].severity, message=noticed[member.name].headline)
        if member.name in noticed and noticed[member.name].severity > member.severity
        else member
        for member in members
    )
