"""An order of this installation as far as its life is known, and how the exchanges about it ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import EnvironmentKind

if TYPE_CHECKING:
    from datetime import datetime


class OrderState(Enum):
    """Where an order stands, by what is known of it."""

    UNKNOWN = "unknown"  # it was sent, and no answer tells what became of it: only a query can
    OPEN = "open"  # it exists, and nobody has paid
    PAID = "paid"
    PARTLY_REFUNDED = "partly refunded"
    REFUNDED = "refunded"
    CANCELLED = "cancelled"
    CLOSED = "closed"
    EXPIRED = "expired"
    FAILED = "failed"  # it was refused: there is no such order


class OrderStage(IntEnum):
    """How far an order is known to have come. News never takes it back: money that was paid is not overlooked."""

    NONE = 0
    OPEN = 1
    FAILED = 2
    EXPIRED = 3
    CLOSED = 4
    CANCELLED = 5
    PAID = 6
    UNDONE = 7  # paid, and cancelled as a whole, as a query tells by cancel 1 or 2


class Ending(Enum):
    """How an exchange ended, as far as the payment is concerned."""

    SENDING = "sending"
    SUCCESS = "success"
    IN_PROGRESS = "in progress"
    FAILED = "failed"
    NOT_SENT = "not sent"
    UNKNOWN = "unknown"  # it may have arrived: only a query can tell


HOLDS_MONEY = frozenset({OrderState.PAID, OrderState.PARTLY_REFUNDED})
REAL_KINDS = frozenset(
    {EnvironmentKind.LIVE_TESTING.value, EnvironmentKind.PRODUCTION.value, EnvironmentKind.CUSTOM.value}
)
"""The kinds of environment in which money may be real."""
_DOUBTFUL = HOLDS_MONEY | {OrderState.UNKNOWN, OrderState.OPEN}


@dataclass(frozen=True)
class Attempts:
    """Requests that were sent for one thing, by the numbers of their exchanges, and those whose outcome is settled."""

    sent: frozenset[int] = frozenset()
    settled: frozenset[int] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether the outcome of one of them is not known."""
        return not self.sent <= self.settled

    def begun(self, number: int) -> Attempts:
        """With this one sent."""
        return Attempts(self.sent | {number}, self.settled)

    def ended(self, number: int) -> Attempts:
        """With this one settled."""
        return Attempts(self.sent, self.settled | {number})

    def all_ended(self) -> Attempts:
        """With everything sent so far settled."""
        return Attempts(self.sent, self.settled | self.sent)


@dataclass(frozen=True)
class Refund:
    """One refund of an order. ``txamt`` counts minor units; 0 where the amount is not known."""

    out_trade_no: str = ""
    syssn: str = ""
    txamt: int = 0
    is_done: bool = False
    attempts: Attempts = Attempts()

    @property
    def is_pending(self) -> bool:
        """Whether it may still take place, or may have taken place unseen."""
        return not self.is_done and self.attempts.is_open


@dataclass(frozen=True)
class Order:
    """One payment with what is known of it.

    ``txamt`` is the amount as QFPay tells it, before that the text that was sent; ``txdtm`` the payment's own
    time; ``refunded`` are minor units given back for certain, ``pending`` those of refunds whose outcome is open.
    ``made_at`` and ``checked_at`` (the time of the last news) are aware. ``environment_kind`` is the value of an
    ``environments.Kind``. ``stage``, ``cancel`` (3 or 5, as a query told), ``attempts`` (at paying),
    ``closings`` and ``refunds`` are what ``state``, ``refunded`` and ``pending`` follow from.
    """

    out_trade_no: str
    environment_id: str
    environment_kind: str
    base_url: str
    profile: str
    app_code: str
    made_at: datetime
    syssn: str = ""
    txamt: str = ""
    txcurrcd: str = ""
    pay_type: str = ""
    state: OrderState = OrderState.UNKNOWN
    refunded: int = 0
    pending: int = 0
    respcd: str = ""
    checked_at: datetime | None = None
    id: int = 0
    mchid: str = ""
    txdtm: str = ""
    stage: OrderStage = OrderStage.NONE
    cancel: str = ""
    attempts: Attempts = Attempts()
    closings: Attempts = Attempts()
    refunds: tuple[Refund, ...] = ()

    @property
    def amount(self) -> int | None:
        """The amount in minor units, or None where what was sent is no whole number."""
        return minor_units(self.txamt)

    @property
    def held(self) -> int:
        """What was paid and not given back for certain, in minor units; 0 where no money is held or known."""
        return max((self.amount or 0) - self.refunded, 0) if self.state in HOLDS_MONEY else 0

    @property
    def left(self) -> int:
        """What can still be refunded, in minor units; 0 where no money is held or the amount is not known."""
        return max(self.held - self.pending, 0)

    @property
    def holds_test_money(self) -> bool:
        """Whether it is a payment on live testing that was not given back."""
        return self.environment_kind == EnvironmentKind.LIVE_TESTING.value and self.state in HOLDS_MONEY

    @property
    def needs_attention(self) -> bool:
        """Whether somebody should look after it: its outcome is unknown, or it holds money on live testing."""
        return self.state is OrderState.UNKNOWN or self.holds_test_money

    @property
    def may_hold_money(self) -> bool:
        """Whether real money may depend on it, so that forgetting it deserves a warning."""
        return self.environment_kind in REAL_KINDS and self.state in _DOUBTFUL

    @property
    def pending_numbers(self) -> tuple[str, ...]:
        """The out_trade_no of each refund whose outcome is open."""
        return tuple(one.out_trade_no for one in self.refunds if one.is_pending and one.out_trade_no)


def minor_units(txamt: str) -> int | None:
    """The whole number that is written, of at most 11 digits, or None."""
    return int(txamt) if txamt.isascii() and txamt.isdigit() and len(txamt) <= 11 else None
