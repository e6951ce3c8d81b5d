"""Orders printed in many layouts, each a text with places for their values."""

from __future__ import annotations

import base64
import json
import quopri
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus, urlencode

from qfpay_gui.qfpay.signing import signature

APP_CODE = "5D2C8E0B7A914F36B1C0D9E8F7A65432"
CLIENT_KEY = "7F3D0A9C51E84B2697D4A0C8E1B35F62"
_PLAIN = {
    "txamt": "1288",
    "txcurrcd": "HKD",
    "pay_type": "800213",
    "out_trade_no": "TK20261188",
    "txdtm": "2026-11-03 09:01:05",
    "sub_openid": "oLK5s6TQwz9Yb_3dNf0RmVxJ2hAe",
}
ORDERS = {
    "plain": _PLAIN,
    "named": _PLAIN | {"goods_name": "珍珠奶茶", "udid": "pos-7", "attach": "counter4"},
    "url": _PLAIN | {"notify_url": "https://shop.example.hk/n"},
    "awkward": _PLAIN
    | {
        "goods_name": "Tea & cake, 2 x 100% (hot)",
        "notify_url": "https://shop.example.hk/n?a=1&b=2",
        "attach": "a=b;c+d",
    },
}
_PLACE = re.compile(r"«(\w+)(?: (.*?))?»", re.DOTALL)


@dataclass(frozen=True)
class Paste:
    """A text as a merchant might send it, and what must be read out of it."""

    name: str
    text: str
    params: dict[str, str]

    @property
    def signature(self) -> str:
        """The signature that was printed, which is right."""
        return signature(self.params, CLIENT_KEY)

    @property
    def app_code(self) -> str:
        """The app code, "" where the text has none."""
        return APP_CODE if APP_CODE in self.text else ""


def pastes() -> list[Paste]:
    """Every layout with each of its orders."""
    return [
        Paste(f"{name}-{order}", _printed(template, ORDERS[order]), ORDERS[order])
        for path in sorted(Path(__file__).parent.glob("*.txt"))
        for name, orders, template in _templates(path)
        for order in orders
    ]


def _templates(path: Path) -> list[tuple[str, list[str], str]]:
    parts = path.read_bytes().decode().removeprefix("=== ").split("\n=== ")
    found = []
    for part in parts:
        head, _line, template = part.partition("\n")
        name, *orders = head.split()
        found.append((name, orders if name == "broken_entity" else ["plain", *orders], template.removesuffix("\n")))
    return found


def _printed(template: str, params: dict[str, str]) -> str:
    return _PLACE.sub(lambda place: _written(place[1], place[2] or "", params), template)


def _written(kind: str, pattern: str, params: dict[str, str]) -> str:
    if kind in {"rows", "names", "values"}:
        return _rows(pattern, params)
    form = urlencode(params)
    packed = json.dumps(params, ensure_ascii=False, separators=(",", ":"))
    texts = {
        "app": APP_CODE,
        "sign": signature(params, CLIENT_KEY),
        "form": form,
        "percent": form.replace("+", "%20"),
        "notsign": form.replace("&not", "¬"),
        "raw": "&".join(f"{name}={value}" for name, value in sorted(params.items())),
        "json": json.dumps(params, ensure_ascii=False),
        "packed": packed,
        "python": repr(params),
        "escaped": json.dumps(packed)[1:-1],
        "escaped2": json.dumps(json.dumps(packed)[1:-1])[1:-1],
        "base64": base64.b64encode(form.encode()).decode(),
        "twice": quote_plus(form),
        "entities": form.replace("&", "&amp;"),
        "broken": form.replace("&", "\n&"),
        "continued": form.replace("&", "&\n"),
        "concat": "\n".join(f'    "{part}"' for part in form.replace("&", "&\n").split("\n")),
        "length": str(len(form)),
        "count": str(len(params)),
        "soft": quopri.encodestring(f"X-QF-SIGN: {signature(params, CLIENT_KEY)}\n\n{form}".encode()).decode(),
    }
    return texts[kind]


def _rows(pattern: str, params: dict[str, str]) -> str:
    row, _mark, joint = pattern.partition("¦")
    joint = joint.replace("⏎", "\n") or "\n"
    return joint.join(_row(row.replace("⏎", "\n"), place, *pair) for place, pair in enumerate(params.items()))


def _row(row: str, place: int, name: str, value: str) -> str:
    texts = {
        "n": name,
        "v": value,
        "i": str(place),
        "N": f"{name:<16}",
        "R": f"{name:>12}",
        "V": f"{value:<34}",
        "len": str(len(value.encode())),
    }
    return re.sub(r"\{(n|v|i|N|R|V|len)\}", lambda found: texts[found[1]], row)
