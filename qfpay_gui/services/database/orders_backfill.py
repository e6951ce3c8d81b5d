"""Makes the table of orders of a file that is older than this table, from the exchanges it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.services.database.entry_rows import ENTRY_COLUMNS, entry_from
from qfpay_gui.services.database.orders_table import hear

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST = 2000
"""So many of the newest entries are looked at, which takes about a second."""


def orders_of_entries(connection: Connection) -> None:
    """Hear the newest 2,000 entries again, the oldest of them first; what was being sent then is unknown now."""
    # It writes the table as the program knows it, so a later step that changes the table has to come to terms with it.
    found = f"SELECT {ENTRY_COLUMNS} FROM (SELECT * FROM entry ORDER BY id DESC LIMIT ?) ORDER BY id"  # noqa: S608 - our own names
    names = ENTRY_COLUMNS.split(", ")
    for row in connection.execute(found, (MOST,)).fetchall():
        columns = dict(zip(names, row, strict=True))
        hear(connection, entry_from(columns, session=""), columns["id"])
