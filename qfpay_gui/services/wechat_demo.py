"""A login that the simulator's code2Session knows: its own Mini Program and a fresh code."""

from __future__ import annotations

import secrets

from qfpay_gui.qfpay.code2session.call import Login
from qfpay_gui.services.simulator.pay_params import APP_ID
from qfpay_gui.services.simulator.wechat.code2session import APP_SECRET


def demo_login() -> Login:
    """A login that works once, as a real one does; its js_code is new on every call and has 32 characters."""
    return Login(APP_ID, APP_SECRET, f"0demo{secrets.token_urlsafe(21)[:27]}")
