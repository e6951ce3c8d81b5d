"""What each field of a notification says: documented or not, in the right currency, with its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import find, human_amount
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import JsonText, as_text, read_json
from qfpay_gui.qfpay.respcd import Outcome, explain
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CURRENCY_OF = {"txamt": "txcurrcd", "cash_fee": "cash_fee_type", "cash_refund_fee": "cash_refund_fee_type"}
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


@dataclass(frozen=True)
class Field:
    """One field: its value (None where it is missing), what it says, and how much that matters."""

    name: str
    value: str | None = field(repr=False)
    meaning: Text = field(repr=False)
    severity: Severity = Severity.OK


@dataclass(frozen=True)
class Explained:
    """The fields in the order they came, then those that are missing; none where the body is no JSON object."""

    fields: tuple[Field, ...] = ()
    members: Mapping[str, str] = field(default_factory=dict, repr=False)
    summary: Text | None = None

    @property
    def notify_type(self) -> str:
        """``payment``, ``refund`` or another of :data:`NOTIFY_TYPES`; "" where it is not said."""
        return self.members.get("notify_type", "")

    @property
    def out_trade_no(self) -> str:
        """The merchant's order number, or ""."""
        return self.members.get("out_trade_no", "")

    @property
    def amount(self) -> str:
        """The amount as people write it, or as it came where it makes no sense."""
        txamt, txcurrcd = self.members.get("txamt", ""), self.members.get("txcurrcd", "")
        return human_amount(txamt, txcurrcd) or f"{txamt[:24]} {txcurrcd[:8]}".strip()

    @property
    def is_news(self) -> bool:
        """Whether this tells of a payment or refund that succeeded."""
        return self.notify_type in _SUMMARIES and self.members.get("respcd") == "0000" and bool(self.out_trade_no)


def explain_notification(body: bytes, *, is_reply: bool = False) -> Explained:
    """Every field with its meaning; of a reply no field is missed. Never raises."""
    parsed = read_json(body.decode("utf-8", "replace").removeprefix("\ufeff"))
    if not isinstance(parsed, JsonText) or not isinstance(parsed.value, dict):
        return Explained()
    members = {as_text(name): as_text(value) for name, value in parsed.value.items()}
    shown = [_field(name, value, members) for name, value in members.items()]
    missing = [] if is_reply else [_missing(name, members) for name in mandatory(members) if name not in members]
    return Explained((*shown, *missing), members, None if is_reply else _summary(members))


def mandatory(members: Mapping[str, str]) -> tuple[str, ...]:
    """The fields a notification of this type must have; one of an unknown type, those of a payment."""
    return _OTHERS_MANDATORY.get(members.get("notify_type", ""), MANDATORY)


def _field(name: str, value: str, members: Mapping[str, str]) -> Field:
    if name not in FIELDS:
        return Field(name, value, _UNDOCUMENTED, Severity.NOTE)
    special = next(_special(name, value, members), None)
    if special is not None:
        return special
    if not value:
        severity = Severity.ATTENTION if name in mandatory(members) else Severity.OK
        return Field(name, value, _EMPTY.fill(meaning=FIELDS[name]), severity)
    return Field(name, value, FIELDS[name])


def _special(name: str, value: str, members: Mapping[str, str]) -> Iterator[Field]:
    """What follows from the value itself."""
    if name in _CURRENCY_OF and value:
        yield _amount(name, value, members.get(_CURRENCY_OF[name], ""))
    elif name == "cancel" and value:
        known = CANCEL.get(value)
        words = known or UNKNOWN_CANCEL
        yield Field(name, value, words, Severity.OK if known else Severity.NOTE)
    elif name == "notify_type" and value:
        known = NOTIFY_TYPES.get(value)
        yield Field(name, value, known or UNKNOWN_TYPE, Severity.OK if known else Severity.ATTENTION)
    elif name == "respcd" and value:
        yield _respcd(value, members.get("notify_type", ""))
    elif name == "status" and value and value != "1":
        yield Field(name, value, _OTHER_STATUS, Severity.ATTENTION)
    elif name in {"sysdtm", "paydtm", "txdtm"} and value and not _TIME.fullmatch(value):
        yield Field(name, value, _NO_TIME.fill(meaning=FIELDS[name]), Severity.ATTENTION)
    elif name == "pay_type" and value == "800213":
        yield Field(name, value, _MINI_PROGRAM)


def _amount(name: str, value: str, currency: str) -> Field:
    """The amount in the exponent of its own currency, which is not always that of txcurrcd."""
    if human := human_amount(value, currency):
        return Field(name, value, _HUMAN.fill(human=human, meaning=FIELDS[name]))
    if name != "txamt" and value == "0" and not currency:
        return Field(name, value, FIELDS[name])
    if not currency:
        words = _NO_CURRENCY.fill(meaning=FIELDS[name], currency=_CURRENCY_OF[name])
    elif find(currency) is None:
        words = _ODD_CURRENCY.fill(meaning=FIELDS[name], currency=currency[:20])
    else:
        words = _NO_AMOUNT.fill(meaning=FIELDS[name])
    return Field(name, value, words, Severity.ATTENTION)


