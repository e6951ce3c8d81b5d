"""Queries one order again and again, with growing pauses, until it is settled, a limit is reached or it is stopped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from qfpay_gui.models.polling.state import (
    BROKEN,
    NOT_SENT,
    SENT_OTHERWISE,
    STOPPED,
    TOO_LONG,
    TOO_MANY,
    Off,
    PollEnded,
    Polling,
    PollState,
    Waiting,
)
from qfpay_gui.models.polling.steps import GoOn, Stop, step_after
from qfpay_gui.models.polling.target import PollTarget, can_poll
from qfpay_gui.models.sending.send_model import Answered, Broken, Idle, Sending, SendState
from qfpay_gui.qfpay.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.sending.send_model import SendModel
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.services.clock import Clock


class Alarm(Protocol):
    """Rings once, after a while."""

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Call ``ring`` after so many seconds, in place of what was to ring before."""

    def off(self) -> None:
        """Do not ring."""


class TimerAlarm(QObject):
    """An alarm by Qt's timer; it rings on the thread it lives on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ring: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Ring after so many seconds."""
        self._ring = ring
        self._timer.start(round(seconds * 1000))

    def off(self) -> None:
        """Do not ring."""
        self._timer.stop()
        self._ring = None

    def _on_timeout(self) -> None:
        ring, self._ring = self._ring, None
        if ring is not None:
            ring()


PAUSES = (3, 5, 8, 13, 20, 30)
"""Seconds before each query; the last one counts for all that follow."""
SHORTEST = 2
"""Seconds between two queries, at least, whatever is asked for."""
MOST = 20
"""Queries in one series."""
LONGEST = timedelta(minutes=10)
"""How long one series goes on."""


class PollModel(QObject):
    """One series at a time, one request at a time; whatever else is sent ends the series.

    ``send`` sends the request of a draft and says whether it left; ``send_model`` tells how it ended. ``pauses``
    shorter than two seconds are taken for two.
    """

    changed = Signal(object)
    """Carries the PollState; sent when ``target`` changes, too."""

    def __init__(  # noqa: PLR0913 - the last two have a usual value
        self,
        send: Callable[[Draft], bool],
        send_model: SendModel,
        clock: Clock,
        parent: QObject | None = None,
        *,
        pauses: Sequence[float] = PAUSES,
        alarm: Alarm | None = None,
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._clock = clock
        self._pauses = tuple(max(pause, SHORTEST) for pause in pauses)
        self._alarm = alarm or TimerAlarm(self)
        self._calling = False
        self._own: PreparedRequest | None = None
        self._under_way = self._is_stale = False
        self._begun_at = clock.now()
        self._answered_at: datetime | None = None
        self._asked = self._failures = 0
        self.target: PollTarget | None = None
        """What a series would wait for, by the newest answer; None where there is nothing to wait for."""
        self.state: PollState = Off()
        send_model.changed.connect(self._on_send)
        if isinstance(send_model.state, Answered):
            self.target = can_poll(send_model.state.answer)

    @property
    def is_running(self) -> bool:
        """Whether a series runs."""
        return isinstance(self.state, Waiting | Polling)

    def begin(self, target: PollTarget | None = None) -> bool:
        """Begin a series for ``target`` or for the one on offer; False where one runs, or nothing can be waited for."""
        target = target or self.target
        if self.is_running or target is None:
            return False
        self.target, self._begun_at = target, self._clock.now()
        self._asked = self._failures = 0
        self._wait(self._pauses[0])
        return True

    def ask_now(self) -> None:
        """Wait no longer than until two seconds have passed since the last answer."""
        if not isinstance(self.state, Waiting):
            return
        rest = self._rest()
        if rest > 0:
            self._wait(rest)
        else:
            self._ask()

    def stop(self, reason: Text = STOPPED) -> None:
        """End the series for this reason; a query on its way is not called off, but none follows it."""
        if self.is_running:
            self._end(Stop(reason))

    def forget(self, reason: Text) -> None:
        """End the series and offer none for what was sent so far: it is unknown to another environment or merchant."""
        self.target = None
        self._is_stale = self._under_way
        if self.is_running:
            self._end(Stop(reason))
        else:
            self._set(Off())

    def _on_send(self, state: SendState) -> None:
        match state:
            case Sending(request):
                self._on_sending(request)
            case Answered(answer):
                is_own, is_stale = self._own is not None, self._is_stale
                self._forget_request()
                self._on_answer(answer, is_own=is_own, is_stale=is_stale)
            case Broken():
                is_own = self._own is not None
                self._forget_request()
                if is_own and isinstance(self.state, Polling):
                    self._end(Stop(BROKEN, Severity.WRONG))
            case Idle():
                pass
            case other:
                assert_never(other)

    def _on_sending(self, request: PreparedRequest) -> None:
        self._under_way = True
        if self._calling:
            self._own = request
        elif request is not self._own:
            self.stop(SENT_OTHERWISE)

    def _forget_request(self) -> None:
        self._own, self._under_way, self._is_stale = None, False, False

    def _on_answer(self, answer: Answer, *, is_own: bool, is_stale: bool) -> None:
        if is_own:
            self._answered_at = self._clock.now()
        if is_own and isinstance(self.state, Polling) and self.target is not None:
            self._follow(step_after(answer, self.target, self._failures))
            return
        self.target = None if is_stale else can_poll(answer)
        # The answer to the last query of a series that was stopped does not unsay that it was.
        self._set(self.state if is_own else Off())

    def _follow(self, step: GoOn | Stop) -> None:
        match step:
            case GoOn():
                self._failures = step.failures
                self._go_on(step.pause)
            case Stop():
                self._end(step)

    def _go_on(self, pause: float) -> None:
        """The next query, unless a limit is reached first."""
        seconds = max(pause, self._pauses[min(self._asked, len(self._pauses) - 1)])
        if self._asked >= MOST:
            self._end(Stop(TOO_MANY.fill(count=self._asked), Severity.ATTENTION))
        elif self._clock.now() + timedelta(seconds=seconds) > self._begun_at + LONGEST:
            self._end(Stop(TOO_LONG.fill(minutes=LONGEST // timedelta(minutes=1)), Severity.ATTENTION))
        else:
            self._wait(seconds, slowed=pause > 0)

    def _wait(self, seconds: float, *, slowed: bool = False) -> None:
        next_at = self._clock.now() + timedelta(seconds=seconds)
        self._alarm.set(seconds, self._ask)
        self._set(Waiting(next_at, self._asked + 1, MOST, slowed))

    def _ask(self) -> None:
        """Send one query. The answer may come at any time from now on, even before the call returns."""
        target = self.target
        if target is None or not isinstance(self.state, Waiting):
            return
        self._alarm.off()
        self._asked += 1
        self._set(Polling(self._asked, MOST))
        self._calling = True
        try:
            has_left = self._send(target.draft())
        finally:
            self._calling = False
        if not has_left and self.is_running:
            self._asked -= 1
            self._end(Stop(NOT_SENT, Severity.ATTENTION))

    def _rest(self) -> float:
        """Seconds until a query may follow the last one."""
        if self._answered_at is None:
            return 0
        # A clock that was set back must not make anybody wait longer.
        return min(SHORTEST - (self._clock.now() - self._answered_at).total_seconds(), SHORTEST)

    def _end(self, end: Stop) -> None:
        self._alarm.off()
        if end.settled:
            self.target = None
        self._set(PollEnded(end.reason, self._asked, end.settled, end.severity))

    def _set(self, state: PollState) -> None:
        self.state = state
        self.changed.emit(state)
