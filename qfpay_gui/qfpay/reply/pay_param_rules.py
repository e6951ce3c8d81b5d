"""The form of each pay_params member, as WeChat's payment documentation and Tencent's typings have it.

Only the form is judged: paySign's key belongs to QFPay or its channel, so nobody outside can verify its value.
"""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import datetime, timedelta
from typing import TypeAlias

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text

SIGN_TYPES = ("MD5", "HMAC-SHA256", "RSA")
PREPAY_ID_LIFE = timedelta(hours=2)

Verdict: TypeAlias = tuple[Severity, Text]

_PREFIX = "prepay_id="
_CONTROLS = {"\0": "NUL", "\t": "TAB", "\n": "LINE FEED", "\r": "CARRIAGE RETURN", "\x7f": "DELETE"}
_NOTHING = frozenset({"undefined", "null", "None"})
_CLOCK_TOLERANCE = 300  # seconds: clocks of desktops and servers differ by less
_RSA = re.compile(r"(?=.{172})(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_SHAPES = {
    "MD5": (re.compile(r"[0-9A-Fa-f]{32}"), text("PayParams", "32 hexadecimal digits")),
    "HMAC-SHA256": (re.compile(r"[0-9A-Fa-f]{64}"), text("PayParams", "64 hexadecimal digits")),
    "RSA": (_RSA, text("PayParams", "344 characters of base64")),
}


def judged(name: str, value: object, sign_type: object, now: datetime) -> Verdict:
    """What is to be said about the value of this expected member.

    ``sign_type`` is the signType beside it, None where there is none; ``now`` is an aware time.
    """
    if not isinstance(value, str):
        return _not_text(value)
    return _unreadable(value) or _formed(name, value, sign_type, now)


