"""Every exchange, kept in an SQLite file beside the settings: written before it is sent, searchable while one types.

Nothing here masks: give it entries that may be written down (``models/history/entries.py`` makes them).
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.cases import CaseStore
from qfpay_gui.services.database.columns import moment, plain
from qfpay_gui.services.database.entry import NOTHING_HIDDEN
from qfpay_gui.services.database.entry_rows import ENTRY_COLUMNS, columns_of, entry_from, row_from
from qfpay_gui.services.database.file import HistoryTroubleError, OpenedHistory, is_damaged, open_anew, open_history
from qfpay_gui.services.database.orders import OrderStore
from qfpay_gui.services.database.orders_table import record
from qfpay_gui.services.database.search import in_sight, statement, with_note, without_note
from qfpay_gui.services.database.suite_runs import SuiteRunStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path
    from sqlite3 import Connection, DatabaseError

    from qfpay_gui.services.database.entry import Hidden, HistoryEntry, HistoryFilter, HistoryRow, Journal

T = TypeVar("T")
PAGE = 200
LONGEST_NOTE = 500
_DAMAGED_TEXT = text("History", "An entry of the history is damaged: what cannot be read in it is shown as {mark}.")
_STEPS_BETWEEN_LOOKS = 2000


class History:
    """The history in one file, opened at its first use. Not for two threads at a time.

    Every method raises HistoryTroubleError where the file cannot be used; a damaged one is put aside
    and begun anew with what can be read of it, which ``take_notices`` tells.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._session = secrets.token_hex(8)
        self._opened: OpenedHistory | None = None
        self._notices: list[Text] = []
        self._has_damaged_text = False
        self.orders = OrderStore(self._run, self._write)
        self.cases = CaseStore(self._run, self._write)
        self.suite_runs = SuiteRunStore(self._run, self._write)

    @property
    def journal(self) -> Journal:
        """Where the entries are kept: in the file, or in memory until the end of the session."""
        return self._run(lambda _connection: self._open().journal)

    def take_notices(self) -> tuple[Text, ...]:
        """What a person should know about the file, once."""
        notices, self._notices = tuple(self._notices), []
        return notices

    def begin(self, entry: HistoryEntry) -> int:
        """Write a new entry, and the order it makes; its id. Once this returns, a killed program does not lose it."""

        def write(connection: Connection) -> int:
            entry_id = self._insert(connection, entry)
            record(connection, entry, entry_id)
            return entry_id

        return self._write(write)

    def finish(self, entry_id: int, entry: HistoryEntry) -> None:
        """Complete an entry of this session; its note and pin stay. Where it is gone, it is written anew."""
        columns = columns_of(entry)

        def write(connection: Connection) -> None:
            found = "SELECT note FROM entry WHERE id = ? AND session = ?"
            row = connection.execute(found, (entry_id, self._session)).fetchone()
            if row is None:
                self._insert(connection, entry)
            else:
                columns["searched"] = with_note(entry.searched, plain(row["note"]))
                _change(connection, entry_id, columns)
            record(connection, entry, entry_id)

        self._write(write)

    def search(
        self,
        wanted: HistoryFilter,
        *,
        limit: int = PAGE,
        before: int | None = None,
        hidden: Hidden = NOTHING_HIDDEN,
        is_stale: Callable[[], bool] | None = None,
    ) -> tuple[HistoryRow, ...] | None:
        """The newest entries that match, newest first; None as soon as ``is_stale`` says nobody waits for them."""

        def read(connection: Connection) -> tuple[HistoryRow, ...] | None:
            written, values = statement(wanted, self._session, before=before, limit=limit, hidden=hidden)
            rows = _unless_stale(connection, written, values, is_stale)
            return None if rows is None else tuple(row_from(row, self._session) for row in rows)

        return self._run(read)

    def load(self, entry_id: int) -> HistoryEntry | None:
        """The whole entry, or None where it is gone."""

        def read(connection: Connection) -> HistoryEntry | None:
            found = f"SELECT {ENTRY_COLUMNS} FROM entry WHERE id = ?"  # noqa: S608 - our own names
            row = connection.execute(found, (entry_id,)).fetchone()
            return None if row is None else entry_from(row, self._session)

        return self._run(read)

    def note(self, entry_id: int, note: str) -> None:
        """Set the user's note, of at most 500 characters."""
        note = " ".join(well_formed(note).split())[:LONGEST_NOTE]

        def write(connection: Connection) -> None:
            row = connection.execute("SELECT searched FROM entry WHERE id = ?", (entry_id,)).fetchone()
            if row is not None:
                searched = with_note(without_note(plain(row["searched"])), note)
                _change(connection, entry_id, {"note": note, "searched": searched})

        self._write(write)

    def pin(self, entry_id: int, *, pinned: bool) -> None:
        """Keep the entry from expiring, or no longer."""
        self._write(lambda it: it.execute("UPDATE entry SET pinned = ? WHERE id = ?", (int(pinned), entry_id)))

    def delete(self, entry_ids: Iterable[int]) -> int:
        """Delete these entries for good; how many there were."""
        return self._write(lambda connection: sum(_delete(connection, one) for one in entry_ids))

    def expire(self, older_than: datetime, most: int = 500) -> int:
        """Delete up to ``most`` unpinned entries sent before this moment; how many were. Call again until it is 0.

        Runs of suites go with the first of them.
        """
        found = "SELECT id FROM entry WHERE sent_at < ? AND pinned = 0 ORDER BY sent_at LIMIT ?"

        def write(connection: Connection) -> int:
            connection.execute("DELETE FROM suite_runs WHERE started_at < ?", (moment(older_than),))
            rows = connection.execute(found, (moment(older_than), most)).fetchall()
            return sum(_delete(connection, row["id"]) for row in rows)

        return self._write(write)

    def count(self, hidden: Hidden = NOTHING_HIDDEN) -> int:
        """How many entries there are that are not hidden."""
        conditions = tuple(in_sight(hidden))
        where = " AND ".join(condition for condition, _ in conditions) or "1"
        values = tuple(value for _, values in conditions for value in values)
        counted = f"SELECT count(*) FROM entry WHERE {where}"  # noqa: S608 - values are bound
        return self._run(lambda connection: int(connection.execute(counted, values).fetchone()[0]))

    def environment_ids(self) -> tuple[str, ...]:
        """The environments that entries were sent to."""
        found = "SELECT DISTINCT environment_id FROM entry ORDER BY environment_id"
        return self._run(lambda connection: tuple(plain(row[0]) for row in connection.execute(found)))

    def close(self) -> None:
        """Leave the file; the next use opens it again."""
        if self._opened is not None:
            self._opened.connection.close()
            self._opened = None

    def _open(self) -> OpenedHistory:
        if self._opened is not None and not self._opened.is_still_at(self._path):
            self.close()
        if self._opened is None:
            return self._take(open_history(self._path))
        return self._opened

    def _take(self, opened: OpenedHistory) -> OpenedHistory:
        opened.connection.text_factory = self._decoded
        if opened.notice:
            self._notices.append(opened.notice)
        self._opened = opened
        return opened

    def _decoded(self, raw: bytes) -> str:
        """A cell's text. One that is damaged must not hide the others; the first is told."""
        try:
            return raw.decode()
        except UnicodeDecodeError:
            if not self._has_damaged_text:
                self._has_damaged_text = True
                self._notices.append(_DAMAGED_TEXT.fill(mark="�"))
            return raw.decode(errors="replace")

    def _run(self, work: Callable[[Connection], T]) -> T:
        from sqlite3 import DatabaseError  # noqa: PLC0415 - not needed at the start

        try:
            try:
                return work(self._open().connection)
            except DatabaseError as error:
                self._repair(error)
            return work(self._open().connection)
        except (DatabaseError, OSError) as error:
            raise HistoryTroubleError(str(error)) from error

    def _write(self, work: Callable[[Connection], T]) -> T:
        """All of the work or none of it."""

        def together(connection: Connection) -> T:
            with _transaction(connection):
                return work(connection)

        return self._run(together)

    def _repair(self, error: DatabaseError) -> None:
        """Begin a broken file anew with what can be read of it; any other error is raised again."""
        damaged = self._opened
        if damaged is None or damaged.journal == "memory" or not is_damaged(error):
            raise error
        self.close()
        self._take(open_anew(self._path, damaged))

    def _insert(self, connection: Connection, entry: HistoryEntry) -> int:
        columns = columns_of(entry)
        columns |= {"session": self._session, "note": well_formed(entry.note), "pinned": int(entry.pinned)}
        columns["searched"] = with_note(entry.searched, entry.note)
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        added = connection.execute(f"INSERT INTO entry ({names}) VALUES ({places})", tuple(columns.values()))  # noqa: S608 - our own names
        return int(added.lastrowid or 0)


def _change(connection: Connection, entry_id: int, columns: dict[str, Any]) -> None:
    assigned = ", ".join(f"{name} = ?" for name in columns)
    connection.execute(f"UPDATE entry SET {assigned} WHERE id = ?", (*columns.values(), entry_id))  # noqa: S608 - our own names


def _delete(connection: Connection, entry_id: int) -> int:
    return connection.execute("DELETE FROM entry WHERE id = ?", (entry_id,)).rowcount


@contextmanager
def _transaction(connection: Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _unless_stale(
    connection: Connection, written: str, values: tuple[Any, ...], is_stale: Callable[[], bool] | None
) -> list[Any] | None:
    if is_stale is None:
        return connection.execute(written, values).fetchall()
    if is_stale():
        return None
    connection.set_progress_handler(is_stale, _STEPS_BETWEEN_LOOKS)
    try:
        return connection.execute(written, values).fetchall()
    except Exception as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            return None
        raise
    finally:
        connection.set_progress_handler(None, 0)
