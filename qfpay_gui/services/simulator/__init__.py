"""A QFPay on this machine: real HTTP, its own reading of every request, no account and no money.

It shares no code with the side that signs and sends, so a fault there cannot hide here.
What it does not reproduce: wallets, settlement, risk control, rate limits, notifications,
and the very words of QFPay's messages (its ``respmsg`` explains in plain English instead).
"""

from __future__ import annotations

from qfpay_gui.services.simulator.outcomes import OUTCOMES, Kind, Outcome, parse_outcome
from qfpay_gui.services.simulator.server import DEMO, Simulator
from qfpay_gui.services.simulator.wechat import APP_ID, MERCHANT_KEY, pay_sign

__all__ = [
    "APP_ID",
    "DEMO",
    "MERCHANT_KEY",
    "OUTCOMES",
    "Kind",
    "Outcome",
    "Simulator",
    "parse_outcome",
    "pay_sign",
]
