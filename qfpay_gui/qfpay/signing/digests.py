"""What becomes of the signed bytes: a plain digest by the rule, and what merchants' programs compute instead."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _md5(signed: bytes) -> bytes:
    return hashlib.md5(signed, usedforsecurity=False).digest()


def _sha1(signed: bytes) -> bytes:
    return hashlib.sha1(signed, usedforsecurity=False).digest()


def _sha256(signed: bytes) -> bytes:
    return hashlib.sha256(signed).digest()


def _of_hex(outer: Callable[[bytes], bytes], inner: Callable[[bytes], bytes]) -> Callable[[bytes], str]:
    return lambda signed: outer(inner(signed).hex().encode()).hex()


def _of_upper_hex(outer: Callable[[bytes], bytes], inner: Callable[[bytes], bytes]) -> Callable[[bytes], str]:
    return lambda signed: outer(inner(signed).hex().upper().encode()).hex()


DIGESTS: Mapping[str, Callable[[bytes], str]] = {
    "MD5": lambda signed: hashlib.md5(signed, usedforsecurity=False).hexdigest(),
    "SHA256": lambda signed: hashlib.sha256(signed).hexdigest(),
    "SHA1": lambda signed: hashlib.sha1(signed, usedforsecurity=False).hexdigest(),
    "SHA224": lambda signed: hashlib.sha224(signed).hexdigest(),
    "SHA384": lambda signed: hashlib.sha384(signed).hexdigest(),
    "SHA512": lambda signed: hashlib.sha512(signed).hexdigest(),
    "SHA3-256": lambda signed: hashlib.sha3_256(signed).hexdigest(),
    "SHA3-512": lambda signed: hashlib.sha3_512(signed).hexdigest(),
    "MD5 of MD5": _of_hex(_md5, _md5),
    "MD5 of upper-case MD5": _of_upper_hex(_md5, _md5),
    "MD5 of MD5 bytes": lambda signed: _md5(_md5(signed)).hex(),
    "MD5 of SHA1": _of_hex(_md5, _sha1),
    "MD5 of SHA256": _of_hex(_md5, _sha256),
    "MD5 of upper-case SHA256": _of_upper_hex(_md5, _sha256),
    "SHA256 of SHA256": _of_hex(_sha256, _sha256),
    "SHA256 of upper-case SHA256": _of_upper_hex(_sha256, _sha256),
    "SHA256 of SHA256 bytes": lambda signed: _sha256(_sha256(signed)).hex(),
    "SHA256 of MD5": _of_hex(_sha256, _md5),
    "SHA256 of upper-case MD5": _of_upper_hex(_sha256, _md5),
    "SHA256 of MD5 bytes": lambda signed: _sha256(_md5(signed)).hex(),
    "SHA1 of SHA1": _of_hex(_sha1, _sha1),
    "SHA1 of MD5": _of_hex(_sha1, _md5),
    "MD5, middle 16": lambda signed: _md5(signed).hex()[8:24],
    "MD5, first 16": lambda signed: _md5(signed).hex()[:16],
    "MD5, last 16": lambda signed: _md5(signed).hex()[16:],
    "MD5, first 20": lambda signed: _md5(signed).hex()[:20],
    "MD5, first 24": lambda signed: _md5(signed).hex()[:24],
    "MD5, first 28": lambda signed: _md5(signed).hex()[:28],
    "MD5, first 30": lambda signed: _md5(signed).hex()[:30],
    "SHA1, first 32": lambda signed: _sha1(signed).hex()[:32],
    "SHA256, first 32": lambda signed: _sha256(signed).hex()[:32],
    "SHA256, last 32": lambda signed: _sha256(signed).hex()[32:],
}
"""Lower-case hex of the signed bytes. Where a digest is digested again, its hex text is, unless "bytes" is said."""


def _hmac(name: str) -> Callable[[bytes, bytes], str]:
    return lambda key, signed: hmac.digest(key, signed, name).hex()


def _hmac_swapped(name: str) -> Callable[[bytes, bytes], str]:
    return lambda key, signed: hmac.digest(signed, key, name).hex()


def _hmac_hex_key(name: str) -> Callable[[bytes, bytes], str]:
    return lambda key, signed: hmac.digest(_from_hex(key), signed, name).hex()


def _from_hex(key: bytes) -> bytes:
    try:
        return bytes.fromhex(key.decode("ascii"))
    except ValueError:
        return key


def _salted(digest: Callable[[bytes], bytes], *, upper: bool) -> Callable[[bytes, bytes], str]:
    def salted(key: bytes, signed: bytes) -> str:
        inner = digest(signed).hex()
        return digest((inner.upper() if upper else inner).encode() + key).hex()

    return salted


KEYED_DIGESTS: Mapping[str, Callable[[bytes, bytes], str]] = {
    "HMAC-MD5": _hmac("md5"),
    "HMAC-SHA1": _hmac("sha1"),
    "HMAC-SHA256": _hmac("sha256"),
    "HMAC-SHA512": _hmac("sha512"),
    "HMAC-MD5, key and text swapped": _hmac_swapped("md5"),
    "HMAC-SHA256, key and text swapped": _hmac_swapped("sha256"),
    "HMAC-MD5, key read as hex": _hmac_hex_key("md5"),
    "HMAC-SHA256, key read as hex": _hmac_hex_key("sha256"),
    "MD5 of MD5 and key": _salted(_md5, upper=False),
    "MD5 of upper-case MD5 and key": _salted(_md5, upper=True),
    "SHA256 of SHA256 and key": _salted(_sha256, upper=False),
    "SHA256 of upper-case SHA256 and key": _salted(_sha256, upper=True),
}
"""Lower-case hex of key bytes and signed bytes, for digests that take the key on their own."""


def _without_byte_zeros(digest: str) -> str:
    return "".join(f"{byte:x}" for byte in bytes.fromhex(digest)) if len(digest) % 2 == 0 else digest


def _signed_bytes(digest: str) -> str:
    """Java's Integer.toHexString of each byte: negative ones fill four bytes."""
    if len(digest) % 2:
        return digest
    return "".join(f"{byte | 0xFFFFFF00 if byte > 127 else byte:02x}" for byte in bytes.fromhex(digest))


def _base64(written: bytes) -> str:
    return base64.b64encode(written).decode("ascii")


def _bytes_of(digest: str) -> bytes:
    return bytes.fromhex(digest) if len(digest) % 2 == 0 else digest.encode()


CASES: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "base64": lambda digest: _base64(_bytes_of(digest)),
    "base64, URL-safe": lambda digest: base64.urlsafe_b64encode(_bytes_of(digest)).decode("ascii").rstrip("="),
    "base64 of lower-case hex": lambda digest: _base64(digest.lower().encode()),
    "base64 of upper-case hex": lambda digest: _base64(digest.upper().encode()),
    "hex of hex": lambda digest: digest.lower().encode().hex(),
    "hex of upper-case hex": lambda digest: digest.upper().encode().hex(),
    "dashes": lambda digest: "-".join(digest[at : at + 2] for at in range(0, len(digest), 2)).upper(),
    "colons": lambda digest: ":".join(digest[at : at + 2] for at in range(0, len(digest), 2)).upper(),
    "without leading zeros": lambda digest: digest.lstrip("0"),
    "without the zero of small bytes": _without_byte_zeros,
    "signed bytes": _signed_bytes,
    "reversed": lambda digest: digest[::-1],
    "first character missing": lambda digest: digest[1:],
    "last character missing": lambda digest: digest[:-1],
}
"""How the digest is written, from its hex: upper case by the rule."""
