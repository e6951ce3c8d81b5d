"""Which language's trap a deviation is: what its words name, and what is known of it besides."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.doctor.deviation import Deviation

_NAMED = {
    "python": r"Python|\bNone\b|\bTrue\b|\bFalse\b|b'|numpy|datetime\.",
    "node": r"JavaScript|\bNode\b|axios|ES6|encodeURI|jQuery|Mustache|Handlebars|lodash|localeCompare|md5\.js"
    r"|\bundefined\b|\[object |escape\(\)|BigInt\b",
    "php": r"PHP|addslashes|\bNULL\b",
    "java": r"Java(?!Script)|HashMap|Gson|Apache|\bOptional[\[.]|BigInteger",
    "go": r"\bGo\b|<nil>|%!",
    "dotnet": r"\.NET|C#|System\.",
    "ruby": r"Ruby|#<|\bnil\b",
    "perl": r"Perl|HASH\(",
    "shell": r"\bshell\b|md5sum|numfmt|stdin|\$\{?[A-Z]",
}
_KNOWN = {
    "amount-in-floating-point": ("node", "python", "php"),
    "charset-gbk": ("java", "php", "dotnet"),
    "charset-utf-16": ("dotnet",),
    "key-with-line-feed": ("shell",),
    "low-byte-md5": ("node",),
    "sorted-by-locale": ("node", "dotnet"),
    "unsorted": ("go", "perl"),
}
"""By id, where the words need not name the language."""
_COMPILED = {language: re.compile(known) for language, known in _NAMED.items()}


def is_trap_of(deviation: Deviation, language: str) -> bool:
    """Whether programs of this language fall into it more often than others."""
    named = _COMPILED.get(language)
    if named is None:
        return False
    return language in _KNOWN.get(deviation.id, ()) or named.search(str(deviation.cause)) is not None


def favoured(deviation: Deviation, language: str) -> Deviation:
    """The deviation, one less dear where it is a trap of this language; never twice."""
    if not language or deviation.is_favoured or not is_trap_of(deviation, language):
        return deviation
    return replace(deviation, cost=max(1, deviation.cost - 1), is_favoured=True)
