"""What the window knows of notifications: the listener, and each one that came in with its verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.services.notifications.received import AnswerMode

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.notification import Check, Explained
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.services.notifications.received import Received
    from qfpay_gui.services.simulator import Delivery


@dataclass(frozen=True)
class Notice:
    """One notification. ``id`` stays the same while it is answered and retried; ``at`` is in seconds since 1970.

    ``received`` is None for one of the simulator's that never came here; ``delivery`` is None for one that somebody
    else sent. ``check`` is None while it is being looked into. The repr shows no value.
    """

    id: int
    at: float
    body: bytes = field(repr=False)
    signature: str = field(repr=False)
    explained: Explained = field(repr=False)
    check: Check | None = None
    received: Received | None = None
    delivery: Delivery | None = None

    @property
    def head(self) -> str:
        """Request line and headers as they came; "" where it never came."""
        return self.received.head if self.received else ""

    @property
    def raw(self) -> str:
        """The message as text; bytes that are no UTF-8 are shown as U+FFFD."""
        written = self.body.decode("utf-8", "replace")
        return f"{self.head}\n\n{written}" if self.head else written


@dataclass(frozen=True)
class NotificationsState:
    """The listener and the notices, newest first. ``url`` is "" while nothing listens."""

    url: str = ""
    is_starting: bool = False
    failure: Text | None = None
    mode: AnswerMode = AnswerMode.SUCCESS
    time_lapse: float = 1.0
    notices: tuple[Notice, ...] = ()
