"""The time that is left to pay, ticking while somebody can see it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, px, set_property
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel, about, mark, spoken
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.measures import time_left
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QShowEvent

    from qfpay_gui.qfpay.reply.pay_params import Deadlines

_ICONS = {
    Severity.OK: ("clock", "icon"),
    Severity.NOTE: ("clock", "icon"),
    Severity.ATTENTION: ("attention", "attention_fg"),
    Severity.WRONG: ("wrong", "wrong_fg"),
}
SOON = timedelta(minutes=10)


class _Line(QWidget):
    """One end of paying: an icon and a sentence."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(self)
        self._sentence = ElidedLabel(self)
        self._sentence.setObjectName(name)
        self._origin = ClaimLabel(self)
        set_property(self._sentence, "role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addWidget(self._icon)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._origin)
        self.setFixedHeight(px(18))

    def say(self, line: Lifeline) -> None:
        """Say it, in the tone of its severity."""
        name, tone = _ICONS[line.severity]
        set_icon(self._icon, name, tone, 14)
        alarming = line.severity >= Severity.ATTENTION
        set_property(self._sentence, "severity", line.severity.name.lower() if alarming else None)
        self._sentence.show_text(translated(line.brief), translated(line.sentence))
        origin = about(line.sentence)
        self._origin.setText(mark(origin, brief=True))
        self._origin.setAccessibleName(spoken(origin))


class Countdown(QWidget):
    """Two lines, WeChat's end and QFPay's. ``now`` gives the present moment with the zone times are told in."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._deadlines: Deadlines | None = None
        self._lines = (_Line("prepay_id_lifetime", self), _Line("order_lifetime", self))
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for line in self._lines:
            layout.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_ticking(self) -> bool:
        """Whether it looks at the clock every second."""
        return self._timer.isActive()

    def count_to(self, deadlines: Deadlines | None) -> None:
        """Count down to these ends; None empties the lines."""
        self._deadlines = deadlines
        for line in self._lines:
            line.setVisible(deadlines is not None)
        self.tick()

    def tick(self) -> None:
        """Say how much is left at this moment."""
        if self._deadlines is not None:
            for line, lifeline in zip(self._lines, lifelines(self._deadlines, self._now()), strict=True):
                line.say(lifeline)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up and tick on."""
        super().showEvent(event)
        self.tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)


@dataclass(frozen=True)
class Lifeline:
    """One end of paying: OK while there is time, ATTENTION when it is short, WRONG once it is over."""

    severity: Severity
    sentence: Text
    brief: Text
    """The same in as few words as stand on a line."""


def lifelines(deadlines: Deadlines, now: datetime) -> tuple[Lifeline, Lifeline]:
    """WeChat's end of the prepay_id and QFPay's end of the order; times are told in the zone of ``now``."""
    prepay_id = _lifeline(deadlines.prepay_id, now, _PREPAY_ID, _PREPAY_ID_OVER)
    if deadlines.order_stated:
        return prepay_id, _lifeline(deadlines.order, now, _ORDER, _ORDER_OVER)
    return prepay_id, _presumed(_lifeline(deadlines.order, now, _PRESUMED, _PRESUMED_OVER))


def _lifeline(end: datetime, now: datetime, living: _Told, over: _Told) -> Lifeline:
    left = end - now
    time = _time_of_day(end, now)
    if left <= timedelta():
        return Lifeline(Severity.WRONG, *(words.fill(time=time) for words in over))
    severity = Severity.ATTENTION if left < SOON else Severity.OK
    return Lifeline(severity, *(words.fill(time=time, left=time_left(left.total_seconds())) for words in living))


def _presumed(line: Lifeline) -> Lifeline:
    """An end that documents disagree about calls for attention at most."""
    return replace(line, severity=min(line.severity, Severity.ATTENTION))


def _time_of_day(moment: datetime, now: datetime) -> str:
    """The time, with its date where that is not today's."""
    local = moment.astimezone(now.tzinfo)
    return f"{local:%H:%M:%S}" if local.date() == now.date() else f"{local:%Y-%m-%d %H:%M:%S}"


_Told = tuple[Text, Text]
"""A sentence, and the same in brief."""
_PREPAY_ID = (
    text("ReplyView", "prepay_id lives until {time} (local time), {left} left"),
    text("ReplyView", "prepay_id: {left} left, until {time}"),
)
_PREPAY_ID_OVER = (
    text("ReplyView", "prepay_id expired at {time} (local time): order again with a new out_trade_no"),
    text("ReplyView", "prepay_id expired at {time}: order again"),
)
_ORDER = (
    text("ReplyView", "expired_time ends the order at {time}, {left} left"),
    text("ReplyView", "Order: {left} left, until {time}"),
)
_ORDER_OVER = (
    text("ReplyView", "expired_time ended the order at {time}: query it before a new one"),
    text("ReplyView", "Order ended at {time}: query it"),
)
_PRESUMED = (
    text("ReplyView", "QFPay may end the order at {time} already, {left} left: no expired_time was sent"),
    text("ReplyView", "Order: perhaps {left} left, until {time}"),
)
_PRESUMED_OVER = (
    text("ReplyView", "QFPay may have ended the order at {time}: no expired_time was sent"),
    text("ReplyView", "Order may have ended at {time}: query it"),
)
