"""Another digest than the request's sign type says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.qfpay.signing.digests import DIGESTS, KEYED_DIGESTS
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_MEND = text("Doctor", "Hash the signing string once with MD5, or with SHA256 and the header X-QF-SIGNTYPE: SHA256.")
_HEADER = text("Doctor", "Send the header X-QF-SIGNTYPE: SHA256, or sign with MD5.")
_NO_HEADER = text("Doctor", "Sign with SHA256, or leave the header X-QF-SIGNTYPE out.")
_UNANNOUNCED = text("Doctor", "the string was hashed with SHA256, but the request does not say so (X-QF-SIGNTYPE)")
_ANNOUNCED = text("Doctor", "the string was hashed with MD5, though X-QF-SIGNTYPE says SHA256")
_OTHER = text("Doctor", "the string was hashed with {digest} in place of {sign_type}")
_TWICE = text("Doctor", "a digest was hashed again: {digest}")
_SHORT = text("Doctor", "only a part of the digest was used: {digest}")
_STREAMED = text(
    "Doctor", "something stood around the text when it was hashed, as a stream writer or a buffer puts it: {digest}"
)
_ENCODED = text("Doctor", "the whole text was encoded before it was hashed: {digest}")
_NOT_HASHED = text(
    "Doctor", "the string was sent without hashing it: the signature is the signing string itself, not hashed"
)
_CHECKSUM = text("Doctor", "a checksum was used in place of a digest: {digest}, not {sign_type}")
_HMAC = text("Doctor", "{digest} was used with the key as its secret; the rule is a plain digest, the key appended")
_HMAC_BOTH = text("Doctor", "{digest} was used, and the key appended to the text as well; the rule is a plain digest")
_HMAC_SWAPPED = text(
    "Doctor", "{digest} was used with its arguments swapped: the text as its secret, the key as its message"
)
_SALTED = text("Doctor", "the digest of the parameters was hashed again together with the key: {digest}")
_CHECKSUMS = frozenset({"CRC-32", "Adler-32", "FNV-1a", "Java hashCode"})
_USUAL = ("MD5", "SHA1", "SHA256", "SHA512")
_SWAPPED = ", key and text swapped"


def deviations(case: Case) -> Iterable[Deviation]:
    """Every digest but the right one; HMAC with and without the key appended to the text."""
    return _all(case.sign_type)


@cache
def _all(sign_type: str) -> tuple[Deviation, ...]:
    return tuple(_every(sign_type))


def _every(sign_type: str) -> Iterator[Deviation]:
    for digest in DIGESTS:
        if digest != sign_type:
            yield _plain(digest, sign_type)
    for digest in KEYED_DIGESTS:
        yield from _keyed(digest)


def _plain(digest: str, sign_type: str) -> Deviation:  # noqa: PLR0911 - one return a kind of digest
    recipe = {"digest": digest}
    match digest:
        case "SHA256":
            return Deviation("sha256-without-header", 1, _UNANNOUNCED, _HEADER, recipe)
        case "MD5":
            return Deviation("md5-with-sha256-header", 1, _ANNOUNCED, _NO_HEADER, recipe)
        case "not hashed":
            return Deviation("not-hashed", 2, _NOT_HASHED, _MEND, recipe, depth=2)
        case _ if " over the text in " in digest:
            return Deviation("digest-over-encoded", 4, _ENCODED.fill(digest=digest), _MEND, recipe, depth=1)
        case _ if " of " in digest and "middle" in digest:
            return Deviation("digest-of-digest", 4, _TWICE.fill(digest=digest), _MEND, recipe, depth=2)
        case _ if " of " in digest:
            usual = (
                digest.count(" of ") == 1 and digest.partition(" of ")[2].split(" bytes")[0].split()[-1] in _USUAL[:3]
            )
            often = digest in {"MD5 of MD5", "MD5 of upper-case MD5", "SHA256 of SHA256"}
            cost, depth = (2 if often else 3, 2) if usual and "base64" not in digest else (4, 1)
            return Deviation("digest-of-digest", cost, _TWICE.fill(digest=digest), _MEND, recipe, depth=depth)
        case _ if "in front" in digest or "after the text" in digest:
            return Deviation("digest-of-stream", 4, _STREAMED.fill(digest=digest), _MEND, recipe, depth=1)
        case _ if "middle" in digest or "first" in digest or "last" in digest:
            cost, depth = (3, 2) if digest.endswith((" 16", " 20", " 24", " 28", " 30", " 32")) else (4, 1)
            return Deviation("digest-cut", cost, _SHORT.fill(digest=digest), _MEND, recipe, depth=depth)
        case _ if digest in _CHECKSUMS:
            words = _CHECKSUM.fill(digest=digest, sign_type=sign_type)
            return Deviation("checksum", 3, words, _MEND, recipe, depth=1)
        case _:
            cause = _OTHER.fill(digest=digest, sign_type=sign_type)
            slow = digest in {"MD4", "SM3", "RIPEMD-160"}
            cost, depth = (2, 3) if digest in _USUAL else (3, 1 if slow else 2)
            return Deviation(f"digest-{digest.lower().replace('/', '-')}", cost, cause, _MEND, recipe, depth=depth)


def _keyed(digest: str) -> Iterator[Deviation]:
    if not digest.startswith("HMAC"):
        cause = _SALTED.fill(digest=digest)
        cost = 4 if digest.startswith("MD5 of ") and "&" not in digest else 5
        yield Deviation(
            "digest-of-digest-and-key", cost, cause, _MEND, {"digest": digest, "key_place": "nowhere"}, depth=1
        )
        return
    name, _comma, variant = digest.partition(",")
    identity = name.lower()
    usual = name.removeprefix("HMAC-") in _USUAL
    cost = 2 if usual and not variant else 4
    words = _HMAC_SWAPPED if digest.endswith(_SWAPPED) else _HMAC
    shown = digest.removesuffix(_SWAPPED)
    recipe = {"digest": digest, "key_place": "nowhere"}
    yield Deviation(
        identity, cost, words.fill(digest=shown), _MEND, recipe, depth=3 if cost == 2 else 2 if usual else 1
    )
    both = _HMAC_BOTH.fill(digest=shown)
    for lead in ({}, {"key_lead": "&key="}, {"key_lead": "&"}):
        depth = 2 if cost == 2 and not lead else 1
        yield Deviation(identity, cost + 1, both, _MEND, {"digest": digest, **lead}, depth=depth)
