"""How a signing string becomes bytes: UTF-8 by the rule, and every other way merchants' programs do it."""

from __future__ import annotations

import base64
import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]+")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BOM = "\ufeff"
# What Windows shows for the bytes it has no character for, and browsers take as control characters.
_CP1252 = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256))


def well_formed(value: str) -> str:
    """The text with every lone surrogate replaced by U+FFFD, as browsers do: UTF-8 cannot carry it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        paired = _PAIR.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), value)
        return _LONE.sub(lambda run: "\ufffd" * len(run.group()), paired)
    return value


def _utf8(joined: str) -> bytes:
    return well_formed(joined).encode()


def _utf16(joined: str, end: str = "le") -> bytes:
    return joined.encode(f"utf-16-{end}", "surrogatepass")


def _question_marks(joined: str, marks: Callable[[str], int]) -> bytes:
    return _NOT_ASCII.sub(lambda found: "?" * marks(found.group()), joined).encode()


def _misread(joined: str, written: str, read: str) -> bytes:
    """Bytes of one character set taken for another, and the result written as UTF-8."""
    return well_formed(joined).encode(written, "replace").decode(read, "replace").encode()


def _cesu8(joined: str) -> bytes:
    """Java's and older MySQL's UTF-8: a character outside the basic plane as two halves of three bytes each."""
    units = _utf16(joined)
    halves = "".join(chr(units[at] | units[at + 1] << 8) for at in range(0, len(units), 2))
    return halves.encode("utf-8", "surrogatepass")


_RAW = {chr(0xF700 + byte): byte for byte in range(256)}
_RUN = re.compile("[\uf700-\uf7ff]+")


def as_raw_bytes(raw: bytes) -> str:
    """Bytes that are no text, as characters for private use that the charset “utf-8, raw bytes” takes back."""
    return "".join(chr(0xF700 + byte) for byte in raw)


def _with_raw_bytes(joined: str) -> bytes:
    pieces, at = [], 0
    for run in _RUN.finditer(joined):
        pieces += [_utf8(joined[at : run.start()]), bytes(_RAW[one] for one in run.group())]
        at = run.end()
    return b"".join((*pieces, _utf8(joined[at:])))


def _known(codec: str) -> bool:
    try:
        codecs.lookup(codec)
    except LookupError:
        return False
    return True


def _utf7(joined: str) -> bytes:
    """UTF-7 (RFC 2152) that shifts all but its set D, as PHP, .NET and iconv write it."""

    def shifted(found: re.Match[str]) -> str:
        raw = _utf16(found[0], "be")
        return f"+{base64.b64encode(raw).decode().rstrip('=')}-"

    return re.sub(r"[^A-Za-z0-9'(),\-./:? \t\r\n]+", shifted, joined).encode("ascii")


LEFT_OUT = {
    **{name: name for name in ("latin-1", "gbk", "big5", "big5-hkscs", "cp1252", "euc-jp", "cp874", "iso8859-15")},
    "shift-jis": "cp932",
    "euc-kr": "cp949",
}
"""Character sets that iconv's //IGNORE and its likes leave out what they lack of, and the codec of each."""
READ_BACK: Mapping[str, str] = {
    **{
        name: name
        for name in ("gbk", "big5", "big5-hkscs", "latin-1", "cp1252", "euc-jp", "cp874", "mac-roman", "iso8859-15")
    },
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "utf-16-le, BOM": "utf-16-le",
    "utf-16-be, BOM": "utf-16-be",
    "utf-8, BOM": "utf-8",
    "left out": "ascii",
    "left out outside the basic plane": "utf-8",
    "numeric references": "ascii",
    "replacement characters": "utf-8",
    "question marks": "utf-8",
    "question marks, one a UTF-16 unit": "utf-8",
    "question marks, one a byte": "utf-8",
    "question marks outside the basic plane": "utf-8",
    "utf-8 read as latin-1": "utf-8",
    "utf-8 read as cp1252": "utf-8",
    "utf-8 read as gbk": "utf-8",
    "utf-8 read as ascii": "utf-8",
    "gbk read as utf-8": "utf-8",
    "gbk read as latin-1": "utf-8",
    **{f"{name}, left out": codec for name, codec in LEFT_OUT.items()},
}
"""How the bytes of a character set are read as the text that was really hashed, where that may be another text."""


def hashed_text(charset: str, joined: str) -> str:
    """The text whose bytes were hashed: with the marks, losses and misreadings that the charset brings."""
    if charset in READ_BACK:
        return CHARSETS[charset](joined).decode(READ_BACK[charset], "replace")
    return _RUN.sub(lambda run: bytes(_RAW[one] for one in run[0]).decode("latin-1"), joined)


