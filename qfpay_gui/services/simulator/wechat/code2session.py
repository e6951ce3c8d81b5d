"""WeChat's code2Session as a Mini Program's server calls it, for one made-up Mini Program.

``GET /sns/jscode2session``: the demo APP_ID and APP_SECRET are known; a js_code of 20 to 64
letters, digits, ``-`` and ``_`` works once. ``errcode:45011`` (or -1, 40226 …) as the js_code
gives that error; one that begins with ``unionid`` gives a unionid as well.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import threading
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.answers import HttpAnswer, dump
from qfpay_gui.services.simulator.pay_params import APP_ID
from qfpay_gui.services.simulator.wire import UnreadableFormError, read_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.services.simulator.wire import Request

PATH = "/sns/jscode2session"
APP_SECRET = "de30de30de30de30de30de305ec12e70"  # noqa: S105 - a made-up secret that opens nothing
OPEN_ID = "oDE30_demo_customer_openid00"
UNION_ID = "oDE30_demo_customer_unionid0"

_CODE = re.compile(r"[0-9A-Za-z_-]{20,64}")
_CHOSEN = re.compile(r"errcode:(-1|[0-9]{5})")
_KEPT = 10_000
_MEANINGS = {
    -1: "system error",
    40002: "invalid grant_type",
    40013: "invalid appid",
    40029: "invalid code",
    40125: "invalid appsecret",
    40163: "code been used",
    40226: "code blocked",
    41002: "appid missing",
    41004: "appsecret missing",
    41008: "missing code",
    43001: "require GET method",
    45011: "api minute-quota reach limit, must slower, retry next minute",
}


class Code2Session:
    """Knows which codes were used, by digest; neither secrets nor session keys are kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._used: dict[str, None] = {}

    def answer(self, request: Request) -> HttpAnswer:
        """HTTP 200 in any case, as WeChat does it: a session or an errcode."""
        try:
            sent = dict(read_form(request.query))
        except UnreadableFormError:
            sent = {}
        errcode = 43001 if request.method != "GET" else _errcode(sent) or self._use(sent["js_code"])
        fields = _refused(errcode) if errcode else _session(sent["js_code"])
        return HttpAnswer(200, "text/plain", dump(fields))

    def _use(self, js_code: str) -> int:
        """0 for a code's first use, the errcode for every other."""
        digest = hashlib.sha256(js_code.encode()).hexdigest()
        with self._lock:
            if digest in self._used:
                return 40163
            self._used[digest] = None
            if len(self._used) > _KEPT:
                del self._used[next(iter(self._used))]
        return 0


def _errcode(sent: Mapping[str, str]) -> int:
    """What is wrong with the parameters; 0 where nothing is."""
    for name, errcode in (("appid", 41002), ("secret", 41004), ("js_code", 41008)):
        if not sent.get(name):
            return errcode
    if sent["appid"] != APP_ID:
        return 40013
    if not hmac.compare_digest(sent["secret"].encode(), APP_SECRET.encode()):
        return 40125
    if sent.get("grant_type", "authorization_code") != "authorization_code":
        return 40002
    if chosen := _CHOSEN.fullmatch(sent["js_code"]):
        return int(chosen[1])
    return 0 if _CODE.fullmatch(sent["js_code"]) else 40029


def _session(js_code: str) -> dict[str, str]:
    session = {"session_key": base64.b64encode(secrets.token_bytes(16)).decode(), "openid": OPEN_ID}
    return {**session, "unionid": UNION_ID} if js_code.startswith("unionid") else session


def _refused(errcode: int) -> dict[str, int | str]:
    """An error in WeChat's shape, with the request's id that its messages end with."""
    rid = f"{secrets.token_hex(4)}-{secrets.token_hex(4)}-{secrets.token_hex(4)}"
    return {"errcode": errcode, "errmsg": f"{_MEANINGS.get(errcode, 'chosen in the simulator')}, rid: {rid}"}


def fresh_code() -> str:
    """A js_code of 32 characters that works once, as a real one does; another one on every call."""
    return f"0demo{secrets.token_urlsafe(21)[:27]}"
