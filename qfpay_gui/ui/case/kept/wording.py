"""How the window says where a kept case stands, and what came back in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.respcd import Outcome, explain
from qfpay_gui.qfpay.text import text
from qfpay_gui.snippets.proof.case_file import CaseStatus
from qfpay_gui.ui.case.note_lines import NoteLine
from qfpay_gui.ui.words.environments import environment_name
from qfpay_gui.ui.words.measures import short_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from qfpay_gui.snippets.proof.case_file import CaseReply

STATUSES = {
    CaseStatus.OPEN: (text("Case", "Open"), ("note", "note_fg")),
    CaseStatus.WAITING: (text("Case", "Waiting for the merchant"), ("clock", "attention_fg")),
    CaseStatus.SOLVED: (text("Case", "Solved"), ("ok", "ok_fg")),
}
_SEVERITIES = {
    Outcome.SUCCESS: Severity.OK,
    Outcome.IN_PROGRESS: Severity.NOTE,
    Outcome.FAILED: Severity.WRONG,
}


def reply_line(reply: CaseReply) -> NoteLine:
    """When and where from it came, its code, and what it says."""
    code = explain(reply.respcd)
    severity = _SEVERITIES[code.outcome] if code else Severity.ATTENTION
    facts = (
        short_time(reply.at, datetime.now(UTC)),
        translated(environment_name(reply.environment_id)),
        reply.respcd or (f"HTTP {reply.status}" if reply.status else ""),
    )
    return NoteLine(severity, " · ".join(filter(None, facts)), translated(reply.headline))
