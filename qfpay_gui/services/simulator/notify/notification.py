"""A notification as it is posted, and the events that tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.answers import body_signature, dump
from qfpay_gui.services.simulator.events import Event, EventKind
from qfpay_gui.services.simulator.trade.orders import written

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.notify.deliveries import Delivery
    from qfpay_gui.services.simulator.notify.loopback import NotifyTarget
    from qfpay_gui.services.simulator.trade.orders import Order, Refund

_SHOWN = 20_000


@dataclass(frozen=True)
class Notification:
    """One notification: what it is about, where it goes, and its signed body."""

    notify_type: str
    payment: str
    out_trade_no: str
    syssn: str
    url: str
    body: bytes = field(repr=False)
    signature: str

    def request(self, target: NotifyTarget) -> bytes:
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


def notification_of(order: Order, refund: Refund | None, on_file: str) -> Notification:
    """The notification of a payment or a refund; the payment's own notify_url goes before the one on file."""
    signed = body(order, refund, order.merchant.mchid)
    return Notification(
        "refund" if refund else "payment",
        order.out_trade_no,
        refund.out_trade_no if refund else order.out_trade_no,
        refund.syssn if refund else order.syssn,
        order.parameters.get("notify_url") or on_file,
        signed,
        body_signature(signed, order.merchant.client_key),
    )


def sending(notification: Notification, delivery: Delivery, at: float, target: NotifyTarget, request: bytes) -> Event:
    """An attempt begins."""
    facts = {**_facts(notification, delivery), "attempt": str(len(delivery.attempts) + 1), "note": target.note}
    return Event(EventKind.NOTIFYING, at, notification.payment, notification.syssn, facts, _text(request))


def ended(notification: Notification, delivery: Delivery, raw: bytes) -> Event:
    """An attempt was accepted, or not."""
    last = delivery.attempts[-1]
    kind = EventKind.NOTIFIED if last.accepted else EventKind.NOT_NOTIFIED
    facts = {
        **_facts(notification, delivery),
        "attempt": str(len(delivery.attempts)),
        "status": "" if last.status is None else str(last.status),
        "reason": last.reason,
        "next_at": "" if delivery.next_at is None else f"{delivery.next_at:.3f}",
    }
    return Event(kind, last.at, notification.payment, notification.syssn, facts, _text(raw))


def given_up(notification: Notification, delivery: Delivery) -> Event:
    """No attempt follows."""
    facts = {**_facts(notification, delivery), "attempts": str(len(delivery.attempts))}
    return Event(EventKind.GAVE_UP, delivery.attempts[-1].at, notification.payment, notification.syssn, facts)


def _facts(notification: Notification, delivery: Delivery) -> dict[str, str]:
    return {
        "delivery": str(delivery.id),
        "notify_type": notification.notify_type,
        "notify_url": notification.url,
        "notified_out_trade_no": notification.out_trade_no,
    }


def _text(raw: bytes) -> str:
    """Raw HTTP as text, shortened."""
    text = raw.decode("utf-8", "replace")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def body(order: Order, refund: Refund | None, mchid: str) -> bytes:
    """The JSON that is posted and signed; ``mchid`` stands in it only where one is assigned."""
    sent = refund.parameters if refund else order.parameters
    moment = refund.made if refund else order.paid
    fields = {
        "status": "1",
        "pay_type": order.parameters["pay_type"],
        "sysdtm": written(refund.made if refund else order.created),
        "paydtm": written(moment),
        "goods_name": order.parameters.get("goods_name", ""),
        "txcurrcd": order.parameters["txcurrcd"],
        "txdtm": sent["txdtm"],
        **({"mchid": mchid} if mchid else {}),
        "txamt": sent["txamt"],
        "exchange_rate": order.wallet.exchange_rate,
        "chnlsn2": "",
        "out_trade_no": sent["out_trade_no"],
        "syssn": refund.syssn if refund else order.syssn,
        "cash_fee_type": order.wallet.cash_fee_type,
        "cancel": order.cancel,
        "respcd": "0000",
        "goods_info": order.parameters.get("goods_info", ""),
        "cash_fee": str(order.wallet.cash_fee),
        **(_given_back(order, refund) if refund else {}),
        "notify_type": "refund" if refund else "payment",
        "chnlsn": refund.chnlsn if refund else order.chnlsn,
        "cardcd": "",
    }
    return dump(fields)


def _given_back(order: Order, refund: Refund) -> dict[str, str]:
    """What the wallet gets."""
    return {"cash_refund_fee": str(refund.cash), "cash_refund_fee_type": order.wallet.cash_fee_type}
