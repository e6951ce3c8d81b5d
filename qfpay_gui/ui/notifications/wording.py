"""How notifications are spoken of: answers, verdicts, kinds, times."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode
from qfpay_gui.ui.words.measures import short_time, whole_time

if TYPE_CHECKING:
    from qfpay_gui.models.notifications.state import Notice
    from qfpay_gui.services.simulator import Delivery

MODES = {
    AnswerMode.SUCCESS: text("Notifications", "Right: SUCCESS"),
    AnswerMode.ERROR: text("Notifications", "Error: HTTP 500"),
    AnswerMode.WRONG_BODY: text("Notifications", "Wrong: “OK”"),
    AnswerMode.NOTHING: text("Notifications", "Nothing: hang up"),
    AnswerMode.SLOW: text("Notifications", "Late: after 10 s"),
}
"""The ways to answer, in the order they are offered."""
LAPSES = {
    1.0: text("Notifications", "Real time"),
    60.0: text("Notifications", "60 × faster"),
    3600.0: text("Notifications", "3600 × faster"),
}
"""How fast the simulator's retry schedule may pass."""
_KINDS = {
    "payment": (text("Notifications", "Payment"), "phone"),
    "refund": (text("Notifications", "Refund"), "refund"),
    "payment_token": (text("Notifications", "Token"), "key"),
    "subscription": (text("Notifications", "Subscription"), "refresh"),
    "subscription_payment": (text("Notifications", "Subscription"), "refresh"),
}
_OTHER_KIND = (text("Notifications", "Other"), "help")
_CHECKING = text("Notifications", "Checking …")
_VALID = text("Notifications", "Valid")
_NOT_VALID = text("Notifications", "Not valid")
_NOT_THIS_KEY = text("Notifications", "Not this key")
_NOT_CHECKED = text("Notifications", "Not checked")
_ENDINGS = {
    Acknowledged.PENDING: text("Notifications", "Answering …"),
    Acknowledged.WITHHELD: text("Notifications", "Hung up"),
    Acknowledged.TOO_LATE: text("Notifications", "Too late"),
}
_ELSEWHERE = {
    "waiting": text("Notifications", "Not here yet"),
    "accepted": text("Notifications", "Elsewhere"),
    "given up": text("Notifications", "Given up"),
    "not delivered": text("Notifications", "Not sent"),
}
_STATES = {
    "waiting": text("Notifications", "It is on its way."),
    "accepted": text("Notifications", "Accepted: it is not sent again."),
    "given up": text("Notifications", "Given up: it was never accepted."),
    "not delivered": text("Notifications", "Never sent: the simulator notifies addresses on this machine only."),
}


def kind_of(notice: Notice) -> tuple[Text, str]:
    """What it is about in a word, and its icon."""
    return _KINDS.get(notice.explained.notify_type, _OTHER_KIND)


def valid_word(notice: Notice) -> Text:
    """The verdict in a word or two; why one that never came here does not fit is not searched for."""
    check = notice.check
    if check is None:
        return _CHECKING if notice.received is not None else _NOT_THIS_KEY
    if check.is_valid:
        return _VALID
    return _NOT_VALID if check.causes or check.verdict.name == "UNEXPLAINED" else _NOT_CHECKED


def valid_icon(notice: Notice) -> tuple[str, str]:
    """The icon and tone of a verdict."""
    check = notice.check
    if check is None:
        return ("clock" if notice.received is not None else "note"), "note_fg"
    tone = check.severity.name.lower()
    return tone, f"{tone}_fg"


def answer_of(notice: Notice) -> tuple[str | Text, str]:
    """What the sender was told, in a word, and its tone."""
    message = notice.received
    if message is None:
        state = notice.delivery.state if notice.delivery else "waiting"
        return _ELSEWHERE[state], "note_fg" if state == "accepted" else "attention_fg"
    if message.answered is not Acknowledged.SENT:
        return _ENDINGS[message.answered], "note_fg" if message.answered is Acknowledged.PENDING else "attention_fg"
    if message.mode in {AnswerMode.SUCCESS, AnswerMode.SLOW}:
        return "SUCCESS", "ok_fg"
    return ("200 OK" if message.status == 200 else f"HTTP {message.status}"), "attention_fg"


def state_of(delivery: Delivery) -> Text:
    """Where a delivery of the simulator's stands."""
    return _STATES[delivery.state]


def moment(at: float) -> str:
    """A moment (seconds since 1970) on this machine's clock, short."""
    return short_time(datetime.fromtimestamp(at, UTC), datetime.now(UTC))


def whole_moment(at: float) -> str:
    """The same with date and distance from UTC."""
    return whole_time(datetime.fromtimestamp(at, UTC))
