"""The signature as received, read back to the hex of a digest, whatever form it was written in."""

from __future__ import annotations

import base64
import binascii
import re
from contextlib import suppress
from itertools import combinations
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.diagnosis.doctor.received_forms import FORMS
from qfpay_gui.qfpay.signing.charsets import well_formed
from qfpay_gui.qfpay.signing.digests import CASES, DIGESTS
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LENGTHS = (32, 40, 48, 56, 64, 72, 96, 128)
"""Hex digits of the known digests."""
SHORT = (8, *range(6, 33))
"""Hex digits of checksums, and of what is left of a digest that was cut."""

_HEX = re.compile("[0-9a-f]+")
_NEGATIVE = re.compile("ffffff([89a-f][0-9a-f])")
_MARKED = re.compile("[0-9a-f]{2}([^0-9a-z])(?:[0-9a-f]{2}\\1)+[0-9a-f]{2}")
_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12,}")
_TOOL = re.compile(
    r"([0-9a-f]{32,128})\s+\*?\S+|(?:[a-z0-9-]+ ?\([^()]*\)|\(stdin\)) ?= ?([0-9a-f]{32,128})", re.IGNORECASE
)
_ONE_DIGEST = re.compile(
    r"(?<![0-9A-Fa-f])([0-9A-Fa-f]{128}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{32})(?![0-9A-Fa-f])"
)
_NUMBERS = re.compile(r"-?\d+(?:[\s,;:.|]+-?\d+){3,}")
_MEND = text("Doctor", "Send the digest as plain hex digits, nothing before, between or after them.")


def targets(received: str) -> Mapping[str, Deviation | None]:
    """Lower-case hex digests that the signature may stand for, each with the deviation of its form, None for plain hex.

    White space around it is no deviation: no server sees that of a header value.
    """
    stripped = received.strip()
    found: dict[str, Deviation | None] = {}
    for digest, form in _readings(stripped):
        fits = len(digest) in LENGTHS or (len(digest) in SHORT and form in _OF_SHORT) or form.endswith("text")
        if fits and _HEX.fullmatch(digest):
            found.setdefault(digest, _deviation(form) if form else None)
    return found


_OF_SHORT = frozenset({"", "decimal", "decimal, negative", "base64", "dashes"})


def _deviation(form: str) -> Deviation:
    identity, cost, cause = FORMS[form]
    recipe = {"case": form} if form in CASES else {}
    return Deviation(identity, cost, cause, _MEND, recipe)


def _readings(received: str) -> Iterator[tuple[str, str]]:
    if len(received) > 8192:
        return
    yield from _of_text(received)
    yield from _of_sum(received.lower())
    if len(received) > 1024:
        return
    plain = received.lower()
    yield plain, ""
    yield from _of_tools(received, plain)
    yield from _of_prints(received, plain)
    yield from _of_numbers(received, plain)
    yield from _of_bytes(received)
    if _HEX.fullmatch(plain):
        yield from _of_hex(plain)
    if not _is_hex_of_digest(plain):
        yield from _from_base64(received)
        yield from _from_base32(received)
    alone = _ONE_DIGEST.findall(received)
    if len(alone) == 1:
        yield alone[0].lower(), "framed"


def _is_hex_of_digest(plain: str) -> bool:
    """Whether it is nothing else: another alphabet yields so many hex digits once in 10¹¹ at most."""
    return len(plain) in LENGTHS and _HEX.fullmatch(plain) is not None


def _of_tools(received: str, plain: str) -> Iterator[tuple[str, str]]:
    if _UUID.fullmatch(plain.strip("{}()")):
        joined = plain.strip("{}()").replace("-", "")
        yield joined, "UUID"
        if len(joined) == 32:
            yield mixed_endian(joined), "GUID"
            yield from ((one, "UUID version") for one in _without_version(joined))
    if _MARKED.fullmatch(plain):
        yield re.sub("[^0-9a-f]", "", plain), "dashes"
    tool = _TOOL.fullmatch(received)
    if tool:
        yield (tool[1] or tool[2]).lower(), "of a tool"


