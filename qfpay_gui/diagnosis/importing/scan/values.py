"""The value that belongs to a name, by what stands between and behind them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from qfpay_gui.diagnosis.importing.names import KNOWN
from qfpay_gui.diagnosis.importing.prints.literals import literal
from qfpay_gui.diagnosis.importing.prints.members import NOTHING

_CLOSE = r"(?P<close>(?:\\?[\"'`”’]|\*\*?|__|\]|\)){0,4})"
_BLANK = r"[ \t\u00a0]"
_SIGN = re.compile(
    rf"{_CLOSE}(?:[ ]\((?:string|String|str|int|integer|number|text)\))?(?P<gap>{_BLANK}*)"
    rf"(?:(?P<sign>=>|:=|->|→|==?(?![=>])|[:：](?!:)|\||│|┃|[ ]is(?=\s)|是|为|為)"
    rf"|(?P<alone>\s{{0,20}}\n\s{{0,20}}:[ ]?(?=\n|[\"'])\s{{0,20}})|(?P<tab>\t+)|(?P<php>;[sid]:(?:\d+:)?)"
    rf"|(?P<wide>[ ]{{2,}})|(?P<comma>,\s*)|(?P<to>[ ]to[ ])|(?P<below>\r?\n\s{{0,40}})|(?P<blank>[ ]))"
)
_BLANKS = re.compile(rf"{_BLANK}*")
_TYPES = re.compile(
    r"(?:\s*(?:\{(?:[\w.]*@\d+|str|int|string|String)\}|\((?:string|str|String|int|long)\)"
    r"|(?:string|String|str)\(\d*\)(?=\s*[\"'])"
    r"|\[\]string\{|(?:String|string|str|Text|VARCHAR)\s*[|\t│]|=>|!!str)[ \t]*){0,3}"
)
_PREFIXED = re.compile(r"(?:new\s+String\(|[@ubSLN]|NSString\s*\*?)(?=[\"'])")
_DOUBLE = re.compile(r'"((?:[^"\\\n]|\\.|"")*+)"')
_SINGLE = re.compile(r"'((?:[^'\\\n]|'\\''|\\.|'(?=[\w]))*+)'")
_SERIALIZED = re.compile(r'"([^\n]*?)";(?=[a-zA-Z}]|\s|\Z)')
_TICKS = re.compile(r"`([^`\n]*)`")
_CURLY = re.compile(r"[“‘]([^“”\n]*)[”’]")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_LISTED = re.compile(r"\[\s*(?:\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|([^\[\]\n\"']*))\s*\](?!\[)")
_NAME = r"[\"'`]?[A-Za-z_][\w.\-]{0,63}[\"'`]?"
_NEXT_LINE = re.compile(r"\s*([^\n]+)")
_NEXT_NAME = re.compile(rf"[^\w\n]{{0,6}}{_NAME}\s?(=>?|:|：|->)(?!//)")
_OVER_LINES = frozenset({"=", ":", "=>", "->"})
_SAME = {
    "：": ":",
    " is": "is",
    "是": "is",
    "为": "is",
    "為": "is",
    "│": "|",
    "┃": "|",
    "==": "=",
    "comma": ",",
    "alone": ":",
}
_LONGEST = 4000
_BRACKET = re.compile(r"[{}()\[\]]")
_CLOSERS = {")": "(", "]": "[", "}": "{"}


class Found(NamedTuple):
    """A value and its places; ``sign`` is what parts it from its name, ``quoted`` whether it has quotes."""

    value: str
    start: int
    end: int
    sign: str
    quoted: bool


def value_after(text: str, at: int, name_start: int, *, begins_line: bool, is_quoted_name: bool) -> Found | None:
    """The value of the name that ends here; None where what follows is no value."""
    found = _SIGN.match(text, at)
    sign = _sign_of(found, begins_line=begins_line, is_quoted_name=is_quoted_name) if found else ""
    if not found or not sign:
        return None
    start = found.end()
    if sign == "below" or (sign in _OVER_LINES and text[start : start + 1] in {"\n", "\r"}):
        return _below(text, found.start("below") if sign == "below" else start, sign)
    if found["gap"] or sign not in {"tab", "=", ":"} or (sign == ":" and begins_line):
        start = _past(_BLANKS, text, start)
    elif sign == ":":
        start += text[start : start + 1] in {" ", "\u00a0"}
    start = _past(_TYPES, text, start)
    opened = (
        _in_brackets(text, name_start, start, sign)
        or _in_own_quotes(text, (name_start, at), start, sign)
        or _quoted(text, start, sign)
    )
    return opened or _open(text, at, start, sign, begins_line=begins_line)


def _in_own_quotes(text: str, names: tuple[int, int], start: int, sign: str) -> Found | None:
    """A value that ends with the quote that opened before its name, as in ``'txamt=1288'``."""
    name_start, at = names
    quote = text[name_start - 1 : name_start]
    if quote not in {'"', "'"} or text[at : at + 1] not in {"=", ":", " "}:
        return None
    found = re.compile(rf"([^\n]*?){quote}(?=[\s,;)\]}}\\]|\Z)").match(text, start, start + _LONGEST)
    return Found(found[1], start, found.end(1), sign, quoted=True) if found else None


def _in_brackets(text: str, name_start: int, start: int, sign: str) -> Found | None:
    """The second of two that stand in brackets without quotes, as in ``[txamt, 1288]``."""
    closing = {"[": "]", "(": ")", "{": "}"}.get(text[name_start - 1 : name_start])
    if sign != "," or not closing or text[start : start + 1] in {'"', "'"}:
        return None
    found = re.compile(rf"([^\n]*?)\s*\{closing}(?=[\s,;\])}}]|\Z)").match(text, start, start + _LONGEST)
    if not found or KNOWN.intersection(re.findall(r"\w+", found[1])):
        return None
    return Found(found[1], start, found.end(1), ",", quoted=True)


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _sign_of(found: re.Match[str], *, begins_line: bool, is_quoted_name: bool) -> str:
    if sign := found["sign"]:
        return _SAME.get(sign, sign)
    is_quoted = is_quoted_name or bool(found["close"])
    allowed = {
        "alone": begins_line,
        "tab": True,
        "comma": is_quoted or begins_line,
        "to": is_quoted,
        "php": is_quoted,
        "wide": begins_line,
        "below": begins_line,
        "blank": True,
    }
    return next((_SAME.get(kind, kind) for kind, is_one in allowed.items() if is_one and found[kind]), "")


def _quoted(text: str, start: int, sign: str) -> Found | None:
    if listed := _LISTED.match(text, start):
        inner = next((one for one in listed.groups() if one is not None), "")
        if listed[3] is None or "," not in inner:
            return Found(
                literal(f'"{inner}"') if listed[3] is None else inner.strip(), start, listed.end(), sign, quoted=True
            )
    if cdata := _CDATA.match(text, start):
        return Found(cdata[1], start, cdata.end(), sign, quoted=True)
    prefixed = _PREFIXED.match(text, start)
    begin = prefixed.end() if prefixed else start
    if sign == "php" and (serialized := _SERIALIZED.match(text, start)):
        return Found(serialized[1], start, serialized.end(1) + 1, sign, quoted=True)
    for pattern in (_DOUBLE, _SINGLE, _TICKS, _CURLY):
        if found := pattern.match(text, begin):
            if (longer := _to_line_end(text, begin, found.end())) and pattern is not _TICKS:
                return Found(text[begin + 1 : longer], start, longer + 1, sign, quoted=True)
            return Found(_meant(found.group(), found[1], sign), start, found.end(), sign, quoted=True)
    return None


def _to_line_end(text: str, begin: int, end: int) -> int:
    """The last quote of the line where the first one closes nothing, so that quotes stand unescaped in the value."""
    if not text[end : end + 1].isalnum():
        return 0
    line = text.find("\n", end)
    written = text[begin : len(text) if line < 0 else line].rstrip(" \t\r,;)")
    return begin + len(written) - 1 if len(written) > end - begin and written[-1] == text[begin] else 0


def _meant(written: str, inner: str, sign: str) -> str:
    if written[0] == '"' and '""' in inner:
        inner = inner.replace('""', '"')
    inner = inner.replace("'\\''", "'")
    if "\\" not in inner:
        return inner
    return literal(written[0] + inner + written[0], single_is_plain=sign == "=>")


def _below(text: str, at: int, sign: str) -> Found | None:
    """The next line that is not empty."""
    line = _NEXT_LINE.match(text, at)
    if not line:
        return None
    name = _NEXT_NAME.match(line[1])
    if name and _SAME.get(name[1], name[1]) == sign:
        return Found("", at, at, sign, quoted=False)
    start = _past(_TYPES, text, line.start(1))
    if sign != "below" and (found := _quoted(text, start, sign)):
        return found
    value = line[1].rstrip("\r")
    return Found(
        "" if value.strip(" ,;") in NOTHING else value.strip(),
        line.start(1),
        line.start(1) + len(value),
        "below" if sign == "below" else sign,
        quoted=False,
    )


def _open(text: str, at: int, start: int, sign: str, *, begins_line: bool) -> Found | None:
    """A value without quotes: to the end of its line, its cell, its brackets, or to the next name."""
    end = text.find("\n", start, start + _LONGEST)
    end = min(len(text), start + _LONGEST) if end < 0 else end
    written = text[start:end].rstrip("\r")
    if sign not in {"|", "tab", "blank", "wide"} and (known := _next_known(sign).search(written)):
        written = _closed(written, known.start())
    if sign in {"|", "tab"}:
        written = re.split(r"[|│┃]" if sign == "|" else r"\t", written, maxsplit=1)[0]
        return Found(written.strip() if sign == "|" else written, start, start + len(written), sign, quoted=False)
    if not begins_line or sign in {"is", "blank", ","}:
        written = _inline(written, sign, text[max(0, at - 500) : at].rpartition("\n")[2])
    else:
        further = (
            re.search(rf"(?:[ ]{{2,}}|\t|[ ]?[&;|,][ ]){_NAME}[ ]?{re.escape(sign)}(?![=>])", written)
            if sign in "=:=>"
            else None
        )
        written = written[: further.start()] if further else written
    value = "" if written.strip(" ,;") in NOTHING else written
    return Found(value, start, start + len(written), sign, quoted=False)


def _either(sign: str) -> str:
    return "[:：]" if sign == ":" else re.escape(sign)


@cache
def _next_known(sign: str) -> re.Pattern[str]:
    """Where the next name of the API begins, whatever stands between."""
    names = "|".join(sorted(KNOWN, key=len, reverse=True))
    return re.compile(
        rf"[\s,;|&/\]\[)(}}{{，；、]+[\"'`]?(?:{names}|sign|X-QF-[A-Z]+)[\"'`]?\s?{_either(sign)}(?![=>])"
    )


def _closed(written: str, end: int) -> str:
    """The text to this place, and on to the brackets that close what it opened."""
    while end < len(written) and (opener := _CLOSERS.get(written[end])):
        if written.count(opener, 0, end) <= written.count(written[end], 0, end):
            break
        end += 1
    return written[:end]


def _inline(written: str, sign: str, before: str) -> str:
    """Up to the next name with the same sign, or to the bracket that closes what was open before."""
    if sign in {"=", ":", "=>", ":=", "->"}:
        mark = "" if "://" in written else "&"
        further = re.search(
            rf"(?:[,;|，；、{mark}]\s*|\s+(?:[/·]\s+)?|\s*[)}}\]][,;\s]*){_NAME}\s?{re.escape(sign)}(?![=>/])", written
        )
        written = _closed(written, further.start()) if further else written
    elif sign == ",":
        further = re.search(r",\s|;", written)
        written = written[: further.start()] if further else written
    opened = {one: before.count(one) - before.count(close) for close, one in _CLOSERS.items()}
    depth = dict(opened)
    for bracket in _BRACKET.finditer(written):
        place, sign_of = bracket.start(), bracket.group()
        if sign_of in "{[(":
            depth[sign_of] += 1
        elif sign_of in _CLOSERS:
            depth[_CLOSERS[sign_of]] -= 1
            if depth[_CLOSERS[sign_of]] < (opened[_CLOSERS[sign_of]] > 0):
                written = written[:place]
                break
    return written.rstrip(" \t,;|&\r")
