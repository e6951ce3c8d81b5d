"""Checks a request's signature by its own reading of the rule, and recognises the simple mistakes."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.services.simulator.wire import Pairs

DIGESTS: dict[str, Callable[[bytes], str]] = {
    "MD5": lambda raw: hashlib.md5(raw, usedforsecurity=False).hexdigest().upper(),
    "SHA256": lambda raw: hashlib.sha256(raw).hexdigest().upper(),
}
SIGNATURE_NAMES = ("sign", "signature", "X-QF-SIGN", "x-qf-sign")
"""Names under which programs send the signature in the body as well."""
_HINT_LIMIT = 20_000  # characters x parameters are multiplied by the search: beyond this no hint is looked for


@dataclass(frozen=True)
class Signed:
    """What a signature is checked against: the parameters in the order sent, the keys, the digest's name."""

    pairs: Pairs = field(repr=False)
    app_code: str
    client_key: str = field(repr=False)
    sign_type: str

    @property
    def signed_pairs(self) -> Pairs:
        """What is signed, in its order: all that is sent but the signature itself, which is never part of it."""
        return by_name(tuple(pair for pair in self.pairs if pair[0] not in SIGNATURE_NAMES))

    @property
    def base(self) -> str:
        """The official signing string without the key."""
        return join(self.signed_pairs)

    @property
    def expected(self) -> str:
        """The signature in upper-case hexadecimal digits."""
        return digest(self.sign_type, self.base + self.client_key)


def by_name(pairs: Pairs) -> Pairs:
    """Sorted by name, ASCII ascending; equal names keep the order they were sent in."""
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


def join(pairs: Pairs) -> str:
    """``name=value`` joined with ``&``, values raw (QFPay’s page on signature generation)."""
    return "&".join(f"{name}={value}" for name, value in pairs)


def digest(sign_type: str, signed: str) -> str:
    """The digest of the UTF-8 bytes in upper-case hexadecimal digits."""
    return DIGESTS[sign_type](signed.encode())


def matches(signed: Signed, signature: str) -> bool:
    """Whether this is the right signature; either case of the digits will do, as with QFPay's samples."""
    return signature.isascii() and hmac.compare_digest(signature.upper(), signed.expected)


def is_mixed_case(signature: str) -> bool:
    """Whether upper- and lower-case digits stand side by side, as no digest function writes them."""
    return signature not in {signature.upper(), signature.lower()}


def looks_like(signed: Signed, signature: str) -> str:
    """One sentence on the simple mistake that yields this signature, or ""."""
    if len(signed.base) * (len(signed.pairs) + 1) > _HINT_LIMIT:
        return _looks_by_shape(signed, signature)
    other = next(name for name in DIGESTS if name != signed.sign_type)
    for sign_type in (signed.sign_type, other):
        for string, mistake in _variants(signed):
            if digest(sign_type, string) == signature.upper():
                wrong_digest = _other_digest(sign_type) if sign_type != signed.sign_type else ""
                return " ".join(filter(None, (wrong_digest, mistake)))
    return _looks_by_shape(signed, signature)


def _other_digest(used: str) -> str:
    """What a signature by the digest that was not announced means."""
    if used == "SHA256":
        return "You sent SHA256 without X-QF-SIGNTYPE: add the header X-QF-SIGNTYPE: SHA256."
    return "You sent an MD5 signature with X-QF-SIGNTYPE: SHA256: leave the header out or sign with SHA256."


def _variants(signed: Signed) -> Iterator[tuple[str, str]]:
    """Signing strings with one mistake each; the first one is right."""
    base, key = signed.base, signed.client_key
    yield base + key, ""
    yield join(by_name(signed.pairs)) + key, "The signature in the body was signed too: it is never part of the string."
    yield from _key_variants(base, signed)
    yield from _order_variants(signed)
    yield from _value_variants(signed)


def _key_variants(base: str, signed: Signed) -> Iterator[tuple[str, str]]:
    """Mistakes in how the key is joined."""
    key = signed.client_key
    yield base, "It is signed without the client_key: append the key."
    yield f"{base}&key={key}", "It is signed with &key= before the client_key (WeChat's rule): append the key alone."
    yield f"{base}&{key}", "It is signed with & before the client_key: append the key alone."
    yield f"{base}key={key}", "It is signed with key= before the client_key: append the key alone."
    yield key + base, "It is signed with the client_key in front: append it at the end."
    yield base + key.lower(), "It is signed with the client_key in lower case: use it exactly as given."
    yield f"{base}{key}\n", "It is signed with a line feed after the client_key: trim the key."
    yield base + signed.app_code, "It is signed with the app_code in place of the client_key."


def _order_variants(signed: Signed) -> Iterator[tuple[str, str]]:
    """Mistakes in the order of the parameters."""
    key = signed.client_key
    yield join(signed.pairs) + key, "The parameters were not sorted by name before signing."
    folded = tuple(sorted(signed.pairs, key=lambda pair: pair[0].lower()))
    yield join(folded) + key, "The names were sorted without regard to case: Z comes before a."


def _value_variants(signed: Signed) -> Iterator[tuple[str, str]]:
    """Mistakes in which values are signed and how they are written."""
    pairs, key = signed.signed_pairs, signed.client_key
    encoded = "It is signed over URL-encoded values: sign the raw values, encode only the body."
    for encode in (quote_plus, quote, _quote_all):
        yield join(tuple((name, encode(value)) for name, value in pairs)) + key, encoded
    filled = tuple(pair for pair in pairs if pair[1])
    yield join(filled) + key, "It is signed without the empty parameters: then do not send them either."
    yield join(tuple(dict(pairs).items())) + key, "A name is sent twice and only its last value was signed."
    for left_out in dict(pairs):
        rest = tuple(pair for pair in pairs if pair[0] != left_out)
        yield join(rest) + key, f"It is signed without {left_out[:40]}: sign every parameter that is sent."


def _quote_all(value: str) -> str:
    """Percent-encoded as encodeURIComponent does it."""
    return quote(value, safe="!'()*")


def _looks_by_shape(signed: Signed, signature: str) -> str:
    """What the form alone says about a signature that no simple mistake yields."""
    wanted = len(signed.expected)
    if len(signature) == wanted and all(digit in "0123456789abcdefABCDEF" for digit in signature):
        return ""
    return f"A {signed.sign_type} signature has {wanted} hexadecimal digits; this is something else."
