"""The pages of an answer: which one to open, which ones call for a look, and why the first may stay empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.records.records import ENDPOINTS
from qfpay_gui.qfpay.reply.records.state import RecordState
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.reply.checks import alarming
from qfpay_gui.ui.reply.reply_rows import member_rows

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.reply.reply import Reply

PAGES = ("pay_params", "snippet", "raw", "sent", "checks")
"""The pages of a payment's answer."""
RECORD_PAGES = ("records", "raw", "sent", "checks")
"""The pages of the answer to a query, refund, close or reversal."""
ALL_PAGES = (*PAGES, "records")
_MAY_BE_EMPTY = frozenset({"pay_params", "snippet", "records"})
_PUZZLING = frozenset({RecordState.UNKNOWN, RecordState.CONTRADICTORY, RecordState.UNCONFIRMED})
_ABOUT_BYTES = frozenset({"body-truncated", "body-not-utf8"})
_MINI_PROGRAM = "800213"


@dataclass(frozen=True)
class Mark:
    """What a tab says beside its title: how many things need attention, and how badly. 0 gives an icon only."""

    severity: Severity
    count: int = 0


def pages_of(answer: Answer) -> tuple[str, ...]:
    """The pages that apply to this answer, in the order of their tabs."""
    return RECORD_PAGES if answer.request.endpoint in ENDPOINTS else PAGES


def page_for(answer: Answer, wanted: str) -> str:
    """The page to open: the wanted one, unless it does not apply or stays empty and another one tells more."""
    offered = pages_of(answer)
    page = wanted if wanted in offered else offered[0]
    if page not in _MAY_BE_EMPTY or answer.members or answer.records.found:
        return page
    if answer.reply is None:
        return "checks"
    return offered[0] if answer.reply.respcd else "raw"


def marks(answer: Answer) -> dict[str, Mark]:
    """The marks of those pages that need attention, by name."""
    faulty = [row.severity for row in member_rows(answer) if row.severity and row.severity >= Severity.ATTENTION]
    puzzling = [record.status.severity for record in answer.records.found if record.status.state in _PUZZLING]
    found = {"pay_params": _counted(faulty), "records": _counted(puzzling), "checks": _counted(alarming(answer))}
    if any(finding.code in _ABOUT_BYTES for finding in answer.findings):
        found["raw"] = Mark(Severity.ATTENTION)
    return {name: mark for name, mark in found.items() if mark is not None}


def _counted(severities: list[Severity] | tuple[Severity, ...]) -> Mark | None:
    return Mark(max(severities), len(severities)) if severities else None


def why_no_pay_params(answer: Answer) -> Text:
    """The first reason that holds, from the wire upwards."""
    reply, request = answer.reply, answer.request
    if reply is None:
        return _NO_REPLY
    if request.endpoint != "payment":
        return _OTHER_CALL.fill(endpoint=request.endpoint)
    if not reply.fields:
        return _UNREADABLE
    if reply.respcd != "0000":
        return _REFUSED.fill(respcd=excerpt(reply.respcd)) if reply.respcd else _NO_RESPCD
    return _unusable(answer, reply)


def _unusable(answer: Answer, reply: Reply) -> Text:
    """A success without pay_params that can be handed on."""
    about = next((finding for finding in reply.findings if finding.code.startswith("pay-params-")), None)
    if about is not None:
        return _NOT_USABLE.fill(headline=about.headline, detail=about.detail)
    pay_type = answer.request.value("pay_type")
    return _SILENT if pay_type == _MINI_PROGRAM else _OTHER_TYPE.fill(pay_type=excerpt(pay_type) or "–")


_NO_REPLY = text("ReplyView", "No reply came, so there are no pay_params.")
_OTHER_CALL = text("ReplyView", "pay_params come with a payment only; this was a {endpoint} request.")
_UNREADABLE = text("ReplyView", "The reply is nothing QFPay writes, so it brings no pay_params: see the raw reply.")
_NO_RESPCD = text("ReplyView", "The reply has neither respcd nor pay_params: something other than QFPay answered.")
_REFUSED = text("ReplyView", "pay_params come with respcd 0000 only; this reply says {respcd}.")
_NOT_USABLE = text("ReplyView", "{headline}. {detail}")
_OTHER_TYPE = text("ReplyView", "pay_params belong to pay_type 800213; sent was {pay_type}.")
_SILENT = text("ReplyView", "respcd is 0000, yet there are no pay_params: show QFPay support the raw reply.")
