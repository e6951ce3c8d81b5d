"""How names and values are written in a signing string: raw by the rule, and what merchants' programs make of them."""

from __future__ import annotations

import base64
import html
import json
import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, unquote, unquote_plus

from qfpay_gui.qfpay.hidden import half_width, without_hidden
from qfpay_gui.qfpay.signing.charsets import well_formed
from qfpay_gui.qfpay.signing.chinese import simplified, traditional, traditional_where_certain
from qfpay_gui.qfpay.signing.cleanings import CLEANED
from qfpay_gui.qfpay.signing.escapes import ESCAPES, JSONS, NOT_ASCII, in_units, units
from qfpay_gui.qfpay.signing.letters import LETTERS
from qfpay_gui.qfpay.signing.misreading import MISREAD
from qfpay_gui.qfpay.signing.percent import URLS, percent
from qfpay_gui.qfpay.signing.references import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.qfpay.signing.sort_orders import Pairs

_UNICODE_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SPACES = re.compile(r"[ \t\r\n]")
_TAGS = re.compile("<[^<>]*>")
_ENDS = " \t\r\n\0\x0b"
_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
_JS_ESCAPE = re.compile(r"[^A-Za-z0-9@*_+\-./]")


_quoted, _quoted_plus = percent("_.-~"), percent("_.-~", plus=True)
_component = percent("_.-!'()*~")


def _js_escape(value: str) -> str:
    """JavaScript's outdated escape()."""

    def escape(found: re.Match[str]) -> str:
        one = found.group()
        return f"%{ord(one):02X}" if ord(one) < 256 else units(one, "%u{:04X}")

    return _JS_ESCAPE.sub(escape, value)


def _unescaped(value: str) -> str:
    return well_formed(_UNICODE_ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), value))


def _json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _addslashes(value: str) -> str:
    return re.sub(r"(['\"\\])", r"\\\1", value)


