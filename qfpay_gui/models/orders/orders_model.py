"""The orders of this installation as the window sees them: those known, and those that are looked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.deletions import Deletion, Deletions
from qfpay_gui.qfpay.orders.filter import OrderFilter
from qfpay_gui.qfpay.orders.news import news_of_notification
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.database.orders import PAGE
from qfpay_gui.services.database.orders_table import Place
from qfpay_gui.services.settings import KEEP_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qfpay_gui.models.history.work import HistoryWork
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.services.clock import Clock

_DEBOUNCE_MS = 90
_REMOVED = text("Orders", "Removed from the table: {count}. What QFPay holds of these orders is not touched.")


@dataclass(frozen=True)
class OrdersState:
    """What the table shows. ``total`` counts all orders, whatever the filter; -1 before the file was opened."""

    rows: tuple[Order, ...] = ()
    wanted: OrderFilter = field(default_factory=OrderFilter)
    has_more: bool = False
    total: int = -1
    environment_ids: tuple[str, ...] = ()
    attention: tuple[Order, ...] = ()


class OrdersModel(QObject):
    """Reads the orders again whenever an exchange was written. It shares the history's thread."""

    changed = Signal(object)
    """Carries a tuple of every known Order, the newest first: the newest 500, and older ones that need attention."""
    listed = Signal(object)
    """Carries the OrdersState for the present filter."""

    def __init__(
        self, work: HistoryWork, clock: Clock, parent: QObject | None = None, *, deletions: Deletions | None = None
    ) -> None:
        super().__init__(parent)
        self._deletions = deletions or Deletions(self)
        self._hidden: frozenset[int] = frozenset()
        self._work = work
        self._store = work.history.orders
        self._clock = clock
        self._number = 0
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.refresh)
        self.orders: tuple[Order, ...] = ()
        self.state = OrdersState()
        work.written.connect(self.refresh)

    def start(self, keep_days: int = KEEP_DAYS) -> None:
        """Forget old orders (0 keeps them for ever; real money is never forgotten) and read the rest."""
        if keep_days > 0:
            self._expire(keep_days)
        self.refresh()

    def now(self) -> datetime:
        """The present moment."""
        return self._clock.now()

    def find(self, *, syssn: str = "", out_trade_no: str = "", environment_id: str | None = None) -> Order | None:
        """The newest known order with these numbers, "" for any, or None."""
        return next(
            (
                one
                for one in self.orders
                if (syssn or out_trade_no)
                and (not syssn or one.syssn == syssn)
                and (not out_trade_no or one.out_trade_no == out_trade_no)
                and environment_id in {None, one.environment_id}
            ),
            None,
        )

    def by_id(self, order_id: int) -> Order | None:
        """The known order with this id, or None."""
        return next((one for one in self.orders if one.id == order_id), None)

    def look_for(self, wanted: OrderFilter) -> None:
        """List the orders that match, once the typing pauses for a moment."""
        if wanted != self.state.wanted:
            self.state = replace(self.state, wanted=wanted)
            self._number += 1
            self._debounce.start()

    def today(self) -> datetime:
        """When the present day began on this machine's clock."""
        return self._clock.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)

    def refresh(self) -> None:
        """Read the orders again."""
        self._debounce.stop()
        self._number += 1
        store, wanted, hidden = self._store, self.state.wanted, self._hidden

        def look() -> tuple[tuple[Order, ...], OrdersState]:
            known = tuple(one for one in store.known() if one.id not in hidden)
            rows = store.search(wanted, hidden=hidden)
            attention = tuple(one for one in known if one.needs_attention)
            ids = store.environment_ids()
            return known, OrdersState(rows, wanted, len(rows) == PAGE, store.count() - len(hidden), ids, attention)

        self._work.do(look, partial(self._on_found, self._number))

    def take_news(
        self, fields: Mapping[str, str], environment_id: str, *, app_code: str = "", base_url: str = ""
    ) -> None:
        """Write what a notification says whose signature was found valid; ``app_code`` "" means: whoever's it is."""
        news = news_of_notification(fields, self._clock.now())
        place = Place(environment_id, base_url, app_code, fields.get("mchid", ""))
        self._work.do(partial(self._store.write_news, place, news), self._on_written)

    def remove(self, order_ids: Iterable[int]) -> None:
        """Forget these orders, which can be undone for a while; the exchanges stay in the history."""
        ids = frozenset(order_ids)
        finish = partial(self._work.do, partial(self._store.remove, ids), partial(self._on_removed, ids))
        self._deletions.begin(Deletion(_REMOVED.fill(count=len(ids)), finish, self._show_all))
        self._hidden = ids
        self.refresh()

    def _show_all(self) -> None:
        self._hidden = frozenset()
        self.refresh()

    def _expire(self, keep_days: int) -> None:
        """In portions, so that a send never waits for it."""
        older_than = self._clock.now() - timedelta(days=keep_days)
        self._work.do(partial(self._store.expire, older_than), partial(self._on_expired, keep_days))

    def _on_expired(self, keep_days: int, count: int) -> None:
        if count:
            self._expire(keep_days)
            self.refresh()

    def _on_found(self, number: int, found: tuple[tuple[Order, ...], OrdersState]) -> None:
        known, state = found
        if known != self.orders:
            self.orders = known
            self.changed.emit(known)
        # What was looked for meanwhile is being read by now.
        if number == self._number:
            self.state = state
            self.listed.emit(state)

    def _on_written(self, count: int) -> None:
        if count:
            self.refresh()

    def _on_removed(self, ids: frozenset[int], _count: int) -> None:
        """What is gone needs no hiding; something else may be hidden by now."""
        if self._hidden is ids:
            self._show_all()
