"""Opens the history file: private to its user, shared by several windows, put aside where it is damaged."""

from __future__ import annotations

import os
import re
import time
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.cases import ROW_COLUMNS as CASE_COLUMNS
from qfpay_gui.services.database.columns import plain
from qfpay_gui.services.database.entry_rows import ENTRY_COLUMNS
from qfpay_gui.services.database.order_rows import COLUMNS as ORDER_COLUMNS
from qfpay_gui.services.database.salvage import carry_over
from qfpay_gui.services.database.schema import STEPS, upgrade, version
from qfpay_gui.services.database.suite_runs import COLUMNS as RUN_COLUMNS
from qfpay_gui.services.private_file import make_private, opened
from qfpay_gui.services.turns import in_turn

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection, Error

    from qfpay_gui.services.database.entry import Journal

_TABLES = ((ENTRY_COLUMNS, "entry"), (ORDER_COLUMNS, "orders"), (CASE_COLUMNS, "cases"), (RUN_COLUMNS, "suite_runs"))
_BUSY_SECONDS = 5.0
_PAUSE_SECONDS = 0.02
_STRANGE = re.compile("no such (table|column)|already exists")

_IN_MEMORY = text(
    "History",
    "The history file {path} cannot be written ({reason}). The history lasts until the window is closed. Make the "
    "folder writable for your user, or choose another one with the environment variable QFPAY_TESTER_HOME.",
)
_LOCKED = text(
    "History",
    "The history file {path} is locked by another program. The history of this session lasts until the window is "
    "closed. Close what uses the file, such as a backup or a database viewer, and start QFPay Tester again.",
)
_DAMAGED = text(
    "History", "The history file was damaged. It is kept beside the new one as {path}, and a new history begins."
)
_CARRIED = text(
    "History",
    "The history file was damaged and is kept as {path}. What could be read in it is in the new one: exchanges "
    "{exchanges}, orders {orders}, cases {cases}. Others may be missing.",
)
_NEWER = text(
    "History",
    "The history file {path} was written by a newer version of QFPay Tester and is left alone. The history of this "
    "session lasts until the window is closed. Update QFPay Tester to see the older entries.",
)
_UNUSABLE = text(
    "History", "The history could not be read or written ({reason}). What is sent now may be missing in it."
)


class HistoryTroubleError(Exception):
    """The history cannot do what was asked; ``text`` says so for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.text = _UNUSABLE.fill(reason=reason)


class _NewerError(Exception):
    """The file has a version this program does not know."""


@dataclass(frozen=True)
class OpenedHistory:
    """A connection ready for use; ``notice`` says where it is not what was asked for, ``file`` which file it is."""

    connection: Connection
    journal: Journal
    notice: Text | None = None
    file: tuple[int, int] | None = None

    def is_still_at(self, path: Path) -> bool:
        """Whether this is the file of that name yet: another window may have put it aside."""
        try:
            return self.file in (None, _file_at(path))
        except OSError as error:
            return not isinstance(error, FileNotFoundError)


def open_history(path: Path) -> OpenedHistory:
    """The history in this file; a fresh one where it is damaged, one in memory where it cannot be used at all."""
    from sqlite3 import DatabaseError  # noqa: PLC0415 - not needed at the start

    try:
        with in_turn(path):
            return _open_or_mend(path)
    except _NewerError:
        return _open_memory(_NEWER.fill(path=path))
    except OSError as error:
        return _open_memory(_IN_MEMORY.fill(path=path, reason=error.strerror or type(error).__name__))
    except DatabaseError as error:
        return _open_memory(_LOCKED.fill(path=path) if _is_locked(error) else _IN_MEMORY.fill(path=path, reason=error))


def _open_or_mend(path: Path) -> OpenedHistory:
    from sqlite3 import DatabaseError  # noqa: PLC0415 - not needed at the start

    try:
        return _open_file(path)
    except DatabaseError as error:
        if not is_damaged(error, at_opening=True):
            raise
    return _begin_anew(path)


def is_damaged(error: Error, *, at_opening: bool = False) -> bool:
    """Whether the file itself is broken. At its opening, tables that are not ours count as well."""
    name = getattr(error, "sqlite_errorname", "")
    return name in {"SQLITE_CORRUPT", "SQLITE_NOTADB"} or (at_opening and _STRANGE.search(str(error)) is not None)


def open_anew(path: Path, damaged: OpenedHistory) -> OpenedHistory:
    """Put this file aside, unless another window did, and carry over what can be read of it. OSError, DatabaseError."""
    with in_turn(path):
        return _begin_anew(path) if damaged.is_still_at(path) else _open_or_mend(path)


def _begin_anew(path: Path) -> OpenedHistory:
    """Nobody else writes to the fresh file before everything is in it, so that no id is given twice."""
    aside = _set_aside(path)
    opened = _open_file(path)
    carried = carry_over(aside, opened.connection)
    if not any(carried):
        return replace(opened, notice=_DAMAGED.fill(path=aside))
    exchanges, orders, cases = carried
    return replace(opened, notice=_CARRIED.fill(path=aside, exchanges=exchanges, orders=orders, cases=cases))


def _set_aside(path: Path) -> Path:
    """Give the damaged file another name, and say which. OSError where that fails."""
    names = (path.with_name(f"{path.name}.damaged{f'-{n}' if n > 1 else ''}") for n in count(1))
    aside = next(name for name in names if not name.exists())
    os.replace(path, aside)  # noqa: PTH105 - a plain name
    # A log left behind would be played into the new file.
    with suppress(FileNotFoundError):
        os.replace(f"{path}-wal", f"{aside}-wal")  # noqa: PTH105 - a plain name
    with suppress(FileNotFoundError):
        os.unlink(f"{path}-shm")  # noqa: PTH108 - a plain name
    return aside


def _open_file(path: Path) -> OpenedHistory:
    # SQLite gives its log the rights of the file, so these are right before it first opens it.
    os.close(opened(path, os.O_RDWR))
    make_private(path.with_name(f"{path.name}-wal"))
    return replace(_ready_in_turn(path), file=_file_at(path))


def _file_at(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _ready_in_turn(path: Path) -> OpenedHistory:
    """Of two windows that make the same file, SQLite refuses one at once, whatever it was told to wait."""
    from sqlite3 import OperationalError  # noqa: PLC0415 - not needed at the start

    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            return _ready(str(path), "file")
        except OperationalError as error:
            if not _is_locked(error) or time.monotonic() > until:
                raise
        time.sleep(_PAUSE_SECONDS)


def _is_locked(error: Error) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")


def _open_memory(notice: Text) -> OpenedHistory:
    return _ready(":memory:", "memory", notice)


def _ready(name: str, journal: Journal, notice: Text | None = None) -> OpenedHistory:
    from sqlite3 import Row, connect  # noqa: PLC0415 - not needed at the start

    # One thread at a time, but not always the same: a pool replaces a thread that had nothing to do.
    connection = connect(name, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = Row
        connection.text_factory = plain
        # With a write-ahead log, two windows read while one writes, and a killed program loses nothing written.
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON").fetchone()
        connection.execute("PRAGMA temp_store = MEMORY")
        _bring_up_to_date(connection)
        for columns, table in _TABLES:
            with closing(connection.execute(f"SELECT {columns} FROM {table} LIMIT 1")) as cursor:  # noqa: S608 - our own names
                cursor.fetchone()
    except BaseException:
        connection.close()
        raise
    return OpenedHistory(connection, journal, notice)


def _bring_up_to_date(connection: Connection) -> None:
    if version(connection) > len(STEPS):
        raise _NewerError
    upgrade(connection)
