"""What becomes of the signed bytes: a plain digest by the rule, and what merchants' programs compute instead."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING, Literal

from qfpay_gui.qfpay.signing import old_digests

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _named(name: str, otherwise: Callable[[bytes], bytes] | None = None) -> Callable[[bytes], bytes]:
    """A digest of hashlib; the other one where OpenSSL was built without it."""
    try:
        hashlib.new(name, b"", usedforsecurity=False)
    except ValueError:
        if otherwise is None:
            return _md5_sha1
        return otherwise
    return lambda signed: hashlib.new(name, signed, usedforsecurity=False).digest()


def _md5(signed: bytes) -> bytes:
    return hashlib.md5(signed, usedforsecurity=False).digest()


def _sha1(signed: bytes) -> bytes:
    return hashlib.sha1(signed, usedforsecurity=False).digest()


def _sha256(signed: bytes) -> bytes:
    return hashlib.sha256(signed).digest()


def _md5_sha1(signed: bytes) -> bytes:
    return _md5(signed) + _sha1(signed)


def _prefixed(size: int, order: Literal["big", "little"], digest: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """The number of bytes in front of them, as a stream writer puts it."""
    return lambda signed: digest((len(signed) & ((1 << 8 * size) - 1)).to_bytes(size, order) + signed)


def _seven_bits(length: int) -> bytes:
    """A length as .NET's BinaryWriter writes it."""
    written = bytearray()
    while length > 127:
        written.append(length & 127 | 128)
        length >>= 7
    return bytes((*written, length))


PLAIN: Mapping[str, Callable[[bytes], bytes]] = {
    "MD5": _md5,
    "SHA256": _sha256,
    "SHA1": _sha1,
    "SHA224": lambda signed: hashlib.sha224(signed).digest(),
    "SHA384": lambda signed: hashlib.sha384(signed).digest(),
    "SHA512": lambda signed: hashlib.sha512(signed).digest(),
    "SHA512/256": _named("sha512_256"),
    "SHA512/224": _named("sha512_224"),
    "SHA3-224": lambda signed: hashlib.sha3_224(signed).digest(),
    "SHA3-256": lambda signed: hashlib.sha3_256(signed).digest(),
    "SHA3-384": lambda signed: hashlib.sha3_384(signed).digest(),
    "SHA3-512": lambda signed: hashlib.sha3_512(signed).digest(),
    "BLAKE2b": lambda signed: hashlib.blake2b(signed).digest(),
    "BLAKE2s": lambda signed: hashlib.blake2s(signed).digest(),
    "BLAKE2b-128": lambda signed: hashlib.blake2b(signed, digest_size=16).digest(),
    "BLAKE2b-160": lambda signed: hashlib.blake2b(signed, digest_size=20).digest(),
    "BLAKE2b-256": lambda signed: hashlib.blake2b(signed, digest_size=32).digest(),
    "BLAKE2b-384": lambda signed: hashlib.blake2b(signed, digest_size=48).digest(),
    "BLAKE2s-128": lambda signed: hashlib.blake2s(signed, digest_size=16).digest(),
    "SHAKE128": lambda signed: hashlib.shake_128(signed).digest(16),
    "SHAKE128, 32 bytes": lambda signed: hashlib.shake_128(signed).digest(32),
    "SHAKE256": lambda signed: hashlib.shake_256(signed).digest(32),
    "SHAKE256, 64 bytes": lambda signed: hashlib.shake_256(signed).digest(64),
    "MD5-SHA1": _md5_sha1,
    "MD4": _named("md4", old_digests.md4),
    "RIPEMD-160": _named("ripemd160", old_digests.ripemd160),
    "SM3": _named("sm3", old_digests.sm3),
    "CRC-32": old_digests.crc32,
    "Adler-32": old_digests.adler32,
    "FNV-1a": old_digests.fnv1a32,
    "Java hashCode": old_digests.java_hash_code,
}
"""Digests and checksums of the signed bytes."""
_STRONG = ("MD5", "SHA256", "SHA1", "SHA512")
_AGAIN = (*_STRONG, "SHA224", "SHA384", "SHA3-256", "SM3")


def _of(
    outer: Callable[[bytes], bytes], inner: Callable[[bytes], bytes], write: Callable[[bytes], bytes]
) -> Callable[[bytes], str]:
    return lambda signed: outer(write(inner(signed))).hex()


