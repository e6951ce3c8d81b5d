"""Tells what a paste is that holds no request: a reply, pay_params, WeChat's error, a notification, a code, a key."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.request import Note
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply import wx_results
from qfpay_gui.qfpay.respcd import Turn, explain
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(Enum):
    """What was pasted."""

    REQUEST = "request"
    REPLY = "reply"
    NOTIFICATION = "notification"
    PAY_PARAMS = "pay_params"
    WX_ERROR = "wx-error"
    RETURN_CODE = "return-code"
    DIGEST = "digest"
    KEY = "client_key"
    DOCUMENTATION = "documentation"
    NOTHING = "nothing"


_MEMBER = (
    r"(?<![\w-])[\"']?({names})\\*[\"'\]]?\s{{0,3}}(?:=>|[:=：])\s{{0,3}}"
    r"\\*(?:\"((?:[^\"\\]|\\[^\"])*)\\*\"|'([^'\n]*)'|([^\s,;}}&\"'<>]+))"
)
_REPLY = re.compile(_MEMBER.format(names="respcd"))
_NOTIFICATION = re.compile(
    r"\bnotify_type\b(?=\\*[\"'\]]?\s{0,3}(?:=|:))|\bstatus\b[\s\S]{0,2000}\bsyssn\b|\bsyssn\b[\s\S]{0,2000}\bstatus\b"
)
_WX = re.compile(_MEMBER.format(names="errMsg|err_code|err_desc|errno|errCode"))
_WX_BARE = re.compile(r"(?:requestPayment|chooseWXPay|getBrandWCPayRequest|\brequest(?=:fail)):[a-z][^\"'\n}]{0,200}")
_PAY_PARAMS = frozenset({"paySign", "nonceStr", "timeStamp", "signType", "prepay_id"})
_CODE = re.compile(r"\W*(?:respcd|code|return ?code|错误码|返回码|返回)?\W{0,3}(\d{4})\W*")
_DIGEST = re.compile(r"\s*[\"'`]?([0-9A-Fa-f]{32}|[0-9A-Fa-f]{64})[\"'`]?[,;]?\s*")
_KEY = re.compile(
    r"\W*(?:client|app|secret|sign)?[ _-]?(?:key|secret|密钥|密鑰)\W{0,4}([0-9A-Za-z]{16,64})\W*", re.IGNORECASE
)
_PAGE = re.compile(r"\*\*Endpoint\*\*|\bPayType\b|\bMandatory\b|String\(\d+\)|Request Parameters|Response Parameters")
_MOST = 60_000


def kind_of(source: str) -> Kind:
    """The kind of a text in which no request was found."""
    plain = source[:_MOST]
    checks = (
        (Kind.KEY, _KEY.fullmatch(plain)),
        (Kind.DIGEST, _DIGEST.fullmatch(plain)),
        (Kind.RETURN_CODE, _CODE.fullmatch(plain) and explain(_code(plain))),
        (Kind.DOCUMENTATION, len(set(_PAGE.findall(plain))) > 2),
        (Kind.NOTIFICATION, _NOTIFICATION.search(plain) and ("notify_type" in plain or not _REPLY.search(plain))),
        (Kind.REPLY, _REPLY.search(plain)),
        (Kind.WX_ERROR, _WX_BARE.search(plain) or any(one[1] == "errMsg" for one in _WX.finditer(plain))),
        (Kind.PAY_PARAMS, len(_PAY_PARAMS.intersection(re.findall(r"\w+", plain))) > 1),
    )
    return next((kind for kind, is_one in checks if is_one), Kind.NOTHING)


def notes_on(kind: Kind, source: str) -> tuple[Note, ...]:
    """What is understood of a paste of this kind, and what to do or ask next; one of them has the kind as its code."""
    severity = Severity.ATTENTION if kind in _WARNED else Severity.NOTE
    understood = tuple(Note(kind.value, message) for message in _understood(kind, source))
    return (Note("nothing-found", _WORDS[kind], severity=severity), *understood)


def _code(plain: str) -> str:
    found = _CODE.fullmatch(plain)
    return found[1] if found else ""


def _understood(kind: Kind, source: str) -> Iterator[Text]:
    match kind:
        case Kind.REPLY | Kind.RETURN_CODE:
            found = _REPLY.search(source[:_MOST]) if kind is Kind.REPLY else None
            yield from _of_code(_value(found) if found else _code(source[:_MOST]))
        case Kind.WX_ERROR:
            said = {one[1]: _value(one) for one in _WX.finditer(source[:_MOST])}
            bare = _WX_BARE.search(source[:_MOST])
            known = wx_results.explain(said.get("errMsg") or (bare.group().strip() if bare else ""), said)
            yield from (known.headline, known.meaning, known.next_step)
        case Kind.NOTHING if source.strip():
            yield ASK
        case _:
            pass


def _value(found: re.Match[str]) -> str:
    return next((one for one in found.groups()[1:] if one is not None), "")


def _of_code(code: str) -> Iterator[Text]:
    known = explain(code)
    if known is None:
        yield text("Importing", "{code} stands in no table of QFPay's.").fill(code=code[:20])
        return
    yield text("Importing", "{code}: {meaning}").fill(code=code, meaning=known.meaning)
    yield text("Importing", "{turn} {next}").fill(turn=_TURNS[known.turn], next=known.next)


_TURNS = {
    Turn.MERCHANT: text("Importing", "The merchant has to act."),
    Turn.PAYER: text("Importing", "The payer has to act."),
    Turn.QFPAY: text("Importing", "QFPay has to act."),
    Turn.WAIT: text("Importing", "Wait."),
    Turn.NOBODY: text("Importing", "Nobody has to act."),
}
ASK = text(
    "Importing",
    "Ask the merchant: “Please send us the request as your system sent it: the address, the headers X-QF-APPCODE and "
    "X-QF-SIGN, the whole body, and the string that was signed, without the client_key.”",
)
"""What to ask for where a paste tells nothing; written to be copied."""
_WARNED = frozenset({Kind.KEY, Kind.DIGEST, Kind.NOTHING})
_WORDS = {
    Kind.REPLY: text("Importing", "This is what QFPay answered, not what was sent: paste the request."),
    Kind.NOTIFICATION: text("Importing", "This is a notification of QFPay's: check it in the room Notifications."),
    Kind.PAY_PARAMS: text(
        "Importing", "These are pay_params, what wx.requestPayment is called with, not the request to QFPay."
    ),
    Kind.WX_ERROR: text("Importing", "This is what WeChat answered to the Mini Program, not the request to QFPay."),
    Kind.RETURN_CODE: text("Importing", "This is a return code of QFPay's, a respcd."),
    Kind.DIGEST: text(
        "Importing",
        "Hexadecimal digits alone: a signature, an app code or a client_key. "
        "If it is the client_key, do not send it around.",
    ),
    Kind.KEY: text("Importing", "This looks like a client_key: do not send it around. The merchant should change it."),
    Kind.DOCUMENTATION: text(
        "Importing", "This is a page of QFPay's documentation or its sample code, no request of a merchant."
    ),
    Kind.NOTHING: text("Importing", "No request was recognised in this text."),
}
