"""Finds the body inside other text: JSON in a log line, inside a string literal, or only its fields as a print."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.importing.decoding import bytes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAMES = frozenset(
    {
        "notify_type",
        "syssn",
        "out_trade_no",
        "txamt",
        "txcurrcd",
        "respcd",
        "paydtm",
        "sysdtm",
        "txdtm",
        "pay_type",
        "cancel",
    }
)
"""Members by which a notification is known."""
_MOST, _DEEPEST = 400, 3
_JSON = json.JSONDecoder(strict=False)
_LITERAL = re.compile(r"""b(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")""")
_ESCAPED = re.compile(r'"(\s*\{\s*\\+"(?:[^"\\]|\\.)*)"')
_PHP = re.compile(r"\[[\"']?(\w{1,64})[\"']?\] => ?([^\n]*)")
_PHP_DUMP = re.compile(r"""\[["'](\w{1,64})["']\]\s*=>\s*(?:string\(\d+\) )?"?([^"\n]*)"?""")
_JAVA = re.compile(r"(\w{1,64})=([^,}]*)(?=[,}])")


@dataclass(frozen=True)
class Found:
    """A body with the part of the text it stands in; no repr of either."""

    start: int
    end: int
    body: bytes = field(repr=False)
    how: str = "json"

    @property
    def is_rebuilt(self) -> bool:
        """Whether only its fields were there."""
        return self.how == "print"


def bodies(source: str, depth: int = 0) -> Iterator[Found]:
    """Every notification's body in the text; where there is none as JSON, one put together from a print."""
    found = [*_literals(source), *(_escaped(source, depth) if depth < _DEEPEST else ())]
    taken = [(one.start, one.end) for one in found]
    found += [one for one in _plain(source) if not any(start <= one.start < end for start, end in taken)]
    if not found:
        found = list(_prints(source))
    yield from sorted(found, key=lambda one: one.start)


def is_notification(members: Any) -> bool:
    """Whether parsed JSON has members enough of a notification, or of a signed reply."""
    return isinstance(members, dict) and len(NAMES.intersection(members)) > 2


def _plain(source: str) -> Iterator[Found]:
    """JSON objects as they stand."""
    at = tries = 0
    while (at := source.find("{", at)) >= 0 and tries < _MOST:
        tries += 1
        try:
            members, end = _JSON.raw_decode(source, at)
        except (ValueError, RecursionError):
            at += 1
            continue
        if is_notification(members):
            yield Found(at, end, bytes_of(source[at:end]))
            at = end
        else:
            at += 1


def _literals(source: str) -> Iterator[Found]:
    """Python's print of bytes, ``b'{…}'``."""
    for one in _LITERAL.finditer(source):
        try:
            raw = ast.literal_eval(one[0])
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            continue
        if is_notification(_parsed(raw)):
            yield Found(one.start(), one.end(), raw, "literal")


def _escaped(source: str, depth: int) -> Iterator[Found]:
    r"""A body inside a JSON or source string, ``"{\"status\": …}"``, which may stand in another one."""
    for one in _ESCAPED.finditer(source):
        try:
            written = json.loads(f'"{one[1]}"', strict=False)
        except ValueError:
            continue
        inner = next((found for found in bodies(written, depth + 1) if not found.is_rebuilt), None)
        if inner is not None:
            yield Found(one.start(), one.end(), inner.body, "literal")


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"), strict=False)
    except (ValueError, RecursionError):
        return None


def _prints(source: str) -> Iterator[Found]:
    """The parsed fields as Python, PHP or Java print them, written as QFPay writes JSON."""
    for start, end, members in (*_of_python(source), *_of_pairs(source)):
        if is_notification(members):
            yield Found(start, end, json.dumps(members).encode(), "print")
            return


def _of_python(source: str) -> Iterator[tuple[int, int, Any]]:
    at = source.find("{'")
    end = source.find("}", at) + 1
    if at >= 0 and end:
        try:
            yield at, end, ast.literal_eval(source[at:end])
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return


def _of_pairs(source: str) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    # Java ends each value with one of two signs: what stands behind the last of them would be read again and again.
    end = max(source.rfind(","), source.rfind("}")) + 1
    for pattern, last in ((_PHP_DUMP, len(source)), (_PHP, len(source)), (_JAVA, end)):
        pairs = list(pattern.finditer(source, 0, last))
        if pairs:
            yield pairs[0].start(), pairs[-1].end(), {one[1]: one[2].strip() for one in pairs}
