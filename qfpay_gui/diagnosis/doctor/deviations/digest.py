"""Another digest than the request's sign type says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.qfpay.signing.digests import DIGESTS, KEYED_DIGESTS
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_MEND = text("Doctor", "Hash the signing string once with MD5, or with SHA256 and the header X-QF-SIGNTYPE: SHA256.")
_HEADER = text("Doctor", "Send the header X-QF-SIGNTYPE: SHA256, or sign with MD5.")
_NO_HEADER = text("Doctor", "Sign with SHA256, or leave the header X-QF-SIGNTYPE out.")
_UNANNOUNCED = text("Doctor", "the string was hashed with SHA256, but the request does not say so (X-QF-SIGNTYPE)")
_ANNOUNCED = text("Doctor", "the string was hashed with MD5, though X-QF-SIGNTYPE says SHA256")
_OTHER = text("Doctor", "the string was hashed with {digest} in place of {sign_type}")
_TWICE = text("Doctor", "a digest was hashed again: {digest}")
_SHORT = text("Doctor", "only a part of the digest was used: {digest}")
_HMAC = text("Doctor", "{digest} was used with the key as its secret; the rule is a plain digest, the key appended")
_HMAC_BOTH = text("Doctor", "{digest} was used, and the key appended to the text as well; the rule is a plain digest")
_SALTED = text("Doctor", "the digest of the parameters was hashed again together with the key: {digest}")


def deviations(case: Case) -> Iterator[Deviation]:
    """Every digest but the right one; HMAC with and without the key appended to the text."""
    for digest in DIGESTS:
        if digest != case.sign_type:
            yield _plain(digest, case.sign_type)
    for digest in KEYED_DIGESTS:
        yield from _keyed(digest)


def _plain(digest: str, sign_type: str) -> Deviation:
    recipe = {"digest": digest}
    match digest:
        case "SHA256":
            return Deviation("sha256-without-header", 1, _UNANNOUNCED, _HEADER, recipe)
        case "MD5":
            return Deviation("md5-with-sha256-header", 1, _ANNOUNCED, _NO_HEADER, recipe)
        case _ if " of " in digest:
            return Deviation("digest-of-digest", 2, _TWICE.fill(digest=digest), _MEND, recipe, depth=2)
        case _ if "," in digest:
            return Deviation("digest-cut", 2, _SHORT.fill(digest=digest), _MEND, recipe, depth=2)
        case _:
            cause = _OTHER.fill(digest=digest, sign_type=sign_type)
            return Deviation(f"digest-{digest.lower()}", 2, cause, _MEND, recipe)


def _keyed(digest: str) -> Iterator[Deviation]:
    words, identity = _keyed_words(digest)
    cost = 2 if digest.startswith("HMAC") and "," not in digest else 4
    recipe = {"digest": digest, "key_place": "nowhere"}
    yield Deviation(identity, cost, words.fill(digest=digest), _MEND, recipe, depth=3 if cost == 2 else 2)
    if digest.startswith("HMAC"):
        both = _HMAC_BOTH.fill(digest=digest)
        yield Deviation(identity, cost + 1, both, _MEND, {"digest": digest}, depth=2)


def _keyed_words(digest: str) -> tuple[Text, str]:
    if digest.startswith("HMAC"):
        return _HMAC, digest.partition(",")[0].lower()
    return _SALTED, "digest-of-digest-and-key"
