"""What the history holds of one exchange: nothing secret, nothing personal, everything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from qfpay_gui.qfpay.orders.order import Ending
from qfpay_gui.qfpay.reply.exchange import Timings

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.qfpay.findings import Finding, Severity
    from qfpay_gui.qfpay.text import Text

__all__ = [
    "NOTHING_HIDDEN",
    "Ending",
    "Hidden",
    "HistoryEntry",
    "HistoryFilter",
    "HistoryRow",
    "Journal",
    "KeptFailure",
    "KeptReply",
    "KeptRequest",
    "KeptVerdict",
    "Pairs",
]

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KeptRequest:
    """A request as it may be written down; ``masked`` names the parameters whose value is not what was sent.

    ``signing_string`` ends before the client key.
    """

    method: str = "POST"
    url: str = ""
    headers: Pairs = field(default=(), repr=False)
    parameters: Pairs = field(default=(), repr=False)
    body: str = field(default="", repr=False)
    sign_type: str = "MD5"
    signing_string: str = field(default="", repr=False)
    signature: str = ""
    masked: tuple[str, ...] = ()

    def value(self, name: str) -> str:
        """The first value sent under this name, or ""."""
        return next((value for sent_name, value in self.parameters if sent_name == name), "")


@dataclass(frozen=True)
class KeptReply:
    """A reply as it may be written down. ``shortened``: there was more than is kept."""

    status: int
    reason: str = ""
    headers: Pairs = field(default=(), repr=False)
    body: str = field(default="", repr=False)
    shortened: bool = False


@dataclass(frozen=True)
class KeptFailure:
    """The layer below HTTP at which an exchange ended, and the library's words."""

    layer: str
    may_have_arrived: bool
    technical: str = ""


@dataclass(frozen=True)
class KeptVerdict:
    """What was made of an exchange; sentences stay translatable."""

    severity: Severity
    headline: Text
    turn: Text | None = None
    next_step: Text | None = None
    codes: Text | None = None


@dataclass(frozen=True)
class HistoryEntry:
    """One exchange. ``id`` 0 means: not written yet. ``searched`` is the text a search looks through."""

    sent_at: datetime
    environment_id: str
    environment_kind: str
    host: str
    profile: str
    endpoint: str
    request: KeptRequest
    verdict: KeptVerdict
    ending: Ending = Ending.SENDING
    respcd: str = ""
    app_code: str = ""
    reply: KeptReply | None = None
    failure: KeptFailure | None = None
    timings: Timings = field(default_factory=Timings)
    findings: tuple[Finding, ...] = ()
    searched: str = field(default="", repr=False)
    note: str = ""
    pinned: bool = False
    id: int = 0


@dataclass(frozen=True)
class HistoryRow:
    """One line of the list."""

    id: int
    sent_at: datetime
    environment_id: str
    environment_kind: str
    host: str
    profile: str
    endpoint: str
    out_trade_no: str
    txamt: str
    txcurrcd: str
    ending: Ending
    respcd: str
    severity: Severity
    headline: Text
    note: str
    pinned: bool
    syssn: str = ""
    """QFPay's number, where the request had no other."""


@dataclass(frozen=True)
class HistoryFilter:
    """Which entries are wanted: ``words`` are ANDed, letter case does not count; None means any."""

    words: str = ""
    environment_id: str | None = None
    ending: Ending | None = None
    only_pinned: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether every entry is wanted."""
        return not self.words.strip() and self.environment_id is None and self.ending is None and not self.only_pinned


@dataclass(frozen=True)
class Hidden:
    """Entries out of sight that are not deleted yet: these, and what was sent ``before`` then and is not pinned."""

    ids: frozenset[int] = frozenset()
    before: datetime | None = None


NOTHING_HIDDEN = Hidden()
Journal = Literal["file", "memory"]
"""Where the history is kept: in its file, or for this session only."""
