"""The body as a text that programs, terminals and chats change on the way: line ends, marks, quotes, escapes."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_to_bytes

from qfpay_gui.diagnosis.notification.cause import RAW, Cause, Way
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BOM = b"\xef\xbb\xbf"
_LONE_LF = re.compile(rb"(?<!\r)\n")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_COPY = text(
    "Notification",
    "If the copy did this, the notification itself is fine. If the merchant’s program did, let it keep the body as it "
    "came, byte by byte.",
)


def ended(body: bytes) -> Iterator[Way]:
    """The body with other ends: line breaks, blanks and a byte order mark added or taken away."""
    yield from _ways(body, _ENDS)


def edited(body: bytes) -> Iterator[Way]:
    """The body with other ends, or other characters throughout."""
    yield from ended(body)
    yield from _ways(body, _THROUGHOUT)
    yield from _of_charset(body)


Edit = tuple[str, int, "Callable[[bytes], bytes]", Text, Text]


def _ways(body: bytes, edits: tuple[Edit, ...]) -> Iterator[Way]:
    seen = {body}
    for identity, cost, edit, words, mend in edits:
        written = edit(body)
        if written not in seen:
            seen.add(written)
            yield Way((Cause(identity, cost, "bytes", words, mend),), written)


def _of_charset(body: bytes) -> Iterator[Way]:
    """Characters that were decoded or encoded in another character set."""
    if body.isascii():
        return
    for read, written, name in (
        ("utf-8", "gb18030", "GBK"),
        ("gb18030", "utf-8", "GBK"),
        ("latin-1", "utf-8", "Latin-1"),
    ):
        try:
            signed = body.decode(read).encode(written)
        except UnicodeError:
            continue
        yield Way((Cause("charset", 3, "bytes", _CHARSET.fill(charset=name), RAW),), signed)
    if signed := _mended_mojibake(body):
        yield Way((Cause("charset", 3, "bytes", _MOJIBAKE, RAW),), signed)


def _mended_mojibake(body: bytes) -> bytes:
    try:
        return body.decode("utf-8").encode("cp1252")
    except UnicodeError:
        return b""


def _without_one_break(body: bytes) -> bytes:
    return body[:-2] if body.endswith(b"\r\n") else body[:-1] if body.endswith(b"\n") else body


def _as_text(edit: Callable[[str], str]) -> Callable[[bytes], bytes]:
    return lambda body: edit(body.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogatepass")


def _unescaped(written: str) -> str:
    r"""Every \\uXXXX outside ASCII as its character, surrogate pairs joined."""
    plain = _ESCAPE.sub(lambda found: chr(code) if (code := int(found[1], 16)) > 127 else found[0], written)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _escaped(written: str) -> str:
    units = (one.encode("utf-16-be", "surrogatepass").hex() if ord(one) > 127 else one for one in written)
    return "".join(unit if len(unit) == 1 else _as_escapes(unit) for unit in units)


def _as_escapes(units: str) -> str:
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _flipped_escapes(written: str) -> str:
    return _ESCAPE.sub(lambda found: f"\\u{found[1].swapcase()}", written)


def _straight(written: str) -> str:
    return written.translate({0x201C: '"', 0x201D: '"', 0x201E: '"', 0x2018: "'", 0x2019: "'"})


def _unquoted(written: str) -> str:
    r"""A string literal's inside with ``\"`` and ``\\`` undone, which is how logs print a body."""
    return re.sub(r'\\(["\\/])', r"\1", written.strip().strip('"')) if '\\"' in written else written


