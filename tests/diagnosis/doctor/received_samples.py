"""A signature in every form in which programs write one, and some that are nearly such a form."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.digests import CASES, DIGESTS

if TYPE_CHECKING:
    from collections.abc import Iterator

RAWS = (
    bytes.fromhex("0f02c41d00ab3e57a18c3d9f8e1b2a3c"),
    bytes.fromhex("00000c41d0ab3ea7a18c6d9f0e1b2affffff8100"),
    bytes(range(120, 152)),
    bytes.fromhex("9f2c41d0"),
    bytes.fromhex("9f2c41d0ab3e"),
    bytes(range(97, 113)) + b"==&===" * 8,
)
_UUID = "0f02c41d-00ab-3e57-a18c-3d9f8e1b2a3c"
_NEAR = (
    *("", "x", "-", "0", "12345", "123456", "-123456", "99999999999", "999999999999", "1" * 48, "255" * 16, "256" * 16),
    *("0" * 63, "01" * 32, "01" * 31, "7" * 39, "7" * 40, "7" * 43, "z" * 20, "z" * 25, "z" * 50, "f" * 31, "f" * 33),
    *(_UUID, f"{{{_UUID}}}", _UUID.replace("-3e", "-4e"), _UUID.replace("-a1", "-c1"), _UUID.replace("-", "")),
    *("d41d8cd98f00b204e9800998ecf8427e", "61" * 20 + "d41d8cd98f00b204e9800998ecf8427e", "ab" * 16 + " ab" * 16),
    *(
        "sign=" + "AB" * 16,
        "MD5 (-) = " + "ab" * 16,
        "SHA256(x)= " + "ab" * 32,
        "ab" * 16 + "  file.txt",
        "<" + "ab" * 16 + ">",
    ),
    *("a=1&b=2&c=" + "x" * 60, base64.b64encode(b"a=1&b=2&c=" + b"x" * 50).decode(), (b"a=1&b=2&" + b"y" * 50).hex()),
    *(
        "%9f%2c%41%d0" * 4,
        "b'\\x9f,A\\xd0'",
        '"\\x9f,A\\n"',
        "<Buffer 9f 2c 41 d0>",
        "md5:" + "ab" * 8,
        "a" * 1025,
        "a" * 8193,
    ),
    *(
        "0" * 32,
        "O" * 32,
        "oliszg" * 5 + "ab",
        "1 2 3",
        "1 2 3 4",
        "-129 1 2 3",
        "300 1 2 3",
        "-2147483648 1 2 4294967295",
    ),
    *(
        "x 1 2 3 4",
        "0x1,0x2," * 8,
        "0x1,0x2," * 7,
        "\\101" * 16,
        "\\101" * 15,
        "1 2 3 4 5 6 7 10 " * 2,
        "abc def",
        "ab cd",
        "abc-def.",
    ),
)


def samples() -> Iterator[str]:
    """All of them."""
    yield from _NEAR
    for raw in RAWS:
        for write in CASES.values():
            yield write(raw.hex())
        yield from _of_bytes(raw)
        yield from _of_numbers(raw)


def _of_bytes(raw: bytes) -> Iterator[str]:
    yield from (f"{raw!r}", f"{bytearray(raw)!r}", raw.decode("latin-1"), raw.decode("utf-8", "replace"))
    yield from (
        f" {raw.hex()}\n",
        f"sha1-{base64.b64encode(raw).decode()}",
        base64.b64encode(raw.hex().encode()).decode(),
    )
    yield from (base64.b64encode(raw).decode().replace("+", " "), base64.encodebytes(raw).decode())
    yield from (
        base64.b32encode(raw).decode(),
        base64.b32hexencode(raw).decode().rstrip("="),
        base64.a85encode(raw).decode(),
    )
    yield from (base64.b85encode(raw).decode(), raw.hex(" "), raw.hex(" ", 4), raw.hex("-", 2), raw.hex(".", 3))
    yield from ("".join(f"{byte:x}" for byte in raw), "".join(f"{byte:03x}" for byte in raw))
    yield from ("".join(f"%{byte:02X}" for byte in raw), "".join(f"\\x{byte:02x}" for byte in raw))
    yield from (raw.hex()[1:], raw.hex()[:-1], raw.hex()[2:], raw.hex().lstrip("0"), raw.hex()[::-1], raw[::-1].hex())
    yield from ("".join(raw[at : at + size][::-1].hex() for at in range(0, len(raw), size)) for size in (2, 4, 8))
    yield (b"a=1&b=2" + raw).hex()
    yield b"a=1&b=2&key".hex() + DIGESTS["MD5"](b"")
    yield raw.hex().encode("utf-16-le").hex()
    yield raw.hex().upper().encode("utf-16-be").hex()


def _of_numbers(raw: bytes) -> Iterator[str]:
    signed = [byte - 256 if byte > 127 else byte for byte in raw]
    yield from (f"{list(raw)}", f"{signed}", ",".join(map(str, raw)), " ".join(f"{byte:o}" for byte in raw))
    yield from ("".join(f"{byte:03}" for byte in raw), "".join(f"{byte:03o}" for byte in raw))
    yield from ("".join(f"{byte:08b}" for byte in raw), "".join(f"{byte:08b}"[::-1] for byte in raw))
    for order in ("big", "little"):
        number = int.from_bytes(raw, order)
        negative = int.from_bytes(raw, order, signed=True)
        yield from (f"{number}", f"{negative}", f"{negative:x}", f"{number:o}", f"{number:b}", _in_base(number))
        words = [int.from_bytes(raw[at : at + 4], order, signed=True) for at in range(0, len(raw), 4)]
        yield " ".join(map(str, words))
        yield f"{[word & 0xFFFFFFFF for word in words]}"


def _in_base(number: int, digits: str = "0123456789abcdefghijklmnopqrstuvwxyz") -> str:
    written = ""
    while number:
        number, rest = divmod(number, len(digits))
        written = digits[rest] + written
    return written
