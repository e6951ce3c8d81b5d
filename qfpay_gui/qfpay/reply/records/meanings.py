"""What each member of a record means, as far as QFPay’s pages on enquiry, refund, reversal and close say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.reply.records.state import RecordKind
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable

ORDER = (
    "respcd",
    "cancel",
    "order_type",
    "txamt",
    "txcurrcd",
    "cash_fee",
    "cash_fee_type",
    "cash_refund_fee",
    "cash_refund_fee_type",
    "exchange_rate",
    "errmsg",
    "resperr",
    "respmsg",
    "out_trade_no",
    "syssn",
    "origssn",
    "orig_syssn",
    "chnlsn",
    "chnlsn2",
    "sysdtm",
    "paydtm",
    "txdtm",
    "pay_type",
    "goods_name",
)
"""Members from the most telling to the least; others follow as they came."""


def in_order(names: Iterable[str]) -> list[str]:
    """The names, the most telling first."""
    rank = {name: place for place, name in enumerate(ORDER)}
    return sorted(names, key=lambda name: rank.get(name, len(rank)))


def meaning(kind: RecordKind, name: str) -> Text:
    """What the member of this name means in a record of this kind."""
    return _OF_KIND.get((kind, name)) or _MEANINGS.get(name) or UNDOCUMENTED


UNDOCUMENTED = text("Records", "not documented")
EMPTY = text("Records", "empty or null")
_AMOUNT_OF_REFUND = text("Records", "given back by this refund, in minor units")
_NEW_NUMBER = text("Records", "QFPay’s number of this closing; the order keeps its own")
_MEANINGS = {
    "respcd": text("Records", "the state of this record"),
    "cancel": text("Records", "what was undone after the payment"),
    "order_type": text("Records", "payment or refund; older editions also list a close"),
    "txamt": text("Records", "amount of the order, in minor units"),
    "txcurrcd": text("Records", "currency of txamt"),
    "cash_fee": text("Records", "what the payer really paid, after discounts"),
    "cash_fee_type": text("Records", "currency of cash_fee: the wallet’s own"),
    "cash_refund_fee": text("Records", "what the payer really got back"),
    "cash_refund_fee_type": text("Records", "currency of cash_refund_fee: the wallet’s own"),
    "exchange_rate": text(
        "Records", "given for payments across currencies; its direction and scale are not documented"
    ),
    "errmsg": text("Records", "QFPay’s words about this record"),
    "resperr": text("Records", "QFPay’s words for the user"),
    "respmsg": text("Records", "further words of QFPay"),
    "out_trade_no": text("Records", "the merchant’s own number"),
    "syssn": text("Records", "QFPay’s number of this transaction"),
    "origssn": text("Records", "QFPay’s number of the payment that this belongs to"),
    "orig_syssn": text("Records", "QFPay’s number of the payment that this belongs to"),
    "chnlsn": text("Records", "the wallet’s number of this transaction"),
    "chnlsn2": text("Records", "a further number of the channel; its use is not documented"),
    "sysdtm": text("Records", "when QFPay took it, which decides settlement and what a query by time finds"),
    "paydtm": text("Records", "when it was paid"),
    "txdtm": text("Records", "the merchant’s own time, as it was sent"),
    "pay_type": text("Records", "how it was paid"),
    "goods_name": text("Records", "what was bought, as it was sent"),
    "goods_info": text("Records", "goods details, as they were sent"),
    "goods_detail": text("Records", "goods details; its form is not documented"),
    "udid": text("Records", "the merchant’s device number, or a name QFPay fills in"),
    "mchid": text("Records", "the merchant it belongs to, where QFPay assigned a number"),
    "cardcd": text("Records", "card or account of the payer; what it holds for WeChat is not documented"),
    "surcharge_fee": text("Records", "surcharge; its unit is not documented"),
    "surcharge_rate": text("Records", "rate of the surcharge; its scale is not documented"),
    "page": text("Records", "which page of the result this is"),
    "page_size": text("Records", "how many records a page holds"),
}
KNOWN = tuple(_MEANINGS)
"""Every member that is explained."""
_OF_KIND = {
    (RecordKind.REFUND, "txamt"): _AMOUNT_OF_REFUND,
    (RecordKind.REFUND, "out_trade_no"): text("Records", "the merchant’s number of this refund, not of the payment"),
    (RecordKind.REFUND, "syssn"): text("Records", "QFPay’s number of this refund, not of the payment"),
    (RecordKind.REFUND, "cash_fee"): text("Records", "what the payer really paid for the order, after discounts"),
    (RecordKind.REFUND, "paydtm"): text("Records", "when it was given back"),
    (RecordKind.CLOSE, "syssn"): _NEW_NUMBER,
    (RecordKind.REVERSAL, "syssn"): _NEW_NUMBER,
}
CANCEL = {
    "0": text("Records", "nothing was undone"),
    "1": text("Records", "the payer’s code was scanned, then the payment was reversed or refunded"),
    "2": text("Records", "the order was cancelled"),
    "3": text("Records", "refunded in full"),
    "4": text("Records", "a pre-authorisation was completed"),
    "5": text("Records", "refunded in part"),
}
"""What each documented value of ``cancel`` says."""
ORDER_TYPES = {
    "payment": text("Records", "a payment"),
    "refund": text("Records", "a refund"),
    "close": text("Records", "a closing, as older editions list it"),
    "reversal": text("Records", "a reversal"),
}
"""What each known value of ``order_type`` says."""
PAY_TYPES = {"800213": text("Records", "WeChat Pay in a Mini Program")}
"""Names of pay types that are sure."""
