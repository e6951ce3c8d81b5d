"""A damaged cell costs what stood in it: no other row, and never the file."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.orders.filter import OrderFilter
from qfpay_gui.services.database import columns as cells
from qfpay_gui.services.database.entry import HistoryFilter
from qfpay_gui.services.database.entry_rows import ENTRY_COLUMNS
from qfpay_gui.services.database.history import History
from qfpay_gui.services.database.order_rows import COLUMNS as ORDER_COLUMNS
from tests.services.database.order_entries import NOON, payment, query, refund, row
from tests.thorough import chosen

if TYPE_CHECKING:
    from collections.abc import Callable

_DEEP = "[" * 900 + "]" * 900
_NESTED = '["C","{a}",[["a",' * 200 + '["C","x",[]]' + "]]]" * 200
ODD: tuple[str, ...] = (
    "CAST(x'ff41fe' AS TEXT)",
    "x'ff4100'",
    "''",
    "'[1, 2'",
    "9223372036854775807",
    "-9223372036854775808",
    "1e300",
    "'9999-12-31T23:59:59-14:00'",
    "'0001-01-01T00:00:00+14:00'",
    "'null'",
    "'[[[1]]]'",
    f"'{_DEEP}'",
    f"'{_NESTED}'",
    """'{"stage": 1e999, "attempts": [["x", 1e999, -1], [null]], "closings": 7, "cancel": {}, "txdtm": [],
      "refunds": [["R", "S", 1e999, true, 0], ["R", "S", 99999999999999999999999, true, [[], []]], 5]}'""",
    """'{"reply": {"status": 99999999999999999999, "body": 1, "headers": [[1], 2]}, "failure": {"layer": 1},
      "timings": {"total": 1e999, "connected": "x", "first_byte": -1e999},
      "findings": [["c", 1e99, "f", 1, 2], ["c", 99999999999999999999999, "f", 1, 2]], "turn": 1}'""",
    """'{"masked": 7, "headers": {"a": 1}, "parameters": [["out_trade_no", null], 3], "url": [], "app_code": {}}'""",
)
_TABLES = {"entry": ENTRY_COLUMNS, "orders": ORDER_COLUMNS}
_CELLS = [(table, name) for table, names in _TABLES.items() for name in names.split(", ") if name != "id"]
_DAMAGES = [(*cell, kind) for cell in _CELLS for kind in range(len(ODD))]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with two payments, of which the first was paid and refunded in part."""
    path = tmp_path_factory.mktemp("written") / "history.sqlite3"
    history = History(path)
    for one in (payment("N1"), query(row("N1")), refund("R1"), payment("N2")):
        history.begin(one)
    history.note(1, "mine")
    history.close()
    return path


@pytest.fixture
def path(written: Path, tmp_path: Path) -> Path:
    """A copy of that file, to be damaged."""
    return Path(shutil.copy(written, tmp_path))


def damage(path: Path, change: str) -> None:
    """Write into the file as no program of ours does."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)


def use(history: History) -> None:
    """Everything that is done with a file in a day, over every row of it."""
    for listed in history.search(HistoryFilter()) or ():
        assert listed.sent_at.astimezone(timezone(timedelta(hours=14))) >= datetime(1970, 1, 1, tzinfo=UTC)
        assert str(listed.headline) is not None
        found = history.load(listed.id)
        assert found is not None
        assert all(0 <= one.severity <= 3 for one in found.findings)
        history.note(listed.id, "again")
    history.search(HistoryFilter("again", environment_id="live-hk"))
    for order in (*history.orders.known(), *history.orders.search(OrderFilter("n1"))):
        assert min(order.held, order.left, order.refunded, order.pending) >= 0
    assert all(isinstance(one, str) for one in history.environment_ids() + history.orders.environment_ids())
    history.begin(query(row("N1")))
    history.begin(refund("R2"))
    new = history.begin(payment("N3"))
    history.finish(new, payment("N3", reply={"respcd": "0000", "syssn": "S3"}))
    history.orders.expire(NOON - timedelta(days=400))
    history.expire(NOON - timedelta(days=400))


@pytest.mark.parametrize(("table", "name", "kind"), chosen(_DAMAGES, 5))
def test_a_damaged_cell_hides_no_other_row(path: Path, table: str, name: str, kind: int) -> None:
    """The other entry and order are there, new ones are written, and the file is not set aside."""
    damage(path, f"UPDATE {table} SET {name} = {ODD[kind]} WHERE id = 1")  # noqa: S608 - our own names
    history = History(path)
    use(history)
    assert {one.out_trade_no for one in history.search(HistoryFilter()) or ()} >= {"N2", "N3"}
    assert {one.out_trade_no for one in history.orders.known()} >= {"N2", "N3"}
    assert history.journal == "file"
    assert sorted(one.name for one in path.parent.iterdir() if "damaged" in one.name) == []


