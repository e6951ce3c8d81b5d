"""The signature as it was given: whole, cut, masked, in base64 or with something around it."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field

from qfpay_gui.diagnosis.notification.cause import COPY, MD5, Cause
from qfpay_gui.qfpay.text import text

_FEWEST = 8
_HEX = re.compile(r"[0-9a-f]+")
_MASKED = re.compile(r"([0-9a-f]{0,127})(?:…|[*•.…x#_-]{2,})([0-9a-f]{0,127})")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{22}(?:==)?|[A-Za-z0-9+/_-]{43}=?")
_NAMED = re.compile(r"(?:x-qf-sign|signature|sign)\s*[:=]\s*", re.IGNORECASE)
_AROUND = " \t\r\n\"'“”‘’`,;\ufeff\u200b\u00a0"


@dataclass(frozen=True)
class Claim:
    """The digits to find, in lower case; ``head`` and ``tail`` where only those are shown."""

    head: str = field(default="", repr=False)
    tail: str = field(default="", repr=False)
    is_whole: bool = True
    causes: tuple[Cause, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether there are digits enough to tell one signature from another."""
        return len(self.head) + len(self.tail) >= _FEWEST

    def fits(self, digest: str) -> bool:
        """Whether a digest in lower-case hex is the one that was given, as far as it was given."""
        if self.is_whole:
            return digest == self.head
        if self.tail:
            return digest.startswith(self.head) and digest.endswith(self.tail)
        return self.head in digest


def read_claim(signature: str) -> Claim:
    """What the text says; a claim without digits where it is no signature at all."""
    trimmed = _NAMED.sub("", signature.strip(_AROUND), count=1).strip(_AROUND)
    around = () if trimmed == signature.strip() else (_SURROUNDED,)
    plain = re.sub(r"[\s:-]", "", trimmed).lower()
    if _HEX.fullmatch(plain):
        grouped = (_GROUPED,) if len(plain) != len(trimmed) else ()
        return _of_digits(plain, (*around, *grouped))
    if _BASE64.fullmatch(trimmed) and (digits := _decoded(trimmed)):
        return Claim(digits, causes=(*around, _IN_BASE64))
    if masked := _MASKED.fullmatch(re.sub(r"\s", "", trimmed).lower()):
        return Claim(masked[1], masked[2], is_whole=False, causes=(*around, _IS_MASKED))
    return Claim(causes=around)


def _of_digits(digits: str, causes: tuple[Cause, ...]) -> Claim:
    if len(digits) in {32, 40, 64, 56, 96, 128}:
        return Claim(digits, causes=causes)
    return Claim(digits, is_whole=False, causes=(*causes, _cut(len(digits))))


def _decoded(written: str) -> str:
    standard = written.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        raw = base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except ValueError:
        return ""
    return raw.hex() if len(raw) in {16, 32} else ""


def _cut(length: int) -> Cause:
    words = text("Notification", "the signature was cut: it has {length} digits here, a whole one has 32")
    return Cause("signature-cut", 2, "signature", words.fill(length=length), COPY)


_SURROUNDED = Cause(
    "signature-surrounded",
    1,
    "signature",
    text("Notification", "the quotes, blanks or other signs around the signature are left out"),
    COPY,
)
_GROUPED = Cause(
    "signature-grouped", 1, "signature", text("Notification", "the signs between the digits are left out"), COPY
)
_IN_BASE64 = Cause(
    "signature-base64", 2, "signature", text("Notification", "the digest was written in base64, not in hex"), MD5
)
_IS_MASKED = Cause(
    "signature-masked",
    1,
    "signature",
    text("Notification", "the digits that are blotted out are those that were signed; the others fit"),
    COPY,
)
