"""What other programs send to the simulator, told in the window, and taken on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qfpay_gui.models.watch.cause import cause
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.window.workspaces import Workspace, Workspaces
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.watch.seen import Seen
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.case.case_actions import CaseActions
    from qfpay_gui.ui.watch.watch_panel import WatchPanel
    from qfpay_gui.ui.window.navigation import Navigation


class Watching(QObject):
    """Counts what came in on the rail, says the cause, and opens a request where the panel asks for it."""

    def __init__(self, workbench: Workbench, go: Navigation, case_actions: CaseActions, window: QMainWindow) -> None:
        super().__init__(window)
        self._workbench, self._go, self._case_actions = workbench, go, case_actions

    def follow(self, workspaces: Workspaces) -> None:
        """Listen from now on; what came in before the first look is not lost."""
        self._workspaces = workspaces
        self._workbench.watch.arrived.connect(self._on_arrived)
        self._workbench.watch.named.connect(self._on_named)

    def serve(self, panel: WatchPanel) -> None:
        """Do what this panel asks for."""
        panel.case_requested.connect(self._on_case)
        panel.draft_requested.connect(self._on_draft)
        panel.compare_requested.connect(self._case_actions.compare_cases)

    def _on_arrived(self, _seen: Seen) -> None:
        self._workspaces.count_news(Workspace.WATCH)

    def _on_named(self, seen: Seen) -> None:
        """Say why a program was refused where its page does not."""
        said, severity = cause(seen)
        if severity is Severity.WRONG and self._workspaces.workspace is not Workspace.WATCH:
            words = self.tr("A program sent {call}: {cause}").format(call=seen.call, cause=translated(said))
            say(self, words)
            announce(self._workspaces, words)

    def _on_case(self, case: ReadRequest) -> None:
        self._workbench.take_case(case)
        self._go.case()

    def _on_draft(self, case: ReadRequest) -> None:
        from qfpay_gui.diagnosis.importing import to_draft  # noqa: PLC0415 - not needed at start

        self._workbench.draft.replace_draft(to_draft(case))
        self._go.request()