def _of_prints(received: str, plain: str) -> Iterator[tuple[str, str]]:
    """Lists of hex or octal numbers, groups of digits, look-alikes, labels before base64, other bases."""
    listed = _HEX_LIST.findall(plain) if _HEX_LISTED.fullmatch(plain) else []
    if len(listed) >= 16:
        yield "".join(f"{int(one, 16):02x}" for one in listed), "bytes, hexadecimal"
    if re.fullmatch(r"(?:\\?[0-3][0-7]{2}[ ,]*){16,64}", received):
        yield bytes(int(one, 8) for one in re.findall("[0-3][0-7]{2}", received)).hex(), "bytes, octal"
    if re.fullmatch(r"\[?(?:[0-3]?[0-7]{1,2}[ ,]+){15,63}[0-3]?[0-7]{1,2}\]?", received):
        yield bytes(int(one, 8) for one in re.findall("[0-7]+", received)).hex(), "bytes, octal"
    yield from _in_threes(plain)
    if re.fullmatch("[0-9a-f]{3,32}(?:[ :,.-][0-9a-f]{1,32})+", plain):
        yield re.sub("[^0-9a-f]", "", plain), "groups"
    if not _HEX.fullmatch(plain):
        yield plain.translate(_ALIKE), "look-alikes"
    label = _LABEL.match(received)
    if label:
        yield from ((digest, "base64 with a label") for digest, _form in _from_base64(label[1]))
    if re.fullmatch("[0-9A-Za-z]{20,90}", received) and not _is_hex_of_digest(plain):
        yield from ((digest, "base 58") for digest in _of_letters(received))


def _in_threes(plain: str) -> Iterator[tuple[str, str]]:
    """Each byte in three hex digits, as x3 or a set ninth bit leaves it."""
    if len(plain) in {48, 96} and _HEX.fullmatch(plain) and set(plain[::3]) in ({"0"}, {"1"}):
        yield "".join(plain[at + 1 : at + 3] for at in range(0, len(plain), 3)), "bytes in three digits"


_HEX_LISTED = re.compile(r"(?:\[\]byte|\[\]uint8)?[\[({]?\s*(?:(?:0x|\\x)[0-9a-f]{1,2}[,;\s]*)+[\])}]?")
_HEX_LIST = re.compile(r"(?:0x|\\x)([0-9a-f]{1,2})")
_ALIKE = str.maketrans("oliszg", "011529")
_LABEL = re.compile(r"\W?(?:s?md5|s?sha-?\d*|hash|sign|signature|digest)\W{0,3}[-:= }]\s*(\S+)$", re.IGNORECASE)
_ALPHABETS = (
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
)


def _of_letters(received: str) -> Iterator[str]:
    for alphabet in _ALPHABETS:
        if set(received) <= set(alphabet):
            number = 0
            for one in received:
                number = number * len(alphabet) + alphabet.index(one)
            yield from (f"{number:0{length}x}" for length in (32, 40, 64) if 16 ** (length - 3) < number < 16**length)


def mixed_endian(digest: str) -> str:
    """The 32 hex digits in the order of a GUID's bytes: its first three groups little-endian."""
    raw = bytes.fromhex(digest)
    return (raw[3::-1] + raw[5:3:-1] + raw[7:5:-1] + raw[8:]).hex()


def _without_version(digest: str) -> Iterator[str]:
    """Every digest that becomes this UUID once version and variant are written into it."""
    if digest[12] == "3" and digest[16] in "89ab":
        for version in range(16):
            for variant in range(4):
                first = variant << 2 | int(digest[16], 16) & 3
                yield f"{digest[:12]}{version:x}{digest[13:16]}{first:x}{digest[17:]}"


def _of_numbers(received: str, plain: str) -> Iterator[tuple[str, str]]:
    if re.fullmatch(r"-?\d{6,}", received) and len(received) < 320:
        yield from _of_decimal(int(received), len(received) < 12)
    if re.fullmatch("-[0-9a-f]{6,128}", plain):
        yield from _of_negative(int(plain, 16), "negative")
    if re.fullmatch("[01]{64,512}", received):
        yield f"{int(received, 2):0{len(received) // 4}x}", "bits"
        low_first = "".join(received[at : at + 8][::-1] for at in range(0, len(received), 8))
        yield f"{int(low_first, 2):0{len(received) // 4}x}", "bits"
    if re.fullmatch("[0-7]{40,90}", received):
        yield from ((f"{int(received, 8):0{length}x}", "octal") for length in (32, 40, 64))
    if re.fullmatch("[0-9a-z]{20,50}", plain) and not _is_hex_of_digest(plain):
        number = int(plain, 36)
        yield from ((f"{number:0{length}x}", "base 36") for length in (32, 40, 64) if number < 16**length)
    numbers = _NUMBERS.search(received)
    if numbers and len(re.findall(r"\d+", received)) == len(re.findall(r"\d+", numbers[0])):
        yield from _of_listed([int(one) for one in re.findall(r"-?\d+", numbers[0])])
    if received.isdigit() and len(received) in {48, 60, 96}:
        groups = [int(received[at : at + 3]) for at in range(0, len(received), 3)]
        if max(groups) < 256:
            yield bytes(groups).hex(), "bytes in three digits"


