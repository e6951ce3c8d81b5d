"""A second computation of every signature of the catalogue, with hashlib instead of Node's crypto."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.diagnosis.catalogue.entries import Entry


def _units(text: str) -> list[int]:
    utf16 = text.encode("utf-16-be")
    return [int.from_bytes(utf16[at : at + 2]) for at in range(0, len(utf16), 2)]


_CHARSETS: dict[str, Callable[[str], bytes]] = {
    "utf-8-bom": lambda text: text.encode("utf-8-sig"),
    "low-byte": lambda text: bytes(unit & 0xFF for unit in _units(text)),
    "latin-1-?": lambda text: text.encode("latin-1", "replace"),
    "ascii-?": lambda text: text.encode("ascii", "replace"),
    "utf-16be-bom": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16le-bom": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16le": lambda text: text.encode("utf-16-le"),
    "utf-16be": lambda text: text.encode("utf-16-be"),
    "mojibake": lambda text: text.encode().decode("latin-1").encode(),
}


def _chain(*names: str, write: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """The digest of the digest, with what is written between the two."""

    def run(message: bytes) -> bytes:
        first, second = names
        return hashlib.new(second, write(hashlib.new(first, message).digest())).digest()

    return run


def _hex(digest: bytes) -> bytes:
    return digest.hex().encode()


_CHAINS: dict[str, Callable[[bytes], bytes]] = {
    "md5-md5-lower": _chain("md5", "md5", write=_hex),
    "md5-md5-upper": _chain("md5", "md5", write=lambda digest: _hex(digest).upper()),
    "md5-md5-raw": _chain("md5", "md5", write=bytes),
    "sha256-sha256": _chain("sha256", "sha256", write=_hex),
    "sha256-md5": _chain("md5", "sha256", write=_hex),
    "md5-sha1": _chain("sha1", "md5", write=_hex),
}


def _digest(name: str, message: bytes, key: str) -> bytes:
    if name in _CHAINS:
        return _CHAINS[name](message)
    if not name.startswith("hmac-"):
        return hashlib.new(name, message).digest()
    secret = bytes.fromhex(key) if name.endswith("-hex-key") else key.encode()
    return hmac.new(secret, message, name.removeprefix("hmac-").removesuffix("-hex-key")).digest()


_PRINTS: dict[str, Callable[[bytes], str]] = {
    "hex": bytes.hex,
    "base64": lambda digest: base64.b64encode(digest).decode(),
    "base64-of-hex": lambda digest: base64.b64encode(_hex(digest)).decode(),
    "dashes": lambda digest: digest.hex("-"),
    "sixteen": lambda digest: digest.hex()[8:24],
    "big-integer": lambda digest: f"{int.from_bytes(digest):x}",
    "no-padding": lambda digest: "".join(f"{byte:x}" for byte in digest),
    "signed-bytes": lambda digest: "".join(f"ffffff{byte:x}" if byte > 127 else f"{byte:02x}" for byte in digest),
    "cut-30": lambda digest: digest.hex()[:30],
}


_INNER = {"md5-md5-lower": "md5", "md5-md5-upper": "md5", "md5-md5-raw": "md5", "sha256-sha256": "sha256"}
_INNER |= {"sha256-md5": "md5", "md5-sha1": "sha1"}
_READ = {"utf-8-bom": "utf-8", "latin-1-?": "latin-1", "ascii-?": "ascii", "mojibake": "utf-8"}
_READ |= {"utf-16le-bom": "utf-16-le", "utf-16be-bom": "utf-16-be", "gbk": "gbk", "big5": "big5", "shift_jis": "cp932"}


def as_hashed(string: str, hashed: tuple[str, ...]) -> tuple[str, ...]:
    """The string, and the text that was really hashed: as its bytes read, or as the inner digest was written."""
    if not hashed:
        return (string,)
    charset, digest = hashed[:2]
    encode = _CHARSETS.get(charset)
    message = encode(string) if encode else string.encode(charset, "replace")
    texts = [string, message.decode(_READ[charset], "replace") if charset in _READ else string]
    if digest in _INNER:
        inner = hashlib.new(_INNER[digest], message).digest()
        texts += [inner.hex(), inner.hex().upper(), inner.decode("latin-1")]
    return tuple(texts)


def signature_of(entry: Entry) -> str:
    """The signature that follows from the entry's own string; hex digits in small letters."""
    charset, digest, printed, *key = entry.hashed
    encode = _CHARSETS.get(charset)
    message = encode(entry.wrong_signing_string) if encode else entry.wrong_signing_string.encode(charset)
    return _PRINTS[printed](_digest(digest, message, key[0] if key else ""))
