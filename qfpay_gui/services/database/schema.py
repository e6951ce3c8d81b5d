"""The tables of the history file and how an older file becomes a newer one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from qfpay_gui.services.database.entry_rows import ENTRY_COLUMNS, entry_from
from qfpay_gui.services.database.orders_table import record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from sqlite3 import Connection

    Step = Sequence[str | Callable[[Connection], None]]

MOST = 2000
"""So many of the newest entries are looked at, which takes about a second."""


def orders_of_entries(connection: Connection) -> None:
    """Record the newest 2,000 entries again, the oldest of them first; what was being sent then is unknown now."""
    # It writes the table as the program knows it, so a later step that changes the table has to come to terms with it.
    found = f"SELECT {ENTRY_COLUMNS} FROM (SELECT * FROM entry ORDER BY id DESC LIMIT ?) ORDER BY id"  # noqa: S608 - our own names
    names = ENTRY_COLUMNS.split(", ")
    for row in connection.execute(found, (MOST,)).fetchall():
        columns = dict(zip(names, row, strict=True))
        record(connection, entry_from(columns, session=""), columns["id"])


_ENTRIES = (
    # AUTOINCREMENT: the id of a deleted entry is never given to another.
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        session TEXT NOT NULL,
        sent_at TEXT NOT NULL,
        environment_id TEXT NOT NULL,
        environment_kind TEXT NOT NULL,
        host TEXT NOT NULL,
        profile TEXT NOT NULL,
        endpoint TEXT NOT NULL,
        out_trade_no TEXT NOT NULL,
        txamt TEXT NOT NULL,
        txcurrcd TEXT NOT NULL,
        ending TEXT NOT NULL,
        respcd TEXT NOT NULL,
        severity INTEGER NOT NULL,
        headline TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        pinned INTEGER NOT NULL DEFAULT 0,
        indexed INTEGER NOT NULL DEFAULT 0,
        searched TEXT NOT NULL,
        request TEXT NOT NULL,
        outcome TEXT NOT NULL
    )""",
    "CREATE INDEX entry_sent_at ON entry (sent_at)",
    "CREATE INDEX entry_environment ON entry (environment_id, id)",
    "CREATE INDEX entry_ending ON entry (ending, id)",
    "CREATE INDEX entry_pinned ON entry (id) WHERE pinned = 1",
    "CREATE INDEX entry_not_indexed ON entry (id) WHERE indexed = 0",
)
_ORDERS = (
    """CREATE TABLE orders (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        environment_id TEXT NOT NULL,
        environment_kind TEXT NOT NULL,
        base_url TEXT NOT NULL,
        profile TEXT NOT NULL,
        app_code TEXT NOT NULL,
        mchid TEXT NOT NULL,
        out_trade_no TEXT NOT NULL,
        syssn TEXT NOT NULL,
        txamt TEXT NOT NULL,
        txcurrcd TEXT NOT NULL,
        pay_type TEXT NOT NULL,
        state TEXT NOT NULL,
        refunded INTEGER NOT NULL,
        pending INTEGER NOT NULL,
        respcd TEXT NOT NULL,
        made_at TEXT NOT NULL,
        checked_at TEXT NOT NULL,
        life TEXT NOT NULL,
        searched TEXT NOT NULL
    )""",
    "CREATE INDEX orders_made_at ON orders (made_at)",
    "CREATE INDEX orders_state ON orders (state)",
    # Every number an order is known by: its own, and those of its refunds.
    """CREATE TABLE order_number (
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
        order_id INTEGER NOT NULL,
        PRIMARY KEY (number, kind, order_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX order_number_order ON order_number (order_id)",
    orders_of_entries,
)


def _drop_words(connection: Connection) -> None:
    """Drop the search index of earlier versions; one that is broken, or unknown to this SQLite, may stay unused."""
    from sqlite3 import DatabaseError  # noqa: PLC0415 - not needed at the start

    with suppress(DatabaseError, MemoryError):
        connection.execute("DROP TABLE IF EXISTS words")


_NO_INDEX = (_drop_words, "DROP INDEX entry_not_indexed", "ALTER TABLE entry DROP COLUMN indexed")
_CASES = (
    """CREATE TABLE cases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        made_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        merchant TEXT NOT NULL,
        ticket TEXT NOT NULL,
        note TEXT NOT NULL,
        status TEXT NOT NULL,
        severity INTEGER NOT NULL,
        cause TEXT NOT NULL,
        number TEXT NOT NULL,
        signature TEXT NOT NULL,
        searched TEXT NOT NULL,
        record TEXT NOT NULL
    )""",
    "CREATE INDEX cases_changed_at ON cases (changed_at, id)",
    "CREATE INDEX cases_signature ON cases (signature) WHERE signature <> ''",
)
_SUITE_RUNS = (
    """CREATE TABLE suite_runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL,
        name TEXT NOT NULL,
        started_at TEXT NOT NULL,
        environment_id TEXT NOT NULL,
        host TEXT NOT NULL,
        profile TEXT NOT NULL,
        is_whole INTEGER NOT NULL,
        results TEXT NOT NULL
    )""",
    "CREATE INDEX suite_runs_source ON suite_runs (source, id)",
)
STEPS: tuple[Step, ...] = (_ENTRIES, _ORDERS, _NO_INDEX, _CASES, _SUITE_RUNS)
"""Step n takes a file of version n to version n + 1. A step that was released is never changed again."""


def version(connection: Connection) -> int:
    """The version of the file; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Take the file to the newest version in one transaction; two windows may try at once."""
    if version(connection) >= len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version(connection) :]:
            for change in step:
                connection.execute(change) if isinstance(change, str) else change(connection)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
