"""A merchant's request as it is pasted, signed rightly or wrongly by nothing but hashlib."""

from __future__ import annotations

import hashlib
from urllib.parse import urlencode

from qfpay_gui.qfpay.credentials import Credentials, Profile

KEY = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"
APP_CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F90"
PAIRS = (
    ("txamt", "300"),
    ("txcurrcd", "HKD"),
    ("pay_type", "800213"),
    ("out_trade_no", "SO20261123000412"),
    ("txdtm", "2026-03-01 12:05:06"),
    ("sub_openid", "oS80_5dxekECAOlVBeQFk34q123s"),
    ("goods_name", "珍珠奶茶"),
)
SORTED = "&".join(f"{name}={value}" for name, value in sorted(PAIRS))
SHOP = Profile("Tea shop", "production-hk", Credentials(APP_CODE, KEY))


def md5(string: str) -> str:
    """The signature a merchant's program makes of this string."""
    return hashlib.md5(string.encode(), usedforsecurity=False).hexdigest().upper()


SHORT = PAIRS[:2]
"""For what no known mistake explains: every known one is tried, and there are fewer with few parameters."""
RIGHT = md5(SORTED + KEY)
WITH_KEY_EQUALS = md5(f"{SORTED}&key={KEY}")


def curl(signature: str, pairs: tuple[tuple[str, str], ...] = PAIRS, app_code: str = APP_CODE) -> str:
    """The request as a curl command; "" leaves the signature out."""
    sign = f" -H 'X-QF-SIGN: {signature}'" if signature else ""
    url = "https://openapi-hk.qfapi.com/trade/v1/payment"
    return f"curl -X POST '{url}' -H 'X-QF-APPCODE: {app_code}'{sign} -d '{urlencode(pairs)}'"
