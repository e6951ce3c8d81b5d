"""How long pay_params can still be paid, said anew every second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.widgets.measures import time_left

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.qfpay.reply.pay_params import Deadlines

SOON = timedelta(minutes=10)


@dataclass(frozen=True)
class Lifeline:
    """One end of paying: OK while there is time, ATTENTION when it is short, WRONG once it is over."""

    severity: Severity
    sentence: Text


def lifelines(deadlines: Deadlines, now: datetime) -> tuple[Lifeline, Lifeline]:
    """WeChat's end of the prepay_id and QFPay's end of the order; times are told in the zone of ``now``."""
    prepay_id = _lifeline(deadlines.prepay_id, now, _PREPAY_ID, _PREPAY_ID_OVER)
    if deadlines.order_stated:
        return prepay_id, _lifeline(deadlines.order, now, _ORDER, _ORDER_OVER)
    return prepay_id, _presumed(_lifeline(deadlines.order, now, _PRESUMED, _PRESUMED_OVER))


def _lifeline(end: datetime, now: datetime, living: Text, over: Text) -> Lifeline:
    left = end - now
    time = _time_of_day(end, now)
    if left <= timedelta():
        return Lifeline(Severity.WRONG, over.fill(time=time))
    severity = Severity.ATTENTION if left < SOON else Severity.OK
    return Lifeline(severity, living.fill(time=time, left=time_left(left.total_seconds())))


def _presumed(line: Lifeline) -> Lifeline:
    """An end that documents disagree about calls for attention at most."""
    return Lifeline(min(line.severity, Severity.ATTENTION), line.sentence)


def _time_of_day(moment: datetime, now: datetime) -> str:
    """The time, with its date where that is not today's."""
    local = moment.astimezone(now.tzinfo)
    return f"{local:%H:%M:%S}" if local.date() == now.date() else f"{local:%Y-%m-%d %H:%M:%S}"


_PREPAY_ID = text("ReplyView", "prepay_id lives until {time} (local time), {left} left")
_PREPAY_ID_OVER = text("ReplyView", "prepay_id expired at {time} (local time): order again with a new out_trade_no")
_ORDER = text("ReplyView", "expired_time ends the order at {time}, {left} left")
_ORDER_OVER = text("ReplyView", "expired_time ended the order at {time}: query it before a new one")
_PRESUMED = text("ReplyView", "QFPay may end the order at {time} already, {left} left: no expired_time was sent")
_PRESUMED_OVER = text("ReplyView", "QFPay may have ended the order at {time}: no expired_time was sent")
