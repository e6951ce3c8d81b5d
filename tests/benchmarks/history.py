"""A history of 10,000 entries searched as one types, beside a bare LIKE over the same table.

python tests/benchmarks/history.py [--entries N]
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from qfpay_gui.services.database.entry import Ending, HistoryFilter
from qfpay_gui.services.database.history import PAGE, History
from qfpay_gui.services.database.search import words_of
from tests.benchmarks.measuring import Comparison, heading, lines, side_by_side
from tests.services.database.history_cases import entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ENTRIES = 10_000
_AT_ONCE = 1000


def measure(rounds: int, count: int = ENTRIES) -> Iterator[Comparison]:
    """One comparison for each query: what is common, what is rare, what is not there at all."""
    with TemporaryDirectory(prefix="qfpay-history-") as folder:
        path = Path(folder) / "history.sqlite3"
        history = History(path)
        taken = _fill(history, count)
        size = path.stat().st_size / 1e6
        bare = sqlite3.connect(path)
        for words in _queries(count):
            ours, theirs = side_by_side(_timed_search(history, words), _timed_like(bare, words), rounds)
            yield Comparison(f"history: {words[:30]!r}", f"LIKE over {count:,} entries", ours, theirs)
        unknown = HistoryFilter(ending=Ending.UNKNOWN, environment_id="custom")
        ours, theirs = side_by_side(_timed(lambda: history.search(unknown)), _timed_like(bare, "custom"), rounds)
        remark = f"file {size:.0f} MB, {1000 * taken / count:.2f} ms to write an entry"
        yield Comparison("history: outcome and environment", "the same", ours, theirs, remark)
        bare.close()
        history.close()


def _fill(history: History, count: int) -> float:
    """Write the entries, many in a transaction; the seconds that took."""
    connection = history._open().connection
    write = history._write
    began = time.perf_counter()
    history._write = lambda work: work(connection)  # type: ignore[method-assign]
    for first in range(1, count + 1, _AT_ONCE):
        connection.execute("BEGIN")
        for number in range(first, min(first + _AT_ONCE, count + 1)):
            history.begin(entry(number))
        connection.execute("COMMIT")
    history._write = write  # type: ignore[method-assign]
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return time.perf_counter() - began


def _queries(count: int) -> Iterator[str]:
    """From a first key to a whole order number; Chinese, several words, and what is nowhere."""
    number = entry(count // 2).request.value("out_trade_no")
    yield from ("2", "20", number[:10], number, number[-6:], "1108", "奶茶", "茶", "奶茶 1108 hk", "zq", "not there")


def _timed_search(history: History, words: str) -> Callable[[], Iterator[float]]:
    return _timed(lambda: history.search(HistoryFilter(words)))


def _timed_like(bare: sqlite3.Connection, words: str) -> Callable[[], Iterator[float]]:
    likes = " AND ".join("searched LIKE ?" for _ in words_of(words))
    found = f"SELECT id, out_trade_no, headline FROM entry WHERE {likes} ORDER BY id DESC LIMIT {PAGE}"  # noqa: S608 - values are bound
    return _timed(lambda: bare.execute(found, [f"%{word}%" for word in words_of(words)]).fetchall())


def _timed(work: Callable[[], object]) -> Callable[[], Iterator[float]]:
    """The milliseconds of one call."""

    def durations() -> Iterator[float]:
        began = time.perf_counter()
        work()
        yield 1000 * (time.perf_counter() - began)

    return durations


def main() -> None:
    """Print the comparisons, and the slowest search."""
    parser = argparse.ArgumentParser(description="Search a long history, beside a bare LIKE.")
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    comparisons = list(measure(options.rounds, options.entries))
    print("\n".join((heading(), *map(lines, comparisons))))  # noqa: T201 - a report
    print(f"slowest median: {max(median(one.ours) for one in comparisons):.1f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
