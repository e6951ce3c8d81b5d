"""Reads JSON as servers write it: numbers stay as written, duplicates are noticed, small faults are forgiven."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.signing.recipe import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

# A string is matched first, so that digits inside it are never taken for a number.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|(?<![\w.+-])-?0\d++(?:\.\d+)?(?![\w.])', re.DOTALL)
_MARGIN = 30
_LIMIT = 400


class WrittenNumber(str):
    """A JSON number as the characters that were written: 1e2 stays 1e2, twenty digits stay twenty digits."""

    __slots__ = ()


@dataclass(frozen=True)
class JsonText:
    """Parsed JSON. ``faults`` tells why strict JSON would refuse it; ``duplicates`` are member names written twice."""

    value: Any
    duplicates: tuple[str, ...] = ()
    faults: str = ""


@dataclass(frozen=True)
class NotJson:
    """Where and why the text is not JSON; ``line`` and ``column`` count from 1, 0 where no place is to blame."""

    problem: str
    line: int
    column: int
    excerpt: str

    @property
    def place(self) -> str:
        """The problem with its line and column."""
        return f"{self.problem}, line {self.line}, column {self.column}" if self.line else self.problem


def read_json(source: str) -> JsonText | NotJson:
    """The text as JSON, or where it fails. Never raises, whatever the text is."""
    try:
        return _parse(source, strict=True)
    except RecursionError:
        return NotJson("nested too deeply", 0, 0, excerpt(source))
    except ValueError as problem:
        failure = _failure(source, problem)
    try:
        forgiven = _parse(_TOKEN.sub(_quote_number, source), strict=False)
    except (RecursionError, ValueError):
        return failure
    return JsonText(forgiven.value, forgiven.duplicates, failure.place)


def _parse(source: str, *, strict: bool) -> JsonText:
    duplicates: dict[str, None] = {}

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            counted = Counter(name for name, _ in pairs)
            duplicates.update((name, None) for name, times in counted.items() if times > 1)
        return found

    value = json.loads(
        source,
        strict=strict,
        parse_int=WrittenNumber,
        parse_float=WrittenNumber,
        parse_constant=_refuse if strict else WrittenNumber,
        object_pairs_hook=members,
    )
    return JsonText(value, tuple(duplicates))


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not a JSON value")


def _quote_number(match: re.Match[str]) -> str:
    """Text in place of a number with leading zeros, which is how a respcd is meant."""
    token = match[0]
    return token if token.startswith('"') else f'"{token}"'


def _failure(source: str, problem: ValueError) -> NotJson:
    if isinstance(problem, json.JSONDecodeError):
        return NotJson(problem.msg, problem.lineno, problem.colno, excerpt(source, problem.pos))
    return NotJson(str(problem), 0, 0, excerpt(source))


def excerpt(source: str, at: int = 0, margin: int = _MARGIN) -> str:
    """The characters around a place on one line, with … where something is left out."""
    start, end = max(0, at - margin), at + margin
    shown = "".join(c if c.isprintable() else " " for c in well_formed(source[start:end])).strip()
    return ("…" if start else "") + shown + ("…" if end < len(source) else "")


def as_text(value: Any, limit: int = _LIMIT) -> str:
    """A member's value as text: strings and numbers as written, null as "", the rest as JSON cut at ``limit``."""
    if value is None:
        return ""
    if isinstance(value, str):
        return well_formed(str(value))
    written = ""
    for piece in _pieces(value):
        written += piece
        if len(written) > limit:
            return written[:limit] + "…"
    return written


def _pieces(value: Any) -> Iterator[str]:
    """The value as JSON in pieces, without recursion: replies may be nested deeper than Python calls may be."""
    pending: list[Any] = [iter((_literal_or_opened(value),))]
    while pending:
        piece = next(pending[-1], None)
        if piece is None:
            pending.pop()
        elif isinstance(piece, str):
            yield piece
        else:
            pending.append(piece)


def _literal_or_opened(value: Any) -> str | Iterator[Any]:
    match value:
        case dict():
            return _dict_pieces(value)
        case list():
            return _list_pieces(value)
        case WrittenNumber():
            return str(value)
        case _:
            return json.dumps(well_formed(value) if isinstance(value, str) else value, ensure_ascii=False)


def _list_pieces(values: list[Any]) -> Iterator[Any]:
    yield "["
    for place, value in enumerate(values):
        yield ", " if place else ""
        yield _literal_or_opened(value)
    yield "]"


def _dict_pieces(members: dict[str, Any]) -> Iterator[Any]:
    yield "{"
    for place, (name, value) in enumerate(members.items()):
        yield (", " if place else "") + json.dumps(well_formed(name), ensure_ascii=False) + ": "
        yield _literal_or_opened(value)
    yield "}"


def some(names: tuple[str, ...], limit: int = 5) -> str:
    """The first names as a list for a sentence, with … where there are more."""
    shown = ", ".join(excerpt(name) for name in islice(names, limit))
    return shown + (", …" if len(names) > limit else "")
