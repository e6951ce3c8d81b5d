"""What a press on Send does, in the few words that a button has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

_REAL = {EnvironmentKind.LIVE_TESTING, EnvironmentKind.PRODUCTION}
_LONGEST_AMOUNT = 19
_SEND = text("Consequence", "Send")
_WITH_AMOUNT = {"payment": text("Consequence", "Send {amount}"), "refund": text("Consequence", "Refund {amount}")}
_REAL_MONEY = text("Consequence", "{send} – real money")


def consequence(request: PreparedRequest) -> Text:
    """The label of Send: the amount where it can be read and moves, and that it is real money where it is."""
    amount = human_amount(request.value("txamt"), request.txcurrcd)
    shown = _WITH_AMOUNT.get(request.endpoint) if 0 < len(amount) <= _LONGEST_AMOUNT else None
    send = shown.fill(amount=amount) if shown else _SEND
    moves_money = request.environment.kind in _REAL and not endpoint(request.endpoint).is_reading
    return _REAL_MONEY.fill(send=send) if moves_money else send
