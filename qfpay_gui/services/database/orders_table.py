"""The table of orders inside a transaction: which order is meant, what becomes of it, who is forgotten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.qfpay.environments import is_custom
from qfpay_gui.qfpay.orders.events import OrderNumbers, PaymentSent, apply
from qfpay_gui.qfpay.orders.news import Exchanged, news_of
from qfpay_gui.qfpay.orders.order import REAL_KINDS, Ending, Order, OrderState
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.reply.reply import Fault, Reply, read_reply
from qfpay_gui.services.database.columns import LONGEST, moment
from qfpay_gui.services.database.order_rows import COLUMNS, columns_of, numbers_of, order_from

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from sqlite3 import Connection

    from qfpay_gui.qfpay.orders.events import News
    from qfpay_gui.services.database.entry import HistoryEntry, KeptReply

_LASTING = (OrderState.PAID, OrderState.PARTLY_REFUNDED, OrderState.UNKNOWN)


def record(connection: Connection, entry: HistoryEntry, attempt: int) -> int:
    """Write what this exchange says about orders; a payment makes one. How many orders have changed."""
    return write_news(connection, place_of(entry), news_in(entry, attempt), entry)


def write_news(connection: Connection, place: Place, news: Iterable[News], entry: HistoryEntry | None = None) -> int:
    """Write these news; those about orders that nobody made here are passed over. How many orders have changed."""
    changed = set()
    for one in news:
        is_payment = isinstance(one.event, PaymentSent)
        order = _own(connection, place, one.numbers) if is_payment else _meant(connection, place, one.numbers)
        if order is None and is_payment and entry is not None:
            order = new_order(entry)
            if not one.numbers.out_trade_no:
                order = replace(order, out_trade_no="")
        if order is not None and (after := apply(order, one)) != order:
            changed.add(_write(connection, after))
    return len(changed)


def remove(connection: Connection, order_id: int) -> int:
    """Forget this order; 1 where it was there."""
    connection.execute("DELETE FROM order_number WHERE order_id = ?", (order_id,))
    return connection.execute("DELETE FROM orders WHERE id = ?", (order_id,)).rowcount


def expire(connection: Connection, older_than: datetime, most: int) -> int:
    """Forget up to ``most`` orders made before this moment, but none that may hold real money; how many were."""
    found = (
        "SELECT id FROM orders WHERE made_at < ? AND NOT (environment_kind IN (?, ?, ?) AND state IN (?, ?, ?)) "
        "ORDER BY made_at LIMIT ?"
    )
    lasting = (*sorted(REAL_KINDS), *(state.value for state in _LASTING))
    rows = connection.execute(found, (moment(older_than), *lasting, most)).fetchall()
    return sum(remove(connection, row[0]) for row in rows)


def _own(connection: Connection, place: Place, numbers: OrderNumbers) -> Order | None:
    """The order that the same payment made before: at the same address, for the same merchant."""
    orders = _with_numbers(connection, place, _own_keys(numbers))
    same = (one for one in orders if (one.base_url, one.mchid) == (place.base_url, place.mchid))
    return next(same, None)


def _own_keys(numbers: OrderNumbers) -> list[tuple[str, str]]:
    return [(numbers.out_trade_no, "own")] if numbers.out_trade_no else [(str(numbers.attempt), "attempt")]


def _meant(connection: Connection, place: Place, numbers: OrderNumbers) -> Order | None:
    """The order that news are about: its own numbers count before those of its refunds, the newest before older."""
    own = [(number, "own") for number in (numbers.syssn, numbers.out_trade_no) if number]
    if not own and numbers.attempt and not (numbers.refund_no or numbers.refund_syssn):
        own = _own_keys(numbers)
    orders = [one for one in _with_numbers(connection, place, own) if _fits(one, place, numbers)]
    if not orders:
        refund = [(number, "refund") for number in (numbers.refund_syssn, numbers.refund_no) if number]
        orders = [one for one in _with_numbers(connection, place, refund) if _fits(one, place, numbers)]
    return max(orders, key=lambda one: _closeness(one, place, numbers), default=None)


def _fits(order: Order, place: Place, numbers: OrderNumbers) -> bool:
    """Two different syssn are two orders; two custom base URLs are two worlds."""
    if numbers.syssn and order.syssn and numbers.syssn != order.syssn:
        return False
    return not is_custom(place.environment_id) or place.base_url in {"", order.base_url}


def _closeness(order: Order, place: Place, numbers: OrderNumbers) -> tuple[bool, bool, bool, int]:
    is_same = bool(numbers.syssn) and numbers.syssn == order.syssn
    return is_same, order.mchid == place.mchid, order.base_url == place.base_url, order.id


def _with_numbers(connection: Connection, place: Place, numbers: Iterable[tuple[str, str]]) -> list[Order]:
    """The orders of this environment and merchant that one of the numbers belongs to, the newest first."""
    columns = ", ".join(f"orders.{name}" for name in COLUMNS.split(", "))
    found = (
        f"SELECT DISTINCT {columns} FROM order_number JOIN orders ON orders.id = order_number.order_id "  # noqa: S608 - our own names
        "WHERE number = ? AND kind = ? AND environment_id = ? AND (app_code = ? OR ? = '') ORDER BY orders.id DESC"
    )
    orders: dict[int, Order] = {}
    for number, kind in numbers:
        cursor = connection.execute(found, (number, kind, place.environment_id, place.app_code, place.app_code))
        names = COLUMNS.split(", ")
        for row in cursor.fetchall():
            order = order_from(dict(zip(names, row, strict=True)))
            orders.setdefault(order.id, order)
    return list(orders.values())


def _write(connection: Connection, order: Order) -> int:
    columns = columns_of(order)
    if order.id:
        assigned = ", ".join(f"{name} = ?" for name in columns)
        connection.execute(f"UPDATE orders SET {assigned} WHERE id = ?", (*columns.values(), order.id))  # noqa: S608 - our own names
        order_id = order.id
    else:
        names, places = ", ".join(columns), ", ".join("?" * len(columns))
        written = f"INSERT INTO orders ({names}) VALUES ({places})"  # noqa: S608 - our own names
        order_id = int(connection.execute(written, tuple(columns.values())).lastrowid or 0)
    numbers = [(number, kind, order_id) for number, kind in numbers_of(order)]
    connection.executemany("INSERT OR IGNORE INTO order_number VALUES (?, ?, ?)", numbers)
    return order_id


@dataclass(frozen=True)
class Place:
    """Where news come from: whose orders they can be about. An empty ``app_code`` means: of anybody there."""

    environment_id: str
    base_url: str = ""
    app_code: str = ""
    mchid: str = ""


def news_in(entry: HistoryEntry, attempt: int) -> tuple[News, ...]:
    """The news in this entry; ``attempt`` is the id it was first written with."""
    reply = _read(entry.reply) if entry.reply else None
    ending = entry.ending
    # Of a list that was not kept whole, nothing can be missing for certain.
    if entry.endpoint == "query" and reply is not None and (reply.fault is not Fault.NONE or _is_cut(entry.reply)):
        ending = Ending.UNKNOWN
    sent = {name: value for name, value in reversed(entry.request.parameters) if name not in entry.request.masked}
    exchange = Exchanged(
        attempt=attempt,
        endpoint=entry.endpoint,
        parameters=sent,
        ending=ending,
        sent_at=entry.sent_at,
        ended_at=entry.sent_at + timedelta(seconds=entry.timings.total),
        respcd=entry.respcd,
        fields=reply.fields if reply else {},
        rows=reply.rows if reply else (),
    )
    return news_of(exchange)


def place_of(entry: HistoryEntry) -> Place:
    """Where this entry was sent, and for whom."""
    return Place(entry.environment_id, base_url(entry.request.url), entry.app_code, entry.request.value("mchid"))


def new_order(entry: HistoryEntry) -> Order:
    """The order that this payment makes, before any news of it."""
    place, request = place_of(entry), entry.request
    return Order(
        out_trade_no=request.value("out_trade_no")[:LONGEST],
        environment_id=place.environment_id,
        environment_kind=entry.environment_kind,
        base_url=place.base_url,
        profile=entry.profile,
        app_code=place.app_code,
        made_at=entry.sent_at,
        txamt=request.value("txamt")[:LONGEST],
        txcurrcd=request.value("txcurrcd")[:LONGEST],
        pay_type=request.value("pay_type")[:LONGEST],
        mchid=place.mchid[:LONGEST],
        txdtm=request.value("txdtm")[:LONGEST],
    )


def base_url(url: str) -> str:
    """The URL without the path of the call, which is at its end; "" where it cannot be read."""
    head, found, _ = url.rpartition("/trade/v1/")
    if found:
        return head
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _read(kept: KeptReply) -> Reply:
    return read_reply(HttpReply(kept.status, kept.reason, kept.headers, kept.body.encode(errors="replace")))


def _is_cut(kept: KeptReply | None) -> bool:
    return kept is not None and kept.shortened
