"""The pay_params WeChat would hand out, signed with a merchant key that exists only here."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

APP_ID = "wxdec0de0000000001"
MERCHANT_KEY = "DE30DE30DE30DE30DE30DE305EA1ED00"


def pay_sign(pay_params: Mapping[str, str], merchant_key: str = MERCHANT_KEY) -> str:
    """WeChat's v2 paySign: sorted pairs, ``&key=``, upper-case MD5 (WeChat Pay v2, checked with its own example).

    Takes appId, nonceStr, package, signType and timeStamp; other members take no part.
    """
    names = ("appId", "nonceStr", "package", "signType", "timeStamp")
    string = "&".join(f"{name}={pay_params[name]}" for name in names) + f"&key={merchant_key}"
    return hashlib.md5(string.encode(), usedforsecurity=False).hexdigest().upper()


def pay_params(now: datetime) -> dict[str, str]:
    """Fresh pay_params for an order made at this moment, which must know its zone (UTC+8)."""
    unsigned = {
        "appId": APP_ID,
        "timeStamp": str(int(now.timestamp())),
        "nonceStr": secrets.token_hex(16),
        "package": f"prepay_id={_prepay_id(now)}",
        "signType": "MD5",
    }
    return {**unsigned, "paySign": pay_sign(unsigned)}


def _prepay_id(now: datetime) -> str:
    """36 characters: ``wx``, day and time in UTC+8, then 26 hexadecimal digits."""
    return f"wx{now:%d%H%M%S}{secrets.token_hex(13)}"