def _entities(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


WRITINGS: Mapping[str, Callable[[str], str]] = {
    "raw": lambda value: value,
    "omitted": lambda _value: "",
    "percent-encoded": _quoted_plus,
    "percent-encoded, %20": _quoted,
    "percent-encoded, slash kept": percent("_.-~/"),
    "percent-encoded, lower-case hex": percent("_.-~", plus=True, lower=True),
    "percent-encoded, %20, lower-case hex": percent("_.-~", lower=True),
    "percent-encoded, Java": percent("_.-*", plus=True),
    "percent-encoded, PHP": percent("_.-", plus=True),
    "percent-encoded, .NET": percent("_.-!*()", plus=True, lower=True),
    "percent-encoded, in lower case": lambda value: _quoted_plus(value).lower(),
    "percent-encoded, .NET, in lower case": lambda value: percent("_.-!*()", plus=True)(value).lower(),
    "encodeURIComponent": _component,
    "encodeURI": percent("_.-;,/?:@&=+$!~*'()#"),
    "escape": _js_escape,
    "percent-encoded, GBK": lambda value: quote_plus(value, encoding="gbk", errors="replace"),
    "percent-encoded, %20, GBK": lambda value: quote(value, safe="", encoding="gbk", errors="replace"),
    "percent-encoded, Big5": lambda value: quote_plus(value, encoding="big5", errors="replace"),
    "percent-encoded twice": lambda value: _quoted_plus(_quoted_plus(value)),
    "percent-encoded twice, %20": lambda value: _quoted(_quoted(value)),
    "encodeURIComponent twice": lambda value: _component(_component(value)),
    "percent-decoded": lambda value: unquote_plus(value, errors="replace"),
    "percent-decoded, plus kept": lambda value: unquote(value, errors="replace"),
    "only non-ASCII percent-encoded": lambda value: NOT_ASCII.sub(lambda found: _quoted(found.group()), value),
    "plus for space": lambda value: value.replace(" ", "+"),
    "%20 for space": lambda value: value.replace(" ", "%20"),
    "space for plus": lambda value: value.replace("+", " "),
    "HTML": _entities,
    "HTML, both quotes": lambda value: html.escape(value).replace("&#x27;", "&#039;"),
    "HTML, &#39;": lambda value: html.escape(value).replace("&#x27;", "&#39;"),
    "HTML, &#x27;": html.escape,
    "HTML, &apos;": lambda value: html.escape(value).replace("&#x27;", "&apos;"),
    "HTML, tags only": lambda value: value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
    "HTML decoded": html.unescape,
    "HTML tags removed": lambda value: _TAGS.sub("", value),
    "JSON": _json,
    "JSON, escaped": json.dumps,
    "JSON, escaped, slashes escaped": lambda value: json.dumps(value).replace("/", r"\/"),
    "Python": repr,
    "JSON without quotes": lambda value: _json(value)[1:-1],
    "JSON without quotes, escaped": lambda value: json.dumps(value)[1:-1],
    "JSON without quotes, slashes escaped": lambda value: _json(value)[1:-1].replace("/", r"\/"),
    "single quotes": lambda value: f"'{value}'",
    "double quotes": lambda value: f'"{value}"',
    "slashes escaped": lambda value: value.replace("/", r"\/"),
    "backslashes": _addslashes,
    "backslashes doubled": lambda value: value.replace("\\", "\\\\"),
    "backslashes removed": lambda value: value.replace("\\", ""),
    "\\u escapes": in_units("\\u{:04x}"),
    "\\U escapes": in_units("\\u{:04X}"),
    "\\u escapes decoded": _unescaped,
    "trimmed": lambda value: value.strip(_ENDS),
    "trimmed, Unicode": str.strip,
    "without spaces": lambda value: value.replace(" ", ""),
    "without white space": lambda value: _SPACES.sub("", value),
    "one space for many": lambda value: re.sub(" {2,}", " ", value),
    "without line breaks": lambda value: value.replace("\r", "").replace("\n", ""),
    "LF line breaks": lambda value: value.replace("\r\n", "\n").replace("\r", "\n"),
    "CRLF line breaks": lambda value: value.replace("\r\n", "\n").replace("\n", "\r\n"),
    "without hidden characters": without_hidden,
    "lower case": str.lower,
    "upper case": str.upper,
    "NFC": lambda value: unicodedata.normalize("NFC", value),
    "NFD": lambda value: unicodedata.normalize("NFD", value),
    "NFKC": lambda value: unicodedata.normalize("NFKC", value),
    "NFKD": lambda value: unicodedata.normalize("NFKD", value),
    "half width": half_width,
    "full width": lambda value: value.translate(_FULL),
    "simplified Chinese": simplified,
    "traditional Chinese": traditional,
    "traditional Chinese where certain": traditional_where_certain,
    "without non-ASCII": lambda value: NOT_ASCII.sub("", value),
    "without emoji": lambda value: _ASTRAL.sub("", value).replace("\ufe0f", ""),
    "base64": lambda value: base64.b64encode(well_formed(value).encode()).decode("ascii"),
    **{name: row[-1] for table in (URLS, JSONS, REFERENCES, ESCAPES, LETTERS, CLEANED) for name, row in table.items()},
    **{name: row[-1] for name, row in MISREAD.items()},
}
"""Each takes any well-formed text; most leave most values as they are."""


def _numbers(separators: tuple[str, str]) -> Callable[[Pairs], str]:
    """JSON in which the amount is a number, as typed languages write it."""

    def dumped(pairs: Pairs) -> str:
        members = {name: int(value) if name == "txamt" and _is_integer(value) else value for name, value in pairs}
        return json.dumps(members, ensure_ascii=False, separators=separators)

    return dumped


def _is_integer(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 16


SHAPES: Mapping[str, Callable[[Pairs], str]] = {
    "JSON, number": _numbers((",", ":")),
    "JSON, number, spaced": _numbers((", ", ": ")),
    "JavaScript object": lambda _pairs: "[object Object]",
}
"""The text of pairs that are in the order to be signed."""
