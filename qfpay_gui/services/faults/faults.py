"""The one place that takes every exception nobody caught."""

from __future__ import annotations

import sys
import threading
from collections import Counter, deque
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from qfpay_gui.qfpay.secrets.exchange import Mask
    from qfpay_gui.services.faults.log import FaultLog

_MOST_REMEMBERED = 50
_TOLD = frozenset(10**power for power in range(12))
_takers: list[Faults] = []


@dataclass(frozen=True)
class Fault:
    """What is told about a fault at once: the kind of the exception, and the room it came from, "" for none."""

    kind: str
    place: str = ""


def note(error: BaseException, *, quietly: bool = False) -> None:
    """Hand an exception that was caught, but that nobody expected, to whoever takes faults; ``quietly``: just write."""
    for taker in _takers:
        taker.take(error, quietly=quietly)


class Faults:
    """Writes faults down without secrets, and calls ``tell`` with each, on the thread where it happened.

    ``mask`` says what must not be written. The same fault is written at its first, tenth, hundredth … time.
    """

    def __init__(self, log: FaultLog) -> None:
        self.log = log
        self.untold: deque[Fault] = deque(maxlen=_MOST_REMEMBERED)
        """What happened before there was anybody to tell."""
        self.tell: Callable[[Fault], object] = self.untold.append
        self.mask: Callable[[], Mask] | None = None
        self.latest: deque[str] = deque(maxlen=_MOST_REMEMBERED)
        """The last entries, also where no file can be written."""
        self._times: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._before: tuple[Any, Any, Any] | None = None

    def install(self) -> None:
        """Take what reaches the end of any thread from now on, and what an earlier process died of."""
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook = self._on_uncaught, self._on_thread
        sys.unraisablehook = self._on_unraisable
        _takers.append(self)
        if left := self.log.watch_for_crashes():
            self._on_crash(left)

    def remove(self) -> None:
        """Leave everything as it was before."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None
            _takers.remove(self)
            self.log.stop_watching()

    def take(self, error: BaseException, *, quietly: bool = False) -> None:
        """Write this exception down and tell of it; whatever goes wrong meanwhile is not told again."""
        from qfpay_gui.services.faults import trace  # noqa: PLC0415 - no start has faults

        with suppress(Exception):
            self._write(trace.written(error, self._present_mask()))
            if not quietly:
                self.tell(Fault(type(error).__qualname__, trace.place(error)))

    def take_message(self, words: str) -> None:
        """Write down what a library says of itself; nobody is told."""
        from qfpay_gui.services.faults import trace  # noqa: PLC0415 - no start has faults

        with suppress(Exception):
            self._write(trace.cleaned(words, self._present_mask()))

    def _present_mask(self) -> Callable[[str], str]:
        """What hides secrets at this moment; where that cannot be found out, everything is hidden."""
        from qfpay_gui.qfpay.secrets.exchange import Mask  # noqa: PLC0415 - no start has faults

        try:
            return self.mask() if self.mask is not None else Mask()
        except Exception:  # noqa: BLE001 - it reads what another thread may be changing
            return lambda _words: "•••"

    def _write(self, entry: str) -> None:
        with self._lock:
            self._times[entry] += 1
            times = self._times[entry]
            if len(self._times) > 10 * _MOST_REMEMBERED:
                self._times.clear()
        if times not in _TOLD:
            return
        again = f", time {times} of the same" if times > 1 else ""
        moment = datetime.now().astimezone().isoformat(" ", "milliseconds")
        dated = f"{moment} · {threading.current_thread().name}{again}\n{entry}"
        self.latest.append(dated)
        self.log.add(dated)
        if sys.stderr is not None:  # there is none where Windows starts a program without a console
            sys.stderr.write(f"{dated}\n")

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.take(error.with_traceback(trace))

    def _on_thread(self, ended: threading.ExceptHookArgs) -> None:
        if ended.exc_value is not None and not isinstance(ended.exc_value, SystemExit):
            self.take(ended.exc_value)

    def _on_unraisable(self, raised: sys.UnraisableHookArgs) -> None:
        if raised.exc_value is not None:
            self.take(raised.exc_value, quietly=True)

    def _on_crash(self, left: str) -> None:
        from qfpay_gui.services.faults import trace  # noqa: PLC0415 - no start has faults

        lines = (trace.shortened_in(line) for line in left.splitlines())
        self._write("\n".join(("The program died here the last time:", *lines)))
        self.tell(CRASHED)


CRASHED = Fault("crash")
"""What is told of a process that died before this one."""
