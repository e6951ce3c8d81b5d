"""What each respcd means, whose turn it is and what to do next, from the packaged tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Any

from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json

GROUPS = frozenset(
    {"success", "processing", "request", "store", "account", "order", "channel", "refund", "system"},
)
STATUSES = frozenset({"current", "legacy", "internal", "code-only"})
ORDER_STATES = frozenset({"", "paid", "open", "closed", "cancelled", "expired", "refunded"})
_MEMBERS = frozenset({"code", "status", "group", "turn", "meaning", "next"})
_LONGEST_WORDS = 10_000
"""How much of QFPay's own words is looked at for what narrows a code down."""
_MARKS = frozenset({"order", "number_used", "not_found"})


class Turn(Enum):
    """Who has to act after a return code."""

    MERCHANT = "merchant"
    PAYER = "payer"
    QFPAY = "qfpay"
    WAIT = "wait"
    NOBODY = "nobody"


class Outcome(Enum):
    """What a return code says about the request: 0000 succeeded, 1143 and its like go on, all else failed."""

    SUCCESS = "success"
    IN_PROGRESS = "in progress"
    FAILED = "failed"


@dataclass(frozen=True)
class ReturnCode:
    """One respcd. ``status`` is "current" where QFPay's newest table lists it, else it is seen in older sources.

    ``order`` is the state of the order that it names, or "". ``number_used``: there is an order or a refund with the
    out_trade_no that was sent. ``not_found``: QFPay finds no order with the number that was sent.
    """

    code: str
    status: str
    group: str
    turn: Turn
    meaning: Text
    next: Text
    order: str = ""
    number_used: bool = False
    not_found: bool = False

    @property
    def outcome(self) -> Outcome:
        """Success, in progress (query on, never resend) or failed."""
        match self.group:
            case "success":
                return Outcome.SUCCESS
            case "processing":
                return Outcome.IN_PROGRESS
            case _:
                return Outcome.FAILED


def _return_code(row: dict[str, Any]) -> ReturnCode:
    """One row of the table; ValueError says what is wrong with it."""
    texts = [row.get(name) for name in _MEMBERS] if isinstance(row, dict) else [None]
    if not all(isinstance(one, str) and one for one in texts) or not row.keys() <= _MEMBERS | _MARKS:
        raise ValueError(f"respcd table: each entry needs {sorted(_MEMBERS)} as text, not {row!r}")
    code = row["code"]
    if not (len(code) == 4 and code.isascii() and code.isdigit()):
        raise ValueError(f"respcd table: {code!r} is not four digits")
    if row["group"] not in GROUPS or row["status"] not in STATUSES or row.get("order", "") not in ORDER_STATES:
        raise ValueError(f"respcd table: unknown group, status or order at {code}")
    if any(brace in row["meaning"] + row["next"] for brace in "{}"):
        raise ValueError(f"respcd table: a brace at {code} would be read as a placeholder")
    sentences = {name: Text("respcd", row[name]) for name in ("meaning", "next")}
    return ReturnCode(**{**row, **sentences, "turn": Turn(row["turn"])})


def validated(rows: list[dict[str, Any]]) -> dict[str, ReturnCode]:
    """The rows as return codes by their code; ValueError where a row is malformed or a code stands twice."""
    codes = {entry.code: entry for entry in map(_return_code, rows)}
    if len(codes) != len(rows):
        raise ValueError("respcd table: a code stands twice")
    return codes


@cache
def _by_code() -> dict[str, ReturnCode]:
    return validated(read_json("data/respcd.json"))


def table() -> tuple[ReturnCode, ...]:
    """Every known return code, in the order of the table."""
    return tuple(_by_code().values())


def explain(code: str, call: str = "", words: str = "") -> ReturnCode | None:
    """What this respcd means, or None for a code nobody documents.

    To a ``call`` (an endpoint's name) it may mean something of its own, and QFPay's own ``words``, resperr and respmsg,
    may narrow it down: the first fitting row of the second table counts. Then ``next`` may name {name} and {value},
    the number that was sent.
    """
    known = _by_code().get(code)
    if known is None:
        return None
    rows: list[dict[str, Any]] = read_json("data/respcd_calls.json")
    said = words[:_LONGEST_WORDS].lower()
    row = next((row for row in rows if _fits(row, known, call, said)), {})
    told: dict[str, Any] = {name: Text("Verdict", row[name]) for name in ("meaning", "next") if name in row}
    if "turn" in row:
        told["turn"] = Turn(row["turn"])
    return replace(known, **told, number_used=known.number_used or "number_used" in row)


def telling_words(code: str) -> tuple[str, ...]:
    """The words of QFPay's that narrow this very respcd down, as :func:`explain` takes them."""
    rows: list[dict[str, Any]] = read_json("data/respcd_calls.json")
    return tuple(dict.fromkeys(row["words"] for row in rows if "words" in row and code in row.get("codes", ())))


def _fits(row: dict[str, Any], code: ReturnCode, call: str, words: str) -> bool:
    return (
        code.code in row.get("codes", (code.code,))
        and code.group in row.get("groups", (code.group,))
        and call in row.get("calls", (call,))
        and row.get("words", "") in words
    )
