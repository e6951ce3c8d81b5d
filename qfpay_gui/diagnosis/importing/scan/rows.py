"""The value of a row that holds a name and a value as members: tools' tables, XML, forms of a page."""

from __future__ import annotations

import re
from html import unescape

from qfpay_gui.diagnosis.importing.scan.values import Found, value_after

_ROW_NAME = re.compile(r"(?:\b(?:name|key|field|param|parameter|id|Name|Key)[\"']?\s{0,3}[:=]\s{0,3}[\"']?|\bname=)\Z")
_ROW_VALUE = re.compile(
    r"[\"']?(?:\s{0,40}[,;]?\s{0,40}(?!\b(?:name|key)\b)[\"']?\w{1,20}[\"']?\s{0,2}[:=]\s{0,2}"
    r"(?:\"[^\"\n]*\"|'[^'\n]*'|[\w.]{1,40}))*?"
    r"\s{0,40}[,;]?\s{0,40}[\"']?(?:value|val|Value)(?P<close>[\"']?)(?=\s{0,3}[:=])"
)
_ELEMENT = re.compile(
    r"[\"'][^<>\n]{0,200}>(?P<value>[^<\n]*|<!\[CDATA\[[^\n]*?\]\]>)(?=</)|>(?P<inner>[^<\n]*|<!\[CDATA\[[^\n]*?\]\]>)</"
)
_ELEMENT_LEAD = re.compile(r"<(?:[\w-]{1,20}:)?\Z|<(?:key|name|Name|Key)>\Z|Header\.name\">\Z")
_INNER = re.compile(
    r"(?:</\w+>\s{0,40}<[\w:]+(?:\s[^<>]*)?)?[^<>\n]{0,80}>"
    r"(?:<!\[CDATA\[(?P<cdata>.*?)\]\]>|(?P<plain>[^<]*))</",
    re.DOTALL,
)
_OFF = re.compile(
    r"(?:is_?)?disabled[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?:true|1|yes)\b"
    r"|(?:is_?)?(?:enabled?|active|checked|selected|use)[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?:false|0|no|-1)\b",
    re.IGNORECASE,
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_JMETER = re.compile(
    r'"[^<>]*elementType="HTTPArgument"[^<>]*>(?:(?!</elementProp>).){0,600}?Argument\.value">([^<]*)<'
    r".*?</elementProp>",
    re.DOTALL,
)
_ROW_END = re.compile(r"[}>]|\n\s*-")


def row_value(text: str, start: int, end: int) -> Found | None:
    """The value of a row or element which holds this name as its own ``name`` or ``key``."""
    lead = text[max(0, start - 40) : start]
    if _ELEMENT_LEAD.search(lead) and (inner := _INNER.match(text, end)):
        side = "cdata" if inner["cdata"] is not None else "plain"
        value = inner["cdata"] if inner["cdata"] is not None else unescape(inner["plain"])
        return Found(value, inner.start(side), inner.end(), "<", quoted=True)
    if not _ROW_NAME.search(lead):
        return None
    if argument := _JMETER.match(text, end):
        return Found(unescape(argument[1]), argument.start(1), argument.end(), "row", quoted=True)
    if found := _ROW_VALUE.match(text, end):
        return _of_row(text, start, end, found)
    if element := _ELEMENT.match(text, end):
        side = "value" if element["value"] is not None else "inner"
        plain = _CDATA.sub(r"\1", element[side]) if "<!" in element[side] else unescape(element[side])
        return Found(plain, element.start(side), element.end(side), "row", quoted=True)
    return None


def _of_row(text: str, start: int, end: int, found: re.Match[str]) -> Found | None:
    """The value of a row whose ``value`` follows; its sign is "off" where the row says that it is not sent."""
    value = value_after(text, found.end(), found.end(), begins_line=True, is_quoted_name=True)
    if value is None:
        return None
    opened = max(text.rfind("{", max(0, start - 400), start), text.rfind("<", max(0, start - 400), start))
    closing = _ROW_END.search(text, value.end, value.end + 600)
    behind = text[value.end : closing.start() if closing else value.end]
    listed = text.rfind("- ", max(0, start - 200), start)
    around = text[max(opened, listed, start - 200, 0) : start] + text[end : found.start("close")] + behind
    written = value.value if value.quoted else value.value.strip()
    written = unescape(written) if opened >= 0 and text[opened] == "<" else written
    return value._replace(sign="off" if _OFF.search(around) else "row", value=written, quoted=True)
