"""Reading what a merchant pasted: from any text to a request, a draft, or the code that calls wx.requestPayment."""

from qfpay_gui.diagnosis.importing.drafts import to_draft
from qfpay_gui.diagnosis.importing.payment_call import (
    CallMember,
    PaymentCall,
    ValueKind,
    read_pay_params,
    read_payment_call,
)
from qfpay_gui.diagnosis.importing.payment_call_rules import payment_call_findings
from qfpay_gui.diagnosis.importing.proof import innocent, other_values
from qfpay_gui.diagnosis.importing.reader import read_request, read_requests
from qfpay_gui.diagnosis.importing.remarks import missing
from qfpay_gui.diagnosis.importing.request import Headers, Note, ReadRequest

__all__ = [
    "CallMember",
    "Headers",
    "Note",
    "PaymentCall",
    "ReadRequest",
    "ValueKind",
    "innocent",
    "missing",
    "other_values",
    "payment_call_findings",
    "read_pay_params",
    "read_payment_call",
    "read_request",
    "read_requests",
    "to_draft",
]
