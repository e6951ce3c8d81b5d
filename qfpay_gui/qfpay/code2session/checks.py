"""What is noticed about appid, AppSecret and js_code before WeChat is asked: forbids nothing, quotes no secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.hidden import compacted
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.code2session.call import Login

FIELDS = ("appid", "secret", "js_code")
MOCK_CODE = "the code is a mock one"
"""What the developer tools' wx.login gives in a project without an appid of its own."""

_APPID = re.compile(r"wx[0-9a-f]{16}")
_LOWER_HEX = re.compile(r"[0-9a-f]{32}")
_HEX = re.compile(r"[0-9A-Fa-f]{32}")
_OPENID = re.compile(r"o[A-Za-z0-9_-]{27}")
_QUOTES = "\"'`“”‘’"

_NO_APPIDS = (
    (re.compile("touristappid"), text("OpenId", "The developer tools' stand-in for a project without AppID")),
    (re.compile("gh_.*"), text("OpenId", "That is the original ID (gh_…), not the AppID")),
    (re.compile("ww.*"), text("OpenId", "That looks like a WeCom ID (ww…), not an AppID")),
    (_OPENID, text("OpenId", "That is an openid, not an AppID")),
    (re.compile("[0-9]+"), text("OpenId", "Digits only: a merchant number is no AppID")),
    (re.compile("(?i:wx[0-9a-f]{16})"), text("OpenId", "Capital letters: AppIDs are written in small ones")),
    (re.compile(".{18}", re.DOTALL), text("OpenId", "18 characters, but not wx and 16 of 0–9 and a–f")),
)
_APPID_RULE = text("OpenId", "The AppID of a Mini Program is wx and 16 of 0–9 and a–f. Copy it from mp.weixin.qq.com.")
_SECRET_RULE = text("OpenId", "An AppSecret is 32 of 0–9 and a–f. If nobody has it any more, it can only be reset.")
_CODE_RULE = text("OpenId", "Run wx.login in the Mini Program and copy what it prints: it works once, for 5 minutes.")


def check(login: Login, *, pay_params_appid: str = "", spent: str = "", doubtful: str = "") -> tuple[Finding, ...]:
    """One finding for each field that is filled in, in the order of FIELDS.

    ``pay_params_appid`` is the Mini Program the payment is for, where it is known. ``spent`` is a js_code that was
    certainly used, ``doubtful`` one that may have been.
    """
    found = []
    if login.appid:
        found.append(_unclean("appid", login.appid) or _appid(login.appid, pay_params_appid))
    if login.secret:
        found.append(_unclean("secret", login.secret) or _secret(login))
    if login.js_code:
        mock = login.js_code.strip() == MOCK_CODE
        unclean = None if mock else _unclean("js_code", login.js_code)
        found.append(unclean or _js_code(login, spent, doubtful))
    return tuple(found)


def cleaned(value: str) -> str:
    """The value without spaces, quotes and invisible characters at any place: none of the three has any."""
    return "".join(one for one in compacted(value) if one not in _QUOTES)


def _unclean(field: str, value: str) -> Finding | None:
    if cleaned(value) == value:
        return None
    headline = text("OpenId", "Spaces, quotes or invisible characters, probably from copying")
    detail = text("OpenId", "No such character is part of the value, and WeChat takes each for one. Remove them.")
    return Finding(f"{field}-unclean", Severity.WRONG, field, headline, detail)


def _appid(appid: str, pay_params_appid: str) -> Finding:
    if not _APPID.fullmatch(appid):
        return _finding("appid-shape", Severity.ATTENTION, "appid", _appid_oddity(appid), _APPID_RULE)
    if pay_params_appid and appid != pay_params_appid:
        headline = text("OpenId", "pay_params name another Mini Program: {appid}").fill(appid=pay_params_appid)
        detail = text("OpenId", "An openid is valid in one Mini Program only: ask with the AppID that pays.")
        return _finding("appid-not-paying", Severity.ATTENTION, "appid", headline, detail)
    return _finding("appid-ok", Severity.OK, "appid", text("OpenId", "18 characters, as an AppID has"), _APPID_RULE)


def _appid_oddity(appid: str) -> Text:
    known = (headline for shape, headline in _NO_APPIDS if shape.fullmatch(appid))
    return next(known, None) or _length(appid, 18)


def _secret(login: Login) -> Finding:
    secret, severity = login.secret, Severity.ATTENTION
    if secret == login.js_code:
        headline, severity = text("OpenId", "The same as js_code: one of them is in the wrong field"), Severity.WRONG
    elif _APPID.fullmatch(secret):
        headline, severity = text("OpenId", "That is an AppID, not its AppSecret"), Severity.WRONG
    elif _LOWER_HEX.fullmatch(secret):
        headline, severity = text("OpenId", "32 characters, as an AppSecret has"), Severity.OK
    elif _HEX.fullmatch(secret):
        headline = text("OpenId", "Capital letters: that looks like a QFPay client_key")
    elif len(secret) == 32:
        headline = text("OpenId", "32 characters, but not all of them 0–9 or a–f")
    else:
        headline = _length(secret, 32)
    return _finding("secret-ok" if severity is Severity.OK else "secret-shape", severity, "secret", headline)


def _js_code(login: Login, spent: str, doubtful: str) -> Finding:
    js_code = login.js_code
    if js_code == spent:
        headline = text("OpenId", "This code is used up: get a fresh one")
        return _finding("js-code-spent", Severity.WRONG, "js_code", headline)
    if js_code == doubtful:
        headline = text("OpenId", "This code was sent before and may be used up")
        return _finding("js-code-doubtful", Severity.ATTENTION, "js_code", headline)
    if js_code.strip() == MOCK_CODE:
        headline = text("OpenId", "A stand-in: the developer tools have no AppID for this project")
        detail = text("OpenId", "Open the project with the merchant's own AppID, run wx.login again, copy its code.")
        return _finding("js-code-mock", Severity.WRONG, "js_code", headline, detail)
    return _js_code_shape(js_code)


def _js_code_shape(js_code: str) -> Finding:
    severity, code = Severity.ATTENTION, "js-code-shape"
    if _OPENID.fullmatch(js_code):
        headline = text("OpenId", "That is an openid already: nothing needs to be asked")
    elif _APPID.fullmatch(js_code):
        headline = text("OpenId", "That is an AppID, not a js_code")
    elif _LOWER_HEX.fullmatch(js_code):
        headline = text("OpenId", "Only 0–9 and a–f: that looks like an AppSecret")
    elif len(js_code) == 64:
        headline = text("OpenId", "64 characters: that looks like the code of getPhoneNumber")
    elif len(js_code) == 32 and js_code.isascii():
        headline, severity, code = text("OpenId", "32 characters, as a js_code has"), Severity.OK, "js-code-ok"
    else:
        headline = _length(js_code, 32)
    return _finding(code, severity, "js_code", headline)


def _length(value: str, usual: int) -> Text:
    return text("OpenId", "{count} characters; usually there are {usual}").fill(count=f"{len(value):,}", usual=usual)


_RULES = {"appid": _APPID_RULE, "secret": _SECRET_RULE, "js_code": _CODE_RULE}


def _finding(code: str, severity: Severity, field: str, headline: Text, detail: Text | None = None) -> Finding:
    return Finding(code, severity, field, headline, detail or _RULES[field])
