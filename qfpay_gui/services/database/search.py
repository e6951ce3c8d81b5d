"""A search of the history as SQL: the index proposes, the text itself decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qfpay_gui.services.database.entry import Ending, HistoryFilter
from qfpay_gui.services.database.entry_rows import ROW_COLUMNS
from qfpay_gui.services.database.words import match, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Condition = tuple[str, tuple[Any, ...]]
_NEWEST = 2**63 - 1


def statement(wanted: HistoryFilter, session: str, *, before: int | None, limit: int, use_index: bool) -> Condition:
    """The SQL for the newest ``limit`` entries with ids below ``before``, and its values."""
    words = words_of(wanted.words)
    conditions = list(_conditions(wanted, words, session))
    # Pinned entries are few: reading them all is faster than asking the index for words that all entries have.
    if words and use_index and not wanted.only_pinned:
        # In this order, and ordered by the index's own row number, SQLite stops as soon as it has enough.
        source, order = "words CROSS JOIN entry ON entry.id = words.rowid", "words.rowid"
        conditions.insert(0, ("words MATCH ?", (match(words),)))
    else:
        source, order = "entry", "id"
    conditions.insert(0, (f"{order} < ?", (_NEWEST if before is None else before,)))
    where = " AND ".join(condition for condition, _ in conditions)
    values = tuple(value for _, values in conditions for value in values)
    written = f"SELECT {ROW_COLUMNS} FROM {source} WHERE {where} ORDER BY {order} DESC LIMIT ?"  # noqa: S608 - values are bound
    return written, (*values, limit)


def _conditions(wanted: HistoryFilter, words: tuple[str, ...], session: str) -> Iterator[Condition]:
    for word in words:
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
