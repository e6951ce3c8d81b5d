"""An order's life as messages between five parties, so that it can be drawn, read aloud and sent on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto

from qfpay_gui.qfpay.text import Text, text

IN_WECHAT = frozenset({"800207", "800213"})
"""The pay types whose payer pays inside WeChat, with wx.requestPayment or its like."""
Part = tuple[Text, str]
"""A piece of what was really sent: its title and its text."""


class Party(Enum):
    """Who takes part in a Mini Program payment, from the customer's end to the money's."""

    CUSTOMER = "customer"
    WECHAT = "wechat"
    MERCHANT = "merchant"
    QFPAY = "qfpay"
    WECHAT_PAY = "wechat_pay"

    @property
    def title(self) -> Text:
        """The party's name for people."""
        return _NAMES[self]


class MessageKind(Enum):
    """How a message is known."""

    HTTP = "http"  # it went over HTTP, and its bytes are kept
    SIMULATED = "simulated"  # the simulator played it: nobody else was involved
    UNSEEN = "unseen"  # it is expected, or happens where nobody here can look


class Stage(IntEnum):
    """How far a message brings the order; up to PAID the later stage includes the earlier ones."""

    START = 0
    REQUESTED = auto()
    UNIFIED = auto()
    PREPAID = auto()
    ORDERED = auto()
    CALLED = auto()
    SHOWN = auto()
    CONFIRMED = auto()
    SUBMITTED = auto()
    OFFERED = auto()  # of another pay_type than WeChat's own: a code or a page, which the payer finds by himself
    PAID = auto()
    RETURNED = auto()  # the Mini Program has its errMsg
    NOTIFYING = auto()
    NOTIFIED = auto()
    UNANSWERED = auto()  # a notification was not accepted, another attempt follows
    REFUNDED = auto()  # a notification of it follows
    UNKNOWN = auto()  # nobody knows whether the order exists: only a query can tell
    LEARNT = auto()  # a query told
    OVER = auto()  # nothing more will happen to the order


@dataclass(frozen=True)
class Message:
    """One arrow: ``at`` in seconds since 1970, None where it has not happened.

    ``failed`` says that it carries a refusal; ``lost`` that it never arrived, so its arrow ends half-way. ``parts``
    are what was really sent, without key and personal data; ``note`` explains it in a sentence or two.
    """

    at: float | None
    sender: Party
    receiver: Party
    label: Text
    kind: MessageKind
    parts: tuple[Part, ...] = field(default=(), repr=False)
    failed: bool = False
    lost: bool = False
    stage: Stage | None = None
    note: Text | None = None
    id: int = 0


@dataclass(frozen=True)
class OrderKey:
    """An order of one environment by its out_trade_no, or by its syssn where nothing else is known of it."""

    environment_id: str
    number: str = field(repr=False)


@dataclass(frozen=True)
class Sequence:
    """The messages about one order, the earliest first.

    ``title`` is the order's number as it may be shown, ``environment`` the name of where it was made; ``omitted``
    counts the earliest messages that were dropped because there were too many.
    """

    key: OrderKey
    messages: tuple[Message, ...] = ()
    title: str = ""
    amount: str = ""
    environment: Text | None = None
    began: float = 0.0
    omitted: int = 0


def written(words: object) -> Text:
    """Words of the wire as a Text: they are the same in every language."""
    return _WRITTEN.fill(words=words)


_WRITTEN = text("Sequence", "{words}")
_NAMES = {
    Party.CUSTOMER: text("Sequence", "Customer"),
    Party.WECHAT: text("Sequence", "WeChat"),
    Party.MERCHANT: text("Sequence", "Merchant"),
    Party.QFPAY: text("Sequence", "QFPay"),
    Party.WECHAT_PAY: text("Sequence", "WeChat Pay"),
}
