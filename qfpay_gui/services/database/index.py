"""The search index of the history, kept in step with its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.services.database.words import folded, grams

if TYPE_CHECKING:
    from sqlite3 import Connection


def with_note(searched: str, note: str) -> str:
    """The text a search looks through, the user's note as its first line."""
    return f"{folded(note).replace(chr(10), ' ')}\n{searched}"


def without_note(searched: str) -> str:
    """The text a search looks through, as it was before a note was added."""
    return searched.partition("\n")[2]


def add(connection: Connection, entry_id: int, searched: str) -> None:
    """Make the entry findable."""
    connection.execute("INSERT INTO words (rowid, grams) VALUES (?, ?)", (entry_id, grams(searched)))
    connection.execute("UPDATE entry SET indexed = 1 WHERE id = ?", (entry_id,))


def remove(connection: Connection, entry_id: int) -> None:
    """Take the entry out of the index; done before its text changes, for the index must be told the old one."""
    row = connection.execute("SELECT searched, indexed FROM entry WHERE id = ?", (entry_id,)).fetchone()
    if row is not None and row["indexed"]:
        delete = "INSERT INTO words (words, rowid, grams) VALUES ('delete', ?, ?)"
        connection.execute(delete, (entry_id, grams(row["searched"])))


def is_complete(connection: Connection) -> bool:
    """Whether every entry can be found in the index."""
    return connection.execute("SELECT 1 FROM entry WHERE indexed = 0 LIMIT 1").fetchone() is None


def add_missing(connection: Connection, most: int) -> int:
    """Index up to ``most`` entries that are not; how many were."""
    rows = connection.execute("SELECT id, searched FROM entry WHERE indexed = 0 LIMIT ?", (most,)).fetchall()
    for row in rows:
        add(connection, row["id"], row["searched"])
    return len(rows)
