"""String literals of Python, JavaScript, PHP, Java, Go, C#, PowerShell and JSON, read as the text they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.decoding import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

_ESCAPE = re.compile(
    r"\\(?:[ux]\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([0-7]{1,3})|(\r?\n)|(.))",
    re.DOTALL,
)
_BYTES = re.compile(rb"\\(?:x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b"}
_PLAIN = frozenset("'\"`\\/$")
_POWERSHELL = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b"}
_PREFIX = re.compile(r"[bBuUrRfF@$]{0,2}")


def literal(source: str, *, single_is_plain: bool = False) -> str:
    r"""The text a literal stands for; what is no known escape keeps its backslash, so that nothing is lost.

    ``single_is_plain``: PHP's and Ruby's rule, by which '…' knows no escapes but \\' and \\\\.
    A closing quote may be missing.
    """
    prefix = _PREFIX.match(source)
    marks = prefix.group().lower() if prefix else ""
    quoted = source[len(marks) :]
    inner = _inside(quoted)
    if "@" in marks:
        return inner.replace('""', '"')
    if "\\" not in inner or "r" in marks:
        return inner
    if "b" in marks:
        return _bytes_literal(inner)
    if single_is_plain and quoted[:1] == "'":
        return re.sub(r"\\(['\\])", r"\1", inner)
    return paired(_ESCAPE.sub(_meant, inner))


def _inside(quoted: str) -> str:
    mark = quoted[:1]
    return quoted[1:-1] if len(quoted) > 1 and quoted[-1] == mark else quoted[1:]


def powershell(source: str) -> str:
    """The text of a PowerShell string: '' and "" are one quote, a backtick escapes inside double quotes."""
    mark, inner = source[:1], _inside(source).replace(source[:1] * 2, source[:1])
    if mark == "'":
        return inner
    return re.sub(r"`(.)", lambda found: _POWERSHELL.get(found[1], found[1]), inner, flags=re.DOTALL)


def paired(value: str) -> str:
    r"""The text with surrogates that belong together made one character, as \\ud83d\\ude00 means it."""
    return _PAIR.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), value)


def _meant(escape: re.Match[str]) -> str:
    braced, unit, long, byte, octal, line, other = escape.groups()
    if digits := braced or unit or long or byte:
        return chr(int(digits, 16)) if int(digits, 16) <= 0x10FFFF else escape.group()
    if octal:
        return chr(int(octal, 8))
    if line:
        return ""
    return _SIMPLE.get(other) or (other if other in _PLAIN else escape.group())


def _bytes_literal(inner: str) -> str:
    """A Python bytes literal's text: UTF-8 if it is that."""
    return text_of(_BYTES.sub(_byte, inner.encode("utf-8", "replace")))[0]


def _byte(escape: re.Match[bytes]) -> bytes:
    if escape[1]:
        return bytes.fromhex(escape[1].decode("ascii"))
    known: Callable[[str, str], str] = _SIMPLE.get
    other = escape[2].decode("latin-1")
    return known(other, other).encode("latin-1")
