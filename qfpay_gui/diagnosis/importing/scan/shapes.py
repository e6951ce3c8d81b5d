"""What values of the API look like, by their names."""

from __future__ import annotations

import re

SHAPES = {
    "txamt": re.compile(r"\d{1,12}"),
    "txcurrcd": re.compile(r"[A-Z]{3}"),
    "pay_type": re.compile(r"\d{6}"),
    "txdtm": re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"),
    "out_trade_no": re.compile(r"[\w\-*|.]{1,128}"),
    "sub_openid": re.compile(r"[\w\-]{10,128}"),
    "mchid": re.compile(r"[0-9A-Za-z]{4,64}"),
    "syssn": re.compile(r"\d{10,40}"),
    "txzone": re.compile(r"[+-]\d{4}"),
    "notify_url": re.compile(r"https?://[^\s\"'<>&]+(?:\?\S*)?"),
    "return_url": re.compile(r"https?://[^\s\"'<>&]+(?:\?\S*)?"),
}
