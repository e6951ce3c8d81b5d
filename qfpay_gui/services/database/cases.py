"""The cases of merchants, in the history's file: what was found, what was noted, and the record that opens again.

Nothing here masks: give it cases that may be written down (``models/case/kept.py`` makes them).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.sentence_json import from_json, to_json
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.services.database.columns import moment, moment_from, plain, value_from
from qfpay_gui.services.database.search import searchable, without, words_of
from qfpay_gui.snippets.proof.case_file import CaseHead, CaseStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from sqlite3 import Connection

    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.services.database.orders import Run

MOST = 500
"""So many cases are kept: of more, those that were solved go first, then those that were not touched for longest."""
LONGEST_RECORD = 1_000_000
LONGEST_LINE, LONGEST_NOTE = 120, 1000
ROW_COLUMNS = "id, made_at, changed_at, merchant, ticket, note, status, severity, cause, number, signature, searched"
_HEAD = ("merchant", "ticket", "note")


@dataclass(frozen=True)
class KeptCase:
    """A case as it is listed, and as it opens again: ``record`` is the text of its file, "" in a list.

    ``number`` is its out_trade_no, ``signature`` the one the merchant claimed; ``searched`` is what is searched
    besides its head. ``id`` 0 means: not written yet.
    """

    made_at: datetime
    changed_at: datetime
    cause: Text
    severity: Severity = Severity.NOTE
    head: CaseHead = field(default_factory=CaseHead)
    number: str = ""
    signature: str = ""
    searched: str = field(default="", repr=False)
    record: str = field(default="", repr=False)
    id: int = 0


class CaseStore:
    """Reads and changes the cases. Every method raises HistoryTroubleError where the file cannot be used."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    def search(self, words: str = "", most: int = MOST, hidden: frozenset[int] = frozenset()) -> tuple[KeptCase, ...]:
        """The cases that hold all of these words, those touched last first, without their records."""
        conditions = [without(hidden), *(("instr(searched, ?) > 0", (word,)) for word in words_of(words))]
        where = " AND ".join(condition for condition, _ in conditions)
        values = (*(value for _, values in conditions for value in values), most)
        found = f"SELECT {ROW_COLUMNS} FROM cases WHERE {where} ORDER BY changed_at DESC, id DESC LIMIT ?"  # noqa: S608 - values are bound
        return self._read(lambda it: tuple(_case(row) for row in it.execute(found, values)))

    def load(self, case_id: int) -> KeptCase | None:
        """The whole case, or None where it is gone."""
        return self._read(lambda it: _one(it, "id = ?", (case_id,)))

    def same(self, case: KeptCase) -> KeptCase | None:
        """The case that was touched last with this claimed signature and number; None without a signature."""
        wanted = (case.signature, case.number)
        return self._read(lambda it: _one(it, "signature = ? AND number = ?", wanted)) if case.signature else None

    def keep(self, case: KeptCase) -> int:
        """Write the case, in place of the one with its id where there is one; its id."""
        columns = {**_columns(case), "record": well_formed(case.record)} | ({"id": case.id} if case.id else {})
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        written = f"INSERT OR REPLACE INTO cases ({names}) VALUES ({places})"  # noqa: S608 - our own names

        def write(connection: Connection) -> int:
            case_id = int(connection.execute(written, tuple(columns.values())).lastrowid or 0)
            _trim(connection)
            return case_id

        return self._write(write)

    def note(self, case_id: int, head: CaseHead, at: datetime) -> None:
        """Change what a person noted; nothing happens where the case is gone."""

        def write(connection: Connection) -> None:
            known = _one(connection, "id = ?", (case_id,))
            if known is not None:
                noted = {**_noted(head, known.searched), "changed_at": moment(at)}
                assigned = ", ".join(f"{name} = ?" for name in noted)
                connection.execute(f"UPDATE cases SET {assigned} WHERE id = ?", (*noted.values(), case_id))  # noqa: S608 - our own names

        self._write(write)

    def remove(self, case_ids: Iterable[int]) -> None:
        """Forget these cases for good."""
        ids = (json.dumps(sorted(case_ids)),)
        self._write(lambda it: it.execute("DELETE FROM cases WHERE id IN (SELECT value FROM json_each(?))", ids))

    def count(self) -> int:
        """How many cases there are."""
        return self._read(lambda it: int(it.execute("SELECT count(*) FROM cases").fetchone()[0]))


def bounded(head: CaseHead) -> CaseHead:
    """The head as it is kept: one line each, the note of more characters."""
    merchant, ticket = (" ".join(well_formed(one).split())[:LONGEST_LINE] for one in (head.merchant, head.ticket))
    return CaseHead(merchant, ticket, " ".join(well_formed(head.note).split())[:LONGEST_NOTE], head.status)


def _one(connection: Connection, where: str, values: tuple[Any, ...]) -> KeptCase | None:
    found = f"SELECT {ROW_COLUMNS}, record FROM cases WHERE {where} ORDER BY changed_at DESC, id DESC LIMIT 1"  # noqa: S608 - values are bound
    row = connection.execute(found, values).fetchone()
    return None if row is None else _case(row, plain(row["record"]))


def _trim(connection: Connection) -> None:
    order = "ORDER BY status = ?, changed_at DESC, id DESC LIMIT -1 OFFSET ?"
    connection.execute(
        f"DELETE FROM cases WHERE id IN (SELECT id FROM cases {order})",  # noqa: S608 - values are bound
        (CaseStatus.SOLVED.value, MOST),
    )


def _columns(case: KeptCase) -> dict[str, Any]:
    return {
        "made_at": moment(case.made_at),
        "changed_at": moment(case.changed_at),
        **_noted(case.head, case.searched),
        "severity": int(case.severity),
        "cause": well_formed(json.dumps(to_json(case.cause))),
        "number": well_formed(case.number),
        "signature": well_formed(case.signature),
    }


def _noted(head: CaseHead, searched: str) -> dict[str, Any]:
    """The columns of the head, and what is searched: the head in the first line."""
    kept = bounded(head)
    words = searchable([f"{kept.merchant} {kept.ticket} {kept.note}"])
    return {
        "merchant": kept.merchant,
        "ticket": kept.ticket,
        "note": kept.note,
        "status": kept.status.value,
        "searched": f"{words}\n{searched}",
    }


def _case(row: Mapping[str, Any], record: str = "") -> KeptCase:
    cells = {name: plain(row[name]) for name in (*_HEAD, "status", "number", "signature", "searched")}
    status = next((one for one in CaseStatus if one.value == cells["status"]), CaseStatus.OPEN)
    severity = row["severity"] if isinstance(row["severity"], int) else 0
    return KeptCase(
        made_at=moment_from(row["made_at"]),
        changed_at=moment_from(row["changed_at"]),
        cause=from_json(value_from(row["cause"])),
        severity=Severity(min(max(severity, 0), 3)),
        head=CaseHead(cells["merchant"], cells["ticket"], cells["note"], status),
        number=cells["number"],
        signature=cells["signature"],
        searched=cells["searched"].partition("\n")[2],
        record=record,
        id=row["id"],
    )
