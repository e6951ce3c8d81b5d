"""The pages of an answer: their names, which one to open, and which ones call for a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.records.records import ENDPOINTS
from qfpay_gui.qfpay.reply.records.state import RecordState
from qfpay_gui.ui.reply.checks import alarming
from qfpay_gui.ui.reply.reply_rows import member_rows

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer

PAGES = ("pay_params", "snippet", "raw", "sent", "checks")
"""The pages of a payment's answer."""
RECORD_PAGES = ("records", "raw", "sent", "checks")
"""The pages of the answer to a query, refund, close or reversal."""
ALL_PAGES = (*PAGES, "records")
_MAY_BE_EMPTY = frozenset({"pay_params", "snippet", "records"})
_PUZZLING = frozenset({RecordState.UNKNOWN, RecordState.CONTRADICTORY, RecordState.UNCONFIRMED})
_ABOUT_BYTES = frozenset({"body-truncated", "body-not-utf8"})


@dataclass(frozen=True)
class Mark:
    """What a tab says beside its title: how many things need attention, and how badly. 0 gives an icon only."""

    severity: Severity
    count: int = 0


def pages_of(answer: Answer) -> tuple[str, ...]:
    """The pages that apply to this answer, in the order of their tabs."""
    return RECORD_PAGES if answer.request.endpoint in ENDPOINTS else PAGES


def page_for(answer: Answer, wanted: str) -> str:
    """The page to open: the wanted one, unless it does not apply or stays empty and another one tells more."""
    offered = pages_of(answer)
    page = wanted if wanted in offered else offered[0]
    if page not in _MAY_BE_EMPTY or answer.members or answer.records.found:
        return page
    if answer.reply is None:
        return "checks"
    return offered[0] if answer.reply.respcd else "raw"


def marks(answer: Answer) -> dict[str, Mark]:
    """The marks of those pages that need attention, by name."""
    faulty = [row.severity for row in member_rows(answer) if row.severity and row.severity >= Severity.ATTENTION]
    puzzling = [record.standing.severity for record in answer.records.found if record.standing.state in _PUZZLING]
    found = {"pay_params": _counted(faulty), "records": _counted(puzzling), "checks": _counted(alarming(answer))}
    if any(finding.code in _ABOUT_BYTES for finding in answer.findings):
        found["raw"] = Mark(Severity.ATTENTION)
    return {name: mark for name, mark in found.items() if mark is not None}


def _counted(severities: list[Severity] | tuple[Severity, ...]) -> Mark | None:
    return Mark(max(severities), len(severities)) if severities else None
