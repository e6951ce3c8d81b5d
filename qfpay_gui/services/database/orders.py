"""The orders of this installation, in the history's file, written together with the exchanges they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.orders.filter import STATES, OrderFilter, OrderGroup
from qfpay_gui.qfpay.orders.order import HOLDS_MONEY, Order, OrderState
from qfpay_gui.services.database import orders_table
from qfpay_gui.services.database.columns import moment, plain
from qfpay_gui.services.database.order_rows import COLUMNS, order_from
from qfpay_gui.services.database.search import without, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from sqlite3 import Connection

    from qfpay_gui.qfpay.orders.events import News
    from qfpay_gui.services.database.orders_table import Place

T = TypeVar("T")
Condition = tuple[str, tuple[Any, ...]]
PAGE = 500
_HELD = tuple(sorted(state.value for state in HOLDS_MONEY))
_ATTENTION: Condition = (
    "(state = ? OR (environment_kind = ? AND state IN (?, ?)))",
    (OrderState.UNKNOWN.value, EnvironmentKind.LIVE_TESTING.value, *_HELD),
)


class Run(Protocol):
    """Runs work on the file's connection."""

    def __call__(self, work: Callable[[Connection], T]) -> T:
        """What the work returns."""


class OrderStore:
    """Reads and changes the orders. Every method raises HistoryTroubleError where the file cannot be used."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    def known(self, most: int = PAGE) -> tuple[Order, ...]:
        """The newest orders, and older ones that need attention, newest first; at most twice ``most``."""
        condition, values = _ATTENTION
        newest = "SELECT id FROM orders ORDER BY made_at DESC, id DESC LIMIT ?"
        urgent = f"SELECT id FROM orders WHERE {condition} ORDER BY made_at DESC, id DESC LIMIT ?"  # noqa: S608 - values are bound
        either = f"id IN (SELECT id FROM ({newest})) OR id IN (SELECT id FROM ({urgent}))"  # noqa: S608 - likewise
        return self._select((either, (most, *values, most)), 2 * most)

    def search(self, wanted: OrderFilter, most: int = PAGE, hidden: frozenset[int] = frozenset()) -> tuple[Order, ...]:
        """The newest orders that match, newest first; ``hidden`` are the ids of those that are out of sight."""
        conditions = (without(hidden), *_conditions(wanted))
        where = " AND ".join(condition for condition, _ in conditions) or "1"
        return self._select((where, tuple(value for _, values in conditions for value in values)), most)

    def count(self) -> int:
        """How many orders there are."""
        return self._read(lambda it: int(it.execute("SELECT count(*) FROM orders").fetchone()[0]))

    def environment_ids(self) -> tuple[str, ...]:
        """The environments there are orders of."""
        found = "SELECT DISTINCT environment_id FROM orders ORDER BY environment_id"
        return self._read(lambda it: tuple(plain(row[0]) for row in it.execute(found)))

    def write_news(self, place: Place, news: Iterable[News]) -> int:
        """Write news that come from elsewhere than an exchange; how many orders have changed."""
        return self._write(lambda connection: orders_table.write_news(connection, place, news))

    def remove(self, order_ids: Iterable[int]) -> int:
        """Forget these orders for good; how many there were. What QFPay holds is not touched."""
        return self._write(lambda connection: sum(orders_table.remove(connection, one) for one in order_ids))

    def expire(self, older_than: datetime, most: int = PAGE) -> int:
        """Forget orders made before this moment, but none that may hold real money; call again until it is 0."""
        return self._write(lambda connection: orders_table.expire(connection, older_than, most))

    def _select(self, condition: Condition, most: int) -> tuple[Order, ...]:
        where, values = condition
        found = f"SELECT {COLUMNS} FROM orders WHERE {where} ORDER BY made_at DESC, id DESC LIMIT ?"  # noqa: S608 - values are bound
        return self._read(lambda it: tuple(order_from(row) for row in it.execute(found, (*values, most))))


def _conditions(wanted: OrderFilter) -> Iterator[Condition]:
    for word in words_of(wanted.words):
        yield "instr(searched, ?) > 0", (word,)
    if wanted.environment_id is not None:
        yield "environment_id = ?", (wanted.environment_id,)
    if wanted.since is not None:
        yield "made_at >= ?", (moment(wanted.since),)
    if wanted.group is OrderGroup.ATTENTION:
        yield _ATTENTION
    elif wanted.group is not None:
        states = tuple(state.value for state in STATES[wanted.group])
        yield f"state IN ({', '.join('?' * len(states))})", states