def test_a_damaged_text_is_shown_as_far_as_it_can_be_read_and_told_once(path: Path) -> None:
    """The row stays, with a mark in the place of what is lost."""
    damage(path, "UPDATE entry SET note = CAST(x'6d ff 65' AS TEXT), host = x'41ff' WHERE id = 1".replace(" ff ", "ff"))
    history = History(path)
    found = history.load(1)
    assert found is not None
    assert (found.note, found.host) == ("m�e", "A�")
    history.search(HistoryFilter())
    assert [str(one) for one in history.take_notices()] == [
        "An entry of the history is damaged: what cannot be read in it is shown as �."
    ]
    assert history.take_notices() == ()


def test_a_whole_file_is_told_nothing_of(path: Path) -> None:
    """Characters of any language are no damage."""
    history = History(path)
    history.note(2, "�奶茶")
    use(history)
    assert history.take_notices() == ()


@pytest.mark.parametrize(
    ("cell", "read"),
    [(0, 0), (7, 7), (10**15, 10**15), (10**15 + 1, 10**15), (-1, 0), (True, 1), ("7", 0), (7.0, 0), (None, 0)],
)
def test_a_count_is_bounded(cell: object, read: int) -> None:
    """On both sides, and nothing is left below zero."""
    assert cells.count_in(cell) == read


@pytest.mark.parametrize(
    ("member", "read"),
    [(0, 0.0), (1.5, 1.5), (10**6, 1e6), (1e6 + 1, 1e6), (-0.1, 0.0), (float("nan"), None), ("1", None), (None, None)],
)
def test_a_time_is_bounded(member: object, read: float | None) -> None:
    """What is no number of seconds is none."""
    assert cells.seconds_in(member) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1970-01-01T00:00:00.000+00:00", datetime(1970, 1, 1, tzinfo=UTC)),
        ("1970-01-01T00:00:00+00:01", datetime(1970, 1, 1, tzinfo=UTC)),
        ("1970-01-01T00:00:01", datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)),
        ("9000-01-01T00:00:00-12:00", datetime(9000, 1, 1, tzinfo=UTC)),
        ("8999-12-31T23:59:59+00:00", datetime(8999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (b"2026-11-29T00:00:00+00:00", datetime(2026, 11, 29, tzinfo=UTC)),
        (None, datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_moment_is_one_that_every_time_zone_has(written: object, read: datetime) -> None:
    """Before 1970 and after 9000 nothing was sent."""
    assert cells.moment_from(written) == read


def test_of_an_order_with_a_damaged_life_no_other_is_told(path: Path) -> None:
    """Attempts that are no exchanges are none; the amounts of refunds are as bounded as those of orders."""
    life = {"attempts": [[1, 0, -1, 2**63, "1", 1.0], [1]], "refunds": [["R", "S", 10**30, True, [[], []]]]}
    damage(path, f"UPDATE orders SET life = '{json.dumps(life)}' WHERE id = 1")  # noqa: S608 - made up here
    (order,) = (one for one in History(path).orders.known() if one.out_trade_no == "N1")
    assert asdict(order.attempts) == {"sent": {1}, "settled": {1}}
    assert [one.txamt for one in order.refunds] == [10**15]


@pytest.mark.parametrize(
    ("stored", "shown"), [(3, Severity.WRONG), (4, Severity.WRONG), (0, Severity.OK), (-1, Severity.OK)]
)
def test_a_severity_is_one_of_ours(path: Path, stored: int, shown: Severity) -> None:
    """Whatever number stands there."""
    damage(path, f"UPDATE entry SET severity = {stored}, ending = 'success' WHERE id = 1")  # noqa: S608 - made up here
    assert (History(path).search(HistoryFilter()) or ())[-1].severity is shown


def _truncate(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def _overwrite(path: Path) -> None:
    path.write_bytes(b"\x00" * path.stat().st_size)


@pytest.mark.parametrize("ruin", [_truncate, _overwrite])
def test_a_file_beyond_reading_is_set_aside_whole(path: Path, ruin: Callable[[Path], None]) -> None:
    """And the session begins a new one."""
    ruin(path)
    held = path.read_bytes()
    history = History(path)
    history.begin(payment("N9"))
    use(history)
    assert path.with_name("history.sqlite3.damaged").read_bytes() == held
    assert len(history.take_notices()) == 1
