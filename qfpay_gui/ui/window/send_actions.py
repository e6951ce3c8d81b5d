"""Sends what the window shows, after what must be agreed to was agreed to, and tells that it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.sending.send_model import Answered, Sending, SendState
from qfpay_gui.ui.widgets.questions import agrees, tell
from qfpay_gui.ui.window.workspaces import Workspace, Workspaces
from qfpay_gui.ui.words.announce import announce
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.request.guards import Review
    from qfpay_gui.qfpay.request.variants import Variant
    from qfpay_gui.ui.window.navigation import Navigation
    from qfpay_gui.ui.window.status import StatusLine


class SendActions(QObject):
    """Everything that Send does in the window; nothing is sent without what it asks being agreed to."""

    answered = Signal()
    """A request was answered, and that was told."""

    def __init__(
        self, workbench: Workbench, workspaces: Workspaces, status: StatusLine, go: Navigation, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workbench, self._workspaces, self._status = workbench, workspaces, status
        self._go, self._window = go, window
        self._is_asked_for = True
        workbench.send_ready.connect(self._send_reviewed)
        workbench.send_model.changed.connect(self._render_state)

    def send(self) -> None:
        """Send the request as it stands, after what must be agreed to was agreed to."""
        self.send_variant(None)

    def send_variant(self, mistake: Variant | None) -> None:
        """Send the request with a mistake made on purpose; with None, as it stands."""
        bench = self._workbench
        if not bench.send_model.is_sending and not bench.send_later(mistake):
            self._send_reviewed(bench.review(mistake))

    def _send_reviewed(self, review: Review) -> None:
        if review.refusal is not None:
            self._status.say(translated(review.refusal))
            tell(self.tr("Not sent"), translated(review.refusal), self._window)
            return
        if all(agrees(question, self._window) for question in review.questions):
            self._workbench.send(review)
        else:
            self._status.say(self.tr("Nothing was sent."))

    def _render_state(self, state: SendState) -> None:
        self._status.render_state(state)
        if isinstance(state, Sending):
            self._is_asked_for = not state.by_itself
        if self._is_asked_for:
            self._go.show_reply()
        if isinstance(state, Answered):
            self._tell(state.answer)

    def _tell(self, answer: Answer) -> None:
        """Say which request was answered and, where the reply is not in sight, how."""
        from qfpay_gui.ui.reply.replies_bar import reply_name  # noqa: PLC0415 - not needed at start

        headline = translated(answer.verdict.headline)
        in_sight = self._workspaces.workspace is Workspace.REQUEST
        if in_sight:
            announce(self._window, headline)
        self._status.say(reply_name(answer) if in_sight else headline)
        self.answered.emit()