def _of_listed(numbers: list[int]) -> Iterator[tuple[str, str]]:
    if all(-128 <= one < 256 for one in numbers):
        raw = bytes(one & 255 for one in numbers)
        yield raw.hex(), "bytes, signed" if min(numbers) < 0 else "bytes"
    elif all(-(1 << 31) <= one < 1 << 32 for one in numbers):
        unsigned = [one & 0xFFFFFFFF for one in numbers]
        yield b"".join(one.to_bytes(4, "big") for one in unsigned).hex(), "words"
        yield b"".join(one.to_bytes(4, "little") for one in unsigned).hex(), "words"


def _of_decimal(number: int, short: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001 - a checksum's length
    if number < 0:
        yield from _of_negative(number, "decimal, negative")
        return
    for length in (8,) if short else (32, 40, 56, 64, 96, 128):
        if number < 16**length and (short or 16 ** (length - 6) < number):
            yield f"{number:0{length}x}", "decimal"
            yield number.to_bytes(length // 2, "little").hex(), "decimal, reversed"


def _of_negative(number: int, form: str) -> Iterator[tuple[str, str]]:
    for length in (8, 32, 40, 56, 64, 96, 128):
        bits = 4 * length
        if -(1 << bits - 1) <= number < -(1 << max(bits - 24, 1)) or (length == 8 and number >= -(1 << 31)):
            yield f"{number + (1 << bits):0{length}x}", form


def _of_bytes(received: str) -> Iterator[tuple[str, str]]:
    """Characters and escapes that stand for bytes."""
    if "%" in received:
        raw = unquote_to_bytes(received)
        yield raw.hex(), "characters"
        with suppress(UnicodeError):
            yield raw.decode().encode("latin-1").hex(), "characters"
    quoted = re.fullmatch(r"""b?(["'])(.*)\1""", received, re.DOTALL)
    if quoted:
        yield _unescaped(quoted[2]).hex(), "print of bytes"
        with suppress(UnicodeError, ValueError):
            yield quoted[2].encode("latin-1").decode("unicode_escape").encode("latin-1").hex(), "print of bytes"
    if received.startswith("<Buffer "):
        yield re.sub("[^0-9a-f]", "", received[7:]), "print of bytes"


def _unescaped(written: str) -> bytes:
    """What Go's %q or Ruby's inspect wrote: escapes are bytes, characters stand for their UTF-8."""
    return b"".join(map(_unescaped_piece, re.split(r"(\\x[0-9a-fA-F]{2}|\\.)", written, flags=re.DOTALL)))


def _unescaped_piece(piece: str) -> bytes:
    if piece.startswith("\\x"):
        return bytes.fromhex(piece[2:])
    return well_formed(_ESCAPED.get(piece, piece.removeprefix("\\"))).encode()


_ESCAPED = {f"\\{mark}": char for mark, char in zip("nrtabfv0e", "\n\r\t\a\b\f\v\0\x1b", strict=True)}


def _of_text(received: str) -> Iterator[tuple[str, str]]:
    """What is no digest at all, but a text of parameters."""
    if "=" in received and len(received) > 64 and "&" in received:
        yield received.encode("utf-8", "replace").hex(), "text"
    for decode, form in ((bytes.fromhex, "hex of text"), (_loosely_decoded, "base64 of text")):
        try:
            raw = decode(received)
        except (binascii.Error, ValueError):
            continue
        if len(raw) > 48 and raw.count(b"=") > 1:
            yield raw.hex(), form


def _of_sum(plain: str) -> Iterator[tuple[str, str]]:
    """What stands in front of the digest of nothing."""
    for digest in ("MD5", "SHA1", "SHA256"):
        nothing = DIGESTS[digest](b"")
        if len(plain) > len(nothing) and plain.endswith(nothing) and _HEX.fullmatch(plain):
            yield plain.removesuffix(nothing), "Sum of the text"


def _loosely_decoded(written: str) -> bytes:
    return base64.b64decode(re.sub(r"\s", "", unquote(written)), validate=True)


def _of_hex(plain: str) -> Iterator[tuple[str, str]]:
    yield from _hex_of_hex(plain)
    if len(plain) > 32 and "ffffff" in plain:
        unsigned = _NEGATIVE.sub(r"\1", plain)
        yield from ((one, "signed bytes") for length in (32, 64) for one in _with_byte_zeros(unsigned, length))
        yield unsigned, "signed bytes"
    if plain[: len(plain) // 2] * 2 == plain:
        yield plain[: len(plain) // 2], "twice"
    yield from ((plain.zfill(length), "without leading zeros") for length in LENGTHS if 0 < length - len(plain) <= 6)
    for length in LENGTHS:
        yield from ((one, "without the zero of small bytes") for one in _with_byte_zeros(plain, length))
    if len(plain) + 1 in LENGTHS:
        yield from ((plain + digit, "last character missing") for digit in "0123456789abcdef")
        yield from ((digit + plain, "first character missing") for digit in "0123456789abcdef")
    if len(plain) in LENGTHS:
        yield from _reordered(plain)
    yield from ((plain[-length:], "Sum") for length in (32, 40, 64) if _has_text_before(plain, length))


def _reordered(plain: str) -> Iterator[tuple[str, str]]:
    raw = bytes.fromhex(plain)
    yield "".join(plain[at + 1] + plain[at] for at in range(0, len(plain), 2)), "nibbles swapped"
    yield raw[::-1].hex(), "bytes reversed"
    for width in (4, 2, 8):
        yield b"".join(raw[at : at + width][::-1] for at in range(0, len(raw), width)).hex(), "words little-endian"
    if len(plain) == 32:
        yield mixed_endian(plain), "GUID"
        yield from ((one, "UUID version") for one in _without_version(plain))
    yield plain[::-1], "reversed"


def _has_text_before(plain: str, length: int) -> bool:
    if len(plain) <= length or (len(plain) - length) % 2:
        return False
    try:
        return bytes.fromhex(plain[:-length]).decode().isprintable()
    except UnicodeDecodeError:
        return False


def _hex_of_hex(plain: str) -> Iterator[tuple[str, str]]:
    if len(plain) % 2:
        return
    inner = bytes.fromhex(plain).decode("latin-1")
    yield inner.lower(), "hex of upper-case hex" if inner != inner.lower() else "hex of hex"
    if "\0" in inner:
        yield inner.replace("\0", "").lower(), "hex of UTF-16"
    yield from ((digest, "hex of base64") for digest, _form in _from_base64(inner))


def _from_base64(received: str) -> Iterator[tuple[str, str]]:
    written = re.sub(r"\s|\\n", "", unquote(received)).replace(" ", "+")
    url_safe = "-" in written or "_" in written
    standard = written.replace("-", "+").replace("_", "/").rstrip("=")
    try:
        raw = base64.b64decode(standard + "=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError):
        return
    padded = written.endswith("=") or len(standard) % 4 == 0
    yield raw.hex(), "base64, URL-safe" if url_safe else "base64" if padded else "base64, unpadded"
    inner = raw.decode("latin-1").strip()
    upper = inner != inner.lower()
    yield inner.lower(), "base64 of upper-case hex" if upper else "base64 of lower-case hex"
    if "\0" in inner:
        yield inner.replace("\0", "").lower(), "base64 of UTF-16"
    with suppress(binascii.Error, ValueError):
        yield base64.b64decode(inner, validate=True).hex(), "base64 twice"


def _from_base32(received: str) -> Iterator[tuple[str, str]]:
    written = received.upper().rstrip("=")
    padded = written + "=" * (-len(written) % 8)
    for decode in (base64.b32decode, base64.b32hexdecode):
        with suppress(binascii.Error, ValueError):
            yield decode(padded).hex(), "base32"
    for decode_85 in (base64.b85decode, base64.a85decode):
        with suppress(ValueError, OverflowError):
            yield decode_85(received.removeprefix("<~").removesuffix("~>")).hex(), "base85"
    with suppress(binascii.Error, ValueError):
        yield binascii.a2b_uu(received).hex(), "uuencode"


def _with_byte_zeros(plain: str, length: int) -> Iterator[str]:
    """Every digest of this length that loses its bytes' leading zeros to become ``plain``; up to three are lost."""
    lost = length - len(plain)
    if not 0 < lost <= 3 or length > 64:
        return
    for short in combinations(range(length // 2), lost):
        yield _padded(plain, frozenset(short), length // 2)


def _padded(plain: str, short: frozenset[int], count: int) -> str:
    pieces, at = [], 0
    for index in range(count):
        width = 1 if index in short else 2
        pieces.append(plain[at : at + width].zfill(2))
        at += width
    return "".join(pieces)
