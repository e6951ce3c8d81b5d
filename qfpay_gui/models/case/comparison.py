"""A comparison as it is drawn: hidden characters shown, long values cut around the first difference, secrets masked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.comparison import Effect, LineKind, Part, Side, compare
from qfpay_gui.models.case.strings import drawn
from qfpay_gui.qfpay.reply.members import members
from qfpay_gui.qfpay.secrets.masking import persistable
from qfpay_gui.qfpay.signing.recipe import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.comparison import Line
    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.database.entry import HistoryEntry
    from qfpay_gui.snippets.proof.case_file import CaseReply

_BEFORE, _LONGEST = 60, 400
_CUT = "…"


@dataclass(frozen=True)
class Cell:
    """A value as it is drawn; ``mark`` is the first difference, in UTF-16 units; ``text`` None: not there."""

    text: str | None
    mark: tuple[int, int] | None = None


@dataclass(frozen=True)
class Row:
    """A line of the comparison."""

    name: str
    left: Cell
    right: Cell
    kind: LineKind
    effect: Effect
    part: Part


@dataclass(frozen=True)
class Table:
    """The rows, parameters first, replies last, and the same as text without secrets and personal data."""

    rows: tuple[Row, ...]
    lines: tuple[str, ...]

    @property
    def differing(self) -> int:
        """How many rows are not the same on both sides."""
        return sum(row.kind is not LineKind.SAME for row in self.rows)


def table(left: Side, right: Side, client_key: str = "") -> Table:
    """Both sides aligned; ``client_key`` tells the effects apart and is masked wherever it stands."""
    compared = compare(left, right, client_key)
    rows = tuple(_row(line, client_key) for line in compared.lines)
    return Table(rows, tuple(_line(line, client_key) for line in compared.lines))


def _row(line: Line, client_key: str) -> Row:
    place = line.first_difference
    left, right = (_cell(value, place, client_key) for value in (line.left, line.right))
    return Row(line.name, left, right, line.kind, line.effect, line.part)


def _cell(value: str | None, place: int | None, client_key: str) -> Cell:
    if value is None:
        return Cell(None)
    start = max(place - _BEFORE, 0) if place is not None and len(value) > _LONGEST else 0
    piece = value[start : start + _LONGEST]
    at = None if place is None else min(place - start, len(piece))
    shown = drawn((Segment("value", piece),), [client_key], at)
    lead, tail = (_CUT if start else ""), (_CUT if start + _LONGEST < len(value) else "")
    mark = None if shown.mark is None else (shown.mark[0] + len(lead), shown.mark[1])
    return Cell(f"{lead}{shown.text.shown}{tail}", mark)


def _line(line: Line, client_key: str) -> str:
    keys: Iterable[str] = [client_key] if client_key else []
    left, right = (
        "–" if value is None else persistable([(line.name, value)], keys)[0][1] for value in (line.left, line.right)
    )
    sign = "=" if line.kind is LineKind.SAME else "≠"
    name = line.name if line.part in {Part.PARAMETER, Part.REQUEST} else f"{line.part.value} {line.name}".rstrip()
    return f"{sign} {name}: {left}" if line.kind is LineKind.SAME else f"{sign} {name}: {left} | {right}"


def side_of_case(case: ReadRequest, replies: Iterable[CaseReply] = ()) -> Side:
    """The merchant's request as far as the paste shows it, and the newest of these replies to the same mistake."""
    side = Side(case.pairs, case.header_pairs, case.url, case.signature.strip(), case.sign_type)
    return _answered(side, [one for one in replies if one.is_deliberate])


def side_of_request(prepared: PreparedRequest, replies: Iterable[CaseReply] = ()) -> Side:
    """Our request as it would be sent, and the newest of these replies to it."""
    side = Side(prepared.parameters, prepared.headers, prepared.url, prepared.signature, prepared.sign_type)
    return _answered(side, [one for one in replies if not one.is_deliberate and one.endpoint == prepared.endpoint])


def _answered(side: Side, replies: list[CaseReply]) -> Side:
    if not replies:
        return side
    newest = replies[-1]
    status = f"HTTP {newest.status}" if newest.status else newest.reply
    return replace(side, status=status, answer=members(newest.reply) if newest.status else ())


def side_of_history(entry: HistoryEntry) -> Side:
    """A kept request and its reply: what the history masked stays masked."""
    kept, reply, failure = entry.request, entry.reply, entry.failure
    status = f"{failure.layer}: {failure.technical}" if failure else ""
    if reply is not None:
        status = f"HTTP {reply.status} {reply.reason}".rstrip()
    return Side(
        kept.parameters,
        kept.headers,
        kept.url,
        kept.signature,
        kept.sign_type,
        kept.signing_string,
        status,
        members(reply.body) if reply else (),
    )