def _hexed(raw: bytes) -> bytes:
    return raw.hex().encode()


WRITTEN: Mapping[str, Callable[[bytes], bytes]] = {
    "{}": _hexed,
    "upper-case {}": lambda raw: raw.hex().upper().encode(),
    "{} bytes": lambda raw: raw,
    "{} in base64": base64.b64encode,
}
"""How an inner digest is written before it is digested again."""


def _nested() -> dict[str, Callable[[bytes], str]]:
    nested = {
        f"{outer} of {how.format(inner)}": _of(PLAIN[outer], PLAIN[inner], write)
        for outer in _STRONG
        for inner in _AGAIN
        for how, write in WRITTEN.items()
    }
    for name in _STRONG[:2]:
        nested[f"{name} of {name} of {name}"] = _of(PLAIN[name], _thrice(PLAIN[name], upper=False), _hexed)
        nested[f"{name} of upper-case {name} of upper-case {name}"] = _of(
            PLAIN[name], _thrice(PLAIN[name], upper=True), WRITTEN["upper-case {}"]
        )
    return nested


def _thrice(digest: Callable[[bytes], bytes], *, upper: bool) -> Callable[[bytes], bytes]:
    write = WRITTEN["upper-case {}" if upper else "{}"]
    return lambda signed: digest(write(digest(signed)))