def _respcd(value: str, notify_type: str) -> Field:
    known = explain(value)
    if known is None:
        return Field("respcd", value, _ODD_RESPCD, Severity.ATTENTION)
    severity = Severity.OK if known.outcome is Outcome.SUCCESS else Severity.ATTENTION
    if severity is Severity.OK:
        words = _OTHERS_SUCCESS.get(notify_type, _SUCCESS)
    else:
        words = (_NOT_CHARGED if notify_type == "subscription_payment" else _NOT_SUCCESS).fill(meaning=known.meaning)
    return Field("respcd", value, words, severity)


def _missing(name: str, members: Mapping[str, str]) -> Field:
    words = _UNIDENTIFIED if members.get("notify_type") in _OTHERS_MANDATORY else _MISSING
    return Field(name, None, words.fill(meaning=FIELDS[name]), Severity.ATTENTION)


def _summary(members: Mapping[str, str]) -> Text | None:
    """One sentence about what happened; None where that cannot be told."""
    amount = human_amount(members.get("txamt", ""), members.get("txcurrcd", ""))
    words = _SUMMARIES.get(members.get("notify_type", ""))
    if words is None or not amount:
        return None
    time = members.get("paydtm" if members["notify_type"] == "payment" else "sysdtm", "")
    return words.fill(amount=amount, order=members.get("out_trade_no", "")[:128] or "–", time=time[:32] or "–")


_SUMMARIES = {
    "payment": text("Notification", "{amount} was paid for the order {order}, at {time} (UTC+8)."),
    "refund": text("Notification", "{amount} was refunded under the refund number {order}, at {time} (UTC+8)."),
}
_UNDOCUMENTED = text(
    "Notification", "Not documented, and allowed: QFPay may add fields at any time. Ignore, do not refuse."
)
_EMPTY = text("Notification", "Empty. {meaning}")
_MISSING = text("Notification", "Missing, though it is documented as mandatory. {meaning}")
_UNIDENTIFIED = text("Notification", "Missing, though the page of this type lists it. {meaning}")
_HUMAN = text("Notification", "{human}. {meaning}")
_NO_CURRENCY = text("Notification", "In which currency is not said: {currency} is empty or missing. {meaning}")
_ODD_CURRENCY = text("Notification", "{currency} is no currency known here, so its decimals are not known. {meaning}")
_NO_AMOUNT = text("Notification", "This is no whole number of minor units. {meaning}")
_ODD_RESPCD = text("Notification", "Not in the documented table of return codes. Query the order.")
_SUCCESS = text("Notification", "Success: the payment or refund went through.")
_NOT_SUCCESS = text(
    "Notification", "{meaning} Of payments and refunds QFPay notifies of successes only, so query the order."
)
_NOT_CHARGED = text("Notification", "{meaning} This time the subscription was not charged: deliver nothing for it.")
_OTHERS_SUCCESS = {
    "payment_token": text("Notification", "The token was made. Nobody has paid."),
    "subscription_payment": text("Notification", "The subscription was charged this time."),
}
_OTHER_STATUS = text("Notification", "Documented is 1, success. Query the order before anything is delivered.")
_NO_TIME = text("Notification", "Not written as YYYY-MM-DD hh:mm:ss. {meaning}")
_MINI_PROGRAM = text("Notification", "WeChat Pay in a Mini Program.")


CANCEL = {
    "0": text("Notification", "Not cancelled, nothing refunded."),
    "1": text("Notification", "Reversed or refunded, of a payment by scanning the customer’s code."),
    "2": text("Notification", "Cancelled, of a payment by scanning the merchant’s code."),
    "3": text("Notification", "Refunded."),
    "4": text("Notification", "The pre-authorisation was completed."),
    "5": text("Notification", "Refunded in part."),
}
UNKNOWN_CANCEL = text("Notification", "Not documented; known are 0 to 5. Query the order.")

NOTIFY_TYPES = {
    "payment": text("Notification", "A customer paid."),
    "refund": text("Notification", "A refund went through. Mark the refund, not a new payment."),
    "payment_token": text(
        "Notification", "A card was kept as a token. It is no payment: do not deliver because of it."
    ),
    "subscription": text("Notification", "A subscription changed its state. It is no payment: read state."),
    "subscription_payment": text(
        "Notification", "A subscription was charged, or could not be: it also comes after failures, so read respcd."
    ),
}
UNKNOWN_TYPE = text(
    "Notification",
    "Not documented; known are payment, refund, payment_token, subscription and subscription_payment. Do not deliver "
    "because of it.",
)


MANDATORY = (
    *("status", "notify_type", "respcd", "pay_type", "syssn", "out_trade_no", "txamt", "txcurrcd"),
    *("txdtm", "sysdtm", "paydtm", "cancel"),
)
"""Fields every notification of a payment or refund must have."""

