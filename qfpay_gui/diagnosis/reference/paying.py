"""Pages of what the Mini Program pays with: the members of pay_params, and what WeChat answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.reference.examples import NOW
from qfpay_gui.diagnosis.reference.page import Kind, Line, Page, Section
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.pay_params import MEANINGS, MEMBERS, check
from qfpay_gui.qfpay.reply.wx_results import ANSWERS, Explained
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT = int(NOW.timestamp())
_EXAMPLE_PARAMS: dict[str, object] = {
    "appId": "wx2421b1c4370ec43b",
    "timeStamp": str(_AT),
    "nonceStr": "072c3493fbd746ab9a3e9d8c1b5f2a60",
    "package": "prepay_id=wx01180000123456789012345678901234",
    "signType": "MD5",
    "paySign": "16B2C41F0A7D4E5C9B8A7F6E5D4C3B2A",
}
_TRIED: dict[str, tuple[object, ...]] = {
    "appId": ("gh_2421b1c4370e", "wx2421B1C4370EC43B", None),
    "timeStamp": (_AT, f"{_AT}000", "2026-03-01 18:00:00", str(_AT - 8000), None),
    "nonceStr": ("072c3493fbd746ab9a3e9d8c1b5f2a60x", "", "undefined"),
    "package": ("wx01180000123456789012345678901234", "prepay_id=", "Sign=WXPay", "prepay_id=undefined"),
    "signType": ("md5", "SHA256", "HMAC-SHA256"),
    "paySign": ("16b2c41f0a7d4e5c9b8a7f6e5d4c3b2a", "16B2C41F", "16B2 C41F", None),
}


def pages() -> Iterator[Page]:
    """A page for each member, then one for each answer."""
    yield from map(_member, MEMBERS)
    yield from map(_answer, ANSWERS)


def _member(name: str) -> Page:
    said = (
        Line(MEANINGS[name]),
        Line(term=_EXAMPLE, wire=str(_EXAMPLE_PARAMS[name])),
        Line(_judged(name, _EXAMPLE_PARAMS[name])[1], term=_CHECK),
    )
    sections = (Section(_MEANING, said), Section(_MISTAKES, tuple(_mistakes(name))))
    others = tuple(f"pay_params.{other}" for other in MEMBERS)
    return Page(f"pay_params.{name}", Kind.MEMBER, name, MEANINGS[name], sections, others)


def _mistakes(name: str) -> Iterator[Line]:
    for value in _TRIED[name]:
        severity, message = _judged(name, value)
        if severity is not Severity.OK:
            wire = "" if value is None else str(value) if isinstance(value, str) else repr(value)
            yield Line(message, wire=wire, severity=severity)


def _judged(name: str, value: object) -> tuple[Severity, Text]:
    """What is said of this member with this value; None leaves it out."""
    checked = check(_EXAMPLE_PARAMS | {name: value}, NOW)
    return next((one.severity, one.message) for one in checked if one.name == name)


def _answer(answer: Explained) -> Page:
    said = (
        Line(answer.meaning, claim=f"wx.{answer.id}"),
        Line(term=_ERR_MSG, wire=answer.err_msg),
        Line(answer.next_step, term=_NEXT),
    )
    return Page(f"wx.{answer.id}", Kind.WX, answer.err_msg, answer.headline, (Section(_MEANING, said),))


_MEANING = text("Reference", "Meaning")
_MISTAKES = text("Reference", "Common mistakes")
_EXAMPLE = text("Reference", "Example")
_CHECK = text("Reference", "Its check")
_ERR_MSG = text("Reference", "As WeChat writes it")
_NEXT = text("Reference", "Next step")