CHARSETS: Mapping[str, Callable[[str], bytes]] = {
    "utf-8": _utf8,
    "utf-8, raw bytes": _with_raw_bytes,
    "gbk": lambda joined: joined.encode("gbk", "replace"),
    "gb18030": lambda joined: well_formed(joined).encode("gb18030"),
    "big5": lambda joined: joined.encode("big5", "replace"),
    "big5-hkscs": lambda joined: joined.encode("big5-hkscs", "replace"),
    "shift-jis": lambda joined: joined.encode("cp932", "replace"),
    "euc-kr": lambda joined: joined.encode("cp949", "replace"),
    "latin-1": lambda joined: joined.encode("latin-1", "replace"),
    "cp1252": lambda joined: joined.encode("cp1252", "replace"),
    "utf-16-le": _utf16,
    "utf-16-be": lambda joined: _utf16(joined, "be"),
    "utf-16-le, BOM": lambda joined: _utf16(_BOM + joined),
    "utf-16-be, BOM": lambda joined: _utf16(_BOM + joined, "be"),
    **{
        codec: lambda joined, codec=codec: well_formed(joined).encode(codec, "replace")  # type: ignore[misc]
        for codec in (
            "euc-jp",
            "iso-2022-jp",
            "hz",
            "iso-2022-kr",
            "cp874",
            "mac-roman",
            "iso8859-15",
            "cp1251",
            "koi8-r",
            "cp437",
        )
    },
    **{
        codec: lambda joined, codec=codec: well_formed(joined).encode(codec, "replace")  # type: ignore[misc]
        for codec in ("cp850", "cp037", "iso8859-2", "cp1250", "cp1258", "viscii", "utf-7")
        if _known(codec)
    },
    "utf-7, all but letters": _utf7,
    "utf-32-be": lambda joined: joined.encode("utf-32-be", "surrogatepass"),
    "utf-32-be, BOM": lambda joined: (_BOM + joined).encode("utf-32-be", "surrogatepass"),
    "utf-32-le, BOM": lambda joined: (_BOM + joined).encode("utf-32-le", "surrogatepass"),
    **{
        f"{name}, left out": lambda joined, codec=codec: joined.encode(codec, "ignore")  # type: ignore[misc]
        for name, codec in LEFT_OUT.items()
    },
    "seven bits": lambda joined: bytes(byte & 127 for byte in _utf8(joined)),
    "seven bits of each unit": lambda joined: bytes(byte & 127 for byte in _utf16(joined)[::2]),
    "utf-32-le": lambda joined: joined.encode("utf-32-le", "surrogatepass"),
    "utf-8, BOM": lambda joined: _utf8(_BOM + joined),
    "cesu-8": _cesu8,
    # The official boilerplate's md5.js looks at the low byte of each UTF-16 unit only.
    "low byte": lambda joined: _utf16(joined)[::2],
    "low byte of each character": lambda joined: bytes(ord(one) & 0xFF for one in joined),
    "replacement characters": lambda joined: _NOT_ASCII.sub("\ufffd", joined).encode(),
    "question marks": lambda joined: _question_marks(joined, lambda _one: 1),
    "question marks, one a UTF-16 unit": lambda joined: _question_marks(joined, lambda one: len(_utf16(one)) // 2),
    "question marks, one a byte": lambda joined: _question_marks(joined, lambda one: len(_utf8(one))),
    "question marks outside the basic plane": lambda joined: _utf8(_ASTRAL.sub("?", joined)),
    "left out": lambda joined: joined.encode("ascii", "ignore"),
    "left out outside the basic plane": lambda joined: _utf8(_ASTRAL.sub("", joined)),
    "numeric references": lambda joined: well_formed(joined).encode("ascii", "xmlcharrefreplace"),
    "utf-8 read as latin-1": lambda joined: _misread(joined, "utf-8", "latin-1"),
    "utf-8 read as cp1252": lambda joined: _utf8(joined).decode("latin-1").translate(_CP1252).encode(),
    "utf-8 read as gbk": lambda joined: _misread(joined, "utf-8", "gbk"),
    "utf-8 read as ascii": lambda joined: _misread(joined, "utf-8", "ascii"),
    "gbk read as utf-8": lambda joined: _misread(joined, "gbk", "utf-8"),
    "gbk read as latin-1": lambda joined: _misread(joined, "gbk", "latin-1"),
}
"""Names of character sets, and of what is done to characters on the way; each takes any text."""
