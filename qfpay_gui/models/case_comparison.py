"""A comparison as it is drawn: hidden characters shown, long values cut around the first difference, secrets masked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.comparison import Effect, Kind, compare
from qfpay_gui.models.signing_text import signing_text
from qfpay_gui.qfpay.masking import persistable
from qfpay_gui.qfpay.recipe import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.comparison import Comparison, Line, Side

_BEFORE, _LONGEST = 60, 400
_CUT = "… "


@dataclass(frozen=True)
class Cell:
    """A value as it is drawn; ``mark`` is the first difference in UTF-16 units. ``text`` is None where there is none."""

    text: str | None
    mark: tuple[int, int] | None = None


@dataclass(frozen=True)
class Row:
    """A line of the comparison."""

    name: str
    left: Cell
    right: Cell
    kind: Kind
    effect: Effect
    is_parameter: bool


@dataclass(frozen=True)
class Table:
    """The rows, parameters first, and the same as text without secrets and personal data."""

    rows: tuple[Row, ...]
    lines: tuple[str, ...]

    @property
    def differing(self) -> int:
        """How many rows are not the same on both sides."""
        return sum(row.kind is not Kind.SAME for row in self.rows)


def table(left: Side, right: Side, client_key: str = "") -> Table:
    """Both sides aligned; ``client_key`` tells the effects apart and is masked wherever it stands."""
    compared = compare(left, right, client_key)
    rows = (
        *(_row(line, client_key, is_parameter=True) for line in compared.parameters),
        *(_row(line, client_key, is_parameter=False) for line in compared.others),
    )
    return Table(rows, _lines(compared, client_key))


def _row(line: Line, client_key: str, *, is_parameter: bool) -> Row:
    place = line.first_difference
    left, right = (_cell(value, place, client_key) for value in (line.left, line.right))
    return Row(line.name, left, right, line.kind, line.effect, is_parameter)


def _cell(value: str | None, place: int | None, client_key: str) -> Cell:
    if value is None:
        return Cell(None)
    start = 0
    if place is not None and len(value) > _LONGEST and place > _BEFORE:
        start = place - _BEFORE
    shown = value[start : start + _LONGEST]
    kind = "key" if client_key and client_key in value else "value"
    lead = _CUT if start else ""
    rest = " …" if start + _LONGEST < len(value) else ""
    drawn = _drawn(shown, kind == "key")
    if place is None:
        return Cell(lead + drawn + rest)
    at = min(place - start, len(shown))
    before, after = _drawn(shown[:at], kind == "key", is_cut=True), shown[at : at + 1]
    begin = _units(lead + before)
    if not after:
        return Cell(f"{lead}{drawn}∎", (_units(lead + drawn), 1))
    return Cell(lead + drawn + rest, (begin, max(_units(drawn) - _units(before) - _units(_tail(shown, at, kind)), 1)))


def _tail(shown: str, at: int, kind: str) -> str:
    """What is drawn behind the character at this index."""
    whole = _drawn(shown, kind == "key")
    rest = shown[at + 1 :]
    for length in range(len(rest) + 1, 0, -1):
        drawn = _drawn(rest, kind == "key")
        if whole.endswith(drawn):
            return drawn
        del length
        break
    return whole[-len(rest) :] if rest else ""


def _drawn(value: str, is_key: bool, *, is_cut: bool = False) -> str:  # noqa: FBT001 - private
    del is_cut
    return signing_text((Segment("key" if is_key else "value", value),), reveal_key=False).shown


def _units(shown: str) -> int:
    return len(shown.encode("utf-16-le", "surrogatepass")) // 2


def _lines(compared: Comparison, client_key: str) -> tuple[str, ...]:
    return tuple(_line(line, client_key) for line in (*compared.parameters, *compared.others))


def _line(line: Line, client_key: str) -> str:
    keys: Iterable[str] = [client_key] if client_key else []
    left, right = (
        "–" if value is None else persistable([(line.name, value)], keys)[0][1] for value in (line.left, line.right)
    )
    sign = "=" if line.kind is Kind.SAME else "≠"
    return f"{sign} {line.name}: {left}" if line.kind is Kind.SAME else f"{sign} {line.name}: {left} | {right}"
