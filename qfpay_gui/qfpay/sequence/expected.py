"""What should happen next to an order: the faint arrows below those that happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, Party, Stage, written
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.sequence.messages import Sequence


def expected_next(sequence: Sequence | None) -> tuple[Message, ...]:
    """The steps still to come, in their order; all of a payment's where nothing was sent yet.

    Their ids are negative and stay the same, whichever order they belong to.
    """
    reached = _Reached()
    for message in sequence.messages if sequence else ():
        reached.take(message)
    if reached.is_over:
        return ()
    if reached.is_unknown:
        return _QUERY
    return tuple(step for step in _PATH if step.stage is not None and reached.awaits(step.stage))


@dataclass
class _Reached:
    """Where an order stands after some of its messages."""

    stage: Stage = Stage.START
    is_called: bool = False
    has_returned: bool = False
    is_notifying: bool = False
    is_notified: bool = False
    is_unknown: bool = False
    is_over: bool = False

    def take(self, message: Message) -> None:
        """Go on to where this message brings the order."""
        match message.stage:
            case None | Stage.START:
                return
            case Stage.RETURNED:
                self._return(failed=message.failed)
            case Stage.NOTIFYING:
                self.is_notifying = True
            case Stage.NOTIFIED:
                self.is_notifying = self.is_notified = True
            case Stage.UNANSWERED | Stage.REFUNDED:
                self.is_notifying = self.is_notified = False
            case Stage.UNKNOWN:
                self.is_unknown = True
            case Stage.LEARNT:
                # An order that came into being without its pay_params reaching anybody cannot be paid.
                self.is_over = self.is_over or self.is_unknown
            case Stage.OVER:
                self.is_over = True
            case stage:
                self._advance(stage)

    def awaits(self, stage: Stage) -> bool:
        """Whether this step is still to come; how an order outside WeChat is paid, nobody here knows."""
        if self.stage is Stage.OFFERED and stage < Stage.NOTIFYING:
            return False
        if stage is Stage.RETURNED:
            return not self.has_returned and (self.is_called or self.stage < Stage.PAID)
        if stage is Stage.NOTIFYING:
            return not self.is_notifying
        if stage is Stage.NOTIFIED:
            return not self.is_notified
        return stage > self.stage

    def _advance(self, stage: Stage) -> None:
        self.is_unknown = self.is_unknown and stage is not Stage.PAID
        self.stage = max(self.stage, stage)
        if stage in {Stage.CALLED, Stage.SHOWN}:
            self.is_called, self.has_returned = True, False

    def _return(self, *, failed: bool) -> None:
        """A Mini Program that was told of a failure may call again, unless the money is there already."""
        self.has_returned = not failed or self.stage >= Stage.PAID
        if failed and self.stage < Stage.PAID:
            self.stage = min(self.stage, Stage.ORDERED)
            self.is_called = False


_NOT_YET = text("Sequence", "This has not happened yet. {more}")
_FIRST = text("Sequence", "The merchant’s server asks QFPay for an order.")
_UNIFIED = text("Sequence", "QFPay orders at WeChat Pay. Nobody outside QFPay sees it.")
_PREPAID = text("Sequence", "WeChat Pay answers with a prepay_id, which lives for 2 hours.")
_ORDERED = text("Sequence", "QFPay wraps the prepay_id into pay_params. Nobody has paid by then.")
_CALLED = text("Sequence", "The Mini Program hands the five values of pay_params to WeChat, unchanged.")
_SHOWN = text("Sequence", "WeChat checks paySign and shows merchant and amount.")
_CONFIRMED = text("Sequence", "The customer agrees with a password, a fingerprint or a look.")
_SUBMITTED = text("Sequence", "WeChat passes the payment on. Nobody outside WeChat sees it.")
_PAID = text("Sequence", "WeChat Pay tells QFPay that the money has moved.")
_RETURNED = text("Sequence", "The dialog has ended well: a reason to query, not yet to deliver.")
_NOTIFYING = text("Sequence", "QFPay tells the merchant’s server, signed over the raw body.")
_NOTIFIED = text("Sequence", "HTTP 200 with the body SUCCESS ends the retries.")
_ASK = text("Sequence", "Nobody here knows whether the order exists: ask before anything else is sent.")
_TOLD = text("Sequence", "The answer tells what became of the order.")


def _step(stage: Stage | None, ends: tuple[Party, Party], label: Text, more: Text, number: int = 0) -> Message:
    """A faint arrow; its id comes from its stage, or is this number."""
    note = _NOT_YET.fill(more=more)
    identity = -(stage or number)
    return Message(None, *ends, label=label, kind=MessageKind.UNSEEN, stage=stage, note=note, id=identity)


_TO_QFPAY = (Party.MERCHANT, Party.QFPAY)
_TO_MERCHANT = (Party.QFPAY, Party.MERCHANT)
_PATH = (
    _step(Stage.REQUESTED, _TO_QFPAY, written("POST /trade/v1/payment"), _FIRST),
    _step(Stage.UNIFIED, (Party.QFPAY, Party.WECHAT_PAY), text("Sequence", "orders at WeChat Pay"), _UNIFIED),
    _step(Stage.PREPAID, (Party.WECHAT_PAY, Party.QFPAY), written("prepay_id"), _PREPAID),
    _step(Stage.ORDERED, _TO_MERCHANT, text("Sequence", "0000, with pay_params"), _ORDERED),
    _step(Stage.CALLED, (Party.MERCHANT, Party.WECHAT), written("wx.requestPayment"), _CALLED),
    _step(Stage.SHOWN, (Party.WECHAT, Party.CUSTOMER), text("Sequence", "payment sheet"), _SHOWN),
    _step(Stage.CONFIRMED, (Party.CUSTOMER, Party.WECHAT), text("Sequence", "agrees to pay"), _CONFIRMED),
    _step(Stage.SUBMITTED, (Party.WECHAT, Party.WECHAT_PAY), text("Sequence", "payment"), _SUBMITTED),
    _step(Stage.PAID, (Party.WECHAT_PAY, Party.QFPAY), text("Sequence", "paid"), _PAID),
    _step(Stage.RETURNED, (Party.WECHAT, Party.MERCHANT), written("requestPayment:ok"), _RETURNED),
    _step(Stage.NOTIFYING, _TO_MERCHANT, text("Sequence", "notification to notify_url"), _NOTIFYING),
    _step(Stage.NOTIFIED, _TO_QFPAY, written("200 SUCCESS"), _NOTIFIED),
)
_QUERY = (
    _step(None, _TO_QFPAY, written("POST /trade/v1/query"), _ASK, 101),
    _step(None, _TO_MERCHANT, text("Sequence", "what became of it"), _TOLD, 102),
)
