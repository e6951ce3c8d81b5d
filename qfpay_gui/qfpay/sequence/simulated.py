"""What happened inside the simulator as messages between the parties it plays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.sequence.http import table
from qfpay_gui.qfpay.sequence.messages import IN_WECHAT, Message, MessageKind, Part, Party, Stage, written
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum

    from qfpay_gui.qfpay.secrets.exchange import Mask

Ends = tuple[Party, Party]


class Occurrence(Protocol):
    """One step of an order's life; ``kind`` goes by its name, such as PAID."""

    @property
    def kind(self) -> Enum:
        """Which step."""

    @property
    def at(self) -> float:
        """When, in seconds since 1970."""

    @property
    def fields(self) -> Mapping[str, str]:
        """Plain facts such as prepay_id, txamt, errMsg, notify_url, attempt, next_at."""

    @property
    def sent(self) -> str:
        """The raw HTTP text of a notification, or of its answer."""


def event_messages(event: Occurrence, mask: Mask) -> tuple[Message, ...]:
    """The arrows of this step; none for one that is not known here."""
    messages = _MESSAGES.get(event.kind.name)
    return messages(_Arrows(event, mask)) if messages else ()


class _Arrows:
    """Makes the arrows of one event."""

    def __init__(self, event: Occurrence, mask: Mask) -> None:
        self.event = event
        self.fields = dict(mask.pairs(tuple(event.fields.items())))
        self._mask = mask

    @property
    def amount(self) -> str:
        """The amount as people write it, or as it stands."""
        txamt, txcurrcd = self.fields.get("txamt", ""), self.fields.get("txcurrcd", "")
        return human_amount(txamt, txcurrcd) or f"{txamt} {txcurrcd}".strip()

    @property
    def is_in_wechat(self) -> bool:
        """Whether WeChat Pay is who takes the money."""
        return self.fields.get("pay_type", _MINI_PROGRAM) in IN_WECHAT

    @property
    def to_wallet(self) -> Ends:
        """From QFPay to whoever takes the money; who that is outside WeChat, the diagram does not say."""
        return _TO_WECHAT_PAY if self.is_in_wechat else _WITHIN_QFPAY

    @property
    def from_wallet(self) -> Ends:
        """The way back."""
        return _FROM_WECHAT_PAY if self.is_in_wechat else _WITHIN_QFPAY

    def played(
        self, ends: Ends, label: Text, note: Text | None, stage: Stage | None = None, *, failed: bool = False
    ) -> Message:
        """An arrow that only the simulator draws."""
        parts: tuple[Part, ...] = ((_FACTS, table(self.fields.items())),) if self.fields else ()
        more = _PLAYED.fill(note=note) if note else _ONLY_PLAYED
        at = self.event.at
        return Message(
            at, *ends, label=label, kind=MessageKind.SIMULATED, parts=parts, failed=failed, stage=stage, note=more
        )

    def carried(  # noqa: PLR0913 - what an arrow says
        self,
        ends: Ends,
        label: Text,
        title: Text,
        note: Text,
        stage: Stage,
        *,
        failed: bool = False,
        lost: bool = False,
    ) -> Message:
        """An arrow that really went over HTTP."""
        sent = self._mask(self.event.sent)
        parts: tuple[Part, ...] = ((title, sent),) if sent else ()
        facts: tuple[Part, ...] = ((_FACTS, table(self.fields.items())),) if self.fields else ()
        return Message(self.event.at, *ends, label, MessageKind.HTTP, (*parts, *facts), failed, lost, stage, note)


def _ordered(arrows: _Arrows) -> tuple[Message, ...]:
    if not arrows.is_in_wechat:
        return ()
    asked = arrows.played(_TO_WECHAT_PAY, _ORDER.fill(amount=arrows.amount), None, Stage.UNIFIED)
    prepay_id = arrows.fields.get("prepay_id", "")
    label = _PREPAY.fill(prepay_id=_shortened(prepay_id)) if prepay_id else written("prepay_id")
    return asked, arrows.played(_FROM_WECHAT_PAY, label, _PREPAY_NOTE, Stage.PREPAID)


