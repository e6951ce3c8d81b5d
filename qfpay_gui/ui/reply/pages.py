"""The pages of an answer: their names, which one to open, and which ones call for a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.reply.checks import alarming
from qfpay_gui.ui.reply.reply_rows import member_rows

if TYPE_CHECKING:
    from qfpay_gui.models.answer import Answer

PAGES = ("pay_params", "snippet", "raw", "sent", "checks")
_ABOUT_BYTES = frozenset({"body-truncated", "body-not-utf8"})


@dataclass(frozen=True)
class Mark:
    """What a tab says beside its title: how many things need attention, and how badly. 0 gives an icon only."""

    severity: Severity
    count: int = 0


def page_for(answer: Answer, wanted: str) -> str:
    """The page to open: the wanted one, unless it stays empty for this answer and another one tells more."""
    if wanted not in {"pay_params", "snippet"} or answer.members:
        return wanted
    if answer.reply is None:
        return "checks"
    return "pay_params" if answer.reply.respcd else "raw"


def marks(answer: Answer) -> dict[str, Mark]:
    """The marks of those pages that need attention, by name."""
    faulty = [row.severity for row in member_rows(answer) if row.severity and row.severity >= Severity.ATTENTION]
    found = {"pay_params": _counted(faulty), "checks": _counted(alarming(answer))}
    if any(finding.code in _ABOUT_BYTES for finding in answer.findings):
        found["raw"] = Mark(Severity.ATTENTION)
    return {name: mark for name, mark in found.items() if mark is not None}


def _counted(severities: list[Severity] | tuple[Severity, ...]) -> Mark | None:
    return Mark(max(severities), len(severities)) if severities else None
