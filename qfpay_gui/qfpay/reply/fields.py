"""Takes the members of a JSON reply in every documented shape: flat, nested in ``data``, a list of records."""

from __future__ import annotations

from dataclasses import dataclass
from re import IGNORECASE
from re import compile as pattern
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.findings import Finding, Severity
from qfpay_gui.qfpay.json_reading import JsonText, WrittenNumber, as_text, excerpt, read_json, some
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

_URL = pattern(r"[a-z][a-z0-9+.-]*://", IGNORECASE)
_NUMBER = text("Reply", "a number")
_BOOLEAN = text("Reply", "true or false")
_NULL = text("Reply", "null")
_OBJECT = text("Reply", "an object")
_LIST = text("Reply", "a list")
_KINDS = {WrittenNumber: _NUMBER, bool: _BOOLEAN, type(None): _NULL, dict: _OBJECT, list: _LIST}


@dataclass(frozen=True)
class ReplyFields:
    """The members as text, a query's records, and ``pay_params`` where they can be handed on."""

    fields: Mapping[str, str]
    rows: tuple[Mapping[str, str], ...]
    pay_params: Mapping[str, str] | None
    findings: tuple[Finding, ...]


def read_fields(members: dict[str, Any]) -> ReplyFields:
    """The members of a reply. Those of a ``data`` object count unless the top level has them too."""
    inner = members.get("data")
    nested = inner if isinstance(inner, dict) else {}
    own = {name: value for name, value in members.items() if value is not nested}
    own = {name: value for name, value in own.items() if value is not None or name not in nested}
    merged = {**nested, **own}
    pay_params, findings = _pay_params(merged.get("pay_params"))
    if pay_params is not None and "pay_params" not in own:
        findings += (_NESTED,)
    return ReplyFields(
        fields=_texts(merged),
        rows=tuple(_texts(row) for row in inner if isinstance(row, dict)) if isinstance(inner, list) else (),
        pay_params=pay_params,
        findings=_respcd_findings(merged.get("respcd")) + _contradictions(own, nested) + findings,
    )


def json_findings(parsed: JsonText) -> tuple[Finding, ...]:
    """What is noticed about the JSON itself: small faults that were forgiven, members written twice."""
    findings = []
    if parsed.faults:
        headline = text("Reply", "The reply is not strict JSON: {problem}").fill(problem=parsed.faults)
        detail = text("Reply", "It was read all the same; a strict JSON reader in the merchant’s code refuses it.")
        findings.append(Finding("json-not-strict", Severity.ATTENTION, "", headline, detail))
    if parsed.duplicates:
        headline = text("Reply", "Written more than once: {names}").fill(names=some(parsed.duplicates))
        detail = text("Reply", "The last value counts here; another JSON reader may take the first one.")
        findings.append(Finding("json-duplicate", Severity.ATTENTION, "", headline, detail))
    return tuple(findings)


def _texts(members: dict[str, Any]) -> dict[str, str]:
    return {as_text(name): as_text(value) for name, value in members.items()}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, WrittenNumber)


def _respcd_findings(respcd: Any) -> tuple[Finding, ...]:
    if respcd is None or _is_text(respcd):
        return ()
    headline = text("Reply", "respcd is not text: {value}").fill(value=excerpt(as_text(respcd)))
    detail = text("Reply", 'QFPay documents respcd as four characters of text, such as "0000".')
    return (Finding("respcd-not-text", Severity.ATTENTION, "respcd", headline, detail),)


def _contradictions(own: dict[str, Any], nested: dict[str, Any]) -> tuple[Finding, ...]:
    names = tuple(name for name in nested if name in own and as_text(own[name]) != as_text(nested[name]))
    if not names:
        return ()
    headline = text("Reply", "Two different values, outside and inside data: {names}").fill(names=some(names))
    detail = text("Reply", "The value outside data counts here. Show QFPay support the raw reply.")
    return (Finding("nested-contradicts", Severity.ATTENTION, "", headline, detail),)


def _pay_params(value: Any) -> tuple[Mapping[str, str] | None, tuple[Finding, ...]]:
    """``pay_params`` as text values. Documented is an object; JSON text is read too, and noticed."""
    if value is None or value == "":
        return None, ()
    noticed: tuple[Finding, ...] = ()
    if _is_text(value):
        value, noticed = _unwrapped(value)
    if not isinstance(value, dict) or not value:
        return None, noticed or (_UNREADABLE,)
    odd = tuple(_member_type(as_text(name), member) for name, member in value.items() if not _is_text(member))
    return _texts(value), noticed + odd


def _unwrapped(value: str) -> tuple[Any, tuple[Finding, ...]]:
    """The object inside the text, or nothing and why."""
    if _URL.match(value):
        return None, (_URL_PARAMS,)
    match read_json(value):
        case JsonText(value=dict() as members) as parsed if members:
            return members, (_AS_TEXT, *json_findings(parsed))
        case _:
            return None, (_UNREADABLE,)


def _member_type(name: str, member: Any) -> Finding:
    headline = text("Reply", "{name} came as {kind}, not as text").fill(name=excerpt(name), kind=_KINDS[type(member)])
    detail = text(
        "Reply",
        "wx.requestPayment takes text only, and iOS refuses a number. "
        "Turn it into text without changing a character; the snippet here does.",
    )
    return Finding("pay-params-not-text", Severity.ATTENTION, name, headline, detail)


_NESTED = Finding(
    "pay-params-nested",
    Severity.NOTE,
    "pay_params",
    text("Reply", "pay_params stands inside data"),
    text("Reply", "Documented is the top level: code that reads pay_params there finds nothing."),
)
_AS_TEXT = Finding(
    "pay-params-as-text",
    Severity.ATTENTION,
    "pay_params",
    text("Reply", "pay_params is JSON inside a text"),
    text("Reply", "Documented is an object. The merchant’s code has to parse this text before it reads a member."),
)
_URL_PARAMS = Finding(
    "pay-params-url",
    Severity.WRONG,
    "pay_params",
    text("Reply", "pay_params is a web address"),
    text("Reply", "That is how other pay types answer. A Mini Program needs pay_type 800213."),
)
_UNREADABLE = Finding(
    "pay-params-unreadable",
    Severity.WRONG,
    "pay_params",
    text("Reply", "pay_params is not an object with members"),
    text("Reply", "A Mini Program cannot pay with it. Show QFPay support the raw reply."),
)