def _paid(arrows: _Arrows) -> tuple[Message, ...]:
    if not arrows.is_in_wechat:
        pays = _PAYS.fill(amount=arrows.amount)
        return (arrows.played((Party.CUSTOMER, Party.QFPAY), pays, _PAID_NOTE, Stage.PAID),)
    return (
        arrows.played((Party.CUSTOMER, Party.WECHAT), _AGREES.fill(amount=arrows.amount), None, Stage.CONFIRMED),
        arrows.played((Party.WECHAT, Party.WECHAT_PAY), _PAYMENT, None, Stage.SUBMITTED),
        arrows.played(_FROM_WECHAT_PAY, _PAID, _PAID_NOTE, Stage.PAID),
    )


def _cancelled(arrows: _Arrows) -> tuple[Message, ...]:
    return (arrows.played((Party.CUSTOMER, Party.WECHAT), _CANCELS, _CANCELS_NOTE),)


def _failed(arrows: _Arrows) -> tuple[Message, ...]:
    err_msg = arrows.fields.get("errMsg", "")
    reason = err_msg.removeprefix("requestPayment:fail").strip() or "fail"
    return (arrows.played((Party.WECHAT_PAY, Party.WECHAT), _REFUSES.fill(reason=reason), None, failed=True),)


def _expired(arrows: _Arrows) -> tuple[Message, ...]:
    return (arrows.played(arrows.from_wallet, _EXPIRED, _EXPIRED_NOTE, Stage.OVER, failed=True),)


def _closed(arrows: _Arrows) -> tuple[Message, ...]:
    return (arrows.played(arrows.to_wallet, _CLOSES, None, Stage.OVER),)


def _reversed(arrows: _Arrows) -> tuple[Message, ...]:
    return (arrows.played(arrows.to_wallet, _REVERSES, None, Stage.OVER),)


def _refunded(arrows: _Arrows) -> tuple[Message, ...]:
    back = _MONEY_BACK.fill(amount=arrows.amount)
    return (
        arrows.played(arrows.to_wallet, _REFUNDS.fill(amount=arrows.amount), None),
        arrows.played((arrows.to_wallet[1], Party.CUSTOMER), back, None, Stage.REFUNDED),
    )


def _notifying(arrows: _Arrows) -> tuple[Message, ...]:
    kind, attempt = arrows.fields.get("notify_type", ""), arrows.fields.get("attempt", "")
    label = _NOTIFIES_TYPE.fill(kind=kind) if kind else _NOTIFIES
    if attempt not in {"", "1"}:
        label = _AGAIN.fill(what=label, attempt=attempt)
    note = _NOTIFY_NOTE.fill(url=arrows.fields.get("notify_url", "") or "notify_url")
    return (arrows.carried(_TO_MERCHANT, label, _AS_SENT, note, Stage.NOTIFYING),)


def _notified(arrows: _Arrows) -> tuple[Message, ...]:
    label = _ACCEPTS.fill(status=arrows.fields.get("status", "200"))
    return (arrows.carried(_TO_QFPAY, label, _AS_RECEIVED, _ACCEPTED_NOTE, Stage.NOTIFIED),)


def _not_notified(arrows: _Arrows) -> tuple[Message, ...]:
    """A refusal or silence of the receiver, or a notification that was never sent at all."""
    status, reason = arrows.fields.get("status", ""), arrows.fields.get("reason", "")
    again = _until_next(arrows)
    stage = Stage.UNANSWERED if again else Stage.NOTIFIED
    note = _AGAIN_NOTE.fill(reason=reason, again=again) if again else written(reason)
    if status and status != "None":
        label = _NOT_ACCEPTED.fill(status=status)
        return (arrows.carried(_TO_QFPAY, label, _AS_RECEIVED, note, stage, failed=True),)
    never_sent = again is None and arrows.fields.get("attempt", "") in {"", "1"}
    ends, label = (_TO_MERCHANT, _NOT_SENT) if never_sent else (_TO_QFPAY, _SILENT)
    return (arrows.carried(ends, label, _AS_RECEIVED, note, stage, failed=True, lost=True),)


def _gave_up(arrows: _Arrows) -> tuple[Message, ...]:
    return (arrows.played((Party.QFPAY, Party.QFPAY), _GIVES_UP, _GAVE_UP_NOTE, Stage.NOTIFIED, failed=True),)


