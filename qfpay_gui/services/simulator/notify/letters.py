"""A notification as it is posted, and the events that tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.answers import body_signature
from qfpay_gui.services.simulator.events import Event, EventKind
from qfpay_gui.services.simulator.notify.notification import body

if TYPE_CHECKING:
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.services.simulator.notify.deliveries import Delivery
    from qfpay_gui.services.simulator.notify.loopback import Target
    from qfpay_gui.services.simulator.trade.orders import Order, Refund

_SHOWN = 20_000


@dataclass(frozen=True)
class Letter:
    """One notification: what it is about, where it goes, and its signed body."""

    notify_type: str
    payment: str
    out_trade_no: str
    syssn: str
    url: str
    body: bytes = field(repr=False)
    signature: str

    def request(self, target: Target) -> bytes:
        """The HTTP request, byte by byte."""
        head = (
            f"POST {target.path} HTTP/1.1",
            f"Host: {target.authority}",
            "User-Agent: QFPay-Tester-Simulator",
            "Content-Type: application/json",
            f"X-QF-SIGN: {self.signature}",
            f"Content-Length: {len(self.body)}",
            "Connection: close",
        )
        return "\r\n".join((*head, "", "")).encode("ascii") + self.body


def written(order: Order, refund: Refund | None, on_file: str, credentials: Credentials) -> Letter:
    """The letter for a payment or a refund; the payment's own notify_url goes before the one on file."""
    told = body(order, refund, credentials.mchid)
    return Letter(
        "refund" if refund else "payment",
        order.out_trade_no,
        refund.out_trade_no if refund else order.out_trade_no,
        refund.syssn if refund else order.syssn,
        order.parameters.get("notify_url") or on_file,
        told,
        body_signature(told, credentials.client_key),
    )


def sending(letter: Letter, delivery: Delivery, at: float, target: Target, request: bytes) -> Event:
    """An attempt begins."""
    facts = {**_facts(letter, delivery), "attempt": str(len(delivery.attempts) + 1), "note": target.note}
    return Event(EventKind.NOTIFYING, at, letter.payment, letter.syssn, facts, _text(request))


def ended(letter: Letter, delivery: Delivery, raw: bytes) -> Event:
    """An attempt was accepted, or not."""
    last = delivery.attempts[-1]
    kind = EventKind.NOTIFIED if last.accepted else EventKind.NOT_NOTIFIED
    facts = {
        **_facts(letter, delivery),
        "attempt": str(len(delivery.attempts)),
        "status": "" if last.status is None else str(last.status),
        "reason": last.reason,
        "next_at": "" if delivery.next_at is None else f"{delivery.next_at:.3f}",
    }
    return Event(kind, last.at, letter.payment, letter.syssn, facts, _text(raw))


def given_up(letter: Letter, delivery: Delivery) -> Event:
    """No attempt follows."""
    facts = {**_facts(letter, delivery), "attempts": str(len(delivery.attempts))}
    return Event(EventKind.GAVE_UP, delivery.attempts[-1].at, letter.payment, letter.syssn, facts)


def _facts(letter: Letter, delivery: Delivery) -> dict[str, str]:
    return {
        "delivery": str(delivery.id),
        "notify_type": letter.notify_type,
        "notify_url": letter.url,
        "notified_out_trade_no": letter.out_trade_no,
    }


def _text(raw: bytes) -> str:
    """Raw HTTP as text, shortened."""
    text = raw.decode("utf-8", "replace")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
