"""Calling off a send from another thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Cancellation:
    """Ends the one send it is handed to; safe to call from any thread, any number of times.

    A send that waits for the name, the reply or the rest of it ends at once. A system whose
    sockets do not notice being shut down while they connect or read ends it at the connect or
    read time-out at the latest. What was handed to the network before stays sent.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._actions: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """Whether the send was called off."""
        return self._cancelled

    def cancel(self) -> None:
        """Call the send off, now or before it begins."""
        with self._lock:
            self._cancelled = True
            actions, self._actions = self._actions, []
        for action in actions:
            action()

    def on_cancel(self, action: Callable[[], None]) -> None:
        """Do this once, when the send is called off; at once where it already was."""
        with self._lock:
            if not self._cancelled:
                self._actions.append(action)
                return
        action()
