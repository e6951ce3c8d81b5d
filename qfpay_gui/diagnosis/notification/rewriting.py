"""The body parsed and written anew: the same JSON in the style of another program."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from qfpay_gui.diagnosis.notification.cause import RAW, Cause, Way
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENTED_ORDER = (
    *("status", "pay_type", "sysdtm", "paydtm", "goods_name", "txcurrcd", "txdtm", "mchid", "txamt", "exchange_rate"),
    *("chnlsn2", "out_trade_no", "syssn", "cash_fee_type", "cancel", "respcd", "goods_info", "cash_fee"),
    *("notify_type", "chnlsn", "cardcd"),
)
"""The order of the members in the documented sample, in which QFPay seems to write them."""

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_INTEGER = re.compile(r"(?:0|[1-9][0-9]{0,14})")


class Style(NamedTuple):
    """How a program writes JSON."""

    spacing: str = "python"
    escapes: str = "lower"
    slashes: bool = False
    order: str = "as it was"
    members: str = "all"


_SPACINGS: dict[str, tuple[tuple[str, str], int | str | None]] = {
    "python": ((", ", ": "), None),
    "none": ((",", ":"), None),
    "after colons": ((",", ": "), None),
    "after commas": ((", ", ":"), None),
    "indented by 2": ((",", ": "), 2),
    "indented by 4": ((",", ": "), 4),
    "indented by tabs": ((",", ": "), "\t"),
    "Jackson": ((",", " : "), 2),
}
_ORDERS = ("as it was", "by name", "as documented")
_MEMBERS = ("all", "not empty", "numbers", "text")
_WORDS = {
    "spacing": text("Notification", "the same JSON is written with other blanks and line breaks"),
    "escapes": text(
        "Notification", "the same JSON is written with “\\uXXXX” where here are characters, or the reverse"
    ),
    "slashes": text("Notification", "the same JSON is written with “\\/” in place of “/”, or the reverse"),
    "order": text("Notification", "the same JSON is written with its members in another order"),
    "members": text("Notification", "the same JSON is written with empty members left out, or numbers for text"),
}
_COSTS = {"spacing": 1, "escapes": 1, "slashes": 1, "order": 2, "members": 3}


def rewritten(body: bytes) -> Iterator[Way]:
    """Everything other programs make of this JSON, each once, those that differ least first; nothing for no JSON."""
    try:
        content = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return
    if not isinstance(content, dict | list) or not content:
        return
    own = _style_of(body, content)
    seen = {body}
    for style in sorted(_styles(), key=lambda one: _cost(_differences(one, own))):
        written = _written(content, style)
        if written not in seen:
            seen.add(written)
            yield Way(_causes(_differences(style, own)), written)


def _styles() -> Iterator[Style]:
    for members in _MEMBERS:
        for order in _ORDERS:
            for slashes in (False, True):
                for escapes in ("lower", "none", "upper"):
                    yield from (Style(spacing, escapes, slashes, order, members) for spacing in _SPACINGS)


def _style_of(body: bytes, content: Any) -> Style:
    """The style this body is written in; where no program writes so, as near as can be seen."""
    trimmed = body.strip()
    plain = (
        Style(spacing, escapes, slashes)
        for spacing in _SPACINGS
        for escapes in ("lower", "none", "upper")
        for slashes in (False, True)
    )
    exact = next((style for style in plain if _written(content, style) == trimmed), None)
    escapes = "lower" if b"\\u" in body else "none"
    return exact or Style("", escapes, b"\\/" in body)


def _written(content: Any, style: Style) -> bytes:
    separators, indent = _SPACINGS[style.spacing]
    arranged = _with_members(_in_order(content, style.order), style.members)
    written = json.dumps(arranged, ensure_ascii=style.escapes != "none", separators=separators, indent=indent)
    if style.escapes == "upper":
        written = _ESCAPE.sub(lambda found: f"\\u{found[1].upper()}", written)
    return well_formed(written.replace("/", "\\/") if style.slashes else written).encode()


def _in_order(content: Any, order: str) -> Any:
    if order == "as it was" or not isinstance(content, dict):
        return content
    if order == "by name":
        return {name: content[name] for name in sorted(content)}
    known = [name for name in DOCUMENTED_ORDER if name in content]
    return {name: content[name] for name in (*known, *(name for name in content if name not in known))}


def _with_members(content: Any, members: str) -> Any:
    if members == "all" or not isinstance(content, dict):
        return content
    match members:
        case "not empty":
            return {name: value for name, value in content.items() if value is not None and value != ""}
        case "numbers":
            return {name: _number(value) for name, value in content.items()}
        case _:
            return {name: str(value) if isinstance(value, int) else value for name, value in content.items()}


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and _INTEGER.fullmatch(value) else value


def _differences(style: Style, own: Style) -> tuple[str, ...]:
    return tuple(name for name, one, other in zip(Style._fields, style, own, strict=True) if one != other)


def _cost(differences: tuple[str, ...]) -> int:
    return sum(_COSTS[name] for name in differences)


def _causes(differences: tuple[str, ...]) -> tuple[Cause, ...]:
    named = differences or ("spacing",)
    return tuple(Cause(f"rewritten-{name}", _COSTS[name], "bytes", _WORDS[name], RAW) for name in named)
