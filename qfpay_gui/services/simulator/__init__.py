"""A QFPay on this machine: real HTTP, its own reading of every request, no account and no money.

It shares no code with the side that signs and sends, so a fault there cannot hide here.
It plays the whole life of an order (paid, closed, reversed, expired, refunded), the customer
with WeChat, the notifications to this machine, and WeChat's code2Session.
What it does not reproduce: settlement (1269), risk control, rate limits, refund windows and the
pause from 23:30 to 00:30, real exchange rates, and the very words of QFPay's messages (its
``respmsg`` explains in plain English instead).
"""

from __future__ import annotations

from qfpay_gui.services.simulator.demo import DEMO
from qfpay_gui.services.simulator.events import Event, EventKind
from qfpay_gui.services.simulator.notify.deliveries import RETRIES, Attempt, Delivery, DeliveryState
from qfpay_gui.services.simulator.outcomes import OUTCOMES, Outcome, OutcomeKind, parse_outcome
from qfpay_gui.services.simulator.pay_params import APP_ID, MERCHANT_KEY, pay_sign
from qfpay_gui.services.simulator.server import Simulator
from qfpay_gui.services.simulator.wechat.code2session import APP_SECRET, OPEN_ID
from qfpay_gui.services.simulator.wechat.wallet import HABITS, Customer, Sheet, WxResult

__all__ = [
    "APP_ID",
    "APP_SECRET",
    "DEMO",
    "HABITS",
    "MERCHANT_KEY",
    "OPEN_ID",
    "OUTCOMES",
    "RETRIES",
    "Attempt",
    "Customer",
    "Delivery",
    "DeliveryState",
    "Event",
    "EventKind",
    "Outcome",
    "OutcomeKind",
    "Sheet",
    "Simulator",
    "WxResult",
    "parse_outcome",
    "pay_sign",
]
