"""The tables of the history file and how an older file becomes a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.services.database.orders_backfill import orders_of_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from sqlite3 import Connection

    Step = Sequence[str | Callable[[Connection], None]]

_ENTRIES = (
    # AUTOINCREMENT: the id of a deleted entry is never given to another, which the search index counts on.
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
STEPS: tuple[Step, ...] = (_ENTRIES, _ORDERS)
"""Step n takes a file of version n to version n + 1. A step that was released is never changed again."""

_WORDS = "CREATE VIRTUAL TABLE words USING fts5(grams, content='', detail='none', columnsize=0, tokenize='ascii')"


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


def make_index(connection: Connection, *, anew: bool = False) -> bool:
    """Make the search index where there is none that works, or ``anew``; False where this SQLite has no FTS5."""
    from sqlite3 import OperationalError  # noqa: PLC0415 - late, for the start

    connection.execute("BEGIN IMMEDIATE")
    try:
        if anew or not _works(connection):
            connection.execute("DROP TABLE IF EXISTS words")
            connection.execute(_WORDS)
            connection.execute("UPDATE entry SET indexed = 0 WHERE indexed = 1")
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, OperationalError) and "no such module" in str(error):
            return False
        raise
    return True


def is_sound(connection: Connection) -> bool:
    """Whether SQLite finds nothing wrong with the file; it reads all of it."""
    from sqlite3 import DatabaseError  # noqa: PLC0415 - late, for the start

    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except DatabaseError:
        return False


def _works(connection: Connection) -> bool:
    """Whether there is an index and it answers; a broken one may ask for absurd amounts of memory."""
    from sqlite3 import DatabaseError  # noqa: PLC0415 - late, for the start

    try:
        connection.execute("SELECT rowid FROM words WHERE words MATCH '30' LIMIT 1").fetchone()
    except (DatabaseError, MemoryError):
        return False
    return True
