"""Finds the names of the API and what stands beside them, whatever the layout."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.names import KNOWN, REPLY, is_digest, is_key, role
from qfpay_gui.diagnosis.importing.prints.members import ELIDED
from qfpay_gui.diagnosis.importing.scan.item import Item
from qfpay_gui.diagnosis.importing.scan.rows import row_value
from qfpay_gui.diagnosis.importing.scan.shapes import SHAPES
from qfpay_gui.diagnosis.importing.scan.values import Found, value_after

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMON = frozenset({"page", "page_size", "start_time", "end_time", "return_url"})
"""Names of the API that other programs use as well: alone they mark nothing."""

_LABELS = (
    r"X[-_]QF[-_][A-Za-z]{1,20}|sign[ _-]?type|sign[ _-]?method|signature|sign|app[ _-]?code|client[ _-]?key"
    r"|app[ _-]?key|secret(?:[ _-]?key)?|key|签名|簽名|密钥|md5(?:[ ](?:result|hash|digest|sign))?"
)
_NAMES = re.compile(
    rf"(?<![\w\-/%])(?:(?P<known>{'|'.join(sorted(KNOWN | REPLY, key=len, reverse=True))})"
    rf"|(?:HTTP_)?(?P<label>(?i:{_LABELS})))(?![\w%]|-\w)"
)
_APPLE = re.compile(r"@?\"([^\"\n]{1,130})\",?\s{0,3}forHTTPHeaderField:\s{0,3}@?\"\Z")
_LINE_LEAD = re.compile(
    r"[ \t│|>*•+\-▪◦#]*(?:\d{1,3}[.):\t][ \t]?)?(?:(?:const|let|var|String|string|set|export)[ \t]+)?[$@:]?"
    r"(?:\*\*|__|--?)?[\"'`“\[(]{0,2}"
)
_COMMENTED = re.compile(r"[ \t]*(?://|#|~|--[ ]|;|<!--|rem[ ])[ \t]*[\"'`\[]{0,2}", re.IGNORECASE)
_TOKEN = re.compile(r"[\s\"'“‘`*:{\[]*(?P<token>[^\s\"'“”‘’`,;&<>|(){}\[\]，。；）*]+)")
_EXPLAINING = re.compile(
    r"(?:yes|no|mandatory|optional|required|(?:string|int|integer|object|varchar)(?:\s?\(\d*\))?)", re.IGNORECASE
)
_SIGN_TYPE = re.compile(r"(?:HMAC[-_]?)?(?:MD5|SHA-?256|SHA-?1)", re.IGNORECASE)
_MOST = 3000


def items(text: str) -> Iterator[Item]:
    """Every name of the API, and every label beside them, that has a value."""
    end = 0
    for found in islice(_NAMES.finditer(text), _MOST):
        if found.start() < end:
            continue
        item = _labelled(text, found) if found["label"] else _named(text, found)
        if item:
            end = item.end
            yield item


def layout_of(text: str, start: int, found: Found) -> tuple[str, str, bool]:
    """How a name is written: what opens it, the sign behind it, whether its value has quotes."""
    lead = text[max(0, start - 60) : start]
    opened = re.search(r"(?:[\w.$>\-]+[(\[]\s*)?[\"'`“:@$<\[(]{0,2}\Z", lead)
    return (opened.group() if opened else "", found.sign, found.quoted)


def begins_line(text: str, start: int) -> bool:
    """Whether only marks of a list, a quote or a declaration stand before the name in its line."""
    line = text.rfind("\n", max(0, start - 120), start) + 1
    return start - line < 80 and _LINE_LEAD.fullmatch(text, line, start) is not None


def is_commented(text: str, start: int) -> bool:
    """Whether the line was switched off by the mark of a comment."""
    line = text.rfind("\n", max(0, start - 200), start) + 1
    return _COMMENTED.fullmatch(text, line, start) is not None


def _named(text: str, found: re.Match[str]) -> Item | None:
    name, start = found.group(), found.start()
    kind = "reply" if name in REPLY else ""
    if is_commented(text, start):
        return Item(name, "", start, _line_end(text, start), ("#", "", False), "off")
    value = row_value(text, start, found.end()) or value_after(
        text,
        found.end(),
        start,
        begins_line=begins_line(text, start),
        is_quoted_name=text[start - 1 : start] in set("\"'“`[("),
    )
    if value and value.sign == "," and re.search(r"[:=>]\s*[\"']\Z", text[max(0, start - 10) : start]):
        return None
    if value is None or value.value in ELIDED or _is_next_name(value):
        return None
    if value.sign == "blank" and not _stands_apart(text, name, start, value):
        return None
    if value.sign == "off":
        return Item(name, "", start, value.end, ("#", "", False), "off")
    return Item(name, value.value, start, value.end, layout_of(text, start, value), kind, not value.quoted)


def _stands_apart(text: str, name: str, start: int, found: Found) -> bool:
    """Whether a blank alone parts this name from a value, not one word of a sentence from the next."""
    if found.quoted:
        return begins_line(text, start) or text[start - 1 : start] in {":", "@", "$", "-"}
    shape = SHAPES.get(name)
    return begins_line(text, start) and (shape is None or shape.fullmatch(found.value.strip()) is not None)


def _is_next_name(found: Found) -> bool:
    """Whether the value is only the next heading or name of a table, or a word of a table that explains parameters."""
    if _EXPLAINING.fullmatch(found.value.strip()):
        return True
    return found.sign in {"|", "tab", ",", "below", "wide", "blank"} and (
        found.value in KNOWN or role(found.value) != ""
    )


def _labelled(text: str, found: re.Match[str]) -> Item | None:
    """What a label such as ``sign`` or ``X-QF-APPCODE`` says, if that has the shape it should have."""
    label, start = found["label"], found.start()
    kind = "signature" if label.lower().startswith("md5") else role(label)
    value = _before(text, start) or row_value(text, start, found.end())
    value = value or value_after(
        text, found.end(), start, begins_line=True, is_quoted_name=text[start - 1 : start] in {'"', "'"}
    )
    if value is None or value.sign == "off" or is_commented(text, start):
        return None
    token = _TOKEN.match(value.value)
    said = token["token"] if token and not (kind != "signature" and any(mark in value.value for mark in "*•…")) else ""
    is_certain = value.sign not in {"blank", "wide", "below", ",", "tab"} and not label.lower().startswith("md5")
    if not _fits(kind, label, said, is_certain=is_certain):
        return None
    end = value.end if value.quoted else value.start + token.end() if token else value.end
    return Item(label, said, start, max(end, found.end()), layout_of(text, start, value), kind)


def _before(text: str, start: int) -> Found | None:
    """The value that Apple's calls name before its header."""
    found = _APPLE.search(text, max(0, start - 300), start)
    return Found(found[1], found.start(1), found.end(1), ":", quoted=True) if found else None


def _fits(kind: str, label: str, value: str, *, is_certain: bool) -> bool:
    """Whether a value can be what its label says; a signature under the header's own name may have any length."""
    is_header = label.upper().replace("_", "-").startswith("X-QF-")
    match kind:
        case "signature":
            is_odd = re.fullmatch(r"[0-9A-Fa-f]{20,130}", value) is not None
            is_odd = is_odd or (is_header and re.fullmatch(r"[0-9A-Za-z+/=]{16,130}", value) is not None)
            return is_digest(value) or (is_odd and (is_certain or is_header))
        case "sign_type":
            return _SIGN_TYPE.fullmatch(value) is not None
        case "app_code":
            return re.fullmatch(r"[0-9A-Za-z]{6,64}", value) is not None and any(one.isdigit() for one in value)
        case "client_key":
            return is_certain and is_key(value) and re.fullmatch(r"[0-9A-Za-z]{16,64}", value) is not None
        case _:
            return False


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
