"""How one library or another encodes a value for a URL."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from qfpay_gui.qfpay.signing.charsets import well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ALWAYS_KEPT = string.ascii_letters + string.digits


def percent(kept: str, *, plus: bool = False, lower: bool = False) -> Callable[[str], str]:
    """URL encoding of UTF-8 in which letters, digits and these marks stay, by a table: many times quicker than urllib.

    ``plus`` writes + for a blank, ``lower`` the hex digits in lower case.
    """
    form = "%{:02x}" if lower else "%{:02X}"
    table = {byte: chr(byte) if chr(byte) in _ALWAYS_KEPT + kept else form.format(byte) for byte in range(256)}
    if plus:
        table[ord(" ")] = "+"
    return lambda value: well_formed(value).encode().decode("latin-1").translate(table)


URLS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "URL: Go url.PathEscape": ("Go's url.PathEscape", percent("_.-~$&+=:@")),
    "URL: Go URL.EscapedPath": ("Go's URL.EscapedPath", percent("_.-~/$&+,=:@;!'()*")),
    "URL: Java URI": ("Java's URI", percent("_.-~/;,:@&=+$!*'()")),
    "URL: Java URI, non-ASCII kept": (
        "Java's URI",
        lambda value: re.sub(r'[ "<>\\^`{|}%#?]', lambda one: f"%{ord(one[0]):02X}", value),
    ),
    "URL: axios": ("axios", percent("_.-~:$,!'()*", plus=True)),
    "URL: axios, brackets kept": ("axios", percent("_.-~:$,[]!'()*", plus=True)),
    "URL: URLSearchParams": ("JavaScript's URLSearchParams", percent("*-._", plus=True)),
    "URL: Ruby": ("Ruby's URI parser", percent("_.-~/;,:@&=+$!*'()?[]")),
    "URL: blanks kept": ("a regular expression that keeps blanks", percent("_.-~ ")),
    "URL: letters and digits only": ("a regular expression that keeps letters and digits only", percent("")),
    "URL: letters and digits only, lower-case": (
        "a regular expression that keeps letters and digits only",
        percent("", lower=True),
    ),
    "URL: .NET WebUtility": (".NET's WebUtility.UrlEncode", percent("!()*-._", plus=True)),
    "URL: .NET, %20": (".NET's EscapeDataString, older", percent("_.-~!*'()")),
    "URL: .NET, %20, lower-case": (".NET", percent("_.-~!*'()", lower=True)),
    "URL: EscapeUriString": (".NET's EscapeUriString", percent("_.-~!#$&'()*+,/:;=?@[]")),
    "URL: encodeURIComponent, lower case": (
        "encodeURIComponent, and all in lower case",
        lambda value: percent("_.-~!*'()")(value).lower(),
    ),
    "URL: jQuery": ("jQuery's param", percent("_.-~!'()*", plus=True)),
    "URL: quote_plus, slash kept": ("Python's quote_plus, slash kept", percent("_.-~/", plus=True)),
    "URL: commas and colons kept": ("a library that keeps “,:”", percent("_.-~,:")),
    "URL: Alibaba": ("a library that keeps “~” and encodes “*”", percent("-._~")),
    "URL: & and = only": (
        "a program that encodes “&”, “=” and “%” only",
        lambda value: value.replace("%", "%25").replace("&", "%26").replace("=", "%3D"),
    ),
    "URL: & only": ("a program that encodes “&” only", lambda value: value.replace("&", "%26")),
    "URL: + only": ("a program that encodes “+” only", lambda value: value.replace("+", "%2B")),
    "URL: IRI": (
        "a library that keeps what is not ASCII",
        lambda value: "".join(quote(one, safe="") if one.isascii() else one for one in value),
    ),
    "URL: IRI, +": (
        "a library that keeps what is not ASCII",
        lambda value: "".join(quote_plus(one, safe="") if one.isascii() else one for one in value),
    ),
    "URL: GBK, lower-case": (
        "a library in GBK, with lower-case hex",
        lambda value: re.sub("%..", lambda one: one[0].lower(), quote_plus(value, encoding="gbk", errors="replace")),
    ),
    "URL: GB18030": ("a library in GB18030", lambda value: quote_plus(well_formed(value), encoding="gb18030")),
    "URL: Latin-1": ("a library in Latin-1", lambda value: quote_plus(value, encoding="latin-1", errors="replace")),
    "URL: Shift-JIS": ("a library in Shift-JIS", lambda value: quote_plus(value, encoding="cp932", errors="replace")),
    "URL: three times": (
        "three encodings one after the other",
        lambda value: quote(quote(quote(well_formed(value), safe=""), safe=""), safe=""),
    ),
    "URL: twice, slash kept": ("two encodings (twice, slash kept)", lambda value: quote(quote(well_formed(value)))),
    "URL: IDNA": (
        "a library that writes host names in Punycode",
        lambda value: re.sub(
            r"(?<=://)[^/:?#]+",
            lambda one: one[0].encode("idna").decode() if one[0].isascii() is False and len(one[0]) < 60 else one[0],
            value,
        ),
    ),
}
