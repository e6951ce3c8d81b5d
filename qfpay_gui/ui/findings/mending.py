"""Carries ways out of findings out, wherever in the window they were chosen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction

from qfpay_gui.qfpay.findings import Severity

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QWidget

    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.request.mends import Mend
    from qfpay_gui.ui.findings.findings_list import FindingsList


class Mending(QObject):
    """Owns the list of findings, which is made when it is first asked for."""

    go_to_requested = Signal(str)
    """Carries the field to put the cursor into."""

    def __init__(self, workbench: Workbench, window: QMainWindow) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window

    def open_list(self, button: QWidget) -> None:
        """List all that counts, above this button."""
        self._render()
        self._list.open_above(button.mapToGlobal(QPoint(button.width(), 0)))

    def carry_out(self, mend: Mend) -> None:
        """Mend the draft, as one step that can be undone, or do elsewhere what the way out says."""
        draft = self._workbench.draft
        verb, _colon, name = mend.act.partition(":")
        if mend.draft is not None:
            draft.close_step()
            draft.replace_draft(mend.draft)
        elif verb == "fresh":
            draft.set_fresh(name, fresh=True)
        elif verb == "environment":
            self._workbench.choose_environment(name)
        elif isinstance(action := self._window.findChild(QAction, f"action_{verb}"), QAction):
            if self._is_listed:
                self._list.hide()
            action.trigger()

    @property
    def _is_listed(self) -> bool:
        return "_list" in vars(self)

    @cached_property
    def _list(self) -> FindingsList:
        from qfpay_gui.ui.findings.findings_list import FindingsList  # noqa: PLC0415 - not needed at start

        made = FindingsList(self._window)
        made.mend_chosen.connect(self.carry_out)
        made.go_to_requested.connect(self.go_to_requested)
        self._workbench.draft.changed.connect(self._on_changed)
        return made

    def _on_changed(self) -> None:
        if self._list.isVisible():
            self._render()

    def _render(self) -> None:
        draft = self._workbench.draft
        counted = tuple(one for one in draft.prepared.findings if one.severity > Severity.NOTE)
        self._list.present(counted, draft.ways_out)
