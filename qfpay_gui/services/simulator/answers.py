"""Answers in the documented style: flat JSON, ASCII only, signed over the raw body."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from qfpay_gui import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON_TYPE = "application/json; charset=UTF-8"
PUBLIC = ("txdtm", "txamt", "txcurrcd", "pay_type", "out_trade_no")


@dataclass(frozen=True)
class TradeAnswer:
    """What the interface has to say; ``key`` signs it and is "" where the sender is not known."""

    fields: Mapping[str, Any]
    key: str = field(default="", repr=False)

    @property
    def accepted(self) -> bool:
        """Whether the request did what it asked for."""
        return self.fields.get("respcd") == "0000"


@dataclass(frozen=True)
class HttpAnswer:
    """An answer ready for the wire.

    ``delay`` is waited for first (seconds). ``sent`` is how much of it is sent before hanging
    up: "all", "half" of the body, or "nothing".
    """

    status: int
    content_type: str
    body: bytes = field(repr=False)
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    sent: str = "all"


def meaning(respcd: str) -> str:
    """The code's meaning in English as ``resperr`` says it, with the code in brackets."""
    for row in resources.read_json("data/respcd.json"):
        if row["code"] == respcd:
            return f"{row['meaning'].rstrip('.')} ({respcd})"
    return f"This code is in no edition of the documentation ({respcd})"


def dump(fields: Mapping[str, Any]) -> bytes:
    """JSON as QFPay writes it: ``", "`` and ``": "`` between, everything beyond ASCII escaped."""
    return json.dumps(fields, ensure_ascii=True, separators=(", ", ": ")).encode("ascii")


def body_signature(body: bytes, client_key: str) -> str:
    """Upper-case MD5 over the raw body followed by the key (QFPay’s page on notifications; reproduces its sample)."""
    return hashlib.md5(body + client_key.encode(), usedforsecurity=False).hexdigest().upper()


def signed(body: bytes, key: str) -> HttpAnswer:
    """HTTP 200 with this JSON body, signed unless the key is ""."""
    headers = (("X-QF-SIGN", body_signature(body, key)),) if key else ()
    return HttpAnswer(HTTPStatus.OK, JSON_TYPE, body, headers)


def explained(status: int, message: str, respcd: str = "1103", headers: tuple[tuple[str, str], ...] = ()) -> HttpAnswer:
    """An unsigned JSON answer to something that never became a request of the interface."""
    fields = {"respcd": respcd, "resperr": meaning(respcd), "respmsg": message}
    return HttpAnswer(status, JSON_TYPE, dump(fields), headers)


def page(status: int, title: str, sentence: str) -> HttpAnswer:
    """A small HTML page, as a gateway in front of an interface would send it."""
    head, body = f"<head><title>{title}</title></head>", f"<body><h1>{title}</h1><p>{sentence}</p></body>"
    html = f"<!DOCTYPE html>\n<html>{head}{body}</html>\n"
    return HttpAnswer(status, "text/html; charset=UTF-8", html.encode())