def as_text(value: object) -> str:
    """A member's value as text: a text unchanged, anything else as its JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _formed(name: str, value: str, sign_type: object, now: datetime) -> Verdict:
    match name:
        case "appId":
            return _app_id(value)
        case "timeStamp":
            return _time_stamp(value, now)
        case "nonceStr":
            return _nonce_str(value)
        case "package":
            return _package(value)
        case "signType":
            return _sign_type(value)
        case _:
            return _pay_sign(value, sign_type)


def _not_text(value: object) -> Verdict:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Severity.WRONG, text(
            "PayParams", "a number: wx.requestPayment takes text only, and iOS refuses a number"
        )
    return Severity.WRONG, text("PayParams", "not a text: wx.requestPayment takes text only")


def _unreadable(value: str) -> Verdict | None:
    if not value:
        return Severity.WRONG, text("PayParams", "empty: WeChat needs a value here")
    if value in _NOTHING:
        message = text("PayParams", "the word {word}: no value at all, turned into text")
        return Severity.WRONG, message.fill(word=value)
    stray = next(((place, one) for place, one in enumerate(value, 1) if not "!" <= one <= "~"), None)
    if stray is None:
        return None
    message = text("PayParams", "character {place} is {one}: WeChat's values are plain ASCII without spaces")
    return Severity.WRONG, message.fill(place=stray[0], one=_named(stray[1]))


def _named(character: str) -> str:
    name = _CONTROLS.get(character) or unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def _app_id(value: str) -> Verdict:
    if re.fullmatch(r"wx[0-9a-f]{16}", value):
        message = text("PayParams", "18 characters, as WeChat's are; only the Mini Program with this appid can pay")
        return Severity.OK, message
    if value.startswith("gh_"):
        message = text("PayParams", "gh_… is a Mini Program's original ID; its appid begins with wx")
        return Severity.WRONG, message
    message = text("PayParams", "{count} characters, unlike WeChat's: wx and 16 lower-case hexadecimal digits")
    return Severity.WRONG, message.fill(count=len(value))


def _time_stamp(value: str, now: datetime) -> Verdict:
    if not value.isdigit():
        return Severity.WRONG, text("PayParams", "not a number of seconds since 1970, such as 1593746074")
    if len(value) == 13:
        return Severity.WRONG, text("PayParams", "13 digits are milliseconds: WeChat counts seconds, 10 digits")
    if len(value) != 10:
        message = text("PayParams", "{count} digits: seconds since 1970 have 10")
        return Severity.WRONG, message.fill(count=len(value))
    return _aged(int(now.timestamp()) - int(value))


def _aged(age: int) -> Verdict:
    if age < -_CLOCK_TOLERANCE:
        message = text("PayParams", "text, {ahead} ahead of this computer's clock: compare the clocks")
        return Severity.ATTENTION, message.fill(ahead=_duration(-age))
    if age < 0:
        return Severity.OK, text("PayParams", "text, {ahead} ahead of this computer's clock").fill(
            ahead=_duration(-age)
        )
    if age >= PREPAY_ID_LIFE.total_seconds():
        message = text("PayParams", "text, {age} old: a prepay_id lives 2 hours, order again with a new out_trade_no")
        return Severity.ATTENTION, message.fill(age=_duration(age))
    return Severity.OK, text("PayParams", "text, {age} old").fill(age=_duration(age))


def _duration(seconds: int) -> Text:
    minutes = seconds // 60
    if seconds < 120:
        return text("PayParams", "{seconds} s").fill(seconds=seconds)
    if minutes < 120:
        return text("PayParams", "{minutes} min").fill(minutes=minutes)
    if minutes < 48 * 60:
        return text("PayParams", "{hours} h {minutes} min").fill(hours=minutes // 60, minutes=minutes % 60)
    return text("PayParams", "{days} days").fill(days=minutes // (24 * 60))


def _nonce_str(value: str) -> Verdict:
    if len(value) > 32:
        message = text("PayParams", "{count} characters: WeChat takes at most 32")
        return Severity.WRONG, message.fill(count=len(value))
    return Severity.OK, text("PayParams", "{count} characters of at most 32").fill(count=len(value))


def _package(value: str) -> Verdict:
    if value == "Sign=WXPay":
        message = text("PayParams", "Sign=WXPay belongs to WeChat's app SDK: was pay_type 800213 sent?")
        return Severity.WRONG, message
    if re.fullmatch(r"wx[0-9A-Za-z]+", value):
        return Severity.WRONG, text("PayParams", "a bare prepay_id: prepay_id= is missing before it")
    if not value.startswith(_PREFIX):
        return Severity.WRONG, text("PayParams", "does not begin with prepay_id=, in exactly these letters")
    return _prepay_id(value.removeprefix(_PREFIX))


def _prepay_id(prepay_id: str) -> Verdict:
    if not prepay_id or prepay_id in _NOTHING:
        return Severity.WRONG, text("PayParams", "nothing after prepay_id=: no order stands behind it")
    if prepay_id.startswith(_PREFIX):
        return Severity.WRONG, text("PayParams", "prepay_id= stands twice")
    if not re.fullmatch(r"[0-9A-Za-z_-]+", prepay_id):
        message = text("PayParams", "a prepay_id has letters and digits only: something was added or encoded")
        return Severity.WRONG, message
    message = text("PayParams", "prepay_id= and {count} characters")
    if prepay_id.startswith("wx"):
        return Severity.OK, message.fill(count=len(prepay_id))
    message = text("PayParams", "prepay_id= and {count} characters; WeChat's own begin with wx")
    return Severity.NOTE, message.fill(count=len(prepay_id))


def _sign_type(value: str) -> Verdict:
    if value in _SHAPES:
        return Severity.OK, text("PayParams", "paySign must be {shape}").fill(shape=_SHAPES[value][1])
    alike = next((known for known in SIGN_TYPES if _letters(known) == _letters(value)), None)
    if alike:
        return Severity.WRONG, text("PayParams", "WeChat spells it {alike}").fill(alike=alike)
    return Severity.WRONG, text("PayParams", "not known to WeChat: MD5, HMAC-SHA256 and RSA are")


def _letters(value: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", value.upper())


def _pay_sign(value: str, sign_type: object) -> Verdict:
    wanted = "MD5" if sign_type is None else as_text(sign_type)
    looks = next((known for known, (shape, _) in _SHAPES.items() if shape.fullmatch(value)), None)
    if wanted not in _SHAPES:
        message = text("PayParams", "{count} characters, not judged: WeChat does not know this signType")
        return Severity.ATTENTION, message.fill(count=len(value))
    if looks is None:
        message = text("PayParams", "{count} characters do not fit: {wanted} gives {shape}")
        return Severity.WRONG, message.fill(count=len(value), wanted=wanted, shape=_SHAPES[wanted][1])
    if looks != wanted and sign_type is None:
        message = text("PayParams", "looks like {looks}, but without signType WeChat takes MD5")
        return Severity.WRONG, message.fill(looks=looks)
    if looks != wanted:
        message = text("PayParams", "looks like {looks}, but signType says {wanted}: WeChat will refuse it")
        return Severity.WRONG, message.fill(looks=looks, wanted=wanted)
    return _base64(value) if looks == "RSA" else _hexadecimal(looks, value)


def _hexadecimal(sign_type: str, value: str) -> Verdict:
    if value == value.upper():
        message = text("PayParams", "{type}: {count} hexadecimal digits")
        return Severity.OK, message.fill(type=sign_type, count=len(value))
    message = text("PayParams", "{type}: {count} hexadecimal digits, in lower case where WeChat's are upper case")
    return Severity.NOTE, message.fill(type=sign_type, count=len(value))


def _base64(value: str) -> Verdict:
    if len(value) == 344:
        return Severity.OK, text("PayParams", "RSA: 344 characters of base64")
    message = text("PayParams", "RSA: {count} characters of base64, where WeChat's 2048-bit keys give 344")
    return Severity.ATTENTION, message.fill(count=len(value))
