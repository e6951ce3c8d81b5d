"""What the window knows of posting a notification to a receiver."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from qfpay_gui.models.notifications.outgoing import Outgoing
from qfpay_gui.models.notifications.pasted import CURRENT

if TYPE_CHECKING:
    from qfpay_gui.qfpay.notifications.message import Answer, Message
    from qfpay_gui.qfpay.notifications.series import Judged
    from qfpay_gui.snippets.receiver_report import Report

Work = Literal["", "once", "series", "retries"]


@dataclass(frozen=True)
class Attempt:
    """One post that ended; ``at`` in seconds since 1970."""

    at: float
    answer: Answer


@dataclass(frozen=True)
class PostingState:
    """What would be posted, what is under way, and what came of the latest.

    ``ran`` is what was posted last, as it was composed then; ``sent`` is what the ``attempts`` posted. ``judged`` says
    how the receiver did, ``found`` how it does in a series, whose ``report`` is there once it ran to its end;
    ``to_come`` trials are left. ``next_at`` is the time of the next attempt (seconds since 1970).
    ``is_stopped`` where a person ended it.
    """

    outgoing: Outgoing = field(default_factory=Outgoing)
    key_choice: str = CURRENT
    key_names: tuple[str, ...] = ()
    work: Work = ""
    ran: Outgoing | None = None
    sent: tuple[Message, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    judged: Judged | None = None
    found: tuple[Judged, ...] = ()
    to_come: int = 0
    report: Report | None = field(default=None, repr=False)
    next_at: float | None = None
    is_stopped: bool = False

    @property
    def is_working(self) -> bool:
        """Whether something is posted, or waits to be."""
        return self.work != ""

    @property
    def is_edited(self) -> bool:
        """Whether another one is composed than the latest that was posted."""
        return self.ran is None or self.ran != self.outgoing

    @property
    def is_series(self) -> bool:
        """Whether the latest is a series."""
        return self.work == "series" or bool(self.found)
