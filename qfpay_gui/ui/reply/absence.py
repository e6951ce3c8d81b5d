"""Why a reply brings no pay_params, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.reply.reply import Reply

_MINI_PROGRAM = "800213"


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
