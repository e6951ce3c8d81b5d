"""How the history says things: amounts and endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.entry import Ending
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.services.database.entry import HistoryRow

ENDINGS = {
    Ending.SUCCESS: text("History", "Succeeded"),
    Ending.IN_PROGRESS: text("History", "In progress"),
    Ending.FAILED: text("History", "Refused"),
    Ending.UNKNOWN: text("History", "Unknown"),
    Ending.NOT_SENT: text("History", "Not sent"),
    Ending.SENDING: text("History", "Sending …"),
}
_SEVERITY_ICONS = {Severity.OK: "ok", Severity.NOTE: "note", Severity.ATTENTION: "attention", Severity.WRONG: "wrong"}
ON_ITS_WAY = text("History", "On its way: no answer yet.")


def ending_icon(ending: Ending, severity: Severity) -> tuple[str, str]:
    """The icon and tone of how an exchange ended."""
    match ending:
        case Ending.SENDING:
            return "clock", "note_fg"
        case Ending.UNKNOWN:
            return "help", f"{severity.name.lower()}_fg"
        case _:
            return _SEVERITY_ICONS[severity], f"{severity.name.lower()}_fg"


def amount(row: HistoryRow) -> str:
    """The amount as people write it, or as it was sent where it makes no sense; "" where only a currency was sent."""
    if not row.txamt:
        return ""
    return human_amount(row.txamt, row.txcurrcd) or f"{row.txamt[:24]} {row.txcurrcd[:8]}".strip()


def kind(row: HistoryRow) -> str:
    """What was called, in a word; as it was written down where this version does not know it."""
    if row.endpoint not in ENDPOINTS:
        return row.endpoint
    return translated(endpoint(row.endpoint).label)


def headline(row: HistoryRow) -> Text:
    """What became of it, in one sentence."""
    return ON_ITS_WAY if row.ending is Ending.SENDING else row.headline


TYPICAL = (
    (Ending.SUCCESS, Severity.OK),
    (Ending.IN_PROGRESS, Severity.NOTE),
    (Ending.FAILED, Severity.WRONG),
    (Ending.UNKNOWN, Severity.WRONG),
    (Ending.NOT_SENT, Severity.WRONG),
)
"""The endings to choose from, each with the severity it usually has."""
