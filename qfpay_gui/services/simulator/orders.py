"""The orders of one simulator, in memory, from creation to expiry."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

UTC_PLUS_8 = timezone(timedelta(hours=8))
_KEPT = ("txdtm", "txamt", "txcurrcd", "pay_type", "out_trade_no", "udid", "goods_name")  # never extend_info


class State(Enum):
    """Where an order stands; the value is the respcd a query reports for it."""

    CREATED = "1143"
    EXPIRED = "1181"


@dataclass(frozen=True)
class Order:
    """An order as it was accepted: its public parameters, its number, and when it was made (UTC+8)."""

    syssn: str
    created: datetime
    expires: datetime
    parameters: Mapping[str, str] = field(repr=False)

    @property
    def sysdtm(self) -> str:
        """When it was made, as the API writes it."""
        return f"{self.created:%Y-%m-%d %H:%M:%S}"

    def state(self, now: datetime) -> State:
        """Where it stands at this moment."""
        return State.EXPIRED if now >= self.expires else State.CREATED


class OrderBook:
    """Thread-safe; ``clock`` gives seconds since 1970."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._orders: dict[str, Order] = {}
        self._serial = secrets.randbelow(900_000_000)  # so that another run does not repeat a syssn

    def now(self) -> datetime:
        """This moment in UTC+8, the zone of sysdtm and paydtm."""
        return datetime.fromtimestamp(self._clock(), UTC).astimezone(UTC_PLUS_8)

    def create(self, parameters: Mapping[str, str]) -> Order | None:
        """A new order, or None where its out_trade_no is taken."""
        now = self.now()
        minutes = int(parameters.get("expired_time") or 30)
        kept = {name: parameters[name] for name in _KEPT if name in parameters}
        with self._lock:
            if parameters["out_trade_no"] in self._orders:
                return None
            self._serial += 1
            order = Order(f"{now:%Y%m%d}000200020{self._serial:09d}", now, now + timedelta(minutes=minutes), kept)
            self._orders[parameters["out_trade_no"]] = order
        return order

    def all(self) -> tuple[Order, ...]:
        """Every order, newest first."""
        with self._lock:
            return tuple(reversed(self._orders.values()))
