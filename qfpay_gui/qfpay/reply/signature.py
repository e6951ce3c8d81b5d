"""Checks the signature of a reply by each rule that is documented somewhere, and says which one it follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.json_reading import JsonText, as_text, read_json
from qfpay_gui.qfpay.reply.reply import header
from qfpay_gui.qfpay.signing import signature
from qfpay_gui.qfpay.signing.recipe import DIGESTS
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BY_LENGTH = {32: "MD5", 64: "SHA256"}


class State(Enum):
    """How a check of a signature ended."""

    NOT_SIGNED = "not signed"
    NO_KEY = "no key to check with"
    MATCHES = "matches"
    DIFFERS = "differs"


class Rule(Enum):
    """What QFPay signs: printed samples reproduce by the first rule, a newer page describes the second."""

    RAW_BODY = "raw body + key"
    SORTED_FIELDS = "sorted fields + key"


@dataclass(frozen=True)
class SignatureVerdict:
    """How the check ended, in a headline and a detail. ``rule`` and ``digest`` are set where it matches."""

    state: State
    headline: Text
    detail: Text
    rule: Rule | None = None
    digest: str = ""


def verify(body: bytes, headers: Iterable[tuple[str, str]], client_key: str) -> SignatureVerdict:
    """Whether X-QF-SIGN was made from this body with this key. The key shows in no text."""
    headers = tuple(headers)
    received = header(headers, "X-QF-SIGN")
    if not received:
        return _NOT_SIGNED
    if not client_key:
        return _NO_KEY
    digest = _BY_LENGTH.get(len(received))
    if digest is None:
        return SignatureVerdict(State.DIFFERS, _DIFFERS, _ODD_LENGTH.fill(length=len(received)))
    for rule, expected in _candidates(body, client_key, digest):
        if expected.lower() == received.lower():
            return _matching(rule, digest, received, header(headers, "X-QF-SIGNTYPE"))
    return SignatureVerdict(State.DIFFERS, _DIFFERS, _CAUSES)


def _candidates(body: bytes, client_key: str, digest: str) -> Iterator[tuple[Rule, str]]:
    yield Rule.RAW_BODY, DIGESTS[digest](body + client_key.encode(errors="replace"))
    for fields in _field_sets(body):
        yield Rule.SORTED_FIELDS, signature(fields, client_key, digest)


def _field_sets(body: bytes) -> Iterator[dict[str, str]]:
    """The fields the second rule may mean: those of ``data`` or of the top level, empty ones with or without."""
    parsed = read_json(body.decode(errors="replace"))
    if not (isinstance(parsed, JsonText) and isinstance(parsed.value, dict)):
        return
    for members in (parsed.value.get("data"), parsed.value):
        if isinstance(members, dict):
            plain = {name: as_text(value) for name, value in members.items() if not isinstance(value, dict | list)}
            yield plain
            yield {name: value for name, value in plain.items() if value}


def _matching(rule: Rule, digest: str, received: str, sign_type: str) -> SignatureVerdict:
    detail = _DETAILS[rule].fill(digest=digest, case=_case(received))
    if sign_type and sign_type.upper() != digest:
        detail = _OTHER_TYPE.fill(detail=detail, sign_type=sign_type[:20])
    return SignatureVerdict(State.MATCHES, _MATCHES, detail, rule, digest)


def _case(received: str) -> Text:
    if received == received.upper():
        return text("ReplySignature", "upper-case")
    return (
        text("ReplySignature", "lower-case") if received == received.lower() else text("ReplySignature", "mixed-case")
    )


_MATCHES = text("ReplySignature", "The reply’s signature matches.")
_DIFFERS = text("ReplySignature", "The reply’s signature does not match.")
_DETAILS = {
    Rule.RAW_BODY: text(
        "ReplySignature",
        "X-QF-SIGN is the {case} {digest} of the body as received with the client key behind it.",
    ),
    Rule.SORTED_FIELDS: text(
        "ReplySignature",
        "X-QF-SIGN is the {case} {digest} of the reply’s sorted fields with the client key behind them.",
    ),
}
_OTHER_TYPE = text("ReplySignature", "{detail} X-QF-SIGNTYPE says {sign_type}, though.")
_CAUSES = text(
    "ReplySignature",
    "Neither the body as received nor its sorted fields give X-QF-SIGN. Either the client key is another one "
    "than QFPay used, or a proxy changed the body on its way. Do not rely on this reply: query the order.",
)
_ODD_LENGTH = text(
    "ReplySignature",
    "X-QF-SIGN has {length} characters; MD5 has 32 and SHA256 has 64. A proxy may have changed the header.",
)
_NOT_SIGNED = SignatureVerdict(
    State.NOT_SIGNED,
    text("ReplySignature", "The reply is not signed."),
    text(
        "ReplySignature", "It has no X-QF-SIGN header. QFPay may leave it out of a reply; a notification always has it."
    ),
)
_NO_KEY = SignatureVerdict(
    State.NO_KEY,
    text("ReplySignature", "The reply’s signature was not checked."),
    text("ReplySignature", "It is signed, but there is no client key here to check it with."),
)
