"""The time that is left to pay, ticking while somebody can see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.reply.lifetime import Lifeline, lifelines
from qfpay_gui.ui.widgets.elided_label import ElidedLabel
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


class _Line(QWidget):
    """One end of paying: an icon and a sentence."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self._sentence = ElidedLabel(self)
        self._sentence.setObjectName(name)
        set_property(self._sentence, "role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addWidget(self._icon)
        layout.addWidget(self._sentence, 1)
        self.setFixedHeight(18)

    def say(self, line: Lifeline) -> None:
        """Say it, in the tone of its severity."""
        name, tone = _ICONS[line.severity]
        set_icon(self._icon, name, tone, 14)
        alarming = line.severity >= Severity.ATTENTION
        set_property(self._sentence, "severity", line.severity.name.lower() if alarming else None)
        self._sentence.show_text(translated(line.sentence))


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
