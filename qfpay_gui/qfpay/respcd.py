"""What each respcd means, whose turn it is and what to do next, from the packaged table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from qfpay_gui.qfpay.text import Text
from qfpay_gui.resources import read_json

GROUPS = frozenset(
    {"success", "processing", "request", "store", "account", "order", "channel", "refund", "system"},
)
STATUSES = frozenset({"current", "legacy", "internal", "code-only"})
_MEMBERS = frozenset({"code", "status", "group", "turn", "meaning", "next"})


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
    """One respcd. ``status`` is "current" where QFPay's newest table lists it, else it is seen in older sources."""

    code: str
    status: str
    group: str
    turn: Turn
    meaning: Text
    next: Text

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
    if not isinstance(row, dict) or row.keys() != _MEMBERS or not all(isinstance(v, str) and v for v in row.values()):
        raise ValueError(f"respcd table: each entry needs exactly {sorted(_MEMBERS)} as text, not {row!r}")
    code = row["code"]
    if not (len(code) == 4 and code.isascii() and code.isdigit()):
        raise ValueError(f"respcd table: {code!r} is not four digits")
    if row["group"] not in GROUPS or row["status"] not in STATUSES:
        raise ValueError(f"respcd table: unknown group or status at {code}")
    if any(brace in row["meaning"] + row["next"] for brace in "{}"):
        raise ValueError(f"respcd table: a brace at {code} would be read as a placeholder")
    meaning, following = Text("respcd", row["meaning"]), Text("respcd", row["next"])
    return ReturnCode(code, row["status"], row["group"], Turn(row["turn"]), meaning, following)


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


def explain(code: str) -> ReturnCode | None:
    """What this respcd means, or None for a code nobody documents."""
    return _by_code().get(code)
