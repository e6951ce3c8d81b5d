"""A search of the history: the text an entry is searched by, the words of a query, and the SQL that finds them."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.services.database.columns import LARGEST_ID, moment
from qfpay_gui.services.database.entry import NOTHING_HIDDEN, Ending, Hidden, HistoryFilter
from qfpay_gui.services.database.entry_rows import KNOWN_BY, ROW_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CURRENCY = (
    "CASE WHEN txcurrcd <> '' THEN txcurrcd ELSE coalesce((SELECT orders.txcurrcd FROM order_number "
    "JOIN orders ON orders.id = order_number.order_id WHERE number = entry.out_trade_no "
    "AND orders.environment_id = entry.environment_id ORDER BY orders.id DESC LIMIT 1), '') END AS txcurrcd"
)
"""A refund names no currency: it is that of the order it is about."""
_LISTED = f"{ROW_COLUMNS.replace('txcurrcd', _CURRENCY)}, {KNOWN_BY}"
Condition = tuple[str, tuple[Any, ...]]
LONGEST_TEXT = 3000
_LONGEST_WORD, _MOST_WORDS = 200, 12


def folded(written: str) -> str:
    """The text as it is compared: full-width letters and letter case make no difference."""
    return unicodedata.normalize("NFKC", well_formed(written)).casefold()


def searchable(parts: Iterable[str]) -> str:
    """The text a search looks through, one part a line; cut at 3,000 characters, so name what matters first."""
    return "\n".join(folded(part).replace("\n", " ") for part in parts if part)[:LONGEST_TEXT]


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query; quotes, stars and operators are characters like any other."""
    return tuple(word[:_LONGEST_WORD] for word in folded(query).split()[:_MOST_WORDS])


def with_note(searched: str, note: str) -> str:
    """The text a search looks through, the user's note as its first line."""
    return f"{folded(note).replace(chr(10), ' ')}\n{searched}"


def without_note(searched: str) -> str:
    """The text a search looks through, as it was before a note was added."""
    return searched.partition("\n")[2]


def statement(
    wanted: HistoryFilter, session: str, *, before: int | None, limit: int, hidden: Hidden = NOTHING_HIDDEN
) -> Condition:
    """The SQL for the newest ``limit`` entries with ids below ``before`` that are not hidden, and its values."""
    newest = ("id < ?", (LARGEST_ID if before is None else before,))
    conditions = (newest, *in_sight(hidden), *_conditions(wanted, session))
    where = " AND ".join(condition for condition, _ in conditions)
    values = tuple(value for _, values in conditions for value in values)
    return f"SELECT {_LISTED} FROM entry WHERE {where} ORDER BY id DESC LIMIT ?", (*values, limit)  # noqa: S608 - values are bound


def in_sight(hidden: Hidden) -> Iterator[Condition]:
    """What an entry has to fulfil so that it is not hidden."""
    if hidden.ids:
        yield without(hidden.ids)
    if hidden.before is not None:
        yield "(sent_at >= ? OR pinned = 1)", (moment(hidden.before),)


def without(ids: Iterable[int]) -> Condition:
    """Every row but these: however many, they are one value."""
    return "id NOT IN (SELECT value FROM json_each(?))", (json.dumps(sorted(ids)),)


def _conditions(wanted: HistoryFilter, session: str) -> Iterator[Condition]:
    for word in words_of(wanted.words):
        yield "instr(searched, ?) > 0", (word,)
    if wanted.environment_id is not None:
        yield "environment_id = ?", (wanted.environment_id,)
    if wanted.only_pinned:
        yield "pinned = 1", ()
    match wanted.ending:
        case None:
            pass
        case Ending.SENDING:
            yield "ending = ? AND session = ?", (Ending.SENDING.value, session)
        case Ending.UNKNOWN:
            # What another session was sending when it ended.
            either = "ending IN (?, ?) AND NOT (ending = ? AND session = ?)"
            yield either, (Ending.UNKNOWN.value, Ending.SENDING.value, Ending.SENDING.value, session)
        case ending:
            yield "ending = ?", (ending.value,)