_OTHERS_MANDATORY = {
    "payment_token": ("notify_type", "event", "tokenid", "respcd", "sysdtm"),
    "subscription": ("notify_type", "subscription_id", "state", "sysdtm"),
    "subscription_payment": ("notify_type", "subscription_id", "subscription_order_id", "respcd", "syssn"),
}
"""What identifies the others; their page marks nothing as mandatory."""

FIELDS = {
    "status": text("Notification", "1: it succeeded. Of payments and refunds, QFPay notifies of successes only."),
    "notify_type": text("Notification", "What happened: payment, refund, or news of a token or subscription."),
    "respcd": text("Notification", "The return code; 0000 is success."),
    "pay_type": text("Notification", "The way of paying; 800213 is WeChat Pay in a Mini Program."),
    "syssn": text("Notification", "QFPay’s transaction number; of a refund, the refund’s own."),
    "out_trade_no": text("Notification", "The merchant’s order number; of a refund, the one the refund was sent with."),
    "txamt": text("Notification", "The amount in minor units of txcurrcd."),
    "txcurrcd": text("Notification", "The currency of txamt."),
    "txdtm": text("Notification", "The time the merchant sent with the request, as it was sent."),
    "sysdtm": text("Notification", "QFPay’s time of the transaction, in UTC+8; the day of the settlement goes by it."),
    "paydtm": text("Notification", "When the customer paid, in UTC+8."),
    "cancel": text("Notification", "Whether the payment was cancelled or refunded."),
    "mchid": text("Notification", "The merchant below an agent; agents only."),
    "goods_name": text("Notification", "What was bought, as the merchant named it."),
    "goods_info": text("Notification", "A further description of what was bought."),
    "exchange_rate": text(
        "Notification", "The wallet’s exchange rate between txcurrcd and the customer’s currency. Not for computing."
    ),
    "chnlsn": text("Notification", "The wallet’s own number; in WeChat the customer may see it as transaction number."),
    "chnlsn2": text("Notification", "A further number of the channel."),
    "cardcd": text(
        "Notification", "The payer: a card number, or with WeChat perhaps the openid. Personal data: do not pass it on."
    ),
    "cash_fee": text("Notification", "What the customer paid after discounts, in minor units of cash_fee_type."),
    "cash_fee_type": text("Notification", "The currency of cash_fee, which need not be txcurrcd."),
    "cash_refund_fee": text("Notification", "What the customer gets back, in minor units of cash_refund_fee_type."),
    "cash_refund_fee_type": text("Notification", "The currency of cash_refund_fee, which need not be txcurrcd."),
    "event": text("Notification", "What became of the token: NEW, MATCH or CONFLICT."),
    "tokenid": text("Notification", "The token that stands for the card. Keep it as a secret."),
    "token_expiry_date": text("Notification", "When the token ends."),
    "card_scheme": text("Notification", "The card’s scheme, such as VISA."),
    "subscription_id": text("Notification", "The subscription this is about."),
    "subscription_order_id": text("Notification", "This charge of the subscription; note it, and deliver once only."),
    "state": text("Notification", "The subscription’s state, such as ACTIVE, COMPLETED or INCOMPLETE."),
    "userid": text("Notification", "QFPay’s number of the store."),
    "customer_id": text("Notification", "The customer the token belongs to, where there is one."),
    "token_reason": text("Notification", "Why the token was made."),
    "token_reference": text("Notification", "QFPay’s reference of the token."),
    "respmsg": text("Notification", "QFPay’s words about the return code."),
}
"""Each documented field with its meaning."""


DUTIES: tuple[Text, ...] = (
    text("Notification", "Verify X-QF-SIGN over the raw bytes first; ignore what is not valid."),
    text(
        "Notification",
        "Look out_trade_no up among the own orders, and compare txamt and txcurrcd with what that order costs.",
    ),
    text(
        "Notification",
        "Tell payment, refund and the rest apart by notify_type; all come to the same address.",
    ),
    text(
        "Notification",
        "Expect the same notification several times: note syssn, and deliver once only.",
    ),
    text(
        "Notification",
        "Answer HTTP 200 with the body SUCCESS at once, and do the slow work afterwards: how long QFPay waits is "
        "not documented. Any other answer makes QFPay notify again, after 2, 10, 10 and 60 minutes, then 2, 6 and 15 "
        "hours.",
    ),
    text(
        "Notification",
        "Where no notification comes, query the order: notifications may be lost. A firewall must let 13.228.112.115, "
        "18.138.115.47 and 18.166.202.92 in, to port 80 or 443.",
    ),
)
"""One line each."""

RETRY_GAPS = (120, 600, 600, 3600, 7200, 21600, 54000)
"""Seconds after which QFPay notifies again, each counted from the attempt before (2025 edition of the documents)."""
