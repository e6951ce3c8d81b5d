"""What a piece of work goes through: the lines of the product it reaches, how often, and how many steps it takes."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import qfpay_gui

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FrameType

_PRODUCT = str(Path(qfpay_gui.__file__).parent)
_MOST_TOLD_APART = 7
"""Powers of two by which numbers of visits to a line are told apart."""


class Trace:
    """Counts the visits to each line of the product while it is open, on this thread."""

    def __init__(self) -> None:
        self._visits: Counter[tuple[CodeType, int]] = Counter()

    @property
    def steps(self) -> int:
        """Lines executed, a line in a loop each time."""
        return self._visits.total()

    @property
    def features(self) -> frozenset[tuple[CodeType, int, int]]:
        """Each line with about how often it was visited: once, a few times, often."""
        return frozenset(
            (code, line, min(count.bit_length(), _MOST_TOLD_APART)) for (code, line), count in self._visits.items()
        )

    @contextmanager
    def open(self) -> Iterator[None]:
        """Count within this."""
        before = sys.gettrace()
        sys.settrace(self._on_call)
        try:
            yield
        finally:
            sys.settrace(before)

    def _on_call(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        return self._on_line if frame.f_code.co_filename.startswith(_PRODUCT) else None

    def _on_line(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            self._visits[frame.f_code, frame.f_lineno] += 1
        return self._on_line
