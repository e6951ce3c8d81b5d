"""A login that the simulator's code2Session knows: its own Mini Program and a fresh code."""

from __future__ import annotations

import secrets

from qfpay_gui.qfpay.code2session import Login
from qfpay_gui.services.simulator.code2session import APP_SECRET
from qfpay_gui.services.simulator.wechat import APP_ID


def demo_login() -> Login:
    """A login that works once, as a real one does; its js_code is new on every call and has 32 characters."""
    return Login(APP_ID, APP_SECRET, f"0demo{secrets.token_urlsafe(21)[:27]}")
