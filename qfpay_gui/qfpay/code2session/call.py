"""WeChat's code2Session as it is asked: the code of one ``wx.login()`` against the user's openid.

Facts (WeChat's documentation of code2Session and wx.login): one GET whose query carries appid, secret, js_code and
grant_type; a js_code works once, within five minutes, and only with the Mini Program in which wx.login ran.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from qfpay_gui.qfpay.secrets.masking import MARK, scrub

HOST = "https://api.weixin.qq.com"
PATH = "/sns/jscode2session"
GRANT_TYPE = "authorization_code"
CONSOLE_LINE = "wx.login({success: r => console.log(r.code)})"
"""Typed into the console of the Mini Program's project, it prints a fresh js_code."""


@dataclass(frozen=True)
class Login:
    """Whose login is asked about: the Mini Program, its AppSecret, and the code. The repr shows only the first."""

    appid: str = ""
    secret: str = field(default="", repr=False)
    js_code: str = field(default="", repr=False)


def session_url(login: Login, base_url: str) -> str:
    """Where the answer is fetched. It carries the AppSecret: for the wire only, never to be shown, kept or raised."""
    return _url(base_url, login.appid, encoded(login.secret), login.js_code)


def shown_url(login: Login, base_url: str) -> str:
    """The same for people: marks in place of the AppSecret, also where it was entered as something else."""
    masked = _url(base_url, login.appid, MARK * 3 if login.secret else "", login.js_code)
    return scrub(masked, (login.secret,))


def encoded(value: str) -> str:
    """Percent-encoded UTF-8; what is no character is encoded as well, so that any value can be asked about."""
    return quote(value.encode("utf-8", "surrogatepass"), safe="")


def _url(base_url: str, appid: str, secret: str, js_code: str) -> str:
    query = f"appid={encoded(appid)}&secret={secret}&js_code={encoded(js_code)}&grant_type={GRANT_TYPE}"
    return f"{base_url.rstrip('/')}{PATH}?{query}"
