"""The chosen step: what it sends, each expectation with what was seen, and ways to go on with its exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.reply.fields_table import FieldsTable
from qfpay_gui.ui.reply.reply_rows import ReplyRow
from qfpay_gui.ui.suite import wording
from qfpay_gui.ui.widgets.details_pane import DetailsPane

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.ui.suite.lines import Line


class LineDetails(DetailsPane):
    """One step, or what a person can do here."""

    def __init__(self, open_draft: QAction, open_case: QAction, parent: QWidget | None = None) -> None:
        super().__init__("suite", parent)
        self._checks = FieldsTable("suite_checks", self.tr("What was expected, and what was seen"), self)
        self.body.addWidget(self._checks, 1)
        words = self.tr("Make the request of this step the draft (Enter)")
        draft = self.button(open_draft, self.tr("Open as draft"), "suite_draft_button", "request", words)
        words = self.tr("Look at the request of this step as at a merchant's, with the doctor's cause (Ctrl+Shift+D)")
        case = self.button(open_case, self.tr("Open as case"), "suite_case_button", "diagnose", words)
        self.add_buttons(draft, case)
        self.present(None)

    def present(self, line: Line | None, request: PreparedRequest | None = None) -> None:
        """Show this step and the request it sent, where that is at hand; None where not one alone is chosen."""
        if line is None:
            self.say(self.tr("Select a step to see what it sends and expects."), "")
        else:
            said = wording.came(line.result) if line.result else wording.sent(line.step) if line.step else ""
            more = wording.sent(line.step, request) if line.result and line.step else ""
            tone = {"passed": "ok", "failed": "wrong"}.get(line.state, "")
            self.say(said or line.name, more, tone, (tone, f"{tone}_fg") if tone else ("", ""))
        checked = line.result.checked if line and line.result else ()
        self._checks.show_rows(
            tuple(
                ReplyRow(one.expectation.member, one.seen or None, _severity(is_met=one.passed), wording.judged(one))
                for one in checked
            )
        )
        self._checks.setVisible(bool(checked))


def _severity(*, is_met: bool) -> Severity:
    return Severity.OK if is_met else Severity.WRONG
