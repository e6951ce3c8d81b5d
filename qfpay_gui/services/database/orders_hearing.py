"""What a history entry says about orders. Only what may be written down is looked at, so nothing secret gets in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from qfpay_gui.qfpay.orders.news import Exchanged, news_of
from qfpay_gui.qfpay.orders.order import Ending, Order
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.reply.reply import Fault, Reply, read_reply

if TYPE_CHECKING:
    from qfpay_gui.qfpay.orders.events import News
    from qfpay_gui.services.database.entry import HistoryEntry, KeptReply

LONGEST = 128


@dataclass(frozen=True)
class Place:
    """Where news come from: whose orders they can be about. An empty ``app_code`` means: of anybody there."""

    environment_id: str
    base_url: str = ""
    app_code: str = ""
    mchid: str = ""


def heard(entry: HistoryEntry, attempt: int) -> tuple[News, ...]:
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
    """The order that this payment makes, before anything is heard of it."""
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