def _cut() -> dict[str, Callable[[bytes], str]]:
    """Parts of a digest's hex, by how many digits they are."""
    parts: dict[str, Callable[[bytes], str]] = {}
    for name in ("MD5", "SHA256", "SHA1", "SHA512"):
        whole = 2 * len(PLAIN[name](b""))
        parts[f"{name}, middle 16"] = _part(PLAIN[name], whole // 2 - 8, whole // 2 + 8)
        for digits in range(6, min(whole - 1, 65)):
            parts[f"{name}, first {digits}"] = _part(PLAIN[name], 0, digits)
            parts[f"{name}, last {digits}"] = _part(PLAIN[name], whole - digits, whole)
    return parts


def _cut_again() -> dict[str, Callable[[bytes], str]]:
    """The middle of a digest of a digest, as two short functions one after the other make it."""
    nested = _nested()
    names = ("MD5 of MD5", "MD5 of upper-case MD5")
    return {f"{name}, middle 16": lambda signed, name=name: nested[name](signed)[8:24] for name in names}  # type: ignore[misc]


def _part(digest: Callable[[bytes], bytes], start: int, end: int) -> Callable[[bytes], str]:
    return lambda signed: digest(signed).hex()[start:end]


def _streamed() -> dict[str, Callable[[bytes], str]]:
    """Digests of what a stream writer made of the text: its length in front, or a NUL after it."""
    streams: dict[str, Callable[[bytes], str]] = {}
    for name in _STRONG[:2]:
        digest = PLAIN[name]
        for how, write in (
            ("length of two bytes (Java writeUTF)", _prefixed(2, "big", digest)),
            ("length of four bytes", _prefixed(4, "big", digest)),
            ("length of four bytes, little-endian", _prefixed(4, "little", digest)),
            ("length of eight bytes", _prefixed(8, "big", digest)),
            ("length of 7-bit bytes (.NET BinaryWriter)", _then(digest, lambda one: _seven_bits(len(one)) + one)),
            ("length and colon (netstring)", _then(digest, lambda one: b"%d:%s," % (len(one), one))),
            ("length as PHP's serialize writes it", _then(digest, lambda one: b's:%d:"%s";' % (len(one), one))),
        ):
            streams[f"{name} with the {how} in front"] = _hex_of(write)
        for count in (1, 2, 4):
            streams[f"{name} with {count} NUL after the text"] = _hex_of(_then(digest, _followed(count)))
    return streams


ENCODED: Mapping[str, Callable[[bytes], bytes]] = {
    "base64": base64.b64encode,
    "hex": _hexed,
    "upper-case hex": lambda raw: raw.hex().upper().encode(),
}
"""How the whole text is written before it is hashed."""


def _over_encoded() -> dict[str, Callable[[bytes], str]]:
    return {
        f"{name} over the text in {how}": _hex_of(_then(PLAIN[name], write))
        for name in _STRONG[:2]
        for how, write in ENCODED.items()
    }


def _followed(count: int) -> Callable[[bytes], bytes]:
    return lambda signed: signed + bytes(count)


def _then(digest: Callable[[bytes], bytes], write: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return lambda signed: digest(write(signed))


def _hex_of(digest: Callable[[bytes], bytes]) -> Callable[[bytes], str]:
    return lambda signed: digest(signed).hex()


DIGESTS: Mapping[str, Callable[[bytes], str]] = {
    **{name: _hex_of(digest) for name, digest in PLAIN.items()},
    "MD5": lambda signed: hashlib.md5(signed, usedforsecurity=False).hexdigest(),
    "SHA256": lambda signed: hashlib.sha256(signed).hexdigest(),
    **_nested(),
    **_cut(),
    **_cut_again(),
    **_streamed(),
    **_over_encoded(),
    "not hashed": bytes.hex,
}
"""Lower-case hex of the signed bytes. Where a digest is digested again, its hex text is, unless "bytes" is said."""


def _hmac(name: str) -> Callable[[bytes, bytes], bytes]:
    return lambda key, signed: hmac.digest(key, signed, name)


def _from_hex(key: bytes) -> bytes:
    try:
        return bytes.fromhex(key.decode("ascii"))
    except ValueError:
        return key


def _from_base64(key: bytes) -> bytes:
    try:
        return base64.b64decode(key + b"=" * (-len(key) % 4), validate=True)
    except ValueError:
        return key


_KEYS: Mapping[str, Callable[[bytes], bytes]] = {
    "": lambda key: key,
    ", key read as hex": _from_hex,
    ", key read as base64": _from_base64,
    ", empty key": lambda _key: b"",
    ", MD5 of the key as key": lambda key: _hexed(_md5(key)),
    ", key in lower case": bytes.lower,
    ", key in upper case": bytes.upper,
}


def _hmacs() -> dict[str, Callable[[bytes, bytes], str]]:
    keyed: dict[str, Callable[[bytes, bytes], str]] = {}
    names = {
        "MD5": "md5",
        "SHA256": "sha256",
        "SHA1": "sha1",
        "SHA224": "sha224",
        "SHA384": "sha384",
        "SHA512": "sha512",
    }
    for title, name in {**names, "SHA3-256": "sha3_256"}.items():
        for how, made in _KEYS.items():
            keyed[f"HMAC-{title}{how}"] = _keyed(_hmac(name), made)
        keyed[f"HMAC-{title}, key and text swapped"] = _swapped(_hmac(name))
    return keyed


def _keyed(digest: Callable[[bytes, bytes], bytes], made: Callable[[bytes], bytes]) -> Callable[[bytes, bytes], str]:
    return lambda key, signed: digest(made(key), signed).hex()


def _swapped(digest: Callable[[bytes, bytes], bytes]) -> Callable[[bytes, bytes], str]:
    return lambda key, signed: digest(signed, key).hex()


SALTED: Mapping[str, Callable[[bytes, bytes], bytes]] = {
    "{outer} of {inner} and key": lambda inner, key: inner + key,
    "{outer} of key and {inner}": lambda inner, key: key + inner,
    "{outer} of {inner}, “&key=” and key": lambda inner, key: inner + b"&key=" + key,
    "{outer} of {inner}, “&” and key": lambda inner, key: inner + b"&" + key,
}
"""What is digested at last, from the inner digest's hex and the key."""


def _salts() -> dict[str, tuple[str, str, bool, str]]:
    """Each by its name: the outer and the inner digest, whether its hex is upper-case, and how the key joins it."""
    found: dict[str, tuple[str, str, bool, str]] = {}
    for outer in _STRONG:
        for inner in dict.fromkeys((outer, *_STRONG[:3])):
            for upper in (False, True):
                for form in SALTED:
                    name = form.format(outer=outer, inner=f"upper-case {inner}" if upper else inner)
                    found[name] = (outer, inner, upper, form)
    return found


SALTS: Mapping[str, tuple[str, str, bool, str]] = _salts()


def _salted(outer: str, inner: str, upper: bool, form: str) -> Callable[[bytes, bytes], str]:  # noqa: FBT001 - a column of SALTS
    made = WRITTEN["upper-case {}" if upper else "{}"]
    return lambda key, signed: PLAIN[outer](SALTED[form](made(PLAIN[inner](signed)), key)).hex()


KEYED_DIGESTS: Mapping[str, Callable[[bytes, bytes], str]] = {
    **_hmacs(),
    **{name: _salted(*row) for name, row in SALTS.items()},
}
"""Lower-case hex of key bytes and signed bytes, for digests that take the key on their own."""


USUAL = frozenset(
    (
        *(
            "MD5",
            "SHA256",
            "SHA1",
            "SHA224",
            "SHA384",
            "SHA512",
            "SHA3-256",
            "SHA3-512",
            "MD5, middle 16",
            "MD5, first 16",
        ),
        *("MD5 of MD5", "MD5 of upper-case MD5", "MD5 of MD5 bytes", "MD5 of SHA1", "MD5 of SHA256", "SHA256 of MD5"),
        *(
            "SHA256 of SHA256",
            "SHA256 of SHA256 bytes",
            "SHA1 of SHA1",
            "SHA1 of MD5",
            "SHA1, first 32",
            "SHA256, first 32",
        ),
        *("MD5, last 16", "MD5, first 20", "MD5, first 24", "MD5, first 28", "MD5, first 30", "SHA256, last 32"),
        *("HMAC-MD5", "HMAC-SHA1", "HMAC-SHA256", "HMAC-SHA512", "HMAC-MD5, key and text swapped"),
        *("HMAC-SHA256, key and text swapped", "MD5 of MD5 and key", "MD5 of upper-case MD5 and key"),
        *("SHA256 of SHA256 and key", "SHA256 of upper-case SHA256 and key", "HMAC-MD5, key read as hex"),
    )
)
"""Those that are common enough to be looked for together with much else."""


def digested_text(digest: str, key: bytes, signed: bytes) -> str | None:
    """The text that the last digest of several took; None where there is but one, of the signed bytes."""
    if digest in SALTS:
        _outer, inner, upper, form = SALTS[digest]
        written = WRITTEN["upper-case {}" if upper else "{}"](PLAIN[inner](signed))
        return SALTED[form](written, key).decode("utf-8", "replace")
    _name, over, encoded = digest.partition(" over the text in ")
    if over:
        return ENCODED[encoded](signed).decode("ascii")
    if digest.endswith("key and text swapped"):
        return key.decode("utf-8", "replace")
    _outer, _of_word, rest = digest.removesuffix(", middle 16").partition(" of ")
    for how, write in WRITTEN.items():
        inner = rest.removeprefix("upper-case ").removesuffix(" bytes").removesuffix(" in base64")
        if rest and inner in PLAIN and how.format(inner) == rest:
            return write(PLAIN[inner](signed)).decode("latin-1")
    return None


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


def _pairs_of(digest: str) -> list[str]:
    return [digest[at : at + 2] for at in range(0, len(digest), 2)]


CASES: Mapping[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "base64": lambda digest: _base64(_bytes_of(digest)),
    "base64, unpadded": lambda digest: _base64(_bytes_of(digest)).rstrip("="),
    "base64, URL-safe": lambda digest: base64.urlsafe_b64encode(_bytes_of(digest)).decode("ascii").rstrip("="),
    "base64 of lower-case hex": lambda digest: _base64(digest.lower().encode()),
    "base64 of upper-case hex": lambda digest: _base64(digest.upper().encode()),
    "hex of hex": lambda digest: digest.lower().encode().hex(),
    "hex of upper-case hex": lambda digest: digest.upper().encode().hex(),
    "dashes": lambda digest: "-".join(_pairs_of(digest)).upper(),
    "colons": lambda digest: ":".join(_pairs_of(digest)).upper(),
    "without leading zeros": lambda digest: digest.lstrip("0"),
    "without the zero of small bytes": _without_byte_zeros,
    "signed bytes": _signed_bytes,
    "reversed": lambda digest: digest[::-1],
    "bytes reversed": lambda digest: _bytes_of(digest)[::-1].hex(),
    "nibbles swapped": lambda digest: "".join(pair[::-1] for pair in _pairs_of(digest)),
    "twice": lambda digest: digest * 2,
    "decimal": lambda digest: f"{int(digest, 16)}",
    "UUID": lambda digest: "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:])),
    "first character missing": lambda digest: digest[1:],
    "last character missing": lambda digest: digest[:-1],
}
"""How the digest is written, from its hex: upper case by the rule."""
