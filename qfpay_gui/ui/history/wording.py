"""How the history says things: times, amounts, endings, environments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import Kind
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.database.entry import Ending

if TYPE_CHECKING:
    from datetime import datetime

    from qfpay_gui.services.database.entry import HistoryRow

ENDINGS = {
    Ending.SUCCESS: text("History", "Succeeded"),
    Ending.IN_PROGRESS: text("History", "In progress"),
    Ending.FAILED: text("History", "Refused"),
    Ending.UNKNOWN: text("History", "Unknown"),
    Ending.NOT_SENT: text("History", "Not sent"),
    Ending.SENDING: text("History", "Sending …"),
}
KIND_ICONS = {
    Kind.SIMULATOR.value: ("simulator", "accent_fg"),
    Kind.SANDBOX.value: ("sandbox", "note_fg"),
    Kind.LIVE_TESTING.value: ("live", "attention_fg"),
    Kind.PRODUCTION.value: ("production", "production_fg"),
}
_CUSTOM_ICON = ("custom", "icon")
_SEVERITY_ICONS = {Severity.OK: "ok", Severity.NOTE: "note", Severity.ATTENTION: "attention", Severity.WRONG: "wrong"}
ON_ITS_WAY = text("History", "On its way: no answer yet.")


def kind_icon(kind: str) -> tuple[str, str]:
    """The icon and tone of an environment's kind."""
    return KIND_ICONS.get(kind, _CUSTOM_ICON)


def environment_name(environment_id: str) -> Text:
    """The environment's name; "Custom" where it is none of the built-in ones."""
    known = environments.by_id(environment_id)
    return known.name if known else environments.CUSTOM


def ending_icon(ending: Ending, severity: Severity) -> tuple[str, str]:
    """The icon and tone of how an exchange ended."""
    match ending:
        case Ending.SENDING:
            return "clock", "note_fg"
        case Ending.UNKNOWN:
            return "help", f"{severity.name.lower()}_fg"
        case _:
            return _SEVERITY_ICONS[severity], f"{severity.name.lower()}_fg"


def short_time(at: datetime, now: datetime) -> str:
    """The moment on this machine's clock: the time alone for today, the date without year for this year."""
    local, today = at.astimezone(), now.astimezone()
    if local.date() == today.date():
        return f"{local:%H:%M:%S}"
    return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d}"


def whole_time(at: datetime) -> str:
    """The moment on this machine's clock, with its distance from UTC."""
    local = at.astimezone()
    distance = f"{local:%z}"
    return f"{local:%Y-%m-%d %H:%M:%S} UTC{distance[:3]}:{distance[3:5]}"


def amount(row: HistoryRow) -> str:
    """The amount as people write it, or as it was sent where it makes no sense."""
    return human_amount(row.txamt, row.txcurrcd) or f"{row.txamt[:24]} {row.txcurrcd[:8]}".strip()


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
