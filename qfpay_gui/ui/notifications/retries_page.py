"""The attempts to deliver one notification: past ones, the next one with its countdown, and those that may follow."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.look.icons import set_icon
from qfpay_gui.ui.look.theme import current, set_property
from qfpay_gui.ui.notifications.wording import LAPSES, moment, state_of
from qfpay_gui.ui.widgets.buttons import SinglePressButton
from qfpay_gui.ui.widgets.document_view import DocumentView, sourced
from qfpay_gui.ui.widgets.elided import ElidedCombo, ElidedLabel
from qfpay_gui.ui.words.label import PlainLabel
from qfpay_gui.ui.words.measures import time_left
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from qfpay_gui.services.simulator import Attempt, Delivery

_TICK_MS = 250
_SCHEDULE = text(
    "Notifications",
    "QFPay notifies again after 2, 10, 10 and 60 minutes, then after 2, 6 and 15 hours, until it is answered SUCCESS.",
)
_NOT_SIMULATED = text("Notifications", "The simulator did not send this one; who did decides whether it comes again.")
_NO_ANSWER = text("Notifications", "no answer")
_THEN = text("Notifications", "Then after {gaps}.")
_MINUTES = text("Notifications", "{count} min")
_HOURS = text("Notifications", "{count} h")


class RetriesPage(QWidget):
    """Ticks while somebody looks. ``now`` gives seconds since 1970."""

    retry_pressed = Signal(int)
    """Carries the id of the delivery."""
    lapse_chosen = Signal(float)

    def __init__(self, now: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._delivery: Delivery | None = None
        self._badge = PlainLabel(self.tr("simulated"), self)
        self._state = ElidedLabel(self)
        self._retry: QPushButton = SinglePressButton(self.tr("Retry now"), self)
        self._lapse = ElidedCombo(self)
        self._view = DocumentView("delivery_attempts", self.tr("Attempts"), self)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._build()
        self._timer.timeout.connect(self.tick)
        self._retry.clicked.connect(self._on_retry)
        self._lapse.activated.connect(self._on_lapse)

    @property
    def is_ticking(self) -> bool:
        """Whether it looks at the clock."""
        return self._timer.isActive()

    def present(self, delivery: Delivery | None, time_lapse: float) -> None:
        """Show the attempts of this delivery; None for a notification the simulator did not send."""
        self._delivery = delivery
        place = self._lapse.findData(time_lapse)
        if place != self._lapse.currentIndex():
            self._lapse.setCurrentIndex(place)
        for widget in (self._badge, self._retry, self._lapse):
            widget.setVisible(delivery is not None)
        self._retry.setEnabled(delivery is not None and delivery.state != "not delivered")
        self._view.show_html(_document(delivery))
        self.tick()

    def tick(self) -> None:
        """Say how it stands, or how long it is until the next attempt."""
        delivery = self._delivery
        if delivery is None or delivery.next_at is None:
            self._state.show_text(translated(_NOT_SIMULATED if delivery is None else state_of(delivery)))
            return
        left = delivery.next_at - self._now()
        soon, waiting = self.tr("The next attempt is due now."), self.tr("Next attempt in {time}")
        self._state.show_text(waiting.format(time=time_left(left + 0.999)) if left > 0 else soon)

    def restyle(self) -> None:
        """Draw in the colours of the present theme."""
        self._view.show_html(_document(self._delivery))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up and tick on."""
        super().showEvent(event)
        self.tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _build(self) -> None:
        set_property(self._badge, "role", "badge")
        set_property(self._badge, "kind", "simulator")
        self._badge.setObjectName("delivery_simulated")
        self._badge.setToolTip(self.tr("Sent by the simulator of this program, not by QFPay"))
        self._state.setObjectName("delivery_state")
        self._retry.setObjectName("retry_delivery")
        self._retry.setToolTip(self.tr("Let the simulator send this notification at once"))
        set_icon(self._retry, "refresh")
        self._lapse.setObjectName("time_lapse")
        self._lapse.setAccessibleName(self.tr("How fast the retry schedule passes"))
        self._lapse.setToolTip(self.tr("How fast the simulator’s retry schedule passes"))
        self._lapse.setMinimumContentsLength(10)
        self._lapse.setSizeAdjustPolicy(ElidedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for factor, words in LAPSES.items():
            self._lapse.addItem(translated(words), factor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, current().gap_small, 0, 0)
        layout.setSpacing(current().gap_small)
        layout.addLayout(_line(self._badge, self._state))
        layout.addLayout(_line(self._retry, self._lapse))
        layout.addWidget(self._view, 1)

    def _on_retry(self) -> None:
        if self._delivery is not None:
            self.retry_pressed.emit(self._delivery.id)

    def _on_lapse(self, _index: int) -> None:
        self.lapse_chosen.emit(self._lapse.currentData())


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(current().gap)
    for widget in widgets:
        line.addWidget(widget, 1 if isinstance(widget, ElidedLabel | ElidedCombo) else 0)
    return line


def _document(delivery: Delivery | None) -> str:
    if delivery is None:
        return f"<p>{sourced(_SCHEDULE)}</p>"
    rows = "".join(_row(place, attempt) for place, attempt in enumerate(delivery.attempts, 1))
    return f"<table cellspacing='0' cellpadding='2'>{rows}</table>{_ahead(delivery)}"


def _row(place: int, attempt: Attempt) -> str:
    tone = "ok" if attempt.accepted else "attention"
    said = f"HTTP {attempt.status}" if attempt.status is not None else translated(_NO_ANSWER)
    answer = f" <tt>{escape(attempt.answer[:200])}</tt>" if attempt.answer else ""
    reason = (
        f"<br><span style='color:{current().muted.name()}'>{escape(attempt.reason)}</span>" if attempt.reason else ""
    )
    return (
        f"<tr><td width='24'><img src='icon:{tone}'></td><td align='right'>{place}&nbsp;&nbsp;</td>"
        f"<td>{escape(moment(attempt.at))} · <b>{escape(said)}</b>{answer}{reason}</td></tr>"
    )


def _ahead(delivery: Delivery) -> str:
    """The gaps of the schedule behind the next attempt."""
    from qfpay_gui.diagnosis.notification import RETRY_GAPS  # noqa: PLC0415 - not needed at start

    gaps = RETRY_GAPS[len(delivery.attempts) :] if delivery.next_at is not None and delivery.attempts else ()
    if not gaps:
        return ""
    return f"<p>{_words(_THEN.fill(gaps=', '.join(_gap(seconds) for seconds in gaps)))}</p>"


def _gap(seconds: int) -> str:
    words = _MINUTES.fill(count=seconds // 60) if seconds <= 3600 else _HOURS.fill(count=seconds // 3600)
    return translated(words)


def _words(sentence: Text) -> str:
    return escape(translated(sentence))
