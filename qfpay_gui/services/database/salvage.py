"""Carries the rows of a damaged file that can be read over into a fresh one."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from qfpay_gui.services.database.columns import plain
from qfpay_gui.services.database.order_rows import COLUMNS, numbers_of, order_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from sqlite3 import Connection

TABLES = ("entry", "orders", "cases")
_LAST_WHERE_UNKNOWN = 1 << 20
_MOST_FAILURES = 10_000
"""One inner page names the pages of some thousand rows; whatever fails more often in a row is broken at its root."""


def carry_over(damaged: Path, fresh: Connection) -> tuple[int, ...]:
    """Bring what can be read of each table of ours in the damaged file, which is not changed; how many rows it was."""
    from sqlite3 import DatabaseError, connect  # noqa: PLC0415 - not needed at the start

    carried = tuple(0 for _table in TABLES)
    with suppress(DatabaseError), closing(connect(f"file:{quote(damaged.as_posix())}?mode=ro", uri=True)) as old:
        old.text_factory = plain
        fresh.execute("BEGIN IMMEDIATE")
        try:
            carried = tuple(_carry_table(old, fresh, name) for name in TABLES)
            _number_orders(fresh)
            fresh.execute("COMMIT")
        except BaseException:
            fresh.execute("ROLLBACK")
            raise
    _tidy(damaged)
    return carried


def _tidy(damaged: Path) -> None:
    """Take away what reading the file left beside it."""
    damaged.with_name(f"{damaged.name}-shm").unlink(missing_ok=True)
    log = damaged.with_name(f"{damaged.name}-wal")
    if log.exists() and not log.stat().st_size:
        log.unlink()


def _carry_table(old: Connection, fresh: Connection, name: str) -> int:
    known = _columns(old, name)
    columns = [column for column in _columns(fresh, name) if column in known]
    if "id" not in columns:
        return 0
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    last = max(_last_ids(old, name), default=0)
    found = f"SELECT {names} FROM {name} NOT INDEXED WHERE id BETWEEN ? AND ? ORDER BY id"  # noqa: S608 - our own names
    rows = _Rows(old, found, columns.index("id"))
    before = fresh.total_changes
    fresh.executemany(
        f"INSERT OR IGNORE INTO {name} ({names}) VALUES ({places})",  # noqa: S608 - our own names
        rows.between(0, last or _LAST_WHERE_UNKNOWN),
    )
    carried = fresh.total_changes - before
    # An id that was given to a row which is lost now is not given to another.
    fresh.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, name))
    return carried


class _Rows:
    """The rows of one table, looked for in halves where a whole cannot be read, until nothing can."""

    def __init__(self, old: Connection, found: str, place_of_id: int) -> None:
        self._old, self._found, self._place = old, found, place_of_id
        self._failures = 0

    def between(self, first: int, last: int) -> Iterator[Any]:
        """Those with an id from ``first`` to ``last`` that can be read."""
        from sqlite3 import DatabaseError  # noqa: PLC0415 - not needed at the start

        try:
            for row in self._old.execute(self._found, (first, last)):
                yield row
                first = row[self._place] + 1
        except DatabaseError:
            self._failures += 1
        else:
            self._failures = 0
            return
        if first < last and self._failures < _MOST_FAILURES:
            middle = (first + last) // 2
            yield from self.between(first, middle)
            yield from self.between(middle + 1, last)


def _columns(connection: Connection, name: str) -> list[str]:
    """The columns of the table; a damaged file may be of an earlier version, or have no such table."""
    from sqlite3 import DatabaseError  # noqa: PLC0415 - not needed at the start

    with suppress(DatabaseError):
        return [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    return []


def _last_ids(old: Connection, name: str) -> Iterator[int]:
    """The last id of the table as either place tells it, of which one may be damaged."""
    from sqlite3 import DatabaseError  # noqa: PLC0415 - not needed at the start

    for found in (f"SELECT max(id) FROM {name}", f"SELECT seq FROM sqlite_sequence WHERE name = '{name}'"):  # noqa: S608 - our own names
        with suppress(DatabaseError):
            yield from (row[0] for row in old.execute(found) if isinstance(row[0], int))


def _number_orders(fresh: Connection) -> None:
    """Have every order found by its numbers again."""
    names = COLUMNS.split(", ")
    for row in fresh.execute(f"SELECT {COLUMNS} FROM orders").fetchall():  # noqa: S608 - our own names
        order = order_from(dict(zip(names, row, strict=True)))
        numbers = [(number, kind, order.id) for number, kind in numbers_of(order)]
        fresh.executemany("INSERT OR IGNORE INTO order_number VALUES (?, ?, ?)", numbers)
