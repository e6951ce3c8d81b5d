"""Whether a notification, or a signed reply, is valid; and if not, why not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

from qfpay_gui.diagnosis.notification.cause import RAW, Cause, joined, mends
from qfpay_gui.diagnosis.notification.claims import Claim, read_claim
from qfpay_gui.diagnosis.notification.search import LONGEST, Question, find
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.notifications.composing import signature as official_signature
from qfpay_gui.qfpay.reply.signature import State, verify
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Mapping

MessageKind = Literal["notification", "reply"]


class Validity(Enum):
    """How a check ended."""

    VALID = "valid"
    EXPLAINED = "not valid, and it is known why"
    UNEXPLAINED = "not valid, and nothing known gives this signature"
    NOT_SIGNED = "no signature"
    NO_BODY = "no body"
    NO_KEY = "no key"


@dataclass(frozen=True)
class Check:
    """How a check ended, in words. Neither key nor body shows in any of them, nor in the repr.

    ``causes`` are what was done otherwise, the likeliest set; ``fixes`` the way out, one line each; ``notes`` what is
    worth knowing though nothing is wrong.
    """

    verdict: Validity
    headline: Text
    explanation: Text | None = None
    causes: tuple[Cause, ...] = ()
    fixes: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def is_valid(self) -> bool:
        """Whether the signature is right for exactly these bytes and this key."""
        return self.verdict is Validity.VALID

    @property
    def ids(self) -> tuple[str, ...]:
        """The stable names of the causes."""
        return tuple(cause.id for cause in self.causes)

    @property
    def is_same_content(self) -> bool:
        """Whether signature and key fit the content, whatever became of its bytes."""
        return self.is_valid or (bool(self.causes) and all(one.about in {"bytes", "signature"} for one in self.causes))

    @property
    def key_name(self) -> str:
        """The profile whose key fits in place of the chosen one; "" where none does."""
        return next((cause.key_name for cause in self.causes if cause.key_name), "")

    @property
    def severity(self) -> Severity:
        """Valid is fine; what is known to be the same content is a matter of bytes; all else is wrong."""
        if self.is_valid:
            return Severity.OK
        incomplete = self.verdict in {Validity.NOT_SIGNED, Validity.NO_KEY, Validity.NO_BODY}
        return Severity.ATTENTION if incomplete or self.is_same_content else Severity.WRONG


def is_valid(body: bytes, signature: str, client_key: str) -> bool:
    """Whether the signature is the documented one, in either letter case; quick for a body of any length."""
    return bool(client_key) and signature.strip().upper() == official_signature(body, client_key)


def check_notification(  # noqa: PLR0913 - one keyword for each thing that may be known
    body: bytes,
    signature: str,
    client_key: str,
    *,
    other_keys: Mapping[str, str] | None = None,
    app_code: str = "",
    kind: MessageKind = "notification",
) -> Check:
    """The verdict on these bytes. ``other_keys`` are those of other profiles by name. Never raises."""
    if incomplete := _incomplete(body, signature, client_key):
        return incomplete
    if is_valid(body, signature, client_key):
        return Check(Validity.VALID, _VALID[kind], _VALID_WORDS, notes=_case_notes(signature))
    if kind == "reply" and (signed := verify(body, (("X-QF-SIGN", signature),), client_key)).state is State.MATCHES:
        return Check(Validity.VALID, _VALID[kind], signed.detail)
    claim = read_claim(signature)
    if not claim.is_readable:
        return Check(Validity.UNEXPLAINED, _UNREADABLE, _UNREADABLE_WORDS, fixes=(_COPY_HEADER,))
    return _searched(Question(body, claim, client_key, other_keys or {}, app_code))


def _incomplete(body: bytes, signature: str, client_key: str) -> Check | None:
    if not body and not signature.strip():
        return Check(Validity.NO_BODY, _NOTHING, _NOTHING_WORDS)
    if not body:
        return Check(Validity.NO_BODY, _NO_BODY, _NO_BODY_WORDS)
    if not signature.strip():
        return Check(Validity.NOT_SIGNED, _NOT_SIGNED, _NOT_SIGNED_WORDS)
    return None if client_key else Check(Validity.NO_KEY, _NO_KEY, _NO_KEY_WORDS)


def _searched(question: Question) -> Check:
    if len(question.body) > LONGEST:
        return Check(Validity.UNEXPLAINED, _DIFFERS, _TOO_LONG.fill(most=f"{LONGEST:,}"), fixes=(RAW,))
    causes = find(question)
    if causes is None:
        return Check(Validity.UNEXPLAINED, _DIFFERS, _UNKNOWN.fill(odd=_odd(question.claim)), fixes=_TO_TRY)
    return Check(Validity.EXPLAINED, _headline(causes), joined(causes), causes, tuple(mends(causes)))


def _headline(causes: tuple[Cause, ...]) -> Text:
    """What matters most of the causes, in one line."""
    about = {cause.about for cause in causes}
    if any(cause.key_name for cause in causes):
        return _OTHER_MERCHANT
    for one, headline in _HEADLINES:
        if one in about:
            return headline
    return _DIFFERS


def _case_notes(signature: str) -> tuple[Text, ...]:
    """A remark where the digits are not written as QFPay writes them."""
    written = signature.strip()
    if written == written.upper():
        return ()
    return (_LOWER if written == written.lower() else _MIXED,)


def _odd(claim: Claim) -> Text:
    return _ODD_LENGTH.fill(length=len(claim.head)) if claim.is_whole and len(claim.head) != 32 else _NOTHING_ODD


_VALID: dict[MessageKind, Text] = {
    "notification": text("Notification", "Valid: QFPay’s signature fits this notification."),
    "reply": text("Notification", "Valid: QFPay’s signature fits this reply."),
}
_VALID_WORDS = text(
    "Notification", "X-QF-SIGN is the MD5 of the raw body with the client key behind it, byte for byte."
)
_DIFFERS = text("Notification", "Not valid: the signature does not fit this body and this key.")
_OTHER_MERCHANT = text("Notification", "Not valid with this key: it was signed with another merchant’s.")
_HEADLINES: tuple[tuple[str, Text], ...] = (
    ("key", text("Notification", "Not valid: the signature was made with another key.")),
    ("text", text("Notification", "Not valid: something other than the raw body was hashed.")),
    ("joining", text("Notification", "Not valid: the key was joined to the body in another way.")),
    ("digest", text("Notification", "Not valid: another digest than MD5 was used.")),
    ("bytes", text("Notification", "The content fits the signature, its bytes do not.")),
    ("signature", text("Notification", "The signature fits as far as it is shown.")),
)
_NOTHING = text("Notification", "Nothing to check yet.")
_NOTHING_WORDS = text(
    "Notification", "Paste what the merchant’s server received: headers and body. The signature can be typed below."
)
_NO_BODY = text("Notification", "No body was found.")
_NO_BODY_WORDS = text("Notification", "The signature covers the body, so paste the body too: the JSON text as it came.")
_NOT_SIGNED = text("Notification", "No signature was found.")
_NOT_SIGNED_WORDS = text(
    "Notification",
    "QFPay’s notifications carry it in the header X-QF-SIGN. A request without it is not from QFPay, or the merchant’s "
    "server dropped the header: it may be named HTTP_X_QF_SIGN there.",
)
_NO_KEY = text("Notification", "There is no client key to check with.")
_NO_KEY_WORDS = text("Notification", "Choose a merchant whose key is here, or type the key.")
_UNREADABLE = text("Notification", "What is given as signature is none.")
_UNREADABLE_WORDS = text(
    "Notification", "A signature has 32 hexadecimal digits, as in 5ABDB598…, and at least 8 must be shown."
)
_COPY_HEADER = text("Notification", "Copy the value of the header X-QF-SIGN.")
_TOO_LONG = text(
    "Notification", "The body is longer than {most} bytes, far more than QFPay sends: reasons were not searched for."
)
_UNKNOWN = text(
    "Notification",
    "Nothing known gives this signature: not the body written in other ways, not a key that is known here, not another "
    "digest. {odd} So a value in the body was changed after it was signed – which one, nobody can tell –, or the key "
    "is one that is not known here, or it is a forgery.",
)
_ODD_LENGTH = text("Notification", "It has {length} digits, too; an MD5 has 32.")
_NOTHING_ODD = text("Notification", "Its form is right, though.")
_TO_TRY = (
    text("Notification", "Ask for the raw bytes of the body, for instance as a hex dump, and for all headers."),
    text(
        "Notification",
        "Ask for which app_code, and in which environment, the payment was made; its key is the one that signs.",
    ),
    text(
        "Notification", "Query the order before anything is delivered: a notification that is not valid proves nothing."
    ),
)
_LOWER = text("Notification", "Its digits are in lower case; QFPay writes capitals. Compare without regard to case.")
_MIXED = text("Notification", "Its digits mix capitals and small letters; QFPay writes capitals.")