def _until_next(arrows: _Arrows) -> Text | None:
    """How long until the next attempt, by the documented schedule."""
    try:
        seconds = max(0, round(float(arrows.fields.get("next_at", "")) - arrows.event.at))
    except ValueError:
        return None
    if seconds < 120:
        return _SECONDS.fill(count=seconds)
    return _MINUTES.fill(count=round(seconds / 60)) if seconds < 7200 else _HOURS.fill(count=round(seconds / 3600))


def _shortened(number: str) -> str:
    return f"{number[:8]}…{number[-4:]}" if len(number) > 14 else number


_MESSAGES: Mapping[str, Callable[[_Arrows], tuple[Message, ...]]] = {
    "ORDERED": _ordered,
    "PAID": _paid,
    "CANCELLED": _cancelled,
    "FAILED": _failed,
    "EXPIRED": _expired,
    "CLOSED": _closed,
    "REVERSED": _reversed,
    "REFUNDED": _refunded,
    "NOTIFYING": _notifying,
    "NOTIFIED": _notified,
    "NOT_NOTIFIED": _not_notified,
    "GAVE_UP": _gave_up,
}
_TO_QFPAY, _TO_MERCHANT = (Party.MERCHANT, Party.QFPAY), (Party.QFPAY, Party.MERCHANT)
_TO_WECHAT_PAY, _FROM_WECHAT_PAY = (Party.QFPAY, Party.WECHAT_PAY), (Party.WECHAT_PAY, Party.QFPAY)
_WITHIN_QFPAY = (Party.QFPAY, Party.QFPAY)
_MINI_PROGRAM = "800213"
_FACTS = text("Sequence", "What the simulator says about it")
_AS_SENT = text("Sequence", "Request as sent")
_AS_RECEIVED = text("Sequence", "Answer as received")
_PLAYED = text("Sequence", "Played by the simulator: nobody was asked. {note}")
_ONLY_PLAYED = text("Sequence", "Played by the simulator: nobody was asked, nothing was sent.")
_ORDER = text("Sequence", "orders {amount}")
_PREPAY = text("Sequence", "prepay_id {prepay_id}")
_PREPAY_NOTE = text("Sequence", "A prepay_id lives for 2 hours, or until expired_time ends the order.")
_AGREES = text("Sequence", "agrees to pay {amount}")
_PAYMENT = text("Sequence", "payment")
_PAYS = text("Sequence", "pays {amount}")
_PAID = text("Sequence", "paid")
_PAID_NOTE = text("Sequence", "From here on a query says 0000, and the notification goes out.")
_CANCELS = text("Sequence", "closes the sheet")
_CANCELS_NOTE = text("Sequence", "The order stays open: the Mini Program may call wx.requestPayment again.")
_REFUSES = text("Sequence", "refuses: {reason}")
_EXPIRED = text("Sequence", "time ran out, nobody paid")
_EXPIRED_NOTE = text("Sequence", "Order again, with a new out_trade_no.")
_CLOSES = text("Sequence", "closes the order")
_REVERSES = text("Sequence", "reverses the order")
_REFUNDS = text("Sequence", "refunds {amount}")
_MONEY_BACK = text("Sequence", "{amount} back")
_NOTIFIES = text("Sequence", "notification")
_NOTIFIES_TYPE = text("Sequence", "notification: {kind}")
_AGAIN = text("Sequence", "{what}, attempt {attempt}")
_NOTIFY_NOTE = text("Sequence", "Sent to {url}. X-QF-SIGN covers the raw body and the key.")
_ACCEPTS = text("Sequence", "{status}, SUCCESS")
_ACCEPTED_NOTE = text("Sequence", "HTTP 200 with the body SUCCESS: no further attempt.")
_NOT_ACCEPTED = text("Sequence", "HTTP {status}, not accepted")
_SILENT = text("Sequence", "no answer")
_NOT_SENT = text("Sequence", "notification not sent")
_AGAIN_NOTE = text("Sequence", "{reason} The next attempt follows in {again}.")
_SECONDS = text("Sequence", "{count} s")
_MINUTES = text("Sequence", "{count} min")
_HOURS = text("Sequence", "{count} h")
_GIVES_UP = text("Sequence", "gives up notifying")
_GAVE_UP_NOTE = text("Sequence", "No attempt was accepted. The merchant has to query.")
