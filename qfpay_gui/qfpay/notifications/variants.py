"""The ways to post one notification, right and wrong on purpose, and what a right receiver does with each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.notifications import making
from qfpay_gui.qfpay.notifications.composing import signature
from qfpay_gui.qfpay.notifications.message import Message, message
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable


class Duty(Enum):
    """What a right receiver does."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    EITHER = "either"


@dataclass(frozen=True)
class Variant:
    """One way to post a notification. ``id`` is stable and kebab-case.

    ``because`` says why the duty is what it is, ``fault`` what a receiver that does otherwise does wrong. ``make``
    gets body and client key; it yields no message where this body cannot be posted in this way.
    """

    id: str
    duty: Duty
    title: Text
    because: Text
    fault: Text
    make: Callable[[bytes, str], tuple[Message, ...]]


_CASE = text("Receiver", "QFPay writes capitals: to compare without regard to case is kinder, to insist is no mistake.")
_ANY_WRITING = text("Receiver", "Blanks and escapes are free in JSON, and the signature covers the bytes as they came.")
_WRITTEN_ANEW = text("Receiver", "It verifies over JSON that it has written anew, not over the raw body.")
RIGHT, TWICE, STILL, REQUEST_RULE = "right", "twice", "still", "request-rule"
OTHER_WRITING, PHP_WRITING = "other-writing", "php-writing"
"""The variants that others are judged by."""

VARIANTS = (
    Variant(
        RIGHT,
        Duty.ACCEPT,
        text("Receiver", "Right"),
        text("Receiver", "It is what QFPay sends: the raw body, and X-QF-SIGN made of it and the key."),
        text("Receiver", "It does not take what is right: see what it answered, and its own log."),
        making.right,
    ),
    Variant(
        TWICE,
        Duty.ACCEPT,
        text("Receiver", "The same twice"),
        text("Receiver", "QFPay notifies again when an answer is lost: SUCCESS both times, and one delivery."),
        text("Receiver", "It refuses what it has seen before, so QFPay keeps on notifying: answer SUCCESS again."),
        making.twice,
    ),
    Variant(
        OTHER_WRITING,
        Duty.ACCEPT,
        text("Receiver", "JSON as JavaScript writes it"),
        _ANY_WRITING,
        _WRITTEN_ANEW,
        making.other_writing,
    ),
    Variant(
        PHP_WRITING,
        Duty.ACCEPT,
        text("Receiver", "JSON as PHP writes it"),
        _ANY_WRITING,
        _WRITTEN_ANEW,
        making.php_writing,
    ),
    Variant(
        "other-order",
        Duty.ACCEPT,
        text("Receiver", "Fields in another order"),
        text("Receiver", "Fields have no order in JSON, and the signature covers the bytes as they came."),
        text("Receiver", "It puts the fields into an order of its own before it verifies, instead of the raw body."),
        making.other_order,
    ),
    Variant(
        "new-field",
        Duty.ACCEPT,
        text("Receiver", "A field more"),
        text("Receiver", "QFPay may add fields at any time: ignore them, do not refuse."),
        text("Receiver", "It refuses fields that it does not know, or verifies over those that it knows."),
        making.new_field,
    ),
    Variant(
        "late",
        Duty.ACCEPT,
        text("Receiver", "A day late"),
        text("Receiver", "QFPay’s last retry comes more than 24 hours after its first attempt."),
        text("Receiver", "It refuses what is old: a payment would be lost after a day of trouble."),
        making.late,
    ),
    Variant(
        "header-case",
        Duty.ACCEPT,
        text("Receiver", "The header’s name in small letters"),
        text("Receiver", "Names of headers have no case in HTTP, and proxies write them small."),
        text("Receiver", "It looks the header up in one spelling only, and finds no signature."),
        making.header_case,
    ),
    Variant(
        "lower-case",
        Duty.EITHER,
        text("Receiver", "The signature in small letters"),
        text(
            "Receiver", "QFPay writes capitals: to compare without regard to case is kinder, to insist is no mistake."
        ),
        text("Receiver", "It was not taken: capitals are insisted on."),
        making.lower_case,
    ),
    Variant(
        "other-key",
        Duty.REFUSE,
        text("Receiver", "Signed with another key"),
        text("Receiver", "Whoever has not the key is not QFPay."),
        text("Receiver", "It takes a signature of another key: it does not verify, or does not heed the result."),
        making.other_key,
    ),
    Variant(
        "rewritten",
        Duty.REFUSE,
        text("Receiver", "Written anew after signing"),
        text("Receiver", "The content is the same, its bytes are not those that were signed."),
        text("Receiver", "It takes bytes that were not signed: it verifies over JSON written anew, or not at all."),
        making.rewritten,
    ),
    Variant(
        "tampered",
        Duty.REFUSE,
        text("Receiver", "Amount changed after signing"),
        text("Receiver", "The signature is QFPay’s, the amount is not."),
        text("Receiver", "It takes a tampered body: it does not verify, or does not heed the result."),
        making.tampered,
    ),
    Variant(
        "no-header",
        Duty.REFUSE,
        text("Receiver", "Without a signature"),
        text("Receiver", "QFPay’s notifications always carry X-QF-SIGN."),
        text("Receiver", "It takes what is not signed: anybody could tell it of a payment."),
        making.no_header,
    ),
    Variant(
        "empty-header",
        Duty.REFUSE,
        text("Receiver", "With an empty signature"),
        text("Receiver", "An empty X-QF-SIGN is no signature."),
        text("Receiver", "It skips the check where X-QF-SIGN is empty: anybody could tell it of a payment."),
        making.empty_header,
    ),
    Variant(
        REQUEST_RULE,
        Duty.REFUSE,
        text("Receiver", "Signed like a request"),
        text("Receiver", "Sorted name=value pairs are the rule for requests: a notification is signed as a raw body."),
        text("Receiver", "It verifies by the rule for requests, as old samples do, or not at all."),
        making.request_rule,
    ),
    Variant(
        STILL,
        Duty.ACCEPT,
        text("Receiver", "Right, after all of these"),
        text("Receiver", "What was wrong before must not keep a right one out."),
        text("Receiver", "It no longer takes what is right: something before broke it, or made it shut itself off."),
        making.right,
    ),
)
"""In the order of the series: what is right first, for what is wrong can only be judged by it."""
BY_ID = {one.id: one for one in VARIANTS}


def replayed(body: bytes, sign: str, client_key: str) -> Variant:
    """One that was recorded, as it came: it must be taken if its signature fits this key; if not, nobody knows."""
    recorded = (message(body, sign),)
    if sign.strip().upper() == signature(body, client_key):
        return Variant("replay", Duty.ACCEPT, _REPLAY, _FITS, _NOT_TAKEN, lambda _body, _key: recorded)
    return Variant("replay", Duty.EITHER, _REPLAY, _FITS_NOT, _FITS_NOT, lambda _body, _key: recorded)


_REPLAY = text("Receiver", "As recorded")
_FITS = text("Receiver", "Its signature fits the key used here.")
_FITS_NOT = text("Receiver", "Its signature does not fit the key used here: whether it must be taken is not known.")
_NOT_TAKEN = text("Receiver", "Its signature fits the key used here, so it must be taken: see the receiver’s log.")
