"""The orders that the programs send: a made-up merchant's, most signed rightly, some with a known mistake."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

APP_CODE = "5D2C8E0B7A914F36B1C0D9E8F7A65432"
CLIENT_KEY = "7F3D0A9C51E84B2697D4A0C8E1B35F62"
HOST = "openapi-hk.qfapi.com"
PAYMENT = "/trade/v1/payment"

_HASHES: Mapping[str, Callable[[bytes], Any]] = {"MD5": hashlib.md5, "SHA256": hashlib.sha256}


@dataclass(frozen=True)
class Mistake:
    """A way to sign wrongly: ``identity`` and ``words`` name it, ``string`` yields what is hashed.

    ``digest`` is the hash that is taken where it is not the one that the header states.
    """

    identity: str
    words: str
    string: Callable[[Mapping[str, str]], str]
    charset: str = "utf-8"
    digest: str = ""


def _joined(params: Mapping[str, str]) -> str:
    return "&".join(f"{name}={value}" for name, value in params.items())


def _sorted(params: Mapping[str, str]) -> str:
    return _joined(dict(sorted(params.items())))


def official(params: Mapping[str, str]) -> str:
    """What is hashed: sorted, joined as they are, the key directly behind (QFPay, "Signature generation")."""
    return _sorted(params) + CLIENT_KEY


RIGHT = Mistake("", "right", official)
KEY_NAMED = Mistake(
    "key-joined-by-key-equals",
    "the key was joined with &key=",
    lambda params: f"{_sorted(params)}&key={CLIENT_KEY}",
)
KEY_MISSING = Mistake("key-missing", "the key is missing", _sorted)
KEY_IN_FRONT = Mistake("key-in-front", "the key stands in front", lambda params: CLIENT_KEY + _sorted(params))
ENCODED = Mistake(
    "values-url-encoded",
    "the values were URL-encoded before signing",
    lambda params: _sorted({name: quote_plus(value) for name, value in params.items()}) + CLIENT_KEY,
)
UNSORTED = Mistake("unsorted", "the parameters were not sorted", lambda params: _joined(params) + CLIENT_KEY)
GOODS_LEFT_OUT = Mistake(
    "sent-not-signed",
    "goods_name was sent and not signed",
    lambda params: official({name: value for name, value in params.items() if name != "goods_name"}),
)
GBK = Mistake("charset-gbk", "hashed as GBK", official, charset="gbk")
UNANNOUNCED = Mistake("sha256-without-header", "SHA256 without its header", official, digest="SHA256")


@dataclass(frozen=True)
class Order:
    """One request of the merchant."""

    more: Mapping[str, str] = field(default_factory=dict)
    mistake: Mistake = RIGHT
    sign_type: str = "MD5"
    path: str = PAYMENT
    number: str = "SO202611030000"

    @property
    def params(self) -> dict[str, str]:
        """Every parameter in the order in which the merchant writes them."""
        return {**_start(self), **self.more}

    @property
    def signature(self) -> str:
        """As the merchant computed it."""
        data = self.mistake.string(self.params).encode(self.mistake.charset)
        return str(_HASHES[self.mistake.digest or self.sign_type](data).hexdigest()).upper()

    @property
    def headers(self) -> dict[str, str]:
        """QFPay's own headers."""
        stated = {} if self.sign_type == "MD5" else {"X-QF-SIGNTYPE": self.sign_type}
        return {"X-QF-APPCODE": APP_CODE, "X-QF-SIGN": self.signature, **stated}

    def told(self, scheme: str) -> dict[str, Any]:
        """What a program is told, as JSON."""
        return {
            "url": f"{scheme}://{HOST}{self.path}",
            "host": HOST,
            "path": self.path,
            "headers": self.headers,
            "params": self.params,
            "body": urlencode(self.params),
            "signature": self.signature,
            "app_code": APP_CODE,
            "client_key": CLIENT_KEY,
            "sign_type": self.sign_type,
        }


def numbered(name: str, paste: str) -> Order:
    """The order of this name with a number of its own for the paste, always the same one."""
    order = ORDERS[name]
    number = f"SO20261103{zlib.crc32(f'{paste}.{name}'.encode()) % 10000:04}"
    return replace(order, number=number)


def _start(order: Order) -> dict[str, str]:
    """What every payment needs; of other endpoints the order's number only."""
    if order.path != PAYMENT:
        return {"out_trade_no": order.number}
    minute = int(order.number[-2:]) % 60
    return {
        "txamt": str(1088 + 25 * minute),
        "txcurrcd": "HKD",
        "pay_type": "800213",
        "out_trade_no": order.number,
        "txdtm": f"2026-11-03 09:{minute:02}:05",
        "sub_openid": "oLK5s6TQwz9Yb_3dNf0RmVxJ2hAe",
    }


_REAL_NAME = '{"user_creid":"110101190001010000","user_truename":"测试"}'
_NOTIFY = "https://shop.example/qfpay/notify?shop=12&lang=zh-HK"

ORDERS: Mapping[str, Order] = {
    "plain": Order(),
    "chinese": Order({"goods_name": "珍珠奶茶（大）"}),
    "symbols": Order({"goods_name": "Tea & Cake 50% + 1"}),
    "quotes": Order({"goods_name": 'Set "A", O\'Neil'}),
    "json": Order({"extend_info": _REAL_NAME, "goods_name": "Set A"}),
    "notify": Order({"notify_url": _NOTIFY, "udid": "POS-7", "expired_time": "15"}),
    "sha256": Order({"goods_name": "紅茶 1+1"}, sign_type="SHA256"),
    "spaces": Order({"goods_name": "Lunch set for 2", "mchid": "R1zQrTdJnn"}),
    "query": Order({}, path="/trade/v1/query"),
    "refund": Order(
        {
            "syssn": "20261103000200020081074842",
            "txamt": "500",
            "txdtm": "2026-11-03 10:10:05",
        },
        path="/trade/v1/refund",
    ),
    "key_named": Order({"goods_name": "Set C"}, KEY_NAMED),
    "key_missing": Order({"goods_name": "Set D"}, KEY_MISSING),
    "key_in_front": Order(mistake=KEY_IN_FRONT),
    "encoded": Order({"goods_name": "凍檸茶"}, ENCODED),
    "unsorted": Order({"goods_name": "Set E"}, UNSORTED),
    "left_out": Order({"goods_name": "蛋撻"}, GOODS_LEFT_OUT),
    "gbk": Order({"goods_name": "奶茶"}, GBK),
    "unannounced": Order({"goods_name": "Set F"}, UNANNOUNCED),
}