_CHARSET = text("Notification", "the body was signed in another character set ({charset}) than it is kept in here")
_MOJIBAKE = text("Notification", "the body’s UTF-8 was read as Latin-1 and written again")
_ENDS: tuple[Edit, ...] = (
    (
        "newline-added",
        1,
        _without_one_break,
        text("Notification", "the line break at the end of the body is left out: it was not signed"),
        _COPY,
    ),
    (
        "newline-added",
        2,
        lambda body: body.rstrip(b"\r\n"),
        text("Notification", "the line breaks at the end of the body are left out: they were not signed"),
        _COPY,
    ),
    (
        "blanks-added",
        2,
        bytes.strip,
        text("Notification", "blanks and line breaks around the body are left out: they were not signed"),
        _COPY,
    ),
    (
        "newline-missing",
        1,
        lambda body: body + b"\n",
        text("Notification", "a line break stands at the end of the body: it was signed, and is missing here"),
        _COPY,
    ),
    (
        "newline-missing",
        2,
        lambda body: body + b"\r\n",
        text("Notification", "a line break (CR LF) stands at the end of the body: it was signed, and is missing here"),
        _COPY,
    ),
    (
        "bom-added",
        1,
        lambda body: body.removeprefix(BOM),
        text("Notification", "the byte order mark before the body is left out: it was not signed"),
        _COPY,
    ),
    (
        "bom-missing",
        2,
        lambda body: BOM + body,
        text("Notification", "a byte order mark stands before the body: it was signed, and is missing here"),
        _COPY,
    ),
    (
        "space-missing",
        4,
        lambda body: body + b" ",
        text("Notification", "a space stands at the end of the body: it was signed, and is missing here"),
        _COPY,
    ),
)
_THROUGHOUT: tuple[Edit, ...] = (
    (
        "line-ends",
        1,
        lambda body: _LONE_LF.sub(b"\r\n", body),
        text("Notification", "the body’s lines end in CR LF: here they end in LF only"),
        _COPY,
    ),
    (
        "line-ends",
        1,
        lambda body: body.replace(b"\r\n", b"\n"),
        text("Notification", "the body’s lines end in LF only: here they end in CR LF"),
        _COPY,
    ),
    (
        "line-ends",
        2,
        lambda body: re.sub(rb"[\r\n]+", b"", body),
        text("Notification", "the line breaks within the body are left out: they were not signed"),
        _COPY,
    ),
    (
        "rewritten-slashes",
        1,
        lambda body: body.replace(b"\\/", b"/"),
        text("Notification", "“/” is written as it is; here it is written “\\/”, as PHP does"),
        RAW,
    ),
    (
        "rewritten-slashes",
        1,
        lambda body: body.replace(b"\\/", b"/").replace(b"/", b"\\/"),
        text("Notification", "“/” is written “\\/”, as PHP does; here it is written as it is"),
        RAW,
    ),
    (
        "rewritten-escapes",
        1,
        _as_text(_unescaped),
        text("Notification", "characters beyond ASCII are written as they are; here they are written “\\uXXXX”"),
        RAW,
    ),
    (
        "rewritten-escapes",
        1,
        _as_text(_escaped),
        text("Notification", "characters beyond ASCII are written “\\uXXXX”; here they are written as they are"),
        RAW,
    ),
    (
        "rewritten-escapes",
        2,
        _as_text(_flipped_escapes),
        text("Notification", "the digits of “\\uXXXX” are written in the other letter case"),
        RAW,
    ),
    (
        "curly-quotes",
        2,
        _as_text(_straight),
        text("Notification", "the quotes are straight ones: a chat or office program curled them"),
        _COPY,
    ),
    (
        "no-break-spaces",
        2,
        lambda body: body.replace(b"\xc2\xa0", b" "),
        text("Notification", "no-break spaces are plain spaces: a chat or web page replaced them"),
        _COPY,
    ),
    (
        "escaped-in-log",
        2,
        _as_text(_unquoted),
        text("Notification", "the backslashes before quotes are left out: a log put them there"),
        _COPY,
    ),
    (
        "html-escaped",
        2,
        _as_text(unescape),
        text("Notification", "HTML entities such as “&quot;” are the characters they stand for"),
        RAW,
    ),
    (
        "html-escaped",
        3,
        _as_text(escape),
        text("Notification", "quotes were written as HTML entities such as “&quot;” before the body was hashed"),
        RAW,
    ),
    (
        "url-encoded",
        3,
        unquote_to_bytes,
        text("Notification", "the body is URL-decoded: here it is still encoded"),
        RAW,
    ),
    (
        "url-encoded",
        3,
        lambda body: quote(body, safe="").encode(),
        text("Notification", "the body was URL-encoded before it was hashed"),
        RAW,
    ),
    (
        "plus-as-space",
        3,
        lambda body: body.replace(b"+", b" "),
        text("Notification", "each “+” of the body was read as a space, as in a form"),
        RAW,
    ),
)
